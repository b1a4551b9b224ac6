"""A draft: for people the stub of a base's file, for programs its proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.drafting.values import TODO
from iraqforce.present.page import Code
from iraqforce.present.records import COUNT_COLUMNS, count_record, date_record
from iraqforce.present.view import Table
from iraqforce.writing.yaml_text import Section, Value, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.drafting.values import Draft, Proposal, SourceDraft
    from iraqforce.present.page import Block
    from iraqforce.present.view import Record

COLUMNS: Final = (
    "id",
    "kind",
    "force",
    "place",
    *COUNT_COLUMNS,
    "direction",
    "as_of",
    "dated",
    "quote",
    "path",
    "line",
    "column",
    "todo",
)


@dataclass(frozen=True, slots=True)
class DraftView:
    """What could be entered from an article."""

    draft: Draft

    def record(self) -> Record:
        """`iraqforce.draft/1`; `todo` says, by key, what a person must decide."""
        source = self.draft.source
        return {
            "schema": "iraqforce.draft/1",
            "source": {
                "id": source.id,
                "title": source.title,
                "text": source.path,
                "sha256": source.sha256,
                "todo": {
                    key: words for key, words in source.todo.items() if key != "title" or not source.title
                },
            },
            "proposals": [_proposal_record(each, source) for each in self.draft.proposals],
        }

    def lines(self) -> Iterator[Record]:
        """One proposal is one line."""
        for each in self.draft.proposals:
            yield {"schema": "iraqforce.proposal/1", **_proposal_record(each, self.draft.source)}

    def table(self) -> Table:
        """One proposal is one row; `todo` names what is open."""
        path = self.draft.source.path
        rows = [
            (
                each.id,
                each.kind,
                each.force,
                each.place,
                each.words,
                *(each.count[1:5] if each.count else (None,) * 4),
                each.unit,
                each.direction,
                each.as_of.text if each.as_of else None,
                "; ".join(each.dated) or None,
                each.quote,
                path,
                each.line,
                each.column,
                " ".join(each.todo),
            )
            for each in self.draft.proposals
        ]
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The stub."""
        yield Code("".join(stub(self.draft)), "yaml")


def stub(draft: Draft) -> Iterator[str]:
    """A whole file of one article, to be merged with the base whose forces and places it names."""
    source = draft.source
    places = {each.id: f"{source.path}:{each.line}" for each in draft.proposals}
    facts = [_fact(each, source) for each in draft.proposals]
    sections: dict[str, Section] = {"sources": {source.id: _source(source)}, "facts": facts}
    yield from yaml_text({"name": source.id, "title": source.title or f"{TODO}: a title for this file"})
    yield f"\n# Drafted from the text: every {TODO} is for a person to decide, and all the rest to check.\n\n"
    yield from yaml_text(sections, lambda fact: places[str(fact["id"])])


def _source(source: SourceDraft) -> dict[str, Value]:
    return {
        "title": source.title or source.todo["title"],
        "publisher": source.todo["publisher"],
        "published": source.todo["published"],
        "text": source.path,
        "sha256": source.sha256,
    }


def _fact(proposal: Proposal, source: SourceDraft) -> dict[str, Value]:
    """The proposal as a fact is written, its keys in the order that a base has them in."""
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
        "source": source.id,
        "quote": proposal.quote,
    }
    decided = {key: proposal.todo.get(key, value) for key, value in values.items()}
    return {key: value for key, value in decided.items() if value is not None}


def _count(proposal: Proposal) -> Value | None:
    if proposal.words is None or proposal.count is not None:
        return proposal.count.text if proposal.count else None
    return {"text": proposal.words, "low": f"{TODO}: the least that the words allow, or leave it out"}


def _proposal_record(proposal: Proposal, source: SourceDraft) -> Record:
    return {
        "id": proposal.id,
        "kind": proposal.kind,
        "force": proposal.force,
        "place": proposal.place,
        "words": proposal.words,
        "count": None if proposal.count is None else {**count_record(proposal.count), "unit": proposal.unit},
        "direction": proposal.direction,
        "as_of": None if proposal.as_of is None else date_record(proposal.as_of),
        "dated": list(proposal.dated),
        "quote": proposal.quote,
        "found_at": {"path": source.path, "line": proposal.line, "column": proposal.column},
        "source": source.id,
        "todo": dict(proposal.todo),
    }
