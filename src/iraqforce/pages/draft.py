"""The page of `iraqforce draft`: a base file of one article, in which a person replaces every TODO."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Code
from iraqforce.pages.yaml_text import Section, Value, yaml_text
from iraqforce.queries.drafts import Draft
from iraqforce.queries.proposals import TODO, Proposal


def page(result: Draft) -> Iterator[Block]:
    """The file."""
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
    yield f"\n# Drafted from the text: every {TODO} is for a person to decide, and all the rest to check.\n\n"
    yield from yaml_text(sections, lambda fact: places[str(fact["id"])])


def _fact(proposal: Proposal) -> dict[str, Value]:
    """The proposal as a fact is written, its keys in the order of a base."""
    values: dict[str, Value | None] = {
        "id": proposal.id,
        "kind": proposal.kind,
        "label": None,
        "force": proposal.force,
        "place": proposal.place,
        "count": _count(proposal),
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


def _count(proposal: Proposal) -> "Value | None":
    if proposal.words is None or proposal.count is not None:
        return proposal.count.text if proposal.count else None
    return {"text": proposal.words, "low": f"{TODO}: the least that the words allow, or leave it out"}
