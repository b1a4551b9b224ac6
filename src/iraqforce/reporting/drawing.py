"""The picture of a report as SVG that stands within a page: in its colours, and leading only within it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree

from iraqforce.charting.document import in_page
from iraqforce.charting.drawing import svg
from iraqforce.charting.layout import Size
from iraqforce.charting.styles import GREY, GRID, INK, PAPER, STYLES

if TYPE_CHECKING:
    from iraqforce.charting.picture import Picture

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"

SIZES: Final = {"narrow": Size(212, 260), "middle": Size(540, 320), "wide": Size(940, 360)}
"""The sizes of the plot for a phone, for paper and for a screen: the style of the page shows one of them."""

_COLOURS: Final = {
    INK: "var(--ink)",
    GREY: "var(--grey)",
    GRID: "var(--grid)",
    PAPER: "var(--paper)",
    **{style.colour: f"var(--sort-{style.words.split()[0]})" for style in reversed(STYLES)},
}
"""The colours of a picture as the style of the page names them, which has them in light and in dark."""

_LOOKS = re.compile(
    r"d|[xy][12]?|width|height|viewBox|transform|display|opacity|fill(-opacity)?|stroke(-[a-z]+)?"
    r"|font-(family|size|style|weight)|text-anchor"
)
_ELEMENTS: Final = frozenset(["a", "g", "line", "path", "rect", "svg", "text", "tspan"])


class Drawn(NamedTuple):
    """A drawing for one width of the page, as markup in which every text is escaped."""

    name: str
    markup: str


def drawings(picture: Picture) -> tuple[Drawn, ...]:
    """The picture in every size; none where it is empty. Raises MissingExtraError."""
    if picture.empty:
        return ()
    return tuple(Drawn(name, _inlined(svg(in_page(picture, size)), name)) for name, size in SIZES.items())


def _inlined(drawn: str, name: str) -> str:
    """The SVG made anew of what a page may hold: shapes, texts, and links to its own rows."""
    ElementTree.register_namespace("", _SVG)
    root = _kept(ElementTree.fromstring(drawn))  # noqa: S314 - it was drawn here, from a document of our own
    root.set("class", name)
    root.set("role", "group")
    root.set("aria-labelledby", "picture-words")
    return ElementTree.tostring(root, encoding="unicode")


def _kept(element: ElementTree.Element) -> ElementTree.Element:
    """The element with its looks, its words and its link, and with what is kept of those within it."""
    kept = ElementTree.Element(element.tag, _attributes(element))
    kept.text = element.text
    # A title would be told twice: the page has a card for it.
    kept.extend(_kept(each) for each in element if each.tag.removeprefix(f"{{{_SVG}}}") in _ELEMENTS)
    return kept


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    looks = {name: _COLOURS.get(value, value) for name, value in element.items() if _LOOKS.fullmatch(name)}
    if element.get("aria-hidden") == "true" or element.tag == f"{{{_SVG}}}text":
        looks["aria-hidden"] = "true"
    elif element.get("role") == "graphics-symbol":
        looks |= {"role": "img", "aria-label": element.get("aria-label", "")}
    link = element.get(_XLINK)
    return looks if link is None else {**looks, "href": f"#{link.partition('#')[2]}"}
