"""What a picture of levels over time shows, as values: figures, the line between them, events and notes.

Nothing here knows of pixels. What the picture claims is what section 3 of the design answers, day by day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.asof import ANSWERING, can_answer
from iraqforce.charting.line import line, values_of
from iraqforce.charting.rivals import rivalries
from iraqforce.present.words import status_before
from iraqforce.timeline import listing_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.charting.line import Line
    from iraqforce.counts import Number
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Force, Place, Source

MARGIN: Final = 0.04
"""The part of the picture that is left free on either side of its figures."""

LEAST_MARGIN: Final = timedelta(days=45)


class Scope(NamedTuple):
    """Whose levels, where and from when to when; `max_age_days` is None where no age is too old."""

    force: Force
    place: Place
    since: PartialDate | None
    until: PartialDate | None
    max_age_days: int | None


class Span(NamedTuple):
    """The days of a date that lie in the picture; `opens` and `closes` say that the date has that end."""

    first: date
    last: date
    opens: bool
    closes: bool

    @property
    def anchor(self) -> date:
        """Where the mark stands: on the day, in the middle of the span, or at the end that is known."""
        if self.opens != self.closes:
            return self.first if self.opens else self.last
        return self.first + (self.last - self.first) // 2

    @property
    def pointed(self) -> bool:
        """True where the anchor is a day that the source names."""
        return self.first == self.last or self.opens != self.closes


class Figure(NamedTuple):
    """A level in the picture; `note` is the number of its source, `whole` False for a part or for more."""

    fact: Fact
    span: Span
    note: int
    whole: bool

    @property
    def values(self) -> tuple[Number, ...]:
        """The number named, else the bounds that are known; empty where there is none."""
        return values_of(self.fact)


class Event(NamedTuple):
    """Events of one date, numbered from `number` on."""

    facts: tuple[Fact, ...]
    span: Span
    number: int

    @property
    def happened(self) -> bool:
        """True where some of them is said to have happened; what is only planned or announced is not."""
        return any(not status_before(fact) for fact in self.facts)

    @property
    def label(self) -> str:
        """The number, or the first and the last: `7–14`."""
        last = self.number + len(self.facts) - 1
        return str(self.number) if last == self.number else f"{self.number}–{last}"


class Note(NamedTuple):
    """A source under its number."""

    number: int
    source: Source


class Picture(NamedTuple):
    """A picture whose days go from `first` to `last`.

    `figures` have a number to be drawn at, `unnumbered` are withheld or unbounded. Two figures of `rivals`
    are of one time, as the timeline has it, and do not agree. `outside` counts the events before and after
    the picture.
    """

    scope: Scope
    first: date
    last: date
    figures: tuple[Figure, ...]
    unnumbered: tuple[Figure, ...]
    line: Line
    rivals: tuple[tuple[Figure, Figure], ...]
    events: tuple[Event, ...]
    outside: int
    notes: tuple[Note, ...]
    left_out: int = 0

    @property
    def empty(self) -> bool:
        """True where there is no level to be seen."""
        return not self.figures and not self.unnumbered


def picture(scope: Scope, levels: Iterable[Fact], events: Iterable[Fact]) -> Picture:
    """The picture of `levels`, which are those of the scope's force and place and of their parts.

    Levels before the scope's first day are wanted too: the line comes from them.
    """
    given = [fact for fact in levels if fact.count is not None]
    seen = sorted(
        (fact for fact in given if in_scope(fact.as_of, scope)), key=lambda fact: listing_order(fact.as_of)
    )
    first, last = _window(scope, seen)
    numbers: dict[str, Note] = {}
    for fact in seen:
        numbers.setdefault(fact.source.id, Note(len(numbers) + 1, fact.source))
    figures = [
        Figure(
            fact,
            span_of(fact.as_of, first, last),
            numbers[fact.source.id].number,
            fact.stands_alone and fact.concerns(scope.force.id, scope.place.id),
        )
        for fact in seen
    ]
    numbered = tuple(figure for figure in figures if figure.values)
    answering = [fact for fact in given if can_answer(fact, scope.force.id, scope.place.id)]
    shown, outside = _events(events, first, last) if seen else ((), 0)
    return Picture(
        scope=scope,
        first=first,
        last=last,
        figures=numbered,
        unnumbered=tuple(figure for figure in figures if not figure.values),
        line=line(answering, first, last if scope.until else None, scope.max_age_days),
        rivals=rivalries([each for each in numbered if each.whole and each.fact.status in ANSWERING]),
        events=shown,
        outside=outside,
        notes=tuple(numbers.values()),
    )


def span_of(value: PartialDate, first: date, last: date) -> Span:
    """The days of the date that lie between `first` and `last`, which it overlaps."""
    opens, closes = value.first is not None, value.last is not None
    return Span(max(value.starts, first), min(value.ends, last), opens=opens, closes=closes)


def in_scope(value: PartialDate, scope: Scope) -> bool:
    """True for a date that may lie between the days asked for."""
    after = scope.since is None or value.ends >= scope.since.starts
    return after and (scope.until is None or value.starts <= scope.until.ends)


def _window(scope: Scope, seen: Sequence[Fact]) -> tuple[date, date]:
    """The first and the last day of the picture: those asked for, else those of the figures and a margin."""
    known = [day for fact in seen for day in (fact.as_of.first, fact.as_of.last) if day is not None]
    since = scope.since.first if scope.since else None
    until = scope.until.last if scope.until else None
    earliest = since or min([*known, *([until] if until else [])], default=date(2000, 1, 1))
    latest = until or max([*known, *([since] if since else [])], default=date(2000, 12, 31))
    margin = max((latest - earliest) * MARGIN, LEAST_MARGIN)
    return since or _moved(earliest, -margin), until or _moved(latest, margin)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def _events(events: Iterable[Fact], first: date, last: date) -> tuple[tuple[Event, ...], int]:
    """The events that may lie in the picture, those of one date together; and how many lie outside."""
    of_date: dict[object, list[Fact]] = {}
    outside = 0
    for fact in sorted(events, key=lambda fact: listing_order(fact.as_of)):
        if fact.as_of.starts > last or fact.as_of.ends < first:
            outside += 1
        else:
            of_date.setdefault(listing_order(fact.as_of), []).append(fact)
    shown = []
    number = 1
    for facts in of_date.values():
        shown.append(Event(tuple(facts), span_of(facts[0].as_of, first, last), number))
        number += len(facts)
    return tuple(shown), outside
