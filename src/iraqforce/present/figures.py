"""Levels as a listing shows them, and their sources, numbered in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Entries, Entry, Fields, Reference, References
from iraqforce.present.words import (
    definition_words,
    number_of,
    place_words,
    quoted,
    reservations,
    short_date_words,
    source_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.facts import Definition, Fact, Source
    from iraqforce.present.folding import Fold

_COLUMNS = ("basis", "count", "stated by")

_NAMED: Final = 3
"""How many of those that a figure speaks for are named beside it; the rest are counted."""


class Figures:
    """Gathers the facts as they are shown, so that their sources can be numbered in that order."""

    def __init__(self) -> None:
        self.shown: dict[str, Fact] = {}
        self._numbers: dict[Source, int] = {}
        self._definitions: dict[str, Definition] = {}

    def listing(self, title: str, entries: Iterable[Entry]) -> Entries:
        """The entries of figures under their title."""
        return Entries(_COLUMNS, tuple(entries), title)

    def figure(self, fold: Fold, *, cited_told: bool = False, scope: str = "", note: str = "") -> Entry:
        """The first of the figures with who says it, what a reader must know of it, and who else does.

        `cited_told` leaves out that it is only cited, where the title says so. Below the line `scope` comes
        first, and `note` before who else.
        """
        fact = fold.first
        count = count_words(fact)
        if fold.one_number and fold.sources > 1:
            count = f"{count}: {number_of(fold.sources, 'source')}"
        text = self.attribution(fact) if cited_told else self.told(fact)
        below = (scope, *self.below(fact), note, *_others(fold))
        return Entry(fact.basis or "", count, self.counted(fact, text), tuple(filter(None, below)))

    def told(self, fact: Fact) -> str:
        """The same as the attribution, and that the figure is only cited."""
        return self.attribution(fact) + ("" if fact.quoted else ", cited")

    def line(self, fact: Fact) -> str:
        """Who says it, of when, and what it counts, where the base has a name for that."""
        return self.counted(fact, self.told(fact))

    def below(self, fact: Fact) -> Iterator[str]:
        """What a reader must know of the figure that its line does not say."""
        if fact.definition is not None and fact.definition.name is None:
            yield definition_words(fact.definition)
        yield from reservations(fact)

    def attribution(self, fact: Fact) -> str:
        """Who says it, of when, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker}, {short_date_words(fact.as_of)} [{self.number(fact)}]"

    def origin(self, fact: Fact) -> str:
        """Who says it, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker} [{self.number(fact)}]"

    def counted(self, fact: Fact, text: str) -> str:
        """The text, and behind it the name of what the figure counts, which is explained further below."""
        definition = fact.definition
        if definition is None or definition.name is None:
            return text
        self._definitions.setdefault(definition.name, definition)
        return f"{text} · {definition_words(definition)}"

    def number(self, fact: Fact) -> int:
        """The number of its source, whose reference has the words of figures alone."""
        return self._numbers.setdefault(fact.source, len(self._numbers) + 1)

    def definitions(self) -> Fields | None:
        """What the names of definitions that were shown stand for; None where none was."""
        named = tuple((name, f"This number {each.text}.") for name, each in self._definitions.items())
        return Fields(named) if named else None

    def sources(self) -> Iterable[tuple[int, Source]]:
        """The sources of what was shown, with their numbers."""
        return ((number, source) for source, number in self._numbers.items())

    def references(self) -> References:
        """The sources of what was shown, numbered, each with the words taken from it."""
        by_source: dict[Source, list[Fact]] = {source: [] for source in self._numbers}
        for fact in self.shown.values():
            by_source[fact.source].append(fact)
        numbered = []
        for source, facts in by_source.items():
            quotes = tuple((quoted(fact), f"{place_words(fact)}  {fact.id}") for fact in facts)
            numbered.append(Reference(self._numbers[source], source_words(source), quotes))
        return References(tuple(numbered))


def count_words(fact: Fact) -> str:
    """The fact's number as its source words it; empty for none."""
    if fact.count is None:
        return ""
    return "withheld" if fact.withheld else fact.count.text


def _others(fold: Fold) -> Iterator[str]:
    """Who says the same, or what was said before, in a line."""
    if not fold.others:
        return
    same = fold.one_number
    named = [_other(fact, same=same) for fact in fold.others[:_NAMED]]
    left = len(fold.others) - len(named)
    more = f" and {left:,} more" if left else ""
    yield f"{'also' if same else 'before'}: {', '.join(named)}{more}"


def _other(fact: Fact, *, same: bool) -> str:
    when = short_date_words(fact.as_of)
    return f"{fact.speaker} ({when})" if same else f"{count_words(fact)} ({when})"
