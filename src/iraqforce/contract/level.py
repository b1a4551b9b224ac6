"""`iraqforce.level/1`: the as-of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.choices import BASES, STATUSES
from iraqforce.contract.fields import (
    choice,
    day,
    identifier,
    listing,
    number,
    part,
    record,
    text,
    truth,
    whole,
)
from iraqforce.contract.parts import COUNT_FIELDS, DEFINITION
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.asof import Support
    from iraqforce.contract.fields import Schema

SUPPORTS: Final[dict[Support, str]] = {
    "reported": "a figure is dated then",
    "bracketed": "the last figure is older, but the next one agrees with it",
    "carried": "the last figure is older, by no more than the limit",
    "stale": "the last figure is older than the limit: no answer",
    "none": "no figure is dated then or before: no answer",
}

_QUESTION: Final = {
    "force": identifier("Whose troops: the id of a force."),
    "place": identifier("Where: the id of a place."),
    "date": text("The date as it was asked."),
    "first": day("Its first day."),
    "last": day("Its last day."),
    "known_by": text("Only what was published by this date was used.", null="everything was"),
    "max_age_days": whole("How many days old a figure may be to answer.", null="no age is too old"),
}
_LEVEL: Final = {
    **COUNT_FIELDS,
    "status": choice("How firmly it is said.", STATUSES),
    "basis": choice("Whose number it is.", BASES),
    "definition": DEFINITION,
    "as_of": text("The date that it is true of, as written."),
    "fact": identifier("The id of the fact, the first of the evidence."),
}
ANSWER_FIELDS: Final = {
    "question": record("What was asked, with what it was taken to mean.", _QUESTION),
    "support": choice("What the answer rests on.", SUPPORTS),
    "contested": truth("True where some two figures of the evidence do not agree."),
    "age_days": whole(
        "Days from the last day of the newest figure's date to the first day asked about; 0 if they overlap.",
        null="no figure is dated then or before",
    ),
    "date_certain": truth(
        "False where the date of the level may lie after the date asked about.", null="there is no answer"
    ),
    "level": record(
        "The answer: the first of the evidence.", _LEVEL, null="there is no answer, which is not 0"
    ),
    "range": record(
        "The span of the evidence.",
        {
            "low": number("The lowest low.", null="open, or there is no evidence"),
            "high": number("The highest high.", null="open, or there is no evidence"),
        },
    ),
    "evidence": listing(
        part("fact"),
        "The current figures, the newest first, and then what was withheld; empty where there is no answer.",
    ),
    "during": listing(
        part("fact"), "Of a date longer than a day: what was reported within it, the oldest first."
    ),
    "beside": listing(
        part("fact"),
        "What bears on the question and cannot answer it, the newest first: plans and caps, parts and more, "
        "what is mere context, and what has been withheld for long.",
    ),
    "previous": part("fact", "The nearest figure before the evidence.", null="there is none"),
    "next": part("fact", "The nearest figure after the date asked about.", null="there is none"),
}
"""The fields of an answer; `iraqforce.compare/1` has several."""


def level() -> Schema:
    """What `iraqforce level --json` prints; of several dates, one object a line."""
    return published(
        "iraqforce.level/1",
        "The answer of iraqforce level",
        "How many troops there were, as of a date, with what the answer rests on.",
        {**ANSWER_FIELDS, "base": part("base")},
    )
