"""A picture → a Vega-Lite document, version 6, with all its data inside; the same for the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.key import key
from iraqforce.charting.layout import Size, labelled, scales_of
from iraqforce.charting.lettering import FONT, wrapped
from iraqforce.charting.notes import notes
from iraqforce.charting.plot import plot
from iraqforce.charting.strip import strip
from iraqforce.charting.styles import GREY, GRID, INK, PAPER
from iraqforce.present.words import day_words, number_of

if TYPE_CHECKING:
    from iraqforce.charting.picture import Picture
    from iraqforce.present.view import Json, Record

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
DEFAULT_SIZE: Final = Size(820, 340)

_BARE: Final = 80
"""The height of a plot in which no figure has a number."""

_CONFIG: Final[Record] = {
    "font": FONT,
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "domainColor": GREY,
        "tickColor": GREY,
        "gridColor": GRID,
    },
    "view": {"stroke": None},
}


def document(picture: Picture, size: Size = DEFAULT_SIZE, *, links: bool = False) -> Record:
    """The document; `size` is that of the plot alone. With `links` every figure leads to `#fact-ID`."""
    scales = scales_of(picture, size if picture.figures else size._replace(height=_BARE))
    places = labelled(picture, scales)
    unlabelled = len(picture.figures) - len(places)
    views: list[Record | None] = [key(picture, size.width)]
    if not picture.empty:
        views += [plot(picture, scales, places, links=links), strip(picture, scales, links=links)]
    views.append(notes(picture, size.width, unlabelled))
    shown: list[Json] = [view for view in views if view is not None]
    title: list[Json] = [*wrapped(title_of(picture), size.width, 18)]
    subtitle: list[Json] = [*wrapped(summary_of(picture), size.width, 12.5)]
    return {
        "$schema": SCHEMA,
        "description": f"{title_of(picture)}. {summary_of(picture)}",
        "background": PAPER,
        "padding": 14,
        "title": {
            "text": title,
            "subtitle": subtitle,
            "anchor": "start",
            "fontSize": 16,
            "subtitleFontSize": 12,
            "color": INK,
            "subtitleColor": INK,
            "offset": 12,
        },
        "vconcat": shown,
        "spacing": 10,
        "config": _CONFIG,
    }


def in_page(picture: Picture, size: Size) -> Record:
    """The document for a page that has its title and its notes in words; every figure leads to `#fact-ID`."""
    whole = document(picture, size, links=True)
    views = whole["vconcat"]
    shown: Json = views[:-1] if isinstance(views, list) else views
    return {**{name: part for name, part in whole.items() if name != "title"}, "vconcat": shown}


def title_of(picture: Picture) -> str:
    """Whose levels, and where: `U.S. troops in Iraq`."""
    return f"{picture.scope.force.name} {picture.scope.place.phrase}"


def summary_of(picture: Picture) -> str:
    """What the picture shows, in a sentence."""
    if picture.empty:
        return "No level is known: the base has none for this question. That is not zero."
    figures = number_of(len(picture.figures) + len(picture.unnumbered), "figure")
    return f"{figures}, each as its source words it, {day_words(picture.first)} to {day_words(picture.last)}"
