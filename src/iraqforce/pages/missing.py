"""The page of `iraqforce draft --missing`: the numbers of the articles that no fact covers, by source."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Entries, Entry, Heading, Paragraph
from iraqforce.pages.phrases import number_of, source_words
from iraqforce.queries.drafts import Gap, MissingNumbers


def page(result: MissingNumbers) -> Iterator[Block]:
    """The numbers of each source, with their sentences."""
    if not result.compared:
        yield Heading("No article is stored: there is nothing to compare the facts with")
        return
    compared = f"Compared with {number_of(len(result.compared), 'stored article')}."
    if not result.missing:
        yield Heading("Every number is entered")
        yield Paragraph(compared)
        return
    yield Heading(f"{number_of(len(result.missing), 'number')} that no fact covers")
    for source in result.compared:
        entries = tuple(_entry(gap) for gap in result.missing if gap.source == source.id)
        if entries:
            yield Entries(("at", "number", "sentence"), entries, source_words(source))
    yield Paragraph(f"{compared} A number is covered where a fact with that number quotes it.")


def _entry(gap: Gap) -> Entry:
    place = f"{gap.at.path}:{gap.at.line}:{gap.at.column}"
    return Entry(place, gap.words, " ".join(gap.sentence.split()))
