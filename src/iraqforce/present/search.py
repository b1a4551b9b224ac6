"""What a search found: passages with the words marked, of facts and of sources with their articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Heading, Paragraph, Passage
from iraqforce.present.records import base_record, place_record
from iraqforce.present.view import Table
from iraqforce.present.words import date_words, more_by_id, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.store.questions import BaseSummary
    from iraqforce.store.searching import Hit, SearchWanted, Unknown

COLUMNS: Final = (
    "type",
    "fact",
    "source",
    "field",
    "path",
    "line",
    "column",
    "text",
    "marks",
    "quoted_by",
)

_QUERY: Final = 80
"""Characters of a query that a heading repeats."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The best hits of a search; `facts` and `sources` are how many have the words, `more` if hits are left.

    `query` is what the user wrote, and `limit` how many hits at most, None for all. `unknown` is told where
    nothing was found.
    """

    query: str
    wanted: SearchWanted
    limit: int | None
    facts: int
    sources: int
    hits: Sequence[Hit]
    more: bool
    unknown: Sequence[Unknown]
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.search/1`; each mark is its start and its end in `text`, in characters from 0."""
        terms = self.wanted.terms
        return {
            "schema": "iraqforce.search/1",
            "question": {
                "query": self.query,
                "terms": [{"words": list(term.words), "prefix": term.prefix} for term in terms],
                "source": self.wanted.source,
                "kind": self.wanted.kind,
                "limit": self.limit,
            },
            "found": {"facts": self.facts, "sources": self.sources},
            "more": self.more,
            "unknown": [{"term": each.written, "nearest": each.nearest} for each in self.unknown],
            "hits": [_hit_record(hit) for hit in self.hits],
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One hit is one line."""
        for hit in self.hits:
            yield {"schema": "iraqforce.hit/1", **_hit_record(hit)}

    def table(self) -> Table:
        """One hit is one row; a mark is its start and its end in the text, joined by a hyphen."""
        rows = []
        for hit in self.hits:
            place = (hit.place.path, hit.place.line, hit.place.column) if hit.place else (None, None, None)
            marks = " ".join(f"{start}-{end}" for start, end in hit.marks)
            name = hit.fact.id if hit.fact else None
            quoted_by = " ".join(hit.quoted_by)
            rows.append((_type(hit), name, hit.source.id, hit.field, *place, hit.text, marks, quoted_by))
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The page for people."""
        query = self.query if len(self.query) <= _QUERY else f"{self.query[:_QUERY].rstrip()}…"
        if not self.hits:
            yield from self._nothing(query)
            return
        source = f" of {self.wanted.source}" if self.wanted.source else ""
        yield Heading(f"{self._found()} “{query}”{source}")
        for hit in self.hits:
            yield Passage(_title(hit), hit.text, hit.marks)
        if self.more:
            shown = number_of(len(self.hits), "passage")
            yield Paragraph(f"These are the best {shown}. --limit all shows every one.")
        if any(hit.fact or hit.quoted_by for hit in self.hits):
            yield Paragraph(more_by_id("a fact"))

    def _found(self) -> str:
        numbers = [(self.facts, self.wanted.kind or "fact"), (self.sources, "source")]
        found = " and ".join(number_of(number, noun) for number, noun in numbers if number)
        return f"{found} {'has' if self.facts + self.sources == 1 else 'have'}"

    def _nothing(self, query: str) -> Iterator[Block]:
        if not self.wanted.terms:
            yield Heading(f"There is no word in “{query}”")
            yield Paragraph('A search takes words, "phrases" and prefix*, made of letters and digits.')
            return
        yield Heading(f"Nothing has “{query}”")
        for each in self.unknown:
            meant = f": did you mean “{each.nearest}”?" if each.nearest else "."
            yield Paragraph(f"No fact and no source has “{each.written}”{meant}")
        if not self.unknown:
            yield Paragraph(self._apart())

    def _apart(self) -> str:
        """Why nothing has the terms, each of which the base has."""
        filters = [
            name for name, value in (("--source", self.wanted.source), ("--kind", self.wanted.kind)) if value
        ]
        if filters:
            return f"The base has it elsewhere, or in parts: leave out {' and '.join(filters)}, or a word."
        return "The base has each of the words, but no fact and no source has them all: leave one out."


def _hit_record(hit: Hit) -> Record:
    return {
        "type": _type(hit),
        "fact": hit.fact.id if hit.fact else None,
        "source": hit.source.id,
        "field": hit.field,
        "at": place_record(hit.place) if hit.place else None,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "quoted_by": list(hit.quoted_by),
    }


def _type(hit: Hit) -> str:
    return "fact" if hit.fact else "source"


def _title(hit: Hit) -> str:
    """Whose words these are and where they stand."""
    field = hit.field.replace("_", " ")
    place = f"{hit.place.path}:{hit.place.line}:{hit.place.column}" if hit.place else ""
    if hit.fact is not None:
        return " · ".join((f"{hit.fact.kind} {hit.fact.id}", field, place))
    origin = f"{hit.source.publisher}, {date_words(hit.source.published)}"
    quoted_by = f"quoted by {', '.join(hit.quoted_by)}" if hit.quoted_by else ""
    return " · ".join(part for part in (origin, field, place or hit.source.id, quoted_by) if part)
