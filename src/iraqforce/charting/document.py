"""A picture → a Vega-Lite document, version 6, with all its data inside; the same for the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.isolating import isolating
from iraqforce.charting.key import key
from iraqforce.charting.layout import Size, labelled, scales_of
from iraqforce.charting.lettering import FONT, wrapped
from iraqforce.charting.notes import notes
from iraqforce.charting.plot import plot
from iraqforce.charting.strip import strip
from iraqforce.charting.styles import GREY, GRID, INK, PAPER
from iraqforce.present.words import date_words, day_words, number_of, span_words
from iraqforce.timeline import listing_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.charting.picture import Figure, Picture
    from iraqforce.dates import PartialDate
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
    picture = isolating(picture)
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
    shown = (*picture.figures, *picture.unnumbered)
    return f"{_counted(shown)}, each as its source words it, {_period([each.fact.as_of for each in shown])}"


def _counted(figures: Sequence[Figure]) -> str:
    """How many figures there are of the whole, and how many beside them: `7 figures, and 1 of a part`."""
    beside = [figure.fact for figure in figures if not figure.whole]
    more = [fact for fact in beside if fact.definition is not None and fact.definition.covers == "more"]
    said = ["of a part"] * (len(more) < len(beside)) + ["of more"] * bool(more)
    what = " or ".join(said)
    if not beside:
        return number_of(len(figures), "figure")
    if len(beside) == len(figures):
        return f"{number_of(len(figures), 'figure')} {what}"
    return f"{number_of(len(figures) - len(beside), 'figure')}, and {len(beside):,} {what}"


def _period(dates: Sequence[PartialDate]) -> str:
    """From the first of the dates to the last, as precise as they are: `summer 2015 to 7 March 2023`."""
    first, last = min(dates, key=listing_order), max(dates, key=lambda each: (each.ends, each.starts))
    if first == last:
        return date_words(first)
    begins = day_words(first.first) if first.precision == "interval" and first.first else span_words(first)
    ends = day_words(last.last) if last.precision == "interval" and last.last else span_words(last)
    return begins if begins == ends else f"{begins} to {ends}"
