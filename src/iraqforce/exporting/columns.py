"""A fact as one flat row, for spreadsheets and data frames: what each column holds, and of what type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce.present.records import day_text, fact_row

if TYPE_CHECKING:
    from iraqforce.facts import Fact
    from iraqforce.present.view import Cell

Type = Literal["text", "number", "date", "truth"]


class Column(NamedTuple):
    """What a column says, and the type of its values; what is unknown is missing from any."""

    says: str
    type: Type = "text"


COLUMNS: Final = {
    "id": Column("The fact's id, unique in the base."),
    "kind": Column("level, change, event or figure."),
    "label": Column("What it is, in a few words (of events and figures)."),
    "force": Column("Whose people: the id of a force."),
    "place": Column("Where: the id of a place."),
    "count": Column("The count as its source words it."),
    "value": Column(
        "The number named; missing where none is: a range, vague words, a withheld count.", "number"
    ),
    "low": Column("The least that the count may be; missing where it is open.", "number"),
    "high": Column("The most that the count may be; missing where it is open.", "number"),
    "qualifier": Column("exact, about, more_than, at_least, less_than, at_most, range, vague or withheld."),
    "unit": Column("What is counted: people, for levels and changes."),
    "direction": Column("Of a change: increase, decrease or none."),
    "as_of": Column("The date it is true of, in EDTF, as precise as the source allows."),
    "first": Column("The first day that the date may mean; missing where it is open.", "date"),
    "last": Column("The last day that the date may mean; missing where it is open.", "date"),
    "dated_by": Column("The words or reasons that give the date."),
    "status": Column("actual, announced, planned, authorised or former."),
    "basis": Column("official or press."),
    "definition": Column("What the number counts: the id of a definition."),
    "stated_by": Column("Whose claim it is; missing where it is the publisher's."),
    "quote": Column("The verbatim words of the source."),
    "found_at": Column("Where the quote stands: the path of the article and the line."),
    "locator": Column("Where in a source without a stored text it stands: page, table."),
    "source": Column("The id of the source."),
    "publisher": Column("Who published the source."),
    "published": Column("When the source was published, in EDTF."),
    "verdict": Column("exact or typographic: how the quote matches its article; or cited, without a text."),
    "note": Column("What a reader must know before using the number."),
    "context": Column("Why a level gives no answer and only stands beside one."),
    "covers": Column("whole, part or more: how much of the force in the place the number covers."),
    "definition_text": Column("The definition, completing “this number …”."),
    "approximate": Column("True where the date is approximate (~ in EDTF).", "truth"),
    "uncertain": Column("True where the date is uncertain (? in EDTF).", "truth"),
    "source_title": Column("The title of the source; missing where the text has none."),
    "source_author": Column("The author of the source; missing where the text names none."),
    "source_url": Column("Where the source stands on the web."),
    "source_published_last": Column("The last day on which the source may have been published.", "date"),
    "source_inferred": Column("Which of title, author, publisher, published, url are inferred, by spaces."),
}
"""Each column of a row, in order: those in which commands list facts, and what a reader elsewhere needs."""


def flat_row(fact: Fact) -> tuple[Cell, ...]:
    """The fact in the cells of COLUMNS; a date is text in ISO 8601."""
    source, definition = fact.source, fact.definition
    return (
        *fact_row(fact),
        definition.covers if definition else "whole",
        definition.text if definition else None,
        fact.as_of.approximate,
        fact.as_of.uncertain,
        source.title,
        source.author,
        source.url,
        day_text(source.published.last),
        " ".join(field for field, _ in source.inferred) or None,
    )
