"""The view of the figures: the line, rivals, dates, bounds, marks and labels, from back to front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.charting.grammar import (
    HIDDEN,
    day,
    end,
    layer,
    number,
    outline,
    pattern,
    symbol,
    told,
    words,
)
from iraqforce.charting.layout import LABEL_SIZE, label_of
from iraqforce.charting.rows import TOOLTIP, figure_row, link_to
from iraqforce.charting.styles import GREY, INK, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iraqforce.charting.axes import Panel
    from iraqforce.charting.layout import Place, Scales
    from iraqforce.charting.picture import Figure, Picture
    from iraqforce.present.view import Json, Record


def plot(panel: Panel, places: Mapping[str, Place], *, links: bool, title: str = "") -> Record:
    """The view; with `links` each mark leads to `#fact-` and the id of its fact."""
    picture, scales = panel.picture, panel.scales
    layers = [
        _ground(scales),
        *_beside(panel),
        *_line(picture, scales),
        _rivals(picture, scales),
        _dates(picture, scales),
        *_bounds(picture, scales),
        _marks(picture, scales, links=links),
        *_labels(picture, scales, places),
    ]
    shown: list[Json] = [each for each in layers if each["data"] != {"values": []}]
    view: Record = {"width": scales.size.width, "height": scales.size.height, "layer": shown}
    return {**view, "title": _title(title)} if title else view


def _title(words: str) -> Record:
    return {"text": words, "anchor": "start", "fontSize": 12, "fontWeight": "bold", "color": INK}


def _beside(panel: Panel) -> Iterator[Record]:
    """At the edge where the other panel goes on, a bar as high as its axis is here."""
    if panel.other_top is not None:
        row: Record = {"value": 0, "to": panel.other_top}
        mark: Record = {"type": "rule", "stroke": GREY, "strokeWidth": 4, **HIDDEN}
        at = panel.scales.size.width + 5 if panel.leads else -5
        yield layer([row], mark, x={"value": at}, y=number("value", panel.scales), y2=end("to"))


def _ground(scales: Scales) -> Record:
    """The line of zero, which is there also where no figure is."""
    row: Record = {"first": scales.first.isoformat(), "last": scales.last.isoformat(), "value": 0}
    mark: Record = {"type": "rule", "stroke": GREY, "strokeWidth": 1, **HIDDEN}
    return layer([row], mark, x=day("first", scales), x2=end("last"), y=number("value", scales))


def _line(picture: Picture, scales: Scales) -> Iterator[Record]:
    stretches: list[Record] = [
        {
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
            "value": value,
            "line": "supported" if each.supported else "unsupported",
        }
        for each in picture.line.stretches
        for value in each.values
    ]
    x = day("first", scales)
    y = number("value", scales)
    mark: Record = {"type": "rule", "stroke": INK, "strokeWidth": 1.4, **HIDDEN}
    yield layer(stretches, mark, x=x, x2=end("last"), y=y, strokeDash=pattern())
    steps: list[Record] = [
        {"first": each.at.isoformat(), "value": each.before, "to": each.after, "line": "step"}
        for each in picture.line.steps
    ]
    yield layer(steps, {**mark, "strokeWidth": 1}, x=x, y=y, y2=end("to"), strokeDash=pattern())


def _rivals(picture: Picture, scales: Scales) -> Record:
    rows: list[Record] = [
        {
            "first": one.span.anchor.isoformat(),
            "last": other.span.anchor.isoformat(),
            "value": one.values[-1],
            "to": other.values[0],
            "line": "rivals",
        }
        for one, other in picture.rivals
    ]
    mark: Record = {"type": "rule", "stroke": GREY, "strokeWidth": 2.5, **HIDDEN}
    x, y = day("first", scales), number("value", scales)
    return layer(rows, mark, x=x, x2=end("last"), y=y, y2=end("to"), strokeDash=pattern())


def _dates(picture: Picture, scales: Scales) -> Record:
    """A bar over the days of each date that is more than a day."""
    rows = [
        figure_row(figure, value)
        for figure in picture.figures
        if figure.span.first != figure.span.last
        for value in figure.values
    ]
    mark: Record = {"type": "rule", "strokeWidth": 5, "strokeOpacity": 0.45, "strokeCap": "butt", **HIDDEN}
    x, y = day("first", scales), number("value", scales)
    return layer(rows, mark, x=x, x2=end("last"), y=y, stroke=outline())


def _bounds(picture: Picture, scales: Scales) -> Iterator[Record]:
    """The rule from bound to bound; an open one ends in an arrow, at no number."""
    x = day("date", scales)
    y = number("value", scales)
    closed = [_bound_row(each, each.values[0], each.values[1]) for each in picture.figures if _is_range(each)]
    mark: Record = {"type": "rule", "strokeWidth": 3, **HIDDEN}
    yield layer(closed, mark, x=x, y=y, y2=end("to"), stroke=outline())
    for upward, shape in ((True, "triangle-up"), (False, "triangle-down")):
        rows = [
            _bound_row(each, value, scales.open_end(value, upward=upward))
            for each in picture.figures
            if _is_open(each, upward=upward)
            for value in each.values
        ]
        yield layer(rows, {**mark, "strokeWidth": 1.8}, x=x, y=y, y2=end("to"), stroke=outline())
        tip: Record = {"type": "point", "shape": shape, "size": 45, "filled": True, "opacity": 1, **HIDDEN}
        yield layer(rows, tip, x=x, y=number("to", scales), color=outline())


def _bound_row(figure: Figure, value: Json, to: Json) -> Record:
    return {**figure_row(figure, value), "to": to}


def _is_range(figure: Figure) -> bool:
    return len(figure.values) == 2


def _is_open(figure: Figure, *, upward: bool) -> bool:
    count = figure.fact.count
    return count is not None and (count.high if upward else count.low) is None


def _marks(picture: Picture, scales: Scales, *, links: bool) -> Record:
    rows = [
        {**figure_row(figure, value), **({"link": link_to(figure)} if links else {})}
        # What is said to be so stands in front of what is not.
        for figure in sorted(picture.figures, key=lambda figure: style_of(figure).filled)
        for value in figure.values
    ]
    mark: Record = {"type": "point", "size": _size(picture), "strokeWidth": 1.8, "opacity": 1}
    channels = {**symbol(), **told(TOOLTIP)}
    if links:
        channels["href"] = words("link")
    return layer(rows, mark, x=day("date", scales), y=number("value", scales), **channels)


def _size(picture: Picture) -> int:
    """The area of a mark in square pixels: less where there are many."""
    return 75 if len(picture.figures) <= 100 else 40 if len(picture.figures) <= 400 else 20


def _labels(picture: Picture, scales: Scales, places: Mapping[str, Place]) -> Iterator[Record]:
    rows_at: dict[Place, list[Record]] = {}
    for figure in picture.figures:
        place = places.get(figure.fact.id)
        if place is not None:
            row: Record = {
                "date": figure.span.anchor.isoformat(),
                "value": figure.values[-1],
                "label": label_of(figure),
            }
            rows_at.setdefault(place, []).append(row)
    for place, rows in sorted(rows_at.items()):
        mark: Record = {
            "type": "text",
            "align": place.align,
            "baseline": "middle",
            "dx": place.dx,
            "dy": place.dy,
            "fontSize": LABEL_SIZE,
            "fill": INK,
            **HIDDEN,
        }
        yield layer(rows, mark, x=day("date", scales), y=number("value", scales), text=words())
