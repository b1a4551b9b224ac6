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

_REACH: Final = timedelta(days=365)
"""An older figure than this says nothing of what a change began from."""


class _Level(NamedTuple):
    fact: str
    source: str
    as_of: PartialDate
    count: Count  # type: ignore[assignment] # tuples have a method of this name; nobody counts here
    announced: bool
    at: Spot


class _Change(NamedTuple):
    source: str
    as_of: PartialDate
    by: Number
    announced: bool
    words: str


class SumsThatDoNotAddUp(Judge):
    """A total of the same source as a counted change, and figures before it that fit neither."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._levels: dict[tuple[str, str], list[_Level]] = {}
        self._changes: dict[tuple[str, str], list[_Change]] = {}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """Nothing yet: what came before may be written later."""
        count = fact.count
        if fact.force and fact.place and count and fact.status not in ("planned", "authorised"):
            key = (fact.force.id, fact.place.id)
            announced = fact.status == "announced"
            if fact.kind == "level" and fact.whole:
                level = _Level(fact.id, fact.source.id, fact.as_of, count, announced, written.spot("count"))
                self._levels.setdefault(key, []).append(level)
            elif (
                fact.kind == "change"
                and count.value is not None
                and fact.direction in ("increase", "decrease")
            ):
                by = count.value if fact.direction == "increase" else -count.value
                words = f"the {fact.direction} of {count.text} ('{fact.id}')"
                change = _Change(fact.source.id, fact.as_of, by, announced, words)
                self._changes.setdefault(key, []).append(change)
        return iter(())

    def conclude(self) -> Iterator[Finding]:
        """Each change whose total leads back to no figure there is."""
        for key, changes in self._changes.items():
            for change in changes:
                yield from _judged(change, self._levels.get(key, []))


def _judged(change: _Change, levels: list[_Level]) -> Iterator[Finding]:
    totals = [
        level
        for level in levels
        if level.source == change.source
        and level.announced == change.announced
        and level.count.value is not None
        and level.as_of.overlaps(change.as_of)
    ]
    # Of "from 5,000 to 5,200" both are levels of the day: the total is the one that the change leads to.
    totals.sort(key=lambda level: (level.count.value or 0) * change.by, reverse=True)
    befores = [_before(total, levels) for total in totals]
    if any(_fits(total, change, before) for total, before in zip(totals, befores, strict=True)):
        return
    for total, before in zip(totals, befores, strict=True):
        if before:
            yield _finding(total, change, before)
            return


def _finding(total: _Level, change: _Change, before: list[_Level]) -> Finding:
    started = (total.count.value or 0) - change.by
    told = ", ".join(f"{level.count.text} ('{level.fact}')" for level in before)
    message = f"{total.count.text} after {change.words} means {started:,} before, where there is {told}"
    hint = "look whether they count the same; if so, let the fact accept F305 and say why"
    return Finding(Subject("fact", total.fact), total.at, message, hint)


def _fits(total: _Level, change: _Change, before: list[_Level]) -> bool:
    """True where a figure before agrees with the total less the change; what bounds one bounds the other."""
    count = total.count
    value, low, high = (
        None if number is None else number - change.by for number in (count.value, count.low, count.high)
    )
    start = Count("", value, low, high, count.qualifier)
    return any(start.agrees_with(level.count) for level in before)


def _before(total: _Level, levels: list[_Level]) -> list[_Level]:
    """The newest figures before the total, oldest first.

    Of the same day are those from which an announced total starts, and others of its own source.
    """
    earlier = [
        level
        for level in levels
        if not level.announced
        and level.fact != total.fact
        and total.as_of.starts - level.as_of.starts <= _REACH
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


RULE: Final = Rule(
    code="F305",
    name="a total and a change that do not add up",
    reason=(
        "Where a source tells a change and the total after it, the total less the change is what it "
        "counts from. If no figure before has that number, the two do not count the same, and a reader "
        "who subtracts is misled."
    ),
    fix="Look whether the figures count the same; where each is quoted rightly, acknowledge it at the total.",
    bad="""\
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
    count: 5,500
    as_of: 2017-02
    status: announced
    basis: press
    source: yearbook
    locator: table 3
""",
    good="""\
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
""",
    severity="warning",
    judge=SumsThatDoNotAddUp,
)
