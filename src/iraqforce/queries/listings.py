"""Lists: answers, the facts that match a filter, one fact with its paragraph, and the sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, ClassVar, NamedTuple, TypeVar, overload

from iraqforce.errors import IraqforceError
from iraqforce.model.choices import Kind
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Source
from iraqforce.model.result import Result
from iraqforce.queries.answers import Answer
from iraqforce.text.sentences import Paragraph, paragraph_of

Item = TypeVar("Item")


class _Listing(Result, Sequence[Item]):
    """A result that is the sequence of what it lists."""

    __slots__ = ()

    @property
    def _listed(self) -> tuple[Item, ...]:
        listed: tuple[Item, ...] = getattr(self, self._lists)
        return listed

    def __len__(self) -> int:
        return len(self._listed)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._listed)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self._listed[index]


class FactFilter(NamedTuple):
    """Which facts are asked for; None asks for all. A force or a place includes its parts."""

    kind: Kind | None = None
    force: str | None = None
    place: str | None = None
    definition: str | None = None
    source: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None

    def matches(self, fact: Fact) -> bool:
        """True if the fact has this kind, definition and source, and may have a date of this period."""
        return (
            self.kind in (None, fact.kind)
            and self.source in (None, fact.source.id)
            and self.definition in (None, fact.definition.id if fact.definition else None)
            and (self.since is None or fact.as_of.ends >= self.since.starts)
            and (self.until is None or fact.as_of.starts <= self.until.ends)
        )


@dataclass(frozen=True, repr=False)
class Answers(_Listing[Answer]):
    """The answers to several questions, in their order."""

    schema: ClassVar[str] = "iraqforce.levels/1"
    _lists: ClassVar[str] = "answers"

    answers: Annotated[tuple[Answer, ...], "The answers."]


@dataclass(frozen=True, repr=False)
class FactList(_Listing[Fact]):
    """The facts that match every filter, from the oldest date to the newest."""

    schema: ClassVar[str] = "iraqforce.facts/1"
    _lists: ClassVar[str] = "facts"

    facts: Annotated[tuple[Fact, ...], "The facts; empty if none matches."]
    found: Annotated[int, "How many facts match, listed or left out by the limit."]
    base: Annotated[BaseInfo, "The base that they are from."]

    def __repr__(self) -> str:
        return f"<FactList: {len(self)} of {self.base.facts}>"


@dataclass(frozen=True, repr=False)
class FactPage(Result):
    """One fact with its source and the paragraph of its quote."""

    schema: ClassVar[str] = "iraqforce.show/1"

    fact: Annotated[Fact, "The fact, with its source."]
    paragraph: Annotated[
        Paragraph | None, "The paragraph of the article that has the quote; null if there is no quote."
    ]
    source_facts: Annotated[int, "How many facts are from the same source."]
    base: Annotated[BaseInfo, "The base that it is from."]

    def __repr__(self) -> str:
        return f"<FactPage: {self.fact.id}>"


class SourceEntry(NamedTuple):
    """A source in a list."""

    source: Annotated[Source, "The source."]
    facts: Annotated[int, "How many facts are from it."]
    article: Annotated[str | None, "Its whole text; null if not asked for (--text)."] = None


@dataclass(frozen=True, repr=False)
class SourceList(_Listing[Source]):
    """Every source of the base, or the one that was asked for with its facts."""

    schema: ClassVar[str] = "iraqforce.sources/1"
    _lists: ClassVar[str] = "sources"

    sources: Annotated[tuple[SourceEntry, ...], "The sources, in the order of the base."]
    facts: Annotated[
        tuple[Fact, ...] | None, "The facts of the source that was asked for, oldest first; null for a list."
    ]
    found: Annotated[int, "How many sources there are, listed or left out by the limit."]
    base: Annotated[BaseInfo, "The base that they are from."]

    @property
    def _listed(self) -> tuple[Source, ...]:
        return tuple(entry.source for entry in self.sources)

    def __repr__(self) -> str:
        return f"<SourceList: {len(self)} of {self.base.sources}>"


def list_facts(base: FactBase, wanted: FactFilter, limit: int | None = None) -> FactList:
    """The facts that match, oldest first, `limit` at most.

    Raises UnknownNameError for a name that the base does not have.
    """
    found = matching(base, wanted)
    return FactList(found[:limit], len(found), base.info)


def matching(base: FactBase, wanted: FactFilter) -> tuple[Fact, ...]:
    """The facts that match, by their first day (if there is none, by the last) and then by the last.

    Raises UnknownNameError for a name that the base does not have.
    """
    if wanted.source is not None:
        wanted = wanted._replace(source=base.source(wanted.source).id)
    if wanted.definition is not None:
        wanted = wanted._replace(definition=base.definition(wanted.definition).id)
    forces = base.force_and_parts(base.force(wanted.force).id) if wanted.force is not None else None
    places = base.place_and_parts(base.place(wanted.place).id) if wanted.place is not None else None
    found = (
        fact
        for fact in base.facts
        if (forces is None or (fact.force is not None and fact.force.id in forces))
        and (places is None or (fact.place is not None and fact.place.id in places))
        and wanted.matches(fact)
    )
    return tuple(sorted(found, key=lambda fact: fact.as_of.listed))


def show_fact(base: FactBase, name: str) -> FactPage:
    """The fact of that id with its paragraph. Raises UnknownNameError."""
    fact = base.fact(name)
    paragraph = paragraph_of(fact, base.articles.get(fact.source.id))
    return FactPage(fact, paragraph, len(base.facts_from(fact.source.id)), base.info)


def list_sources(
    base: FactBase, name: str | None = None, *, text: bool = False, limit: int | None = None
) -> SourceList:
    """Every source, `limit` at most, or the one of that id with its facts, and with `text` its article.

    Raises UnknownNameError, and IraqforceError if that source has no stored text.
    """
    if name is None:
        listed = islice(base.sources.values(), limit)
        entries = tuple(SourceEntry(source, len(base.facts_from(source.id))) for source in listed)
        return SourceList(entries, None, len(base.sources), base.info)
    source = base.source(name)
    article = base.articles.get(source.id) if text else None
    if text and article is None:
        raise IraqforceError(f"source '{name}' has no stored text (its facts are cited without quotes)")
    facts = matching(base, FactFilter(source=name))
    return SourceList((SourceEntry(source, len(facts), article),), facts, 1, base.info)
