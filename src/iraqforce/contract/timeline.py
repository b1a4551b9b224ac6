"""`iraqforce.timeline/1` and `iraqforce.timeline-row/1`: a timeline, and one of its rows on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.contract.fields import identifier, listing, part, record, text, truth, whole
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema

_QUESTION: Final = {
    "force": identifier("Whose troops: the id of a force."),
    "place": identifier("Where: the id of a place."),
    "from": text("Only what may be of this date or later.", null="from the first fact on"),
    "to": text("Only what may be of this date or earlier.", null="up to the last fact"),
    "events": truth("False where only levels and changes were asked for."),
}
_ROW: Final = {
    "as_of": part("date", "The date of the row; that of each of its levels lies within."),
    "levels": listing(
        part("fact"),
        "The levels of exactly the force and the place, the oldest first: those of one date, and with them "
        "rival figures whose dates overlap, where none is longer than a month.",
    ),
    "changes": listing(
        part("fact"), "The changes of that date, of the force in the place and of parts of both."
    ),
    "events": listing(
        part("fact"),
        "The events of that date, likewise; an event may name no force or no place. Empty where events "
        "were not asked for.",
    ),
}
_LEFT_OUT: Final = {
    "of_others": whole("Levels, changes and events of other forces and places."),
    "figures": whole("Numbers that are no headcount."),
    "events": whole("Events that were not asked for."),
}


def timeline() -> Schema:
    """What `iraqforce timeline --json` prints."""
    return published(
        "iraqforce.timeline/1",
        "The timeline of iraqforce timeline",
        "Levels, changes and events of a force in a place, in the order of their dates.",
        {
            "question": record("What was asked.", _QUESTION),
            "rows": listing(record("What is of one date.", _ROW), "The rows, the oldest first."),
            "left_out": record(
                "How many facts of these dates are not shown; `iraqforce facts` lists them.",
                _LEFT_OUT,
            ),
            "base": part("base"),
        },
    )


def timeline_row() -> Schema:
    """A line of `iraqforce timeline --format jsonl`."""
    return published(
        "iraqforce.timeline-row/1",
        "A line of iraqforce timeline",
        "What is of one date in a timeline.",
        _ROW,
    )
