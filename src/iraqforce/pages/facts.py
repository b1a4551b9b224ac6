"""Facts, many or one: the list that a filter selects, and a single fact with its quote in its paragraph."""

from collections.abc import Iterable, Iterator

from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import Block, Entries, Entry, Fields, Heading, Paragraph, Passage
from iraqforce.pages.phrases import (
    CITED,
    STATUS_WORDS,
    date_words,
    figure_words,
    more_by_id,
    number_of,
    place_words,
    quoted,
    short_date_words,
    source_words,
    traits,
    who_where,
)
from iraqforce.queries.listings import FactList, FactPage


def page(result: FactList | FactPage) -> Iterator[Block]:
    """The page of a list, or of one fact."""
    return _fact_page(result) if isinstance(result, FactPage) else _list_page(result)


def entries_of(facts: Iterable[Fact]) -> Entries:
    """Facts as a listing: the date, the figure, what it is about and the words."""
    return Entries(("as of", "count", "fact"), tuple(_entry(fact) for fact in facts))


def _list_page(result: FactList) -> Iterator[Block]:
    number, total = len(result.facts), result.base.facts
    yield Heading(f"{number:,} of the base's {number_of(total, 'fact')}")
    if number:
        yield entries_of(result.facts)
        yield Paragraph(more_by_id("each fact"))
    elif total:
        yield Paragraph("No fact matches every filter. Leave one out to see more.")


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


def _fact_page(result: FactPage) -> Iterator[Block]:
    fact, paragraph = result.fact, result.paragraph
    heading = " · ".join(part for part in (figure_words(fact), _subject(fact)) if part)
    yield Heading(heading or fact.id, fact.kind.upper())
    yield Fields(tuple((name, value) for name, value in _fields(fact) if value))
    if paragraph is not None:
        yield Passage(place_words(fact), paragraph.text, ((paragraph.start, paragraph.end),))
    yield Fields(tuple(_source_fields(fact)))


def _fields(fact: Fact) -> Iterator[tuple[str, str]]:
    yield "id", fact.id
    yield "about", fact.label or ""
    yield "of whom, where", who_where(fact)
    yield "as of", date_words(fact.as_of)
    yield "dated by", fact.dated_by or ""
    yield "due", date_words(fact.due) if fact.due else ""
    yield "status", STATUS_WORDS[fact.status] if fact.status else ""
    yield "direction", fact.direction or ""
    yield "basis", fact.basis or ""
    yield "stated by", fact.stated_by or ""
    yield "counts", f"{fact.definition.id}: {fact.definition.text}" if fact.definition else ""
    yield "quote", quoted(fact)
    yield "words", f"found, {fact.quote_match}" if fact.quoted else CITED
    yield "cited at", fact.locator or ""
    yield "note", fact.note or ""
    yield "excluded", fact.excluded or ""
    for each in fact.suppress:
        yield f"suppresses {each.rule}", each.reason


def _source_fields(fact: Fact) -> Iterator[tuple[str, str]]:
    source = fact.source
    yield "source", source_words(source)
    for each in source.inferred:
        yield f"[{each.field}]", each.reason
    if source.url:
        yield "url", source.url
    yield "written at", f"{fact.written_at.path}:{fact.written_at.line}"
