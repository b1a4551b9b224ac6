"""F305: a total and a change that do not add up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.counts import Count, Number
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


_RIVALS: Final = timedelta(days=14)
"""Figures before the total that stand this close to the newest of them are rivals: one of them may fit."""

_SOON: Final = 14
"""Days after a change within which its source may tell the total that it led to."""

_REACH: Final = timedelta(days=365)
"""An older figure than this says nothing of what a change began from."""


_MOST: Final = 20
"""With more changes at a total than this, or figures before it, some fit by chance: nothing is told."""


class _Level(NamedTuple):
    fact: str
    source: str
    as_of: PartialDate
    count: Count  # type: ignore[assignment] # tuples have a method of this name; nobody counts here
    announced: bool
    at: Spot


class _Change(NamedTuple):
    """A counted change: it goes up by `sign` 1 and down by -1."""

    fact: str
    source: str
    as_of: PartialDate
    count: Count  # type: ignore[assignment] # as above
    sign: int
    announced: bool
    words: str


class _Total(NamedTuple):
    """A level that changes may lead to, and the newest figures before it."""

    level: _Level
    before: list[_Level]
    changes: list[_Change]


class SumsThatDoNotAddUp(Judge):
    """A total of the same source as a counted change, and figures before it that fit neither."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._levels: dict[tuple[str, str], list[_Level]] = {}
        self._changes: dict[tuple[str, str], list[_Change]] = {}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """Nothing yet: what came before may be written later."""
        count = fact.count
        firm = fact.stands_alone and fact.status not in ("planned", "authorised")
        if fact.force and fact.place and firm and count and not count.withheld:
            key = (fact.force.id, fact.place.id)
            if fact.kind == "level":
                self._levels.setdefault(key, []).append(_level(fact, count, written.spot("count")))
            elif fact.kind == "change" and count.value is not None and fact.direction in _SIGNS:
                self._changes.setdefault(key, []).append(_change(fact, count))
        return iter(())

    def conclude(self) -> Iterator[Finding]:
        """Each change whose total leads back to no figure there is."""
        for key, changes in self._changes.items():
            yield from _judged(changes, self._levels.get(key, []))


_SIGNS: Final = {"increase": 1, "decrease": -1}


def _level(fact: Fact, count: Count, at: Spot) -> _Level:
    return _Level(fact.id, fact.source.id, fact.as_of, count, fact.status == "announced", at)


def _change(fact: Fact, count: Count) -> _Change:
    words = f"the {fact.direction} of {count.text} ('{fact.id}')"
    sign = _SIGNS[fact.direction or ""]
    return _Change(fact.id, fact.source.id, fact.as_of, count, sign, fact.status == "announced", words)


def _judged(changes: list[_Change], levels: list[_Level]) -> Iterator[Finding]:
    """What no total explains. A change that is a part of another is explained by the total of that."""
    totals = _totals(changes, levels)
    sound = {total.level.fact for total in totals if _adds_up(total)}
    by_change: dict[str, list[_Total]] = {change.fact: [] for change in changes}
    for total in totals:
        for change in total.changes:
            by_change[change.fact].append(total)
    for change in changes:
        own = by_change[change.fact]
        # Of "from 5,000 to 5,200" both are levels of the day: the total is the one that the change leads to.
        own.sort(key=lambda total: (total.level.count.value or 0) * change.sign, reverse=True)
        if not any(total.level.fact in sound for total in own):
            yield from (_finding(total, change) for total in [each for each in own if each.before][:1])


def _totals(changes: list[_Change], levels: list[_Level]) -> list[_Total]:
    """The levels of a number that some change of the same source and time may lead to."""
    by_source: dict[str, list[_Change]] = {}
    for change in changes:
        by_source.setdefault(change.source, []).append(change)
    found = []
    for level in levels:
        leading = [change for change in by_source.get(level.source, ()) if _leads(change, level)]
        if 0 < len(leading) <= _MOST and level.count.value is not None:
            before = _before(level, levels)
            found += [_Total(level, before, leading)] if len(before) <= _MOST else []
    return found


def _leads(change: _Change, level: _Level) -> bool:
    """True where the level is of the time of the change or soon after, and is announced if that is."""
    soon = level.as_of.ends >= change.as_of.starts and change.as_of.days_before(level.as_of) <= _SOON
    return soon and level.announced == change.announced


def _adds_up(total: _Total) -> bool:
    """True where a figure before agrees with the total less one of its changes, or less all of them."""
    alone = [[change] for change in total.changes]
    starts = [_start(total.level.count, chosen) for chosen in (*alone, total.changes)]
    return any(start.agrees_with(level.count) for start in starts for level in total.before)


def _start(count: Count, changes: list[_Change]) -> Count:
    """The count less the changes: bounded by what bounds one of them, and "about" where one of them is."""
    value, low, high = count.value, count.low, count.high
    for change in changes:
        by, sign = change.count, change.sign
        least, most = (by.low, by.high) if sign > 0 else (by.high, by.low)
        value = _less(value, by.value, sign)
        low, high = _less(low, most, sign), _less(high, least, sign)
    about = "about" in {count.qualifier, *(change.count.qualifier for change in changes)}
    return Count("", value, low, high, "about" if about else "exact")


def _less(number: Number | None, by: Number | None, sign: int) -> Number | None:
    return None if number is None or by is None else number - sign * by


def _finding(total: _Total, change: _Change) -> Finding:
    level = total.level
    told = ", ".join(f"{each.count.text} ('{each.fact}')" for each in total.before)
    started = _worded(_start(level.count, [change]))
    message = f"{level.count.text} after {change.words} means {started} before, where there is {told}"
    hint = f"look whether they count the same; if each is quoted rightly, let '{level.fact}' accept F305"
    return Finding(Subject("fact", level.fact), level.at, message, hint)


def _worded(start: Count) -> str:
    if start.qualifier == "about":
        bound = "about "
    elif start.low is None:
        bound = "at most "
    else:
        bound = "at least " if start.high is None else ""
    return f"{bound}{start.value:,}"


def _before(total: _Level, levels: list[_Level]) -> list[_Level]:
    """The newest figures before the total, oldest first.

    Of the same day are those from which an announced total starts, and others of its own source.
    """
    earlier = [
        level
        for level in levels
        if not level.announced
        and level.fact != total.fact
        and total.as_of.starts - level.as_of.ends <= _REACH
        and (
            level.as_of.ends < total.as_of.starts
            or (
                level.as_of.starts <= total.as_of.starts and (total.announced or level.source == total.source)
            )
        )
    ]
    newest = max((level.as_of.starts for level in earlier), default=total.as_of.starts)
    return sorted(
        (level for level in earlier if newest - level.as_of.starts <= _RIVALS),
        key=lambda level: (level.as_of.starts, level.fact),
    )


_SUM: Final = """\
facts:
  - id: us-iraq-2017-01
    kind: level
    force: us
    place: iraq
    count: 5,000
    as_of: 2017-01
    status: actual
    basis: press
    source: yearbook
    locator: table 1
  - id: us-iraq-2017-02-increase
    kind: change
    force: us
    place: iraq
    count: 200
    as_of: 2017-02
    status: announced
    basis: press
    source: yearbook
    locator: table 1
    direction: increase
  - id: us-iraq-2017-02-total
    kind: level
    force: us
    place: iraq
    count: 5,200
    as_of: 2017-02
    status: announced
    basis: press
    source: yearbook
    locator: table 3
"""

RULE: Final = Rule(
    code="F305",
    name="a total and a change that do not add up",
    reason=(
        "Where a source tells a change and the total after it, the total less the change is what it "
        "counts from. If no figure before has that number, the two do not count the same, and a reader "
        "who subtracts is misled. Several changes may lead to the total together."
    ),
    fix="Look whether the figures count the same; where each is quoted rightly, acknowledge it at the total.",
    bad=_SUM.replace("count: 5,200", "count: 5,500"),
    good=_SUM,
    severity="warning",
    judge=SumsThatDoNotAddUp,
)
