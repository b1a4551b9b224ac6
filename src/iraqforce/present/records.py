"""Facts, sources and dates as the JSON objects and the table rows that every command shows alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from iraqforce.counts import Count
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Accept, Definition, Fact, QuotePlace, Source, TextPlace
    from iraqforce.present.view import Cell, Json, Record
    from iraqforce.store.questions import BaseSummary


def fact_record(fact: Fact) -> Record:
    """FACT, section 4 of the design."""
    count = fact.count
    return {
        "id": fact.id,
        "kind": fact.kind,
        "label": fact.label,
        "force": fact.force.id if fact.force else None,
        "place": fact.place.id if fact.place else None,
        "count": None if count is None else count_record(count),
        "direction": fact.direction,
        "as_of": {**date_record(fact.as_of), "dated_by": fact.dated_by},
        "status": fact.status,
        "basis": fact.basis,
        "definition": definition_record(fact.definition),
        "stated_by": fact.stated_by,
        "quote": fact.quote,
        "found_at": None if fact.found_at is None else place_record(fact.found_at),
        "locator": fact.locator,
        "written_at": {"path": fact.written_at.path, "line": fact.written_at.line},
        "source": {
            "id": fact.source.id,
            "title": fact.source.title,
            "publisher": fact.source.publisher,
            "author": fact.source.author,
            "published": fact.source.published.text,
            "url": fact.source.url,
        },
        "verdict": fact.verdict,
        "note": fact.note,
        "context": fact.context,
        "accepts": accepts_record(fact.accepts),
    }


def definition_record(definition: Definition | None) -> Record | None:
    """What a number counts, and how much of the force in the place that covers."""
    if definition is None:
        return None
    return {
        "id": definition.id,
        "name": definition.name,
        "text": definition.text,
        "covers": definition.covers,
    }


def accepts_record(accepts: tuple[Accept, ...]) -> Json:
    """The rules of `check` that a fact or a source acknowledges, each with the reason."""
    return [{"rule": each.rule, "because": each.because, "words": list(each.words)} for each in accepts]


def count_record(count: Count) -> Record:
    """A count: its words, the number named, its bounds and what is counted."""
    return {
        "text": count.text,
        "value": count.value,
        "low": count.low,
        "high": count.high,
        "qualifier": count.qualifier,
        "unit": count.unit,
    }


def source_record(source: Source, *, facts: int, article: str | None = None) -> Record:
    """A source: what it is, what of that is inferred and why, and how many facts are taken from it."""
    return {
        "id": source.id,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": date_record(source.published),
        "url": source.url,
        "inferred": dict(source.inferred),
        "text": source.path,
        "sha256": source.sha256,
        "note": source.note,
        "accepts": accepts_record(source.accepts),
        "facts": facts,
        "article": article,
    }


def date_record(value: PartialDate) -> Record:
    """A date with its first and last day, which are None where it is open."""
    return {
        "text": value.text,
        "first": day_text(value.first),
        "last": day_text(value.last),
        "precision": value.precision,
    }


def place_record(place: TextPlace | QuotePlace) -> Record:
    """A place in a text: the line and the column count from 1."""
    return {"path": place.path, "line": place.line, "column": place.column}


def base_record(summary: BaseSummary) -> Record:
    """The base that an answer rests on."""
    return {"facts": summary.facts, "sources": summary.sources, "sha256": summary.sha256}


def day_text(day: date | None) -> str | None:
    """A day in ISO 8601."""
    return None if day is None else day.isoformat()


COUNT_COLUMNS: Final = ("count", "value", "low", "high", "qualifier", "unit")
"""The columns of a count: its words, then what they mean."""

FACT_COLUMNS: Final = (
    "id",
    "kind",
    "label",
    "force",
    "place",
    *COUNT_COLUMNS,
    "direction",
    "as_of",
    "first",
    "last",
    "dated_by",
    "status",
    "basis",
    "definition",
    "stated_by",
    "quote",
    "found_at",
    "locator",
    "source",
    "publisher",
    "published",
    "verdict",
    "note",
    "context",
)
"""The columns of `fact_row`."""


def fact_row(fact: Fact) -> tuple[Cell, ...]:
    """The fact in the cells of FACT_COLUMNS."""
    count = fact.count
    return (
        fact.id,
        fact.kind,
        fact.label,
        fact.force.id if fact.force else None,
        fact.place.id if fact.place else None,
        *(count or (None,) * len(COUNT_COLUMNS)),
        fact.direction,
        fact.as_of.text,
        day_text(fact.as_of.first),
        day_text(fact.as_of.last),
        fact.dated_by,
        fact.status,
        fact.basis,
        fact.definition.id if fact.definition else None,
        fact.stated_by,
        fact.quote,
        f"{fact.found_at.path}:{fact.found_at.line}" if fact.found_at else None,
        fact.locator,
        fact.source.id,
        fact.source.publisher,
        fact.source.published.text,
        fact.verdict,
        fact.note,
        fact.context,
    )
