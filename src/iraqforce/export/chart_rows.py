"""The rows of a chart's data: one a mark, with everything that a reader may want to know of it, and labels.

A label is above or below its mark if it has room there, so that it covers nothing but lines.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final, NamedTuple

from iraqforce.export.chart_data import PARTIAL, ChartData, Options, middle_of, values_of
from iraqforce.export.references import link
from iraqforce.model.counts import Number, relation
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import is_web_address
from iraqforce.queries.timeline import simultaneous
from iraqforce.text.phrases import (
    date_words,
    event_words,
    place_words,
    qualities,
    quoted,
    sometime_words,
    source_words,
    status_before,
    who_where,
)

Row = dict[str, Any]

TOOLTIP = ("count", "about", "as of", "stated by", "notes", "words", "source", "url")
"""The fields that are shown when a reader points at a figure."""

EVENT_TOOLTIP = ("as of", "events")


MORE, LESS = "more than the number", "less than the number"
BEFORE, AFTER = "on or before the date", "on or after the date"

LANES = ("withheld", "no number", "events", "events due")
"""Why a row has no number."""


def figure_rows(data: ChartData, *, link_to_rows: bool) -> Iterator[Row]:
    """A row for each number of each figure; what cannot answer comes first, so that it hides nothing.

    A figure without a number has one row, and its lane says why.
    """
    for fact in sorted(
        data.figures, key=lambda each: (each.status in ("actual", "former", None), each.scope == "total")
    ):
        row = _figure(fact, data, link_to_rows=link_to_rows)
        for value in values_of(fact):
            yield {**row, "value": value}
        if not values_of(fact):
            yield {**row, "lane": "withheld" if fact.withheld else "no number"}


def _figure(fact: Fact, data: ChartData, *, link_to_rows: bool) -> Row:
    count, as_of = fact.count, fact.as_of
    address = link(fact.source.url)
    url = address if is_web_address(address) else ""
    shown: Row = {
        "count": plain(count.text) if count else "",
        "about": plain(who_where(fact)),
        "as of": date_words(as_of),
        "stated by": plain(f"{fact.speaker} ({fact.basis or 'press'})"),
        "notes": plain("; ".join(qualities(fact))),
        "words": plain(quoted(fact) or place_words(fact)),
        "source": plain(source_words(fact.source)),
        "url": url,
    }
    notes = f"; {shown['notes']}" if shown["notes"] else ""
    return {
        "fact": fact.id,
        **days(as_of, data.first, data.last),
        "series": plain(data.series[fact.id]),
        "basis": fact.basis or "press",
        "fill": "press" if fact.basis != "official" else plain(data.series[fact.id]),
        "status": fact.status or "actual",
        **shown,
        "link": f"#fact-{fact.id}" if link_to_rows else url,
        "description": (
            f"{shown['count']}: {shown['about']}, {sometime_words(as_of)}, stated by {shown['stated by']}"
            f"{notes}. {shown['words']} {shown['source']}"
        ),
    }


def open_sides(fact: Fact) -> list[str]:
    """The sides on which the number or the date of a figure is open."""
    count, as_of = fact.count, fact.as_of
    sides = {MORE: count and count.high, LESS: count and count.low, BEFORE: as_of.first, AFTER: as_of.last}
    return [name for name, end in sides.items() if end is None]


def arrow_rows(data: ChartData, rows: Iterable[Row]) -> Iterator[Row]:
    """A row for each side on which a number or a date is open."""
    facts = {fact.id: fact for fact in data.figures}
    for row in rows:
        for side in open_sides(facts[row["fact"]]):
            yield {**{name: row[name] for name in ("date", "value", "series")}, "open": side}


def range_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """A row from the lower to the upper bound of each range, whose two numbers follow each other."""
    for lower, upper in pairwise(rows):
        if lower["fact"] == upper["fact"]:
            yield {**lower, "to": upper["value"]}


def conflict_rows(data: ChartData) -> Iterator[Row]:
    """For figures of one time that can answer and do not agree: a row from each to the next larger one."""
    answering = [
        fact for fact in data.figures if fact.scope == "total" and values_of(fact) and fact.excluded is None
    ]
    for group in simultaneous(fact for fact in answering if fact.status not in ("planned", "authorized")):
        ordered = sorted(group, key=values_of)
        for one, other in pairwise(ordered):
            if one.count and other.count and relation(one.count, other.count) == "conflict":
                yield {
                    "date": middle_of(one.as_of).isoformat(),
                    "value": values_of(one)[-1],
                    "last": middle_of(other.as_of).isoformat(),
                    "to": values_of(other)[0],
                }


def line_rows(data: ChartData) -> Iterator[Row]:
    """The first and the last day of each stretch of a line."""
    for each in data.stretches:
        for day in (each.first, each.last):
            yield {
                "series": plain(each.series),
                "run": f"{each.series} {each.run}",
                "date": day.isoformat(),
                "value": each.value,
            }


def event_rows(data: ChartData, *, link_to_rows: bool) -> Iterator[Row]:
    """A row for each event."""
    for fact in data.events:
        words, as_of = plain(event_words(fact)), sometime_words(fact.as_of)
        yield {
            "fact": fact.id,
            **days(fact.as_of, data.first, data.last),
            "lane": "events due" if status_before(fact) else "events",
            "as of": as_of,
            "events": words,
            "link": f"#fact-{fact.id}" if link_to_rows else "",
            "description": f"Event, {as_of}: {words}",
        }


def days(as_of: PartialDate, first: date, last: date) -> Row:
    """The days of a date that are in the chart, and the day to draw it at."""
    days = max(as_of.starts, first), min(max(middle_of(as_of), first), last), min(as_of.ends, last)
    if as_of.first is None or as_of.last is None:
        days = days[1], days[1], days[1]
    return dict(zip(("first", "date", "last"), (day.isoformat() for day in days), strict=True))


def plain(text: str) -> str:
    """The text on one line, without characters that a picture cannot show."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


SIDES: Final = (-13, 14)
"""Pixels from a mark down to the middle of its label, the better side first."""

_CHARACTER: Final = 5.8


class Plane(NamedTuple):
    """The size of a plot in pixels, its days, and the number at its top.

    With a `constant` the axis is logarithmic: it is added to every number before its logarithm is taken.
    """

    width: int
    height: int
    first: date
    last: date
    top: Number
    constant: float | None

    @classmethod
    def of(cls, values: Sequence[Number], options: Options, data: ChartData, height: int) -> "Plane":
        """The plane that holds these numbers, with room above the highest."""
        values = [*values, *(each.value for each in data.stretches)]
        highest, lowest = max(values, default=0) or 1, min((each for each in values if each > 0), default=1)
        constant = 10.0 ** (math.floor(math.log10(lowest)) - 1) if options.axis == "log" else None
        top = highest * (1.15 if constant is None else 2)
        return cls(options.width, height, data.first, data.last, top, constant)

    def place(self, row: Row) -> tuple[float, float]:
        """The mark of a row, in pixels from the left and from the top."""
        days = max(1, (self.last - self.first).days)
        x = (date.fromisoformat(row["date"]) - self.first).days / days * self.width
        share = row["value"] / self.top
        if self.constant is not None:
            share = math.log1p(row["value"] / self.constant) / math.log1p(self.top / self.constant)
        return x, self.height * (1 - share)


class _Box(NamedTuple):
    """The middle of a rectangle, and the half of its width and of its height."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "_Box") -> bool:
        apart = abs(self.x - other.x) >= self.width + other.width
        return not apart and abs(self.y - other.y) < self.height + other.height


def labels(rows: Sequence[Row], arrows: Iterable[Row], plane: Plane) -> Iterator[Row]:
    """The rows that get a label, each with its side; the highest first, and the total before its parts."""
    taken = [_Box(*plane.place(row), 6, 6) for row in rows]
    for arrow in arrows:
        x, y = plane.place(arrow)
        taken.append(_Box(x, y + {MORE: -12, LESS: 12}.get(arrow["open"], 0), 5, 10))
    distinct = {(row["date"], row["count"]): row for row in rows}  # a range has two rows
    for row in sorted(distinct.values(), key=lambda row: (row["series"] == PARTIAL, -row["value"])):
        x, y = plane.place(row)
        half = _CHARACTER * len(row["count"]) / 2
        for side in SIDES:
            box = _Box(x, y + side, half + 3, 6)
            inside = half <= x <= plane.width - half + 10 and y + side < plane.height - 4
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                yield {"date": row["date"], "value": row["value"], "label": row["count"], "side": side}
                break
