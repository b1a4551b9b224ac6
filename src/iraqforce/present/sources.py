"""Sources: the list of all, or one with the facts taken from it and, if asked, its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.present.facts import facts_listing
from iraqforce.present.page import Entries, Entry, Fields, Heading, Paragraph, Verbatim
from iraqforce.present.records import base_record, fact_record, source_record
from iraqforce.present.view import Table
from iraqforce.present.words import CITED, date_words, number_of, short_date_words, source_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.facts import Source
    from iraqforce.present.page import Block
    from iraqforce.present.view import Json, Record
    from iraqforce.store.protocol import FactsFound
    from iraqforce.store.questions import BaseSummary

COLUMNS: Final = (
    "id",
    "title",
    "author",
    "publisher",
    "published",
    "url",
    "inferred",
    "text",
    "sha256",
    "note",
    "facts",
    "article",
)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source, how many facts are taken from it, and its article where that is asked for."""

    source: Source
    facts: int
    article: str | None = None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Sources; `facts` are those of the one source that was asked for, and None where all were."""

    items: Sequence[SourceItem]
    facts: FactsFound | None
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.sources/1`."""
        facts: Json = None if self.facts is None else [fact_record(fact) for fact in self.facts]
        return {
            "schema": "iraqforce.sources/1",
            "sources": list(self._records()),
            "facts": facts,
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One source is one line."""
        for record in self._records():
            yield {"schema": "iraqforce.source/1", **record}

    def table(self) -> Table:
        """One source is one row; `inferred` names the fields that are."""
        rows = []
        for item in self.items:
            source = item.source
            row = (
                source.id,
                source.title,
                source.author,
                source.publisher,
                source.published.text,
                source.url,
                " ".join(field for field, _ in source.inferred),
                source.path,
                source.sha256,
                source.note,
                item.facts,
                item.article,
            )
            rows.append(row)
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The page for people."""
        if self.facts is None:
            sources, facts = number_of(len(self.items), "source"), number_of(self.base.facts, "fact")
            yield Heading(f"{sources}, {facts}")
            yield Entries(("published", "facts", "source"), tuple(_entry(item) for item in self.items))
            yield Paragraph("What stands in [brackets] is inferred: iraqforce sources ID says from what.")
            return
        for item in self.items:
            if item.article is not None:
                yield Verbatim(item.article)
                return
            yield Heading(source_words(item.source))
            yield Fields(tuple((name, value) for name, value in _fields(item.source) if value))
        yield Heading(f"{number_of(len(self.facts), 'fact')} taken from it")
        yield facts_listing(self.facts)

    def _records(self) -> Iterator[Record]:
        for item in self.items:
            yield source_record(item.source, facts=item.facts, article=item.article)


def _entry(item: SourceItem) -> Entry:
    published = short_date_words(item.source.published)
    return Entry(published, number_of(item.facts, "fact"), source_words(item.source), (item.source.id,))


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "id", source.id
    yield "published", date_words(source.published)
    for field, reason in source.inferred:
        yield f"[{field}]", reason
    yield "url", source.url or ""
    yield "text", source.path or f"none stored: its facts are {CITED}"
    yield "sha256", source.sha256 or ""
    yield "note", source.note or ""
