"""Draws a Vega-Lite document as SVG or PNG with vl-convert, without network access."""

from typing import Any, Final
from xml.etree import ElementTree

from iraqforce.errors import ArgumentError, need
from iraqforce.text.characters import for_terminal

LIBRARY: Final = "vl_convert"

LARGEST_SCALE: Final = 8

_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"


def _drawable(value: Any) -> Any:
    """The document without characters at which the library ends the process, or XML fails."""
    match value:
        case str():
            return for_terminal(value)
        case dict():
            return {name: _drawable(each) for name, each in value.items()}
        case list() | tuple():
            return list(map(_drawable, value))
    return value


def svg(document: dict[str, Any]) -> str:
    """The document as SVG, with a title for each mark. Raises MissingExtraError."""
    need("SVG", LIBRARY)
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(_drawable(document), allowed_base_urls=[])
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(drawn)  # noqa: S314 - drawn here, from a document of our own
    root.set("aria-label", for_terminal(str(document["description"])))
    for mark in root.iter():
        mark.attrib.pop("style", None)  # a page with a content security policy refuses it
        link = mark.attrib.pop(_LINK, None)
        if link is not None:
            # The library puts an address of its own before a place in the page around the drawing.
            row = link.partition("#fact-")[2]
            mark.set("href", f"#fact-{row}" if row else link)
        words = mark.get("aria-label")
        if words and mark.get("role") == "graphics-symbol" and mark.tag != f"{{{_SVG}}}text":
            title = ElementTree.Element(f"{{{_SVG}}}title")
            title.text = words
            mark.insert(0, title)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def png(document: dict[str, Any], scale: float) -> bytes:
    """The document as PNG, `scale` pixels for each of its own. Raises MissingExtraError and ArgumentError."""
    if not 0 < scale <= LARGEST_SCALE:  # nor is it NaN
        raise ArgumentError(f"scale {scale} is not a number from 0 to {LARGEST_SCALE}")
    need("PNG", LIBRARY)
    import vl_convert

    return vl_convert.vegalite_to_png(_drawable(document), scale=scale, allowed_base_urls=[])
