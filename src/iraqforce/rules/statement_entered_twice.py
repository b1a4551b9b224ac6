"""F301: the same statement entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.rules.rule import Finding, Judge, Located, Rule, Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class _Entered(NamedTuple):
    """A statement: its words in the article, or where its source has them, and the fact that states it."""

    words: tuple[int, int, int] | str | None
    fact: str
    at: Spot


class StatementsTwice(Judge):
    """Two facts of one kind, force, place and number, whose quotes overlap or whose locators are the same."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._entered: dict[tuple[object, ...], list[_Entered]] = {}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where an earlier one says the same."""
        entered = _Entered(_words(fact), fact.id, written.spot("id"))
        earlier = self._entered.setdefault(_key(fact), [])
        for other in earlier:
            if other.fact != fact.id and _overlap(other.words, entered.words):
                message = f"'{fact.id}' states what '{other.fact}' states"
                hint = f"that one stands at {other.at.at.path}:{other.at.at.line}; remove one of the two"
                yield Finding(Subject("fact", fact.id), entered.at, message, hint)
                break
        earlier.append(entered)


def _key(fact: Fact) -> tuple[object, ...]:
    """What two facts share that state the same; without a number, also their date and their label."""
    count = fact.count
    force, place = fact.force and fact.force.id, fact.place and fact.place.id
    start = (fact.source.id, fact.kind, force, place, fact.status, fact.direction)
    if count is None:
        return (*start, fact.as_of.text, fact.label)
    return (*start, count.value, count.low, count.high, count.qualifier)


def _words(fact: Fact) -> tuple[int, int, int] | str | None:
    place = fact.found_at
    return fact.locator if place is None else (place.line, place.column, place.column + place.length)


def _overlap(one: tuple[int, int, int] | str | None, other: tuple[int, int, int] | str | None) -> bool:
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return one is not None and one == other
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


RULE: Final = Rule(
    code="F301",
    name="the same statement entered twice",
    reason=("A statement that stands twice looks like two that confirm each other, and is counted as two."),
    fix="Remove one of the two.",
    bad="""\
facts:
  - id: us-iraq-2016-04-18-again
    kind: level
    force: us
    place: iraq
    count: about 3,900
    as_of: 2016-04-18
    status: actual
    basis: official
    source: daily
    quote: The ministry said on Monday that about 3,900 U.S. troops are in Iraq
""",
    good="""\
facts:
  - id: us-iraq-2016-04-18-figure
    kind: figure
    force: us
    place: iraq
    count: about 3,900
    as_of: 2016-04-18
    status: actual
    basis: official
    source: daily
    quote: The ministry said on Monday that about 3,900 U.S. troops are in Iraq
    unit: troops
""",
    severity="warning",
    judge=StatementsTwice,
)
