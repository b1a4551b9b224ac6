"""F304: a part larger than its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.facts import with_wholes
from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.counts import Count
    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class _Level(NamedTuple):
    fact: str
    force: str
    place: str
    count: Count  # type: ignore[assignment] # as in a fact, nobody counts in it
    at: Spot


class PartsLargerThanWholes(Judge):
    """A level that is at least so much, beside one of its whole that is at most less."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._forces = {force.id: force.part_of for force in ground.declared.forces}
        self._places = {place.id: place.within for place in ground.declared.places}
        # Only what has a part, or is one, is kept: a long base may have neither.
        self._related = _related(self._forces) | _related(self._places)
        self._levels: dict[tuple[object, ...], list[_Level]] = {}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """Nothing yet: the whole may come after its part."""
        if fact.kind != "level" or not (fact.count and fact.force and fact.place):
            return iter(())
        if not self._related.isdisjoint((fact.force.id, fact.place.id)):
            definition = fact.definition.id if fact.definition else None
            # What is told as past was as actual; what is only to come may differ from what is there now.
            status = "actual" if fact.status == "former" else fact.status
            key = (fact.as_of.first, fact.as_of.last, definition, status)
            level = _Level(fact.id, fact.force.id, fact.place.id, fact.count, written.spot("count"))
            self._levels.setdefault(key, []).append(level)
        return iter(())

    def conclude(self) -> Iterator[Finding]:
        """Each part that is larger than a whole of the same date and definition."""
        for levels in self._levels.values():
            by_subject: dict[tuple[str, str], list[_Level]] = {}
            for level in levels:
                by_subject.setdefault((level.force, level.place), []).append(level)
            for level in levels:
                whole = self._exceeded(level, by_subject)
                if whole is not None:
                    yield _finding(level, whole)

    def _exceeded(self, part: _Level, by_subject: dict[tuple[str, str], list[_Level]]) -> _Level | None:
        """The first level of a whole that the part exceeds."""
        for force in sorted(with_wholes(part.force, self._forces)):
            for place in sorted(with_wholes(part.place, self._places)):
                if (force, place) != (part.force, part.place):
                    for whole in by_subject.get((force, place), ()):
                        if _exceeds(part.count, whole.count):
                            return whole
        return None


def _related(parents: dict[str, str | None]) -> set[str]:
    """What is a part of another, or has one."""
    return {each for child, parent in parents.items() if parent is not None for each in (child, parent)}


def _exceeds(part: Count, whole: Count) -> bool:
    """True where the part is at least more than the whole is at most: about 4,000 do not exceed 3,900."""
    if part.low is None or whole.high is None:
        return False
    # More than 1,000 are not 1,000, and 1,000 are not fewer than 1,000.
    strict = part.qualifier == "more_than" or whole.qualifier == "less_than"
    return (part.low == whole.high and strict) or (part.low > whole.high and not part.agrees_with(whole))


def _finding(part: _Level, whole: _Level) -> Finding:
    message = (
        f"{part.count.text} of '{part.force}' in '{part.place}' are more than the {whole.count.text}"
        f" of '{whole.force}' in '{whole.place}'"
    )
    place = f"{whole.at.at.path}:{whole.at.at.line}"
    hint = f"'{whole.fact}' stands at {place}: one of the two counts something else"
    return Finding(Subject("fact", part.fact), part.at, message, hint)


_PART: Final = """\
  - id: marines-anbar-2016-03
    kind: level
    force: marines
    place: anbar
    count: 450
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
"""

RULE: Final = Rule(
    code="F304",
    name="a part larger than its whole",
    reason=(
        "A place within another, or a force that is part of another, cannot have more than the whole has, "
        "at the same date and by the same definition: one of the two figures counts something else."
    ),
    fix="Correct the date, place or definition; where two sources conflict, acknowledge it at the part.",
    bad=LEVEL + _PART.replace("count: 450", "count: 4,500"),
    good=LEVEL + _PART,
    severity="warning",
    judge=PartsLargerThanWholes,
)
