"""A picture → a Vega-Lite document, version 6, with all its data inside; the same for the same facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.axes import axes, axes_words
from iraqforce.charting.isolating import isolating
from iraqforce.charting.key import key
from iraqforce.charting.layout import Size, labelled
from iraqforce.charting.lettering import FONT, wrapped
from iraqforce.charting.notes import notes
from iraqforce.charting.plot import plot
from iraqforce.charting.strip import strip
from iraqforce.charting.styles import GREY, GRID, INK, PAPER
from iraqforce.present.words import date_words, day_words, number_of, span_words
from iraqforce.timeline import listing_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.charting.axes import Panel
    from iraqforce.charting.picture import Figure, Picture
    from iraqforce.dates import PartialDate
    from iraqforce.present.panels import Axis
    from iraqforce.present.view import Json, Record

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
DEFAULT_SIZE: Final = Size(820, 340)

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


def document(
    picture: Picture, size: Size = DEFAULT_SIZE, *, axis: Axis = "auto", links: bool = False
) -> Record:
    """The document; `size` is that of one plot alone. With `links` every figure leads to `#fact-ID`."""
    picture = isolating(picture)
    found = axes(picture, size, axis)
    views: list[Record | None] = [key(picture, size.width)]
    labels = 0
    for panel in found if not picture.empty else ():
        places = labelled(panel.picture, panel.scales)
        labels += len(places)
        title = panel.words if len(found) > 1 else ""
        views.append(plot(panel, places, links=links, title=title))
        views.append(strip(panel.picture, panel.scales, links=links))
    views.append(notes(picture, size.width, len(picture.figures) - labels))
    shown: list[Json] = [view for view in views if view is not None]
    said = _said(picture, found)
    return {
        "$schema": SCHEMA,
        "description": f"{title_of(picture)}. {said}",
        "background": PAPER,
        "padding": 14,
        "title": _title(title_of(picture), said, size.width),
        "vconcat": shown,
        "spacing": 10,
        "config": _CONFIG,
    }


def _title(words: str, said: str, width: int) -> Record:
    title: list[Json] = [*wrapped(words, width, 18)]
    subtitle: list[Json] = [*wrapped(said, width, 12.5)]
    return {
        "text": title,
        "subtitle": subtitle,
        "anchor": "start",
        "fontSize": 16,
        "subtitleFontSize": 12,
        "color": INK,
        "subtitleColor": INK,
        "offset": 12,
    }


def in_page(picture: Picture, size: Size) -> Record:
    """The document for a page that has its title and its notes in words; every figure leads to `#fact-ID`."""
    whole = document(picture, size, links=True)
    views = whole["vconcat"]
    shown: Json = views[:-1] if isinstance(views, list) else views
    return {**{name: part for name, part in whole.items() if name != "title"}, "vconcat": shown}


def caption_of(picture: Picture) -> str:
    """What the picture of a page shows, in a sentence or two."""
    return _said(picture, axes(picture, DEFAULT_SIZE, "auto"))


def _said(picture: Picture, found: tuple[Panel, ...]) -> str:
    return ". ".join(filter(None, (summary_of(picture), axes_words(found))))


def title_of(picture: Picture) -> str:
    """Whose levels, and where: `U.S. troops in Iraq`."""
    return f"{picture.scope.force.name} {picture.scope.place.phrase}"


def summary_of(picture: Picture) -> str:
    """What the picture shows, in a sentence."""
    if picture.empty:
        return "No level is known: the base has none for this question. That is not zero."
    shown = (*picture.figures, *picture.unnumbered)
    said = f"{_counted(shown)}, each as its source words it, {_period([each.fact.as_of for each in shown])}"
    if not picture.left_out:
        return said
    levels = number_of(picture.left_out, "level")
    return f"{said}. {levels} more only stand beside an answer (parts, plans, caps) and are left out"


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
