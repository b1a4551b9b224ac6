"""References as a record, as rows and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.citing import Style, document
from iraqforce.citing.csl_json import item
from iraqforce.present.page import Paragraph, Verbatim
from iraqforce.present.records import base_record
from iraqforce.present.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.citing.reference import Reference
    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.store.questions import BaseSummary

COLUMNS: Final = (
    "id",
    "kind",
    "key",
    "text",
    "title",
    "author",
    "publisher",
    "published",
    "version",
    "url",
    "inferred",
    "stated_by",
    "quote",
)


class CiteView(NamedTuple):
    """References, and the style in which their text is written."""

    references: Sequence[Reference]
    style: Style
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.cite/1`; `text` is in the style, and `csl` is the same in every style."""
        return {
            "schema": "iraqforce.cite/1",
            "style": self.style,
            "references": [self._reference_record(reference) for reference in self.references],
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One reference is one line."""
        for reference in self.references:
            yield {
                "schema": "iraqforce.reference/1",
                "style": self.style,
                **self._reference_record(reference),
            }

    def table(self) -> Table:
        """One reference is one row."""
        rows = []
        for each in self.references:
            row = (
                each.id,
                each.kind,
                each.key,
                self._text(each),
                each.title if each.titled else None,
                each.author,
                each.publisher,
                each.published.text if each.published else None,
                each.version,
                each.url,
                " ".join(each.inferred),
                each.statement.speaker if each.statement else None,
                each.statement.quote or None if each.statement else None,
            )
            rows.append(row)
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The text for people: paragraphs, or where the style is one for programs, its text as it is."""
        if self.style == "text":
            for reference in self.references:
                yield Paragraph(self._text(reference))
        else:
            yield Verbatim(document(self.references, self.style))

    def _reference_record(self, reference: Reference) -> Record:
        return {
            "id": reference.id,
            "kind": reference.kind,
            "key": reference.key,
            "text": self._text(reference),
            "url": reference.url,
            "inferred": list(reference.inferred),
            "csl": item(reference),
        }

    def _text(self, reference: Reference) -> str:
        return document([reference], self.style).rstrip("\n")
