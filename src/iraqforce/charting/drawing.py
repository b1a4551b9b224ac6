"""A document → SVG or PNG, by the library of the extra `chart`, which needs no network and is given none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from iraqforce.errors import MissingExtraError

if TYPE_CHECKING:
    from types import ModuleType

    from iraqforce.present.view import Record

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"


def svg(document: Record) -> str:
    """The document as SVG; a browser shows what is said of a mark when it is pointed at.

    Raises MissingExtraError.
    """
    drawn: str = _library("SVG").vegalite_to_svg(document, allowed_base_urls=[])
    return _for_browsers(drawn, str(document["description"]))


def png(document: Record, scale: float) -> bytes:
    """The document as PNG, `scale` pixels for each of its own. Raises MissingExtraError."""
    drawn: bytes = _library("PNG").vegalite_to_png(document, scale=scale, allowed_base_urls=[])
    return drawn


def _library(what: str) -> ModuleType:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError(what, "vl-convert-python") from error
    return vl_convert


def _for_browsers(drawn: str, description: str) -> str:
    """The SVG named by its description, a title on every mark that has one, and links within its page."""
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    root = ElementTree.fromstring(drawn)  # noqa: S314 - it was drawn here, from a document of our own
    root.set("role", "graphics-document document")
    root.set("aria-label", description)
    for mark in root.iter():
        link = mark.get(f"{{{_XLINK}}}href")
        if link is not None:
            # The library puts an address of its own before what is only a place in the page.
            mark.set(f"{{{_XLINK}}}href", f"#{link.partition('#')[2]}")
        words = mark.get("aria-label")
        if words and mark.get("role") == "graphics-symbol" and mark.tag != f"{{{_SVG}}}text":
            title = ElementTree.Element(f"{{{_SVG}}}title")
            title.text = words
            mark.insert(0, title)
    return ElementTree.tostring(root, encoding="unicode") + "\n"
