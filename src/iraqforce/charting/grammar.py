"""The parts of a Vega-Lite document that its views share: layers, channels and the scales of styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.styles import PATTERNS, STYLES, TICKS
from iraqforce.charting.ticks import days_axis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from iraqforce.charting.layout import Scales
    from iraqforce.present.view import Json, Record

HIDDEN: Final[Record] = {"aria": False}
"""For marks that only repeat what another one tells."""


def layer(rows: Iterable[Record], mark: Record, **channels: Json) -> Record:
    """One kind of mark for every row."""
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": channels}


def day(field: str, scales: Scales, *, named: bool = True) -> Record:
    """A channel of days; they are `named` under one view of the picture only."""
    axis = days_axis(scales) if named else None
    domain: Json = [_utc(scales.first), _utc(scales.last)]
    scale: Record = {"type": "utc", "domain": domain, "nice": False}
    return {"field": field, "type": "temporal", "scale": scale, "axis": axis}


def number(field: str, scales: Scales) -> Record:
    """A channel of numbers of people, from zero."""
    axis: Record = {"title": "people", "format": ",d", "tickMinStep": 1, "grid": True}
    scale: Record = {"domain": [0, scales.top], "nice": False, "zero": True}
    if scales.step is None:
        # A low plot has no room for many numbers.
        most = max(2, min(6, scales.size.height // 40))
        axis |= {"tickCount": min(most, max(1, int(scales.top)))}
    else:
        powers: list[Json] = []
        power = scales.step
        while power <= scales.top:
            powers.append(power)
            power *= 10
        axis |= {"title": "people, logarithmic", "values": [0, *powers]}
        scale |= {"type": "symlog", "constant": scales.constant}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def end(field: str) -> Record:
    """The other end of a mark, on the axis of its first."""
    return {"field": field}


def pixels(field: str) -> Record:
    """A channel that is told in pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def words(field: str = "label") -> Record:
    """The words of a text mark."""
    return {"field": field, "type": "nominal"}


def spoken() -> dict[str, Json]:
    """The words of a text mark, which are also what is heard of it."""
    return {"text": words(), "description": words()}


def told(titles: Mapping[str, str]) -> dict[str, Json]:
    """What is said of a mark when it is pointed at, and to those who hear the picture."""
    tooltip: Json = [{"field": field, "type": "nominal", "title": title} for field, title in titles.items()]
    return {"tooltip": tooltip, "description": words("description")}


def outline() -> Record:
    """The colour of a figure's sort, for the lines of a mark."""
    return _scaled("style", {style.words: style.colour for style in STYLES})


def symbol() -> dict[str, Json]:
    """The channels that draw the mark of a figure in its style."""
    return {
        "shape": _scaled("style", {style.words: style.shape for style in STYLES}),
        "stroke": outline(),
        "fill": _scaled(
            "style", {style.words: style.colour if style.filled else "transparent" for style in STYLES}
        ),
        "strokeDash": _dashes("style"),
    }


def pattern() -> Record:
    """The dashes of a line, by what it says in the field `line`."""
    return _dashes("line")


def _dashes(field: str) -> Record:
    # The views of a document share each scale: one holds the dashes of marks and of lines.
    marks: dict[str, Json] = {style.words: [*style.dash] for style in STYLES}
    return _scaled(field, {**marks, **{name: [*dash] for name, dash in (PATTERNS | TICKS).items()}})


def _scaled(field: str, ranges: Mapping[str, Json]) -> Record:
    scale: Record = {"domain": list(ranges), "range": list(ranges.values())}
    return {"field": field, "type": "nominal", "scale": scale, "legend": None}


def _utc(value: date) -> Record:
    return {"year": value.year, "month": value.month, "date": value.day, "utc": True}
