"""The view beneath the figures, on the same days: levels without a number, and events as ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.grammar import HIDDEN, day, end, layer, pixels, told, words
from iraqforce.charting.layout import LABEL_SIZE, label_of, rows_of
from iraqforce.charting.lettering import text_width
from iraqforce.charting.rows import EVENT_TOOLTIP, TOOLTIP, event_row, figure_row
from iraqforce.charting.styles import GREY, INK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iraqforce.charting.layout import Scales
    from iraqforce.charting.picture import Picture, Span
    from iraqforce.present.view import Json, Record

_ROW: Final = 15
_MOST_ROWS: Final = 8
_GAP: Final = 7


class _Lane:
    """Marks of one kind under each other, with their labels where there is room."""

    def __init__(self, rows: Sequence[Record], spans: Sequence[Span], scales: Scales, top: int) -> None:
        boxes = [
            (scales.x(span.first) - 2, scales.x(span.last) + _GAP + text_width(str(row["label"]), LABEL_SIZE))
            for row, span in zip(rows, spans, strict=True)
        ]
        places = rows_of(boxes, _MOST_ROWS)
        used = [place for place in places if place is not None]
        self.height = _ROW * (max(used, default=-1) + 1)
        self.rows: list[Record] = []
        for row, place in zip(rows, places, strict=True):
            label = row["label"] if place is not None else ""
            y = top + _ROW * (place if place is not None else _MOST_ROWS - 1) + _ROW // 2
            self.rows.append({**row, "label": label, "y": y, "above": y - 5, "below": y + 5})
        self.top = top


def strip(picture: Picture, scales: Scales, *, links: bool) -> Record | None:
    """The view, or None where there is nothing for it."""
    figures: list[Record] = []
    for figure in sorted(picture.unnumbered, key=lambda each: each.span.first):
        link: Record = {"link": f"#fact-{figure.fact.id}"} if links else {}
        figures.append({**figure_row(figure, None), "label": label_of(figure), **link})
    spans = [each.span for each in sorted(picture.unnumbered, key=lambda each: each.span.first)]
    unnumbered = _Lane(figures, spans, scales, 0)
    top = unnumbered.height + (_ROW // 2 if figures else 0)
    events = _Lane(
        [event_row(each) for each in picture.events], [e.span for e in picture.events], scales, top
    )
    height = top + events.height
    if not height:
        return None
    layers: list[Json] = []
    if figures:
        link_channel = {"href": words("link")} if links else {}
        cross: Record = {"type": "point", "shape": "cross", "size": 70, "angle": 45, "opacity": 1}
        cross = {**cross, "filled": True, "color": INK}
        layers += [_name("no number", unnumbered), *_spans(unnumbered, scales)]
        layers.append(_at("date", unnumbered, scales, cross, **told(TOOLTIP), **link_channel))
        layers.append(_text(unnumbered, scales))
    if events.rows:
        tick: Record = {"type": "rule", "stroke": INK, "strokeWidth": 1.6}
        channels: Mapping[str, Json] = {**told(EVENT_TOOLTIP), "y": pixels("above"), "y2": end("below")}
        layers += [_name("events", events), *_spans(events, scales)]
        layers += [_at("date", events, scales, tick, **channels), _text(events, scales)]
    return {"width": scales.size.width, "height": height, "view": {"stroke": None}, "layer": layers}


def _at(field: str, lane: _Lane, scales: Scales, mark: Record, **channels: Json) -> Record:
    return layer(lane.rows, mark, **{"x": day(field, scales, named=False), "y": pixels("y"), **channels})


def _spans(lane: _Lane, scales: Scales) -> list[Record]:
    """A bar over the days of each date that is more than a day."""
    rows = [row for row in lane.rows if row["first"] != row["last"]]
    mark: Record = {"type": "rule", "stroke": GREY, "strokeWidth": 4, "strokeOpacity": 0.45, **HIDDEN}
    bar = layer(rows, mark, x=day("first", scales, named=False), x2=end("last"), y=pixels("y"))
    return [bar] if rows else []


def _text(lane: _Lane, scales: Scales) -> Record:
    mark: Record = {"type": "text", "align": "left", "baseline": "middle", "dx": _GAP - 2, **HIDDEN}
    return _at("last", lane, scales, {**mark, "fontSize": LABEL_SIZE, "fill": INK}, text=words())


def _name(name: str, lane: _Lane) -> Record:
    rows: list[Record] = [{"x": -8, "y": lane.top + _ROW // 2, "label": name}]
    mark: Record = {"type": "text", "align": "right", "baseline": "middle", "fontSize": LABEL_SIZE}
    return layer(rows, {**mark, "fill": INK}, x=pixels("x"), y=pixels("y"), text=words())
