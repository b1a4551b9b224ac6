"""The line from figure to figure: what `iraqforce level` answers on each day, and where it has no answer."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.rivals import oldest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqforce.counts import Number
    from iraqforce.facts import Fact


class Stretch(NamedTuple):
    """Days on which the newest figure is the same; not `supported` where it is too old to be an answer."""

    first: date
    last: date
    values: tuple[Number, ...]
    supported: bool


class Step(NamedTuple):
    """The day on which a newer figure takes the place of another: when the number changed is not known."""

    at: date
    before: Number
    after: Number


class Line(NamedTuple):
    """The line of a picture, from left to right."""

    stretches: tuple[Stretch, ...]
    steps: tuple[Step, ...]


def values_of(fact: Fact) -> tuple[Number, ...]:
    """The number named, else the bounds that are known; empty where the count has none."""
    count = fact.count
    if count is None:
        return ()
    if count.value is not None:
        return (count.value,)
    return tuple(dict.fromkeys(bound for bound in (count.low, count.high) if bound is not None))


def line(answering: Iterable[Fact], first: date, until: date | None, limit: int | None) -> Line:
    """The line of the levels that can answer, from `first` on; past the last of them only up to `until`.

    A day is supported where `asof.answer` gives a level for it with an age limit of `limit` days.
    """
    days = _days(answering)
    leaders = [each[-1] for each in days]
    following_ones: list[Fact | None] = [*(each[0] for each in days[1:]), None]
    stretches = [
        stretch
        for fact, following in zip(leaders, following_ones, strict=False)
        for stretch in _stretches(fact, following, until, limit)
    ]
    steps = [
        Step(after.as_of.starts, values_of(before)[0], values_of(after)[0])
        for before, after in pairwise(leaders)
        if values_of(before) and values_of(after) and values_of(before)[0] != values_of(after)[0]
    ]
    end = until or date.max
    return Line(
        tuple(
            each._replace(first=max(each.first, first), last=min(each.last, end))
            for each in stretches
            if each.last > first and each.first < end
        ),
        tuple(step for step in steps if first <= step.at <= end),
    )


def _days(answering: Iterable[Fact]) -> Sequence[Sequence[Fact]]:
    """For each first day, from old to new, of each last day the figure that comes first (section 3.3).

    The last of a day is its newest, which answers; the first is the next one, seen from before.
    """
    of_date: dict[tuple[date, date], Fact] = {}
    for fact in sorted(answering, key=oldest_first):
        of_date.setdefault(fact.as_of.order, fact)
    of_day: dict[date, list[Fact]] = {}
    for fact in of_date.values():
        of_day.setdefault(fact.as_of.starts, []).append(fact)
    return list(of_day.values())


def _stretches(
    fact: Fact, following: Fact | None, until: date | None, limit: int | None
) -> Iterator[Stretch]:
    """From the figure to the following one, section 3.5: carried or bracketed, and what lies between."""
    values = values_of(fact)
    start = fact.as_of.starts
    end = following.as_of.starts if following is not None else until
    if not values or end is None or end <= start:
        return
    old = end if limit is None else min(end, _later(fact.as_of.ends, limit))
    near = end
    if following is not None and limit is not None and _agree(fact, following):
        near = max(old, _later(end, -limit))
    yield Stretch(start, old, values, supported=True)
    if old < near:
        yield Stretch(old, near, values, supported=False)
    if near < end:
        yield Stretch(near, end, values, supported=True)


def _agree(one: Fact, other: Fact) -> bool:
    return one.count is not None and other.count is not None and one.count.agrees_with(other.count)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
