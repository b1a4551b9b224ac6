"""Facts and sources, many or one, and references to them."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from iraqforce.model.choices import CHECKED, QuoteMatch
from iraqforce.model.facts import Fact, Source
from iraqforce.pages.blocks import Block, Entries, Entry, Fields, Heading, Link, Paragraph, Passage, Verbatim
from iraqforce.queries.listings import FactList, FactPage, SourceEntry, SourceList
from iraqforce.text.phrases import (
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


def page(result: Any) -> Iterator[Block]:
    """The page of a list of facts or sources, of one of them, or of references."""
    match result:
        case FactList():
            return _fact_list(result)
        case FactPage():
            return _fact_page(result)
        case SourceList(facts=None):
            return _source_list(result)
        case SourceList():
            return _source_page(result)
    return _references(result)


def entries_of(facts: Iterable[Fact]) -> Entries:
    """Facts as a listing: the date, the figure, what it is about and the words."""
    return Entries(("as of", "count", "fact"), tuple(map(_entry, facts)))


def _fact_list(result: FactList) -> Iterator[Block]:
    number, total = result.found, result.base.facts
    yield Heading(f"{number:,} of {number_of(total, 'fact')}")
    if number:
        yield entries_of(result.facts)
        yield from _rest(len(result.facts), number, "fact")
        yield Paragraph(more_by_id("a fact"))
    elif total:
        yield Paragraph("No fact matches all filters. Remove one to see more.")


def _rest(shown: int, found: int, noun: str) -> Iterator[Paragraph]:
    """What a limit leaves out."""
    if shown < found:
        yield Paragraph(f"First {shown:,} of {number_of(found, noun)}. Use --limit all to see the rest.")


def _entry(fact: Fact) -> Entry:
    about = " · ".join(part for part in (fact.kind, _subject(fact)) if part)
    origin = f"{fact.source.publisher}, {date_words(fact.source.published)}"
    speaker = origin if fact.speaker == fact.source.publisher else f"{fact.stated_by}, in {origin}"
    words = quoted(fact) or place_words(fact)
    return Entry(
        short_date_words(fact.as_of),
        figure_words(fact),
        about,
        (words, *traits(fact), fact.id),
        Link(speaker, fact.source.url),
    )


def _subject(fact: Fact) -> str:
    """What the fact is about: its label, or its force and place."""
    return fact.label or who_where(fact)


def _fact_page(result: FactPage) -> Iterator[Block]:
    fact, paragraph = result.fact, result.paragraph
    heading = " · ".join(part for part in (figure_words(fact), _subject(fact)) if part)
    yield Heading(heading or fact.id, fact.kind.upper())
    yield _known(_fact_fields(fact))
    if paragraph is not None:
        yield Passage(place_words(fact), paragraph.text, ((paragraph.start, paragraph.end),))
    yield _known(_origin_fields(fact))


def _fact_fields(fact: Fact) -> Iterator[tuple[str, str]]:
    yield "id", fact.id
    yield "label", fact.label or ""
    yield "population", who_where(fact)
    yield "as of", date_words(fact.as_of)
    yield "date basis", fact.dated_by or ""
    yield "due", date_words(fact.due) if fact.due else ""
    yield "status", STATUS_WORDS[fact.status] if fact.status else ""
    yield "direction", fact.direction or ""
    yield "basis", fact.basis or ""
    yield "stated by", fact.stated_by or ""
    yield "definition", f"{fact.definition.id}: {fact.definition.text}" if fact.definition else ""
    yield "quote", f"{quoted(fact)}\n{_QUOTE_WORDS[fact.quote_match]}".strip()
    yield "location", fact.locator or ""
    yield "number", CHECKED[fact.checked] if fact.checked else ""
    yield "note", fact.note or ""
    yield "not used", fact.excluded or ""
    for each in fact.suppress:
        yield f"suppresses {each.rule}", each.reason


_QUOTE_WORDS: Final[dict[QuoteMatch, str]] = {
    "exact": "verified (exact match)",
    "punctuation": "verified (differs in punctuation)",
    "none": "none (cited)",
}


def _origin_fields(fact: Fact) -> Iterator[tuple[str, str | Link]]:
    yield "source", Link(source_words(fact.source), fact.source.url)
    yield "archived", _url(fact.source.archived)
    for each in fact.source.inferred:
        yield f"[{each.field}]", each.reason
    yield "record", f"{fact.written_at.path}:{fact.written_at.line}"


def _url(url: str | None) -> str | Link:
    """A URL that is its own text; empty for none."""
    return Link(url, url) if url else ""


def _known(fields: Iterable[tuple[str, str | Link]]) -> Fields:
    return Fields(tuple((name, value) for name, value in fields if value))


def _source_list(result: SourceList) -> Iterator[Block]:
    sources, facts = number_of(result.found, "source"), number_of(result.base.facts, "fact")
    yield Heading(f"{sources}, {facts}")
    yield Entries(("published", "facts", "source"), tuple(map(_source_entry, result.sources)))
    yield from _rest(len(result.sources), result.found, "source")
    yield Paragraph("Details in [brackets] are inferred. The evidence: iraqforce sources ID.")


def _source_entry(each: SourceEntry) -> Entry:
    source = each.source
    facts = number_of(each.facts, "fact")
    return Entry(
        short_date_words(source.published), facts, source.id, (), Link(source_words(source), source.url)
    )


def _source_page(result: SourceList) -> Iterator[Block]:
    """A source with the facts from it, or only its article."""
    facts = result.facts or ()
    for each in result.sources:
        if each.article is not None:
            yield Verbatim(each.article)
            return
        yield Heading(source_words(each.source))
        yield _known(_source_fields(each.source))
    yield Heading(f"{number_of(len(facts), 'fact')} from this source")
    yield entries_of(facts)


def _source_fields(source: Source) -> Iterator[tuple[str, str | Link]]:
    yield "id", source.id
    yield "kind", source.kind or ""
    yield "published", date_words(source.published)
    for each in source.inferred:
        yield f"[{each.field}]", each.reason
    yield "url", _url(source.url)
    yield "archived", _url(source.archived)
    yield "accessed", date_words(source.accessed) if source.accessed else ""
    yield "text", source.text or "not stored (facts are cited without quotes)"
    yield "sha256", source.sha256 or ""
    yield "note", source.note or ""


def _references(result: Any) -> Iterator[Block]:
    """Paragraphs for people; a style for programs exactly as it is."""
    if result.style == "text":
        yield from (Paragraph(reference.text) for reference in result.references)
    else:
        yield Verbatim(result.document)
