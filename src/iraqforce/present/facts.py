"""Facts, one or many: the list that a filter selects, and a single fact with its words in their paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqforce.present.page import Entries, Entry, Fields, Heading, Paragraph, Passage
from iraqforce.present.records import FACT_COLUMNS, base_record, fact_record, fact_row, source_record
from iraqforce.present.view import Table
from iraqforce.present.words import (
    CITED,
    STATUS_WORDS,
    date_words,
    more_by_id,
    number_of,
    place_words,
    quoted,
    short_date_words,
    source_words,
    traits,
    who_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce import facts
    from iraqforce.facts import Fact
    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.store.protocol import FactsFound
    from iraqforce.store.questions import BaseSummary


@dataclass(frozen=True, slots=True)
class FactsView:
    """The facts that match a filter, from the oldest date to the newest."""

    facts: FactsFound
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.facts/1`."""
        return {
            "schema": "iraqforce.facts/1",
            "facts": [fact_record(fact) for fact in self.facts],
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One fact is one line."""
        for fact in self.facts:
            yield {"schema": "iraqforce.fact/1", **fact_record(fact)}

    def table(self) -> Table:
        """One fact is one row."""
        return Table(FACT_COLUMNS, (fact_row(fact) for fact in self.facts))

    def page(self) -> Iterator[Block]:
        """The page for people."""
        number = len(self.facts)
        yield Heading(f"{number:,} of the base's {number_of(self.base.facts, 'fact')}")
        if number:
            yield facts_listing(self.facts)
            yield Paragraph(more_by_id("each fact"))
        elif self.base.facts:
            yield Paragraph("No fact matches every filter. Leave one out to see more.")


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact, its paragraph in the article, its source and how it came by its date."""

    fact: Fact
    paragraph: facts.Paragraph | None
    facts_of_source: int
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.show/1`; `start` and `end` mark the quote in the paragraph, in characters from 0."""
        paragraph = self.paragraph
        return {
            "schema": "iraqforce.show/1",
            "fact": fact_record(self.fact),
            "paragraph": None
            if paragraph is None
            else {"text": paragraph.text, "start": paragraph.start, "end": paragraph.end},
            "source": source_record(self.fact.source, facts=self.facts_of_source),
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One fact is one line."""
        yield self.record()

    def table(self) -> Table:
        """One fact is one row."""
        return Table(FACT_COLUMNS, [fact_row(self.fact)])

    def page(self) -> Iterator[Block]:
        """The page for people."""
        fact, paragraph = self.fact, self.paragraph
        heading = " · ".join(part for part in (figure_words(fact), _subject(fact)) if part)
        yield Heading(heading or fact.id, fact.kind.upper())
        yield Fields(tuple((name, value) for name, value in _fields(fact) if value))
        if paragraph is not None:
            yield Passage(place_words(fact), paragraph.text, ((paragraph.start, paragraph.end),))
        yield Fields(tuple(_source_fields(fact)))


def facts_listing(facts: Iterable[Fact]) -> Entries:
    """Facts as a listing: the date, the figure, what it is about and the words."""
    return Entries(("as of", "count", "fact"), tuple(_entry(fact) for fact in facts))


def figure_words(fact: Fact) -> str:
    """The fact's number with its sign and its unit: `+217`, `26 strikes`; empty for none."""
    count = fact.count
    sign = {"increase": "+", "decrease": "−"}.get(fact.direction or "", "")
    if count is None:
        # The direction `none` beside a force would read as zero.
        return "no change" if fact.direction == "none" else fact.direction or ""
    # Vague words and money tell of themselves what they count.
    plain = count.unit in (None, "people") or count.qualifier == "vague" or "$" in count.text
    return sign + count.text if plain else f"{sign}{count.text} {count.unit}"


def _entry(fact: Fact) -> Entry:
    about = " · ".join(part for part in (fact.kind, _subject(fact)) if part)
    origin = f"{fact.source.publisher}, {date_words(fact.source.published)}"
    speaker = origin if fact.speaker == fact.source.publisher else f"{fact.stated_by}, in {origin}"
    words = quoted(fact) or place_words(fact)
    details = (words, *traits(fact), f"{speaker}  {fact.id}")
    return Entry(short_date_words(fact.as_of), figure_words(fact), about, details)


def _subject(fact: Fact) -> str:
    """What the fact is about: its label, or its force and place."""
    return fact.label or who_where(fact)


def _fields(fact: Fact) -> Iterator[tuple[str, str]]:
    yield "id", fact.id
    yield "about", fact.label or ""
    yield "of whom, where", who_where(fact)
    yield "as of", date_words(fact.as_of)
    yield "dated by", fact.dated_by or ""
    yield "status", STATUS_WORDS[fact.status] if fact.status else ""
    yield "direction", fact.direction or ""
    yield "basis", fact.basis or ""
    yield "stated by", fact.stated_by or ""
    yield "counts", f"{fact.definition.id}: {fact.definition.text}" if fact.definition else ""
    yield "quote", quoted(fact)
    yield "words", f"found, {fact.verdict}" if fact.quoted else CITED
    yield "cited at", fact.locator or ""
    yield "note", fact.note or ""
    yield "context", fact.context or ""
    for each in fact.accepts:
        yield f"accepts {each.rule}", each.because


def _source_fields(fact: Fact) -> Iterator[tuple[str, str]]:
    source = fact.source
    yield "source", source_words(source)
    for field, reason in source.inferred:
        yield f"[{field}]", reason
    if source.url:
        yield "url", source.url
    yield "written at", f"{fact.written_at.path}:{fact.written_at.line}"
