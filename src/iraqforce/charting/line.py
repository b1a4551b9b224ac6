"""The line from figure to figure: what `iraqforce level` answers on each day, and where it has no answer.

It is drawn through figures that cover the whole: where only a wider one answers there is no line.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.asof import brackets
from iraqforce.rivals import newest_first, oldest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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

    A day is supported where `asof.answer` gives a figure for it with an age limit of `limit` days. Where the
    only counts of a time are withheld there is no line.
    """
    leads = list(_leads(answering))
    ends = [*(lead.start for lead in leads[1:]), until]
    stretches = [
        stretch
        for lead, end in zip(leads, ends, strict=False)
        if end is not None
        for stretch in _stretches(lead, end, limit)
    ]
    steps = [
        Step(after.start, values_of(before.leader)[0], values_of(after.leader)[0])
        for before, after in pairwise(leads)
        if values_of(before.leader) and values_of(after.leader)
        if values_of(before.leader)[0] != values_of(after.leader)[0]
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


class _Lead(NamedTuple):
    """From `start` on `leader` is the newest figure, and `following` the next one, if there is one."""

    start: date
    leader: Fact
    following: Fact | None


def _leads(answering: Iterable[Fact]) -> Iterator[_Lead]:
    """The newest figure from day to day (section 3.3); what is withheld is no figure, and ends none."""
    figures = sorted((fact for fact in answering if not fact.withheld), key=oldest_first)
    days = [list(day) for _, day in groupby(figures, lambda fact: fact.as_of.starts)]
    for day, after in zip_longest(days, days[1:]):
        yield _Lead(day[0].as_of.starts, min(day, key=newest_first), after[0] if after else None)


def _stretches(lead: _Lead, end: date, limit: int | None) -> Iterator[Stretch]:
    """From the start of a lead to its end, section 3.5: carried or bracketed, and what lies between."""
    fact, following = lead.leader, lead.following
    if not values_of(fact) or end <= lead.start:
        return
    values = values_of(fact)
    old = end if limit is None else min(end, max(lead.start, _later(fact.as_of.ends, limit)))
    near = end
    if following is not None and limit is not None and brackets(fact, following):
        near = min(end, max(old, _later(following.as_of.starts, -limit)))
    if lead.start < old:
        yield Stretch(lead.start, old, values, supported=True)
    if old < near:
        yield Stretch(old, near, values, supported=False)
    if near < end:
        yield Stretch(near, end, values, supported=True)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
