"""`iraqforce.compare/1`: answers side by side, and their differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.contract.fields import choice, identifier, listing, part, record, signed, text, truth
from iraqforce.contract.level import ANSWER_FIELDS
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.comparison import Caution
    from iraqforce.contract.fields import Schema

CAUTIONS: Final[dict[Caution, str]] = {
    "same-figure": "both answers rest on the same figure",
    "definition": "the two levels count different things",
    "basis": "one level is official, the other a press figure",
    "status": "one level is said more firmly than the other",
    "support": "the two answers are not supported alike",
    "contested": "the figures of one date or of both do not agree",
}

_NO_NUMBER: Final = (
    "one of the two dates has no answer, or its number is withheld; "
    "or both rest on one figure that is no single number"
)
_BOUNDS: Final = {
    "low": signed("The least that it may be.", null="open"),
    "high": signed("The most that it may be.", null="open"),
}
_DIFFERENCE: Final = {
    "text": text("The difference in words: 287 higher, more than 913 lower."),
    "value": signed("The difference, negative for a decrease.", null="it is no single number"),
    **_BOUNDS,
    "about": truth("True where one of the two numbers is about so many."),
    "strict_low": truth("True where the difference is more than its low, and never reaches it."),
    "strict_high": truth("True where the difference is less than its high, and never reaches it."),
}
_COMPARISON: Final = {
    "from": text("The first date, as it was asked."),
    "to": text("The second date, as it was asked."),
    "difference": record("The second level less the first.", _DIFFERENCE, null=_NO_NUMBER),
    "percent": record(
        "The difference in per cent of the first level, to a tenth; bounds are rounded outwards.",
        {"value": signed("The percentage.", null="it is no single number"), **_BOUNDS},
        null=f"{_NO_NUMBER}; or the first level is 0; or both bounds are open",
    ),
    "range": record("The difference of all figures that the two answers rest on.", _BOUNDS, null=_NO_NUMBER),
    "cautions": listing(
        record(
            "One respect.",
            {"code": choice("Which respect.", CAUTIONS), "text": text("What to know, in words.")},
        ),
        "In what the two sides are not alike; empty where they are, and where there is no difference.",
    ),
    "between": listing(part("fact"), "The changes and events reported of dates in between, oldest first."),
    "perhaps": listing(part("fact"), "Those of a wider date, which may lie in between; oldest first."),
}


def compare() -> Schema:
    """What `iraqforce compare --json` prints."""
    return published(
        "iraqforce.compare/1",
        "The comparison of iraqforce compare",
        "The levels of two dates or more side by side, their differences, and what was reported in between.",
        {
            "force": identifier("Whose troops: the id of a force."),
            "place": identifier("Where: the id of a place."),
            "answers": listing(
                record("The answer for one date, as iraqforce.level/1 has it.", ANSWER_FIELDS),
                "An answer for each date, in the order asked.",
            ),
            "comparisons": listing(
                record("Two dates compared.", _COMPARISON),
                "Each date with the next; of three or more also the first with the last.",
            ),
            "base": part("base"),
        },
    )
