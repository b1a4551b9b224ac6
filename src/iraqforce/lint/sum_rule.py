"""F305: a total and a change that do not add up, because total minus change matches no earlier figure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from iraqforce.lint.context import Context, Finding
from iraqforce.model.counts import Count, Number
from iraqforce.model.facts import Fact

_SAME_TIME: Final = 14
"""Earlier figures at most this many days older than the newest one are alternatives: one of them may fit."""

_SOON: Final = 14
"""Days after a change within which its source may report the resulting total."""

_REACH: Final = 365
"""A figure older than this many days is too old to be the starting point of a change."""

_MOST: Final = 20
"""With more changes or earlier figures than this, some would fit by chance, so nothing is reported."""


class _Figure(NamedTuple):
    """A level, or a counted change that goes up by `sign` 1 and down by -1. Its days are ordinals."""

    fact: Fact
    count: Count  # type: ignore[assignment] # also a tuple's method
    first: int
    last: int
    announced: bool
    sign: int


class _Total(NamedTuple):
    """A level that changes may lead to, and the newest figures before it, oldest first."""

    level: _Figure
    before: list[_Figure]
    adds_up: bool


class _ByDate:
    """Figures that can be looked up by date without going through all of them."""

    def __init__(self, figures: Iterable[_Figure]) -> None:
        self._figures = sorted(figures, key=lambda figure: (figure.first, figure.fact.id))
        self._longest = max((figure.last - figure.first for figure in self._figures), default=0)

    def overlapping(self, first: int, last: int) -> Iterator[_Figure]:
        """The figures whose dates overlap these days, the latest start first."""
        for number in range(bisect_right(self._figures, last, key=lambda figure: figure.first) - 1, -1, -1):
            figure = self._figures[number]
            if figure.first + self._longest < first:
                return
            if figure.last >= first:
                yield figure


def sum_not_matching(context: Context) -> Iterator[Finding]:
    """F305: a counted change and a total of one source that lead back to no earlier figure."""
    levels: dict[tuple[str, str], list[_Figure]] = {}
    changes: dict[tuple[str, str], list[_Figure]] = {}
    for fact in context.base.facts:
        firm = (
            fact.scope == "total" and fact.excluded is None and fact.status not in ("planned", "authorized")
        )
        count = fact.count
        if not (fact.force and fact.place and firm and count) or count.withheld:
            continue
        sign = {"increase": 1, "decrease": -1}.get(fact.direction or "", 0)
        first, last = fact.as_of.starts.toordinal(), fact.as_of.ends.toordinal()
        figure = _Figure(fact, count, first, last, fact.status == "announced", sign)
        subject = fact.force.id, fact.place.id
        if fact.kind == "level":
            levels.setdefault(subject, []).append(figure)
        elif fact.kind == "change" and count.value is not None and sign:
            changes.setdefault(subject, []).append(figure)
    for subject, of_subject in changes.items():
        yield from _unexplained(context, of_subject, levels.get(subject, []))


def _unexplained(context: Context, changes: list[_Figure], levels: list[_Figure]) -> Iterator[Finding]:
    """The changes that no total explains. A part of a larger change is explained by the total of that."""
    totals = _totals(changes, levels)
    for change in changes:
        own = totals.get(change.fact.id, [])
        with_before = [total for total in own if total.before]
        if with_before and not any(total.adds_up for total in own):
            # Of "from 5,000 to 5,200" both are levels of the day: the change leads to the second.
            total = max(with_before, key=lambda each: (each.level.count.value or 0) * change.sign)
            yield _finding(context, total, change)


def _totals(changes: list[_Figure], levels: list[_Figure]) -> dict[str, list[_Total]]:
    """The totals that each change may lead to, by the id of the change: levels of its source and time."""
    by_source: dict[str, list[_Figure]] = {}
    for change in changes:
        by_source.setdefault(change.fact.source.id, []).append(change)
    changes_of = {source: _ByDate(figures) for source, figures in by_source.items()}
    present = _ByDate(level for level in levels if not level.announced)
    found: dict[str, list[_Total]] = {}
    for level in levels:
        if level.count.value is None or level.fact.source.id not in changes_of:
            continue
        near = changes_of[level.fact.source.id].overlapping(level.first - _SOON, level.last)
        leading = list(islice((each for each in near if each.announced == level.announced), _MOST + 1))
        before = _before(level, present)
        if leading and max(len(leading), len(before)) <= _MOST:
            total = _Total(level, before, _adds_up(level, before, leading))
            for change in leading:
                found.setdefault(change.fact.id, []).append(total)
    return found


def _before(total: _Figure, present: _ByDate) -> list[_Figure]:
    """The newest figures before the total, oldest first.

    Figures of the same day count if the total is announced, or if they are of its own source.
    """
    found: list[_Figure] = []
    for level in present.overlapping(total.first - _REACH, total.first):
        if found and found[0].first - level.first > _SAME_TIME:
            break
        earlier = level.last < total.first or total.announced or level.fact.source.id == total.fact.source.id
        if earlier and level.fact.id != total.fact.id:
            found.append(level)
    return found[::-1]


def _adds_up(total: _Figure, before: list[_Figure], changes: list[_Figure]) -> bool:
    """True if an earlier figure agrees with the total less one of its changes, or less all of them."""
    choices = [*([change] for change in changes), changes]
    return any(_start(total, chosen).may_equal(level.count) for level in before for chosen in choices)


def _start(total: _Figure, changes: Sequence[_Figure]) -> Count:
    """The total less the changes. It is bounded by what bounds one of them, and `about` if one of them is."""
    _, value, low, high, *_ = total.count
    for change in changes:
        by, sign = change.count, change.sign
        least, most = (by.low, by.high) if sign > 0 else (by.high, by.low)
        value, low, high = _less(value, by.value, sign), _less(low, most, sign), _less(high, least, sign)
    about = "about" in {each.count.qualifier for each in (total, *changes)}
    return Count("", value, low, high, "about" if about else "exact")


def _less(number: Number | None, by: Number | None, sign: int) -> Number | None:
    return None if number is None or by is None else number - sign * by


def _finding(context: Context, total: _Total, change: _Figure) -> Finding:
    level, by = total.level, change.fact
    earlier = ", ".join(f"{each.count.text} ('{each.fact.id}')" for each in total.before)
    start = _start(level, [change])
    bound = "at most " if start.low is None else "at least " if start.high is None else ""
    message = (
        f"{level.count.text} after the {by.direction} of {change.count.text} ('{by.id}') implies "
        f"{'about ' if start.qualifier == 'about' else bound}{start.value:,} before, but found {earlier}"
    )
    hint = (
        "check that both figures use the same definition;"
        f" if each is quoted correctly, suppress F305 for '{level.fact.id}'"
    )
    return context.at(level.fact, "count", message, hint)
