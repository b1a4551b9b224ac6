"""Figures and events as the rows of data of a document: each with its words and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.charting.lettering import plain
from iraqforce.charting.styles import style_of
from iraqforce.present.words import (
    date_words,
    event_words,
    place_words,
    qualities,
    quoted,
    sometime_words,
    source_words,
    who_where,
)

if TYPE_CHECKING:
    from iraqforce.charting.picture import Event, Figure, Span
    from iraqforce.facts import Fact
    from iraqforce.present.view import Json, Record

TOOLTIP: Final = {
    "count": "figure",
    "about": "of",
    "as_of": "as of",
    "said_by": "said by",
    "qualities": "to know",
    "quote": "words",
    "source": "source",
}
"""The fields that are shown when a figure is pointed at, with their titles."""

EVENT_TOOLTIP: Final = {"as_of": "date", "events": "event"}


def figure_row(figure: Figure, value: Json) -> Record:
    """One mark of a figure, drawn at `value`."""
    fact = figure.fact
    row: Record = {
        "fact": fact.id,
        "value": value,
        **_span_row(figure.span),
        "style": style_of(figure).words,
        "count": plain(fact.count.text) if fact.count else "",
        "about": plain(who_where(fact)),
        "as_of": date_words(fact.as_of),
        "said_by": f"{plain(fact.speaker)} ({fact.basis or 'press'})",
        "qualities": plain("; ".join(qualities(fact))),
        "quote": plain(quoted(fact) or place_words(fact)),
        "source": f"[{figure.note}] {plain(source_words(fact.source))}",
        "address": plain(fact.source.url or ""),
    }
    return {**row, "description": _description(row, fact)}


def link_to(figure: Figure) -> str:
    """Where the mark of a figure leads, in a page that holds the picture."""
    return f"#fact-{figure.fact.id}"


def event_row(event: Event) -> Record:
    """The events of one date."""
    words = [plain(event_words(fact)) for fact in event.facts]
    as_of = sometime_words(event.facts[0].as_of)
    return {
        "facts": " ".join(fact.id for fact in event.facts),
        **_span_row(event.span),
        "label": event.label,
        "line": "happened" if event.happened else "due",
        "as_of": as_of,
        "events": "; ".join(words),
        "description": f"Event {event.label}, {as_of}: {'; '.join(words)}",
    }


def _span_row(span: Span) -> Record:
    days = (span.first, span.anchor, span.last)
    first, anchor, last = (day.isoformat() for day in days)
    return {"first": first, "date": anchor, "last": last}


def _description(row: Record, fact: Fact) -> str:
    """The row in a sentence, for those who hear the picture."""
    end = f"; {row['qualities']}" if row["qualities"] else ""
    said = f"{row['count']}: {row['about']}, {sometime_words(fact.as_of)}, said by {row['said_by']}{end}."
    return f"{said} {row['quote']} {row['source']}"
