"""The numbers of a base's articles that no fact covers, by source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Entries, Entry, Heading, Paragraph
from iraqforce.present.records import base_record
from iraqforce.present.view import Table
from iraqforce.present.words import number_of, source_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.drafting.gaps import Gap
    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.store.questions import BaseSummary

COLUMNS: Final = ("source", "path", "line", "column", "words", "sentence")


@dataclass(frozen=True, slots=True)
class MissingView:
    """The gaps of a base, and how many of its sources have a text to compare with."""

    gaps: tuple[Gap, ...]
    articles: int
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.missing/1`."""
        return {
            "schema": "iraqforce.missing/1",
            "articles": self.articles,
            "missing": [_gap_record(gap) for gap in self.gaps],
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One number is one line."""
        for gap in self.gaps:
            yield {"schema": "iraqforce.gap/1", **_gap_record(gap)}

    def table(self) -> Table:
        """One number is one row."""
        rows = [
            (gap.source.id, gap.source.path, gap.line, gap.column, gap.words, gap.sentence)
            for gap in self.gaps
        ]
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The page for people."""
        if not self.articles:
            yield Heading("No article is stored: there is nothing to compare the facts with")
            return
        compared = f"Compared with {number_of(self.articles, 'stored article')}."
        if not self.gaps:
            yield Heading("Every number is entered")
            yield Paragraph(compared)
            return
        yield Heading(f"{number_of(len(self.gaps), 'number')} that no fact covers")
        for source in dict.fromkeys(gap.source for gap in self.gaps):
            entries = tuple(_entry(gap) for gap in self.gaps if gap.source == source)
            yield Entries(("at", "number", "sentence"), entries, source_words(source))
        yield Paragraph(f"{compared} A number is covered where a fact with that number quotes it.")


def _entry(gap: Gap) -> Entry:
    return Entry(_place(gap), gap.words, " ".join(gap.sentence.split()))


def _place(gap: Gap) -> str:
    return f"{gap.source.path}:{gap.line}:{gap.column}"


def _gap_record(gap: Gap) -> Record:
    return {
        "source": gap.source.id,
        "path": gap.source.path,
        "line": gap.line,
        "column": gap.column,
        "words": gap.words,
        "sentence": gap.sentence,
    }
