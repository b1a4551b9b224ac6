"""The data of a chart as a Vega-Lite document, version 6, with every row of data inside.

Scales, axes and legends are left to Vega-Lite. Color and shape say what a figure counts, the fill whose
number it is, a ring that it is announced, planned or authorized, an arrow that its number or date is open.
"""

import math
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from typing import Any, Final, NamedTuple

from iraqforce.export import chart_rows
from iraqforce.export.chart_data import BROADER, PARTIAL, ChartData, Options, middle_of, moved, values_of
from iraqforce.export.chart_rows import EVENT_TOOLTIP, SIDES, TOOLTIP, Plane, Row, labels, plain
from iraqforce.model.dates import PartialDate
from iraqforce.pages.bars import Point, second_axis
from iraqforce.text.phrases import capitalized, date_words, day_words, number_of, span_words

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"

_INK: Final = "#222222"
_GRAY: Final = "#666666"
_PAPER: Final = "#ffffff"

# The palette of Okabe and Ito, without its yellow: color-blind readers tell the colors apart.
_COLORS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#777777")
_SHAPES: Final = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "triangle-left")

_ARROWS: Final = {
    chart_rows.MORE: "M0,-.3V-1M-.2,-.75L0,-1L.2,-.75",
    chart_rows.LESS: "M0,.3V1M-.2,.75L0,1L.2,.75",
    chart_rows.BEFORE: "M-.3,0H-1M-.75,-.2L-1,0L-.75,.2",
    chart_rows.AFTER: "M.3,0H1M.75,-.2L1,0L.75,.2",
}
"""The path of the arrow for each side that may be open."""

_RINGS: Final = {"announced": [1, 0], "planned": [4, 2], "authorized": [1, 2]}
"""The dashes of the ring around a figure that is not reported as actual."""

# Marks that only support another one are not read to a listener.
_SILENT: Final = {"aria": False, "tooltip": None}
_LINE: Final = {"type": "line", "interpolate": "step-after", "strokeWidth": 1.4, **_SILENT}
_CONFLICT: Final = {"type": "rule", "strokeWidth": 1.5, "strokeDash": [3, 2], "stroke": _GRAY, **_SILENT}
_SPAN: Final = {"type": "rule", "strokeWidth": 5, "strokeOpacity": 0.4, **_SILENT}
_RANGE: Final = {"type": "rule", "strokeWidth": 3, **_SILENT}
_ARROW: Final = {"type": "point", "size": 1700, "strokeWidth": 1.6, "opacity": 1, **_SILENT}
_MARK: Final = {"type": "point", "filled": True, "strokeWidth": 1.6, "opacity": 1}
_RING: Final = {"type": "point", "size": 190, "stroke": _INK, "strokeWidth": 1.1, "opacity": 1, **_SILENT}
_LANE: Final = {"type": "point", "size": 50, "color": _INK, "opacity": 1}
_LABEL: Final = {"type": "text", "baseline": "middle", "fontSize": 11, "fill": _INK, **_SILENT}
_ASKED: Final = {"type": "rect", "color": "#E69F00", "stroke": "#B37B00", "opacity": 0.35, **_SILENT}
_ASKED_TEXT: Final = {"type": "text", "y": -7, "fontSize": 11, "color": _INK, **_SILENT}

_DAYS: Final = {
    "title": None,
    "grid": False,
    "labelOverlap": True,
    "tickCount": {"expr": "width / 70"},
    "format": {"year": "%Y", "quarter": "%b %Y", "month": "%b %Y", "week": "%b %-d", "date": "%b %-d"},
}

_CONFIG: Final = {
    "font": "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif",
    "axis": {
        "labelColor": _INK, "titleColor": _INK, "labelFontSize": 11, "titleFontSize": 11,
        "titleFontWeight": "normal", "domainColor": _GRAY, "tickColor": _GRAY, "gridColor": "#ebebeb",
    },
    "legend": {
        "orient": "bottom", "direction": "vertical", "labelColor": _INK, "labelFontSize": 11,
        "labelLimit": 400, "title": None, "symbolStrokeWidth": 1.6,
    },
    "view": {"stroke": None},
    "concat": {"spacing": 8},
}  # fmt: skip


class _Style(NamedTuple):
    """The options, and the channels that all views of a chart share, so that they share a legend too."""

    options: Options
    stroke: Row
    shape: Row
    fill: Row
    ring: Row


def document(data: ChartData, options: Options) -> Row:
    """The document; the same data give the same."""
    title = capitalized(plain(f"{data.force.name} {data.place.phrase}"))
    summary = summary_of(data, options)
    style = _style(data, options)
    views = [view for panel in _panels(data, style) for view in panel]
    updated = f" · updated {date_words(data.base.updated)}" if data.base.updated else ""
    caption = _title(f"iraqforce · {data.base.title}{updated}", options.width, fontSize=11)
    views[-1]["title"] = {**caption, "orient": "bottom", "color": _GRAY}
    return {
        "$schema": SCHEMA,
        "description": f"{title}. {summary}",
        "background": _PAPER,
        "padding": 14,
        "title": {
            **_title(title, options.width, fontSize=16),
            "subtitle": textwrap.wrap(summary, options.width // 6 + 8),
            "subtitleFontSize": 12,
            "subtitleColor": _INK,
            "offset": 16,
        },
        "vconcat": views,
        "config": _CONFIG,
    }


def summary_of(data: ChartData, options: Options) -> str:
    """What the chart shows, in a few sentences."""
    if not data.figures:
        return "No figure is available. This does not mean zero."
    dates = [fact.as_of for fact in data.figures]
    first, last = dates[0], max(dates, key=lambda each: each.ends)
    period = " to ".join(dict.fromkeys((_end_words(first), _end_words(last))))
    sentences = [f"{number_of(len(data.figures), 'figure')} as reported, {period}."]
    if data.left_out:
        sentences.append(f"{number_of(data.left_out, 'partial, planned or ceiling figure')} not shown.")
    if data.stretches:
        limit = options.max_age
        end = "" if limit is None else f", for at most {number_of(limit, 'day')}"
        sentences.append(f"A line holds the latest figure of one definition{end}.")
    if any(chart_rows.open_sides(fact) for fact in data.figures if values_of(fact)):
        sentences.append("An arrow marks an open-ended number or date.")
    if any(chart_rows.conflict_rows(data)):
        sentences.append("A dashed line joins conflicting figures.")
    return " ".join(sentences)


def _end_words(as_of: PartialDate) -> str:
    return day_words(middle_of(as_of)) if as_of.precision == "interval" else span_words(as_of)


def _title(text: str, width: int, **more: Any) -> Row:
    lines = textwrap.wrap(plain(text), round(width * 2.2 / more["fontSize"]))
    return {"text": lines, "anchor": "start", "fontWeight": "normal", "color": _INK, **more}


def _panels(data: ChartData, style: _Style) -> Iterator[list[Row]]:
    """The views of one panel, or of two if the axis of the first would hide the figures of the second."""
    points = [
        Point(middle_of(fact.as_of), max(values_of(fact)))
        for fact in data.figures
        if values_of(fact) and fact.status not in ("planned", "authorized")
    ]
    for each in data.stretches:
        points += [Point(each.first, each.value), Point(moved(each.last, -1), each.value)]
    day = second_axis(points, style.options.axis)
    if day is None:
        yield _panel(data, style, style.options.height)
        return
    words = day_words(day)
    for part, title in zip(data.split(day), (f"Before {words}", f"From {words}"), strict=True):
        views = _panel(part, style, round(style.options.height * 0.7))
        bold = {"fontWeight": "bold", "frame": "group"}
        views[0]["title"] = {**_title(f"{title} (its own scale)", style.options.width, fontSize=12), **bold}
        yield views


def _panel(data: ChartData, style: _Style, height: int) -> list[Row]:
    """The plot of the numbers, and below it what has none: withheld counts and events."""
    link = style.options.link_to_rows
    rows = [*chart_rows.figure_rows(data, link_to_rows=link), *chart_rows.event_rows(data, link_to_rows=link)]
    numbered, lanes = [row for row in rows if "value" in row], [row for row in rows if "lane" in row]
    plots = [_plot(numbered, data, style, height)] if numbered or data.stretches or not lanes else []
    return plots + ([_lanes(lanes, data, style.options, days=not plots)] if lanes else [])


def _plot(rows: list[Row], data: ChartData, style: _Style, height: int) -> Row:
    """The numbers, from back to front: date asked for, lines, conflicts, dates, bounds, marks and labels."""
    options, stroke, shape, fill, ring = style
    plane = Plane.of([row["value"] for row in rows], options, data, height)
    x, y = _day("date", data), _numbers(plane)
    x_end, y_end = {"field": "last"}, {"field": "to"}
    arrows = list(chart_rows.arrow_rows(data, rows))
    mark = {**_MARK, "size": 60 if len(rows) <= 60 else 36}
    layers = (
        *_asked(data, options),
        _layer(chart_rows.line_rows(data), _LINE, x=x, y=y, stroke=stroke, detail={"field": "run"}),
        _layer(chart_rows.conflict_rows(data), _CONFLICT, x=x, x2=x_end, y=y, y2=y_end),
        _layer(_spans(rows), _SPAN, x=_day("first", data), x2=x_end, y=y, stroke=stroke),
        _layer(chart_rows.range_rows(rows), _RANGE, x=x, y=y, y2=y_end, stroke=stroke),
        _layer(arrows, _ARROW, x=x, y=y, stroke=stroke, shape={**shape, "field": "open"}),
        _layer(rows, mark, x=x, y=y, stroke=stroke, shape=shape, fill=fill, **_described(rows, TOOLTIP)),
        _layer((row for row in rows if row["status"] in _RINGS), _RING, x=x, y=y, strokeDash=ring),
        *_labels(labels(rows, arrows, plane), x, y),
    )
    return _view(layers, options, height)


def _lanes(rows: list[Row], data: ChartData, options: Options, *, days: bool) -> Row:
    """What has no number, in a lane for each reason: it has no place on an axis, and is not zero."""
    names = [name for name in chart_rows.LANES if any(row["lane"] == name for row in rows)]
    axis = {"title": None, "domain": False, "ticks": False, "grid": True}
    x = _day("date", data, labels=days)
    y = {"field": "lane", "type": "nominal", "scale": {"domain": names}, "axis": axis}
    figures, events = [row for row in rows if "count" in row], [row for row in rows if "events" in row]
    span = {**_SPAN, "stroke": _GRAY}
    cross = {**_LANE, "shape": "cross", "angle": 45, "filled": True}
    dot = {**_LANE, "shape": "circle", "size": 25}
    layers = (
        _layer(_spans(rows), span, x=_day("first", data, labels=days), x2={"field": "last"}, y=y),
        _layer(figures, cross, x=x, y=y, **_described(figures, TOOLTIP)),
        _layer(events, dot, x=x, y=y, **_described(events, EVENT_TOOLTIP)),
    )
    return _view(layers, options, 18 * len(names))


def _layer(rows: Iterable[Row], mark: Row, **encoding: Any) -> Row:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def _view(layers: Sequence[Row], options: Options, height: int) -> Row:
    """The layers that have rows, or the first one if none has any."""
    with_rows = [each for each in layers if each["data"]["values"]] or layers[:1]
    return {"width": options.width, "height": height, "layer": list(with_rows)}


def _spans(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if row["first"] != row["last"])


def _labels(rows: Iterable[Row], x: Row, y: Row) -> Iterator[Row]:
    found = list(rows)
    for side in SIDES:
        yield _layer(
            (row for row in found if row["side"] == side),
            {**_LABEL, "dy": side},
            x=x,
            y=y,
            text={"field": "label", "type": "nominal"},
        )


def _asked(data: ChartData, options: Options) -> Iterator[Row]:
    """A band over the date that was asked for."""
    asked = options.asked
    if asked and data.first <= asked.ends and asked.starts <= data.last:
        first, last = max(asked.starts, data.first), min(moved(asked.ends, 1), data.last)
        row = {"first": first.isoformat(), "last": last.isoformat()}
        x = _day("first", data)
        yield _layer([row], _ASKED, x=x, x2={"field": "last"})
        yield _layer([row], {**_ASKED_TEXT, "text": f"asked: {span_words(asked)}"}, x=x)


def _day(field: str, data: ChartData, *, labels: bool = True) -> Row:
    """The axis of days, in UTC, so that a day is the same everywhere."""
    days = data.first, data.last
    ends = [{"year": day.year, "month": day.month, "date": day.day, "utc": True} for day in days]
    scale = {"type": "utc", "domain": ends, "nice": False}
    return {"field": field, "type": "temporal", "scale": scale, "axis": _DAYS if labels else None}


def _numbers(plane: Plane) -> Row:
    """The axis of numbers, from 0 on. On a logarithmic one every power of ten has a line, and so has 0."""
    scale: Row = {"domain": [0, plane.top], "nice": False}
    axis: Row = {"title": "people", "tickCount": 6}
    if plane.constant is not None:
        scale |= {"type": "symlog", "constant": plane.constant}
        first, last = (math.floor(math.log10(each)) for each in (plane.constant * 10, plane.top))
        lines = [0, *(10**power for power in range(first, last + 1))]
        axis = {"title": "people, logarithmic", "values": lines}
    return {"field": "value", "type": "quantitative", "scale": scale, "axis": axis}


def _style(data: ChartData, options: Options) -> _Style:
    """The channels, with a legend of what figures count, of whose they are, and of what they are not yet."""
    rows = [row for row in chart_rows.figure_rows(data, link_to_rows=False) if "value" in row]
    counts = Counter(row["series"] for row in rows)
    counts.update({plain(each.series): 0 for each in data.stretches})
    names = sorted(counts, key=lambda name: (name in (PARTIAL, BROADER), -counts[name], name))
    colors, shapes = list(islice(cycle(_COLORS), len(names))), islice(cycle(_SHAPES), len(names))
    bases = [name for name in ("official", "press") if any(row["basis"] == name for row in rows)]
    statuses = [name for name in _RINGS if any(row["status"] == name for row in rows)]
    all_names = [*names, *_ARROWS]
    legend = {"values": names, "columns": 2, "symbolFillColor": "transparent"}
    of_basis = {"values": bases, "symbolType": "circle", "symbolStrokeColor": _INK}
    of_status = {"symbolType": "circle", "symbolSize": 150}
    return _Style(
        options,
        stroke=_channel("series", all_names, [*colors, *[_INK] * len(_ARROWS)], legend),
        shape=_channel("series", all_names, [*shapes, *_ARROWS.values()], legend),
        fill=_channel("fill", [*names, "official", "press"], [*colors, _INK, _PAPER], of_basis),
        ring=_channel("status", statuses, [_RINGS[name] for name in statuses], of_status),
    )


def _channel(field: str, domain: Sequence[str], values: Sequence[Any], legend: Row) -> Row:
    return {"field": field, "type": "nominal", "scale": {"domain": domain, "range": values}, "legend": legend}


def _described(rows: Iterable[Row], fields: Iterable[str]) -> Row:
    """What a mark shows a reader who points at it, what a listener hears, and where it leads."""
    channels: Row = {"tooltip": [{"field": each, "type": "nominal"} for each in fields]}
    channels["description"] = {"field": "description", "type": "nominal"}
    if any(row["link"] for row in rows):
        channels["href"] = {"field": "link", "type": "nominal"}
    return channels
