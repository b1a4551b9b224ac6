"""The view beneath the figures, on the same days: levels without a number, and events as ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.charting.grammar import HIDDEN, day, end, layer, pattern, pixels, spoken, told, words
from iraqforce.charting.layout import LABEL_SIZE, label_of, rows_of, signs_of
from iraqforce.charting.lettering import text_width
from iraqforce.charting.rows import EVENT_TOOLTIP, TOOLTIP, event_row, figure_row, link_to
from iraqforce.charting.styles import GREY, INK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.charting.layout import Scales
    from iraqforce.charting.picture import Event, Figure, Picture, Span
    from iraqforce.present.view import Json, Record

_ROW: Final = 15
_MOST_ROWS: Final = 8
_GAP: Final = 7


class _Lane(NamedTuple):
    """Marks of one kind under each other, from `top` on; `pointed` are those on a day that a source names."""

    rows: list[Record]
    pointed: list[Record]
    top: int
    height: int


def strip(picture: Picture, scales: Scales, *, links: bool) -> Record | None:
    """The view, or None where there is nothing for it."""
    crosses = [
        (_figure_row(figure, links=links), figure.span)
        for figure in sorted(picture.unnumbered, key=lambda each: each.span.first)
    ]
    unnumbered = _lane(crosses, scales, 0)
    top = unnumbered.height + (_ROW // 2 if crosses else 0)
    events = _lane([(_event_row(event), event.span) for event in picture.events], scales, top)
    layers: list[Json] = []
    if unnumbered.rows:
        layers += _unnumbered(unnumbered, scales, links=links)
    if events.rows:
        layers += _events(events, scales)
    if not layers:
        return None
    height = top + events.height
    return {"width": scales.size.width, "height": height, "view": {"stroke": None}, "layer": layers}


def _figure_row(figure: Figure, *, links: bool) -> Record:
    row: Record = {**figure_row(figure, None), "label": label_of(figure)}
    return {**row, "link": link_to(figure)} if links else row


def _event_row(event: Event) -> Record:
    label = f"{event.label} {signs_of(event.facts[0].as_of)}".rstrip()
    return {**event_row(event), "label": label}


def _lane(marks: Sequence[tuple[Record, Span]], scales: Scales, top: int) -> _Lane:
    boxes = [
        (scales.x(span.first) - 2, scales.x(span.last) + _GAP + text_width(str(row["label"]), LABEL_SIZE))
        for row, span in marks
    ]
    places = rows_of(boxes, _MOST_ROWS)
    rows: list[Record] = []
    for (row, _), place in zip(marks, places, strict=True):
        # Where all rows are full the mark stands in one more, without its label.
        y = top + _ROW * (_MOST_ROWS if place is None else place) + _ROW // 2
        label = "" if place is None else row["label"]
        rows.append({**row, "label": label, "y": y, "above": y - 5, "below": y + 5})
    pointed = [row for row, (_, span) in zip(rows, marks, strict=True) if span.pointed]
    used = max((_MOST_ROWS if place is None else place for place in places), default=-1) + 1
    return _Lane(rows, pointed, top, _ROW * used)


def _unnumbered(lane: _Lane, scales: Scales, *, links: bool) -> Iterator[Json]:
    """A cross for each level that names no number: it stands on no axis, and is not zero."""
    cross: Record = {"type": "point", "shape": "cross", "size": 70, "angle": 45, "opacity": 1}
    channels = {**told(TOOLTIP), **({"href": words("link")} if links else {})}
    yield _name("no number", lane)
    yield from _spans(lane, scales, {**HIDDEN}, {})
    mark: Record = {**cross, "filled": True, "color": INK}
    yield layer(lane.rows, mark, x=_day("date", scales), y=pixels("y"), **channels)
    yield _text(lane, scales)


def _events(lane: _Lane, scales: Scales) -> Iterator[Json]:
    yield _name("events", lane)
    yield from _spans(lane, scales, {}, told(EVENT_TOOLTIP))
    tick: Record = {"type": "rule", "stroke": INK, "strokeWidth": 1.6}
    x, y = _day("date", scales), pixels("above")
    yield layer(lane.pointed, tick, x=x, y=y, y2=end("below"), strokeDash=pattern(), **told(EVENT_TOOLTIP))
    yield _text(lane, scales)


def _day(field: str, scales: Scales) -> Record:
    return day(field, scales, named=False)


def _spans(lane: _Lane, scales: Scales, more: Record, channels: dict[str, Json]) -> Iterator[Record]:
    """A bar over the days of each date that is more than a day."""
    rows = [row for row in lane.rows if row["first"] != row["last"]]
    if rows:
        mark: Record = {
            "type": "rule",
            "stroke": GREY,
            "strokeWidth": 5,
            "strokeOpacity": 0.55,
            "strokeCap": "square",
            **more,
        }
        yield layer(rows, mark, x=_day("first", scales), x2=end("last"), y=pixels("y"), **channels)


def _text(lane: _Lane, scales: Scales) -> Record:
    mark: Record = {"type": "text", "align": "left", "baseline": "middle", "dx": _GAP - 2, **HIDDEN}
    mark = {**mark, "fontSize": LABEL_SIZE, "fill": INK}
    return layer(lane.rows, mark, x=_day("last", scales), y=pixels("y"), text=words())


def _name(name: str, lane: _Lane) -> Record:
    rows: list[Record] = [{"x": -8, "y": lane.top + _ROW // 2, "label": name}]
    mark: Record = {"type": "text", "align": "right", "baseline": "middle", "fontSize": LABEL_SIZE}
    return layer(rows, {**mark, "fill": INK}, x=pixels("x"), y=pixels("y"), **spoken())
