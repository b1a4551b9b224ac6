"""F301: the same statement entered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.coverage import span
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class _Entered(NamedTuple):
    """A statement: the characters of its article that it quotes, its date, and the fact that states it."""

    span: tuple[int, int] | None
    as_of: PartialDate
    fact: str
    at: Spot


class StatementsTwice(Judge):
    """Two facts of one kind, force, place, number and date, with overlapping quotes or one locator."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._entered: dict[tuple[object, ...], list[_Entered]] = {}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where an earlier one says the same."""
        text = self.ground.declared.articles.get(fact.source.id)
        stretch = None if text is None else span(fact, text)
        if stretch is None and fact.locator is None:
            return
        entered = _Entered(stretch, fact.as_of, fact.id, written.spot("id"))
        earlier = self._entered.setdefault(_key(fact), [])
        for other in earlier:
            if other.fact != fact.id and _same(other, entered):
                message = f"'{fact.id}' states what '{other.fact}' states"
                hint = f"that one stands at {other.at.at.path}:{other.at.at.line}; remove one of the two"
                yield Finding(Subject("fact", fact.id), entered.at, message, hint)
                break
        earlier.append(entered)


def _key(fact: Fact) -> tuple[object, ...]:
    """What two facts share that state the same: "one killed and one wounded" are two, by their labels."""
    force, place = fact.force and fact.force.id, fact.place and fact.place.id
    start = (fact.source.id, fact.kind, force, place, fact.direction)
    label = fact.label if fact.kind in ("event", "figure") else None
    where = fact.locator if fact.found_at is None else None
    count = fact.count
    # Of vague words the bounds are the curator's own: two readings of them are one statement.
    number = count and (count.text.casefold() if count.qualifier == "vague" else count._replace(text=""))
    return (*start, label, where, number)


def _same(one: _Entered, other: _Entered) -> bool:
    """True where two facts of one key have one date and the same words: "since March" tells two dates."""
    if one.span is None or other.span is None:
        return one.as_of.overlaps(other.as_of)
    begins, ends = max(one.span[0], other.span[0]), min(one.span[1], other.span[1])
    return begins < ends and one.as_of.overlaps(other.as_of)


RULE: Final = Rule(
    code="F301",
    name="the same statement entered twice",
    reason=(
        "A statement that stands twice looks like two that confirm each other, and is counted as two. Two "
        "facts of one source state the same where kind, force, place and number are the same, of events and "
        "figures also the label, "
        "and their dates and their words overlap."
    ),
    fix="Remove one of the two, or quote for each the words that it rests on.",
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
    good="",
    severity="warning",
    judge=StatementsTwice,
)
