"""Levels as lines of a page, figures that say the same on one line, and their sources, numbered as shown."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from iraqforce.model.facts import Definition, Fact, Source
from iraqforce.pages.blocks import Entries, Entry, Fields, Reference, References
from iraqforce.pages.phrases import (
    definition_words,
    listed,
    number_of,
    place_words,
    quoted,
    reservations,
    short_date_words,
    source_words,
)

_COLUMNS = ("basis", "count", "stated by")

_MOST_NAMED: Final = 3
"""How many other figures of a group are named; the rest are counted."""

_MOST_SPEAKERS: Final = 4


class Group(NamedTuple):
    """Figures that are shown on one line, in their order."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The one that is shown."""
        return self.facts[0]

    @property
    def others(self) -> tuple[Fact, ...]:
        """The rest."""
        return self.facts[1:]

    @property
    def one_number(self) -> bool:
        """True if all of them name one number or the same bounds."""
        return len({_number(fact) for fact in self.facts}) == 1

    @property
    def sources(self) -> int:
        """How many documents the figures are taken from."""
        return len({fact.source.id for fact in self.facts})


def grouped(facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> list[Group]:
    """The figures in groups of the same key, in the order of the first of each."""
    groups: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(key(fact), []).append(fact)
    return [Group(tuple(group)) for group in groups.values()]


def same_number_by_anyone(fact: Fact) -> tuple[Hashable, ...]:
    """The key of figures that name one number or the same bounds, and count the same.

    `2,500` and `about 2,500` name one number; `more than 2,500` has other bounds.
    """
    return (*_subject(fact), _number(fact))


def same_number(fact: Fact) -> Hashable:
    """The same, also of one basis, and all quoted or all cited."""
    return (*same_number_by_anyone(fact), fact.basis, fact.quoted)


def same_series(fact: Fact) -> Hashable:
    """The key of figures of one speaker that count the same, whatever their number.

    The note may say which service or country it is, if the definition only says that it is one.
    """
    return (*_subject(fact), fact.basis, fact.quoted, fact.speaker, fact.note, fact.withheld)


def by_id(fact: Fact) -> Hashable:
    """The key that leaves every figure on a line of its own."""
    return fact.id


def _number(fact: Fact) -> Hashable:
    count = fact.count
    return count and (count.value, count.low, count.high, count.withheld)


def _subject(fact: Fact) -> tuple[Hashable, ...]:
    definition = fact.definition.id if fact.definition else None
    return (fact.force, fact.place, fact.status, definition, fact.excluded)


class Figures:
    """Collects the facts as they are shown, so that their sources are numbered in that order."""

    def __init__(self) -> None:
        self.shown: dict[str, Fact] = {}
        self._numbers: dict[Source, int] = {}
        self._definitions: dict[str, Definition] = {}

    def listing(self, title: str, entries: Iterable[Entry]) -> Entries:
        """The entries of figures under their title."""
        return Entries(_COLUMNS, tuple(entries), title)

    def figure(self, group: Group, *, all_cited: bool = False, scope: str = "", note: str = "") -> Entry:
        """The first of the figures: who says it, what a reader must know about it, and who else says it.

        `all_cited` if the title says that it is only cited. `scope` is the first detail, and `note` precedes
        who else says it.
        """
        fact = group.first
        count = count_words(fact)
        if group.one_number and group.sources > 1:
            count = f"{count}: {number_of(group.sources, 'source')}"
        text = self.attribution(fact) if all_cited else self._with_cited(fact)
        below = (scope, *self.below(fact), note, *_others(group))
        return Entry(fact.basis or "", count, self.counted(fact, text), tuple(filter(None, below)))

    def line(self, fact: Fact) -> str:
        """Who says it, of what date, and what it counts if the base has a name for that."""
        return self.counted(fact, self._with_cited(fact))

    def below(self, fact: Fact) -> Iterator[str]:
        """What a reader must know about the figure that its line does not say."""
        if fact.definition is not None and fact.definition.name is None:
            yield definition_words(fact.definition)
        yield from reservations(fact)

    def attribution(self, fact: Fact) -> str:
        """Who says it, of what date, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker}, {short_date_words(fact.as_of)} [{self.number(fact)}]"

    def origin(self, fact: Fact) -> str:
        """Who says it, and the number of its source."""
        self.shown.setdefault(fact.id, fact)
        return f"{fact.speaker} [{self.number(fact)}]"

    def counted(self, fact: Fact, text: str) -> str:
        """The text, followed by the name of what the figure counts, which is explained further below."""
        definition = fact.definition
        if definition is None or definition.name is None:
            return text
        self._definitions.setdefault(definition.name, definition)
        return f"{text} · {definition_words(definition)}"

    def number(self, fact: Fact) -> int:
        """The number of its source."""
        return self._numbers.setdefault(fact.source, len(self._numbers) + 1)

    def definitions(self) -> Fields | None:
        """What the names of the definitions shown mean; None if none was shown."""
        named = tuple((name, f"This number {each.text}.") for name, each in self._definitions.items())
        return Fields(named) if named else None

    def sources(self) -> Iterable[tuple[int, Source]]:
        """The sources of what was shown, with their numbers."""
        return ((number, source) for source, number in self._numbers.items())

    def references(self) -> References:
        """The sources of what was shown, numbered, each with the words taken from it."""
        quotes: dict[Source, list[tuple[str, str]]] = {source: [] for source in self._numbers}
        for fact in self.shown.values():
            quotes[fact.source].append((quoted(fact), f"{place_words(fact)}  {fact.id}"))
        return References(
            tuple(
                Reference(number, source_words(source), tuple(quotes[source]))
                for source, number in self._numbers.items()
            )
        )

    def _with_cited(self, fact: Fact) -> str:
        """The attribution, and whether the figure is only cited."""
        return self.attribution(fact) + ("" if fact.quoted else ", cited")


def count_words(fact: Fact) -> str:
    """The fact's number as its source words it; empty if it has none."""
    if fact.count is None:
        return ""
    return "withheld" if fact.withheld else fact.count.text


def speakers_words(facts: Iterable[Fact]) -> str:
    """How many sources say it and who: `4 sources: CNN, BBC, AP and Reuters`."""
    facts = tuple(facts)
    names = list(dict.fromkeys(fact.speaker for fact in facts))
    more = len(names) - _MOST_SPEAKERS
    named = [*names[:_MOST_SPEAKERS], *([f"{more} more"] if more > 0 else [])]
    return f"{number_of(Group(facts).sources, 'source')}: {listed(named)}"


def sources_in_words(numbered: Iterable[tuple[int, Source]]) -> str:
    """The sources as publishers and dates: `[3–5] CNN, 2010 to 2011; [6] BBC, 2012`.

    Consecutive ones of one publisher are combined.
    """
    return "; ".join(
        _publisher_words(publisher, list(group))
        for publisher, group in groupby(numbered, lambda each: each[1].publisher)
    )


def _publisher_words(publisher: str, group: list[tuple[int, Source]]) -> str:
    (first, oldest), (last, newest) = group[0], group[-1]
    dates = dict.fromkeys(short_date_words(each.published) for each in (oldest, newest))
    number = f"[{first}]" if first == last else f"[{first}–{last}]"
    return f"{number} {publisher}, {' to '.join(dates)}"


def _others(group: Group) -> Iterator[str]:
    """Who says the same, or what was said before, in a line."""
    if not group.others:
        return
    named = []
    for fact in group.others[:_MOST_NAMED]:
        what = fact.speaker if group.one_number else count_words(fact)
        named.append(f"{what} ({short_date_words(fact.as_of)})")
    left = len(group.others) - len(named)
    more = f" and {left:,} more" if left else ""
    yield f"{'also' if group.one_number else 'before'}: {', '.join(named)}{more}"
