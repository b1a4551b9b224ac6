"""Levels as a listing shows them, and their sources, numbered in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.present.page import Entries, Entry, Reference, References
from iraqforce.present.words import place_words, qualities, quoted, short_date_words, source_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.facts import Fact, Source

_COLUMNS = ("basis", "count", "stated by")


class Figures:
    """Gathers the facts as they are shown, so that their sources can be numbered in that order."""

    def __init__(self) -> None:
        self.shown: dict[str, Fact] = {}
        self._numbers: dict[Source, int] = {}

    def listing(self, title: str, entries: Iterable[Entry]) -> Entries:
        """The entries of figures under their title."""
        return Entries(_COLUMNS, tuple(entries), title)

    def figure(self, fact: Fact) -> Entry:
        """The figure with who says it, and what a reader must know of it."""
        return Entry(fact.basis or "", count_words(fact), self.attribution(fact), tuple(qualities(fact)))

    def attribution(self, fact: Fact) -> str:
        """Who says it, of when, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker}, {short_date_words(fact.as_of)} [{self.number(fact)}]"

    def origin(self, fact: Fact) -> str:
        """Who says it, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker} [{self.number(fact)}]"

    def number(self, fact: Fact) -> int:
        """The number of its source, whose reference has the words of figures alone."""
        return self._numbers.setdefault(fact.source, len(self._numbers) + 1)

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
    return "withheld" if fact.count.withheld else fact.count.text
