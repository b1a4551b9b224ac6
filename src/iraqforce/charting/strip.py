"""The view beneath the figures, on the same days: levels without a number, and events as ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.charting.grammar import HIDDEN, day, end, layer, pattern, pixels, spoken, told, words
from iraqforce.charting.layout import LABEL_SIZE, label_of, rows_of, signs_of
from iraqforce.charting.lettering import text_width
from iraqforce.charting.rows import EVENT_TOOLTIP, TOOLTIP, event_row, figure_row, link_to
from iraqforce.charting.styles import GREY, INK
from iraqforce.present.words import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.charting.layout import Scales
    from iraqforce.charting.picture import Event, Figure, Picture, Span
    from iraqforce.present.view import Json, Record

_ROW: Final = 15
_MOST_ROWS: Final = 8
_GAP: Final = 7
_MOST_NUMBERS: Final = 4
"""Numbers of sources in one label."""

_OVERHANG: Final = 14
"""Pixels that a label may reach beyond the plot."""


class _Mark(NamedTuple):
    """A mark with its days; of marks that share a label the last one has it."""

    row: Record
    span: Span
    label: str


class _Lane(NamedTuple):
    """Marks of one kind under each other, from `top` on; `pointed` are those on a day that a source names."""

    rows: list[Record]
    pointed: list[Record]
    top: int
    height: int


def strip(picture: Picture, scales: Scales, *, links: bool) -> Record | None:
    """The view, or None where there is nothing for it."""
    figures = sorted(picture.unnumbered, key=lambda each: each.span.anchor)
    withheld = all(each.fact.count is not None and each.fact.count.withheld for each in figures)
    crosses = _lane(list(_crosses(figures, scales, withheld=withheld, links=links)), scales, 0)
    top = crosses.height + (_ROW // 2 if figures else 0)
    events = _lane([[_event(event)] for event in picture.events], scales, top)
    layers: list[Json] = []
    if crosses.rows:
        layers += _unnumbered(crosses, scales, "withheld" if withheld else "no number", links=links)
    if events.rows:
        layers += _events(events, scales)
    if not layers:
        return None
    height = top + events.height
    return {"width": scales.size.width, "height": height, "view": {"stroke": None}, "layer": layers}


def _event(event: Event) -> _Mark:
    label = f"{event.label} {signs_of(event.facts[0].as_of)}".rstrip()
    return _Mark({**event_row(event), "label": label}, event.span, label)


def _crosses(
    figures: Sequence[Figure], scales: Scales, *, withheld: bool, links: bool
) -> Iterator[list[_Mark]]:
    """A mark for each figure; those so near each other that their labels would meet have one between them."""
    group: list[Figure] = []
    for figure in figures:
        if group and scales.x(figure.span.anchor) > _end(group, scales, withheld=withheld):
            yield _group(group, withheld=withheld, links=links)
            group = []
        group.append(figure)
    if group:
        yield _group(group, withheld=withheld, links=links)


def _end(group: Sequence[Figure], scales: Scales, *, withheld: bool) -> float:
    label = _label(group, withheld=withheld)
    return max(scales.x(each.span.last) for each in group) + 2 * _GAP + text_width(label, LABEL_SIZE)


def _label(group: Sequence[Figure], *, withheld: bool) -> str:
    """What is said of the figures: the numbers of their sources, or how many they are where they are many."""
    if len(group) == 1 and not withheld:
        return label_of(group[0])
    if len(group) > _MOST_NUMBERS:
        return number_of(len(group), "figure")
    notes = ", ".join(str(note) for note in dict.fromkeys(each.note for each in group))
    signs = "".join(dict.fromkeys(sign for each in group for sign in signs_of(each.fact.as_of)))
    return f"[{notes}] {signs}".rstrip()


def _group(group: Sequence[Figure], *, withheld: bool, links: bool) -> list[_Mark]:
    label = _label(group, withheld=withheld)
    rows: list[Record] = [
        {
            **figure_row(each, None),
            "label": label if each is group[-1] else "",
            **({"link": link_to(each)} if links else {}),
        }
        for each in group
    ]
    return [_Mark(row, each.span, label) for row, each in zip(rows, group, strict=True)]


def _lane(groups: Sequence[Sequence[_Mark]], scales: Scales, top: int) -> _Lane:
    """The groups, each in the first row that has room for it and its label."""
    places = rows_of([_box(group, scales) for group in groups], _MOST_ROWS)
    rows: list[Record] = []
    for group, place in zip(groups, places, strict=True):
        # Where all rows are full the marks stand in one more, without their label.
        y = top + _ROW * (_MOST_ROWS if place is None else place) + _ROW // 2
        for mark in group:
            label = "" if place is None else mark.row["label"]
            side = "left" if _turned(group, scales) else "right"
            rows.append({**mark.row, "label": label, "side": side, "y": y, "above": y - 5, "below": y + 5})
    marks = [mark for group in groups for mark in group]
    pointed = [row for row, mark in zip(rows, marks, strict=True) if mark.span.pointed]
    used = max((_MOST_ROWS if place is None else place for place in places), default=-1) + 1
    return _Lane(rows, pointed, top, _ROW * used)


def _box(group: Sequence[_Mark], scales: Scales) -> tuple[float, float]:
    first = min(scales.x(mark.span.first) for mark in group) - 2
    last = max(scales.x(mark.span.last) for mark in group)
    room = _GAP + text_width(group[-1].label, LABEL_SIZE)
    return (first - room, last + _GAP) if _turned(group, scales) else (first, last + room)


def _turned(group: Sequence[_Mark], scales: Scales) -> bool:
    """True where the label has no room to the right of a single mark."""
    last = scales.x(group[-1].span.last) + _GAP + text_width(group[-1].label, LABEL_SIZE)
    return len(group) == 1 and last > scales.size.width + _OVERHANG


def _unnumbered(lane: _Lane, scales: Scales, name: str, *, links: bool) -> Iterator[Json]:
    """A cross for each level that names no number: it stands on no axis, and is not zero."""
    cross: Record = {"type": "point", "shape": "cross", "size": 70, "angle": 45, "opacity": 1}
    channels = {**told(TOOLTIP), **({"href": words("link")} if links else {})}
    yield _name(name, lane)
    yield from _spans(lane, scales, {**HIDDEN}, {})
    mark: Record = {**cross, "filled": True, "color": INK}
    yield layer(lane.rows, mark, x=_day("date", scales), y=pixels("y"), **channels)
    yield from _texts(lane, scales)


def _events(lane: _Lane, scales: Scales) -> Iterator[Json]:
    yield _name("events", lane)
    yield from _spans(lane, scales, {}, told(EVENT_TOOLTIP))
    tick: Record = {"type": "rule", "stroke": INK, "strokeWidth": 1.6}
    x, y = _day("date", scales), pixels("above")
    yield layer(lane.pointed, tick, x=x, y=y, y2=end("below"), strokeDash=pattern(), **told(EVENT_TOOLTIP))
    yield from _texts(lane, scales)


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


def _texts(lane: _Lane, scales: Scales) -> Iterator[Record]:
    for side, field, align, dx in (("right", "last", "left", _GAP - 2), ("left", "first", "right", 2 - _GAP)):
        rows = [row for row in lane.rows if row["side"] == side and row["label"]]
        mark: Record = {"type": "text", "align": align, "baseline": "middle", "dx": dx, **HIDDEN}
        mark = {**mark, "fontSize": LABEL_SIZE, "fill": INK}
        if rows:
            yield layer(rows, mark, x=_day(field, scales), y=pixels("y"), text=words())


def _name(name: str, lane: _Lane) -> Record:
    rows: list[Record] = [{"x": -8, "y": lane.top + _ROW // 2, "label": name}]
    mark: Record = {"type": "text", "align": "right", "baseline": "middle", "fontSize": LABEL_SIZE}
    return layer(rows, {**mark, "fill": INK}, x=pixels("x"), y=pixels("y"), **spoken())
