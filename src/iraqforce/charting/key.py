"""The key above the plot: what each mark and each line says, of those that occur."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.grammar import HIDDEN, end, layer, pattern, pixels, spoken, symbol, words
from iraqforce.charting.lettering import text_width
from iraqforce.charting.styles import GREY, INK, STYLES, style_of
from iraqforce.present.words import days_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.charting.picture import Picture
    from iraqforce.present.view import Json, Record

_SIZE: Final = 11
_ROW: Final = 18
_SYMBOL: Final = 26


def key(picture: Picture, width: int) -> Record | None:
    """The view, as wide as `width` pixels where the words allow it; None where nothing is drawn."""
    entries = list(_entries(picture))
    if not entries:
        return None
    rows: list[Record] = []
    x, y = 0.0, _ROW // 2
    for entry in entries:
        wide = _SYMBOL + text_width(str(entry["label"]), _SIZE) + 16
        if x and x + wide > width:
            x, y = 0.0, y + _ROW
        at = round(x, 1)
        place: Record = {"x": at, "to": at + 20, "middle": at + 10, "text": at + _SYMBOL}
        rows.append({**entry, **place, "y": y, "above": y - 7})
        x += wide
    layers: list[Json] = [each for each in _layers(rows) if each["data"] != {"values": []}]
    return {"width": width, "height": y + _ROW // 2, "view": {"stroke": None}, "layer": layers}


def _layers(rows: list[Record]) -> Iterator[Record]:
    y = pixels("y")
    line: Record = {"type": "rule", "stroke": INK, "strokeWidth": 1.4, **HIDDEN}
    lines = [row for row in rows if "line" in row and row["line"] != "rivals"]
    yield layer(lines, line, x=pixels("x"), x2=end("to"), y=y, strokeDash=pattern())
    rivals = [row for row in rows if row.get("line") == "rivals"]
    thick: Record = {**line, "stroke": GREY, "strokeWidth": 2.5}
    yield layer(rivals, thick, x=pixels("x"), x2=end("to"), y=y, strokeDash=pattern())
    bars = [row for row in rows if row["sort"] == "date"]
    bar: Record = {**line, "stroke": GREY, "strokeWidth": 5, "strokeOpacity": 0.45}
    yield layer(bars, bar, x=pixels("x"), x2=end("to"), y=y)
    opens = [row for row in rows if row["sort"] == "open"]
    yield layer(opens, {**line, "strokeWidth": 1.8}, x=pixels("middle"), y=y, y2=end("above"))
    tip: Record = {
        "type": "point",
        "shape": "triangle-up",
        "size": 45,
        "filled": True,
        "color": INK,
        **HIDDEN,
    }
    yield layer(opens, {**tip, "opacity": 1}, x=pixels("middle"), y=pixels("above"))
    marks = [row for row in rows if "style" in row]
    mark: Record = {"type": "point", "size": 75, "strokeWidth": 1.8, "opacity": 1, **HIDDEN}
    yield layer(marks, mark, x=pixels("middle"), y=y, **symbol())
    signs = [row for row in rows if row["sort"] == "sign"]
    sign: Record = {"type": "text", "baseline": "middle", "fontSize": _SIZE, "fill": INK, **HIDDEN}
    yield layer(signs, sign, x=pixels("middle"), y=y, text=words("sign"))
    text: Record = {"type": "text", "align": "left", "baseline": "middle", "fontSize": _SIZE, "fill": INK}
    yield layer(rows, text, x=pixels("text"), y=y, **spoken())


def _signs(picture: Picture) -> Iterator[Record]:
    """What stands beside the number of a date that is not to be taken as it is."""
    facts = [figure.fact for figure in (*picture.figures, *picture.unnumbered)]
    dates = [fact.as_of for fact in (*facts, *(fact for event in picture.events for fact in event.facts))]
    if any(each.approximate for each in dates):
        yield {"sort": "sign", "sign": "~", "label": "about this date"}
    if any(each.uncertain for each in dates):
        yield {"sort": "sign", "sign": "?", "label": "the date is uncertain"}


def _entries(picture: Picture) -> Iterator[Record]:
    occurring = {style_of(figure) for figure in picture.figures}
    for style in STYLES:
        if style in occurring:
            yield {"sort": "figure", "label": style.words, "style": style.words}
    if any(figure.span.first != figure.span.last for figure in picture.figures):
        yield {"sort": "date", "label": "some day within"}
    yield from _signs(picture)
    counts = [figure.fact.count for figure in picture.figures if figure.fact.count is not None]
    if any(count.low is None or count.high is None for count in counts):
        yield {"sort": "open", "label": "open: more, or less, than the number"}
    if picture.rivals:
        yield {"sort": "line", "label": "figures of one time that do not agree", "line": "rivals"}
    if any(each.supported for each in picture.line.stretches):
        yield {"sort": "line", "label": "the newest figure", "line": "supported"}
    if any(not each.supported for each in picture.line.stretches):
        limit = days_words(picture.scope.max_age_days or 0)
        yield {"sort": "line", "label": f"not known: older than {limit}", "line": "unsupported"}
    if any(event.span.pointed and not event.happened for event in picture.events):
        yield {"sort": "line", "label": "an event that is planned or announced", "line": "due"}
    if picture.line.steps:
        yield {"sort": "line", "label": "a newer figure: when it changed is not known", "line": "step"}
