"""How each sort of figure is drawn: every colour is doubled by a shape, and every claim by a filling.

The colours are of Okabe and Ito's palette, which colour-blind readers tell apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from iraqforce.charting.picture import Figure
    from iraqforce.facts import Status

INK: Final = "#222222"
GREY: Final = "#666666"
PAPER: Final = "#ffffff"
GRID: Final = "#ebebeb"

SOLID: Final[tuple[int, ...]] = ()

PATTERNS: Final = {"supported": SOLID, "unsupported": (7, 4), "step": (1, 3), "rivals": (3, 2)}
TICKS: Final = {"happened": SOLID, "due": (2, 2)}
"""The dashes of lines, and of the ticks of events, by what they say."""


class Style(NamedTuple):
    """A sort of figure: what the key calls it, and the mark that stands for it."""

    words: str
    shape: str
    colour: str
    filled: bool
    dash: tuple[int, ...] = SOLID


_SORTS: Final = {
    "official": ("circle", "#0072B2"),
    "press": ("square", "#D55E00"),
    "part or more": ("diamond", "#009E73"),
}
_CLAIMS: Final[dict[Status, tuple[str, bool, tuple[int, ...]]]] = {
    "actual": ("", True, SOLID),
    "former": ("", True, SOLID),
    "announced": (", announced", False, SOLID),
    "planned": (", planned", False, (1, 2)),
    "authorised": (", a cap", False, (6, 3)),
}

STYLES: Final = tuple(
    Style(f"{sort}{words}", shape, colour, filled, dash)
    for sort, (shape, colour) in _SORTS.items()
    for words, filled, dash in dict.fromkeys(_CLAIMS.values())
)
"""Every style, in the order of the key."""

_BY_WORDS: Final = {style.words: style for style in STYLES}


def style_of(figure: Figure) -> Style:
    """The style of a figure: whose number it is, and whether the source says that it was so."""
    fact = figure.fact
    sort = (fact.basis or "press") if figure.whole else "part or more"
    return _BY_WORDS[sort + _CLAIMS[fact.status or "actual"][0]]
