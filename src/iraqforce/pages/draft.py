"""The pages of `draft`: a base file of one article, to be completed, and the numbers that no fact covers."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Code, Entries, Entry, Heading, Paragraph
from iraqforce.pages.yaml_text import Section, Value, yaml_text
from iraqforce.queries.drafts import Draft, MissingNumbers
from iraqforce.queries.proposals import TODO, Proposal
from iraqforce.text.phrases import number_of, source_words


def page(result: Draft | MissingNumbers) -> Iterator[Block]:
    """The file, in which a person replaces every TODO; or the numbers of each source."""
    if isinstance(result, MissingNumbers):
        yield from _missing(result)
    else:
        yield Code("".join(_lines(result)), "yaml")


def _lines(draft: Draft) -> Iterator[str]:
    """A base file of one article; the base whose forces and places it names is merged with it."""
    source = draft.source
    places = {each.id: f"{each.quote_at.path}:{each.quote_at.line}" for each in draft.proposals}
    described: dict[str, Value] = {
        "title": source.title or source.todo["title"],
        "publisher": source.todo["publisher"],
        "published": source.todo["published"],
        "text": source.text,
        "sha256": source.sha256,
    }
    sections: dict[str, Section] = {
        "sources": {source.id: described},
        "facts": [_fact(each) for each in draft.proposals],
    }
    yield from yaml_text({"name": source.id, "title": source.title or f"{TODO}: a title for this file"})
    yield f"\n# Drafted from the text: replace every {TODO} and check the rest.\n\n"
    yield from yaml_text(sections, lambda fact: places[str(fact["id"])])


def _fact(proposal: Proposal) -> dict[str, Value]:
    """The proposal as a fact is written, its keys in the order of a base."""
    count: Value | None = proposal.count.text if proposal.count else None
    if proposal.words is not None and count is None:
        count = {
            "text": proposal.words,
            "low": f"{TODO}: the lowest number that the words allow, or delete this key",
        }
    values: dict[str, Value | None] = {
        "id": proposal.id,
        "kind": proposal.kind,
        "label": None,
        "force": proposal.force,
        "place": proposal.place,
        "count": count,
        "unit": proposal.unit,
        "direction": proposal.direction,
        "as_of": proposal.as_of.text if proposal.as_of else None,
        "dated_by": None,
        "status": None,
        "basis": None,
        "source": proposal.source,
        "quote": proposal.quote,
    }
    decided = {key: proposal.todo.get(key, value) for key, value in values.items()}
    return {key: value for key, value in decided.items() if value is not None}


def _missing(result: MissingNumbers) -> Iterator[Block]:
    if not result.compared:
        yield Heading("No stored articles to check")
        return
    compared = f"Checked {number_of(len(result.compared), 'stored article')}."
    if not result.missing:
        yield Heading("All numbers are covered")
        yield Paragraph(compared)
        return
    yield Heading(f"{number_of(len(result.missing), 'number')} not covered by any fact")
    for source in result.compared:
        entries = tuple(
            Entry(f"{at.path}:{at.line}:{at.column}", words, " ".join(sentence.split()))
            for name, at, words, sentence in result.missing
            if name == source.id
        )
        if entries:
            yield Entries(("at", "number", "sentence"), entries, source_words(source))
    yield Paragraph(f"{compared} A number is covered if a fact with this count quotes it.")
