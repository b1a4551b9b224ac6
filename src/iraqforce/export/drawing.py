"""Draws a Vega-Lite document as SVG or PNG with vl-convert, without network access."""

from typing import Any, Final
from xml.etree import ElementTree

from iraqforce.errors import ArgumentError, need

LIBRARY: Final = "vl_convert"

LARGEST_SCALE: Final = 8
MOST_PIXELS: Final = 35_000_000
"""The largest PNG: drawing it takes 280 MB."""

_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"


def svg(document: dict[str, Any]) -> str:
    """The document as SVG, with a title for each mark. Raises MissingExtraError."""
    need("SVG", LIBRARY)
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(_drawn(document))  # noqa: S314 - drawn here, from a document of our own
    root.set("aria-label", str(document["description"]))
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

    drawn = _drawn(document)
    root = ElementTree.fromstring(drawn)  # noqa: S314 - as above
    pixels = float(root.attrib["width"]) * float(root.attrib["height"]) * scale**2
    if pixels > MOST_PIXELS:
        message = f"too many pixels for a PNG: {pixels:,.0f} (limit {MOST_PIXELS:,})"
        raise ArgumentError(message, hint="reduce the scale, the width or the height")
    return vl_convert.svg_to_png(drawn, scale=scale)


def _drawn(document: dict[str, Any]) -> str:
    """The SVG of the library, which ends the process at characters that no base may have (rule F114)."""
    import vl_convert

    return vl_convert.vegalite_to_svg(document, allowed_base_urls=[])
