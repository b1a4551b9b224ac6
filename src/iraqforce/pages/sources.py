"""Sources: the list of all, or one with the facts taken from it, or only its article."""

from collections.abc import Iterator

from iraqforce.model.facts import Source
from iraqforce.pages.blocks import Block, Entries, Entry, Fields, Heading, Paragraph, Verbatim
from iraqforce.pages.facts import entries_of
from iraqforce.pages.phrases import CITED, date_words, number_of, short_date_words, source_words
from iraqforce.queries.listings import SourceEntry, SourceList


def page(result: SourceList) -> Iterator[Block]:
    """The blocks of the page."""
    if result.facts is None:
        sources, facts = number_of(len(result.sources), "source"), number_of(result.base.facts, "fact")
        yield Heading(f"{sources}, {facts}")
        yield Entries(("published", "facts", "source"), tuple(_entry(each) for each in result.sources))
        yield Paragraph("What stands in [brackets] is inferred: iraqforce sources ID says from what.")
        return
    for each in result.sources:
        if each.article is not None:
            yield Verbatim(each.article)
            return
        yield Heading(source_words(each.source))
        yield Fields(tuple((name, value) for name, value in _fields(each.source) if value))
    yield Heading(f"{number_of(len(result.facts), 'fact')} taken from it")
    yield entries_of(result.facts)


def _entry(each: SourceEntry) -> Entry:
    published = short_date_words(each.source.published)
    return Entry(published, number_of(each.facts, "fact"), source_words(each.source), (each.source.id,))


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "id", source.id
    yield "kind", source.kind or ""
    yield "published", date_words(source.published)
    for each in source.inferred:
        yield f"[{each.field}]", each.reason
    yield "url", source.url or ""
    yield "archived", source.archived or ""
    yield "accessed", date_words(source.accessed) if source.accessed else ""
    yield "text", source.text or f"none stored: its facts are {CITED}"
    yield "sha256", source.sha256 or ""
    yield "note", source.note or ""
