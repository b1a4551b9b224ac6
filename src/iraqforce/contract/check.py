"""`iraqforce.check/1` and `iraqforce.problem/1`: what is wrong with bases, and one problem on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.contract.fields import listing, part, record, truth, whole
from iraqforce.contract.parts import PROBLEM_FIELDS
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema

_QUOTES: Final = {
    "exact": whole("Found, character for character."),
    "typographic": whole("Found, but for quotation marks, dashes or white space."),
    "elsewhere": whole("Not found, but another source has the words."),
    "absent": whole("Not found."),
}
_SUMMARY: Final = {
    "facts": whole("Facts that were read."),
    "quotes": record("Quotes that were looked up in their articles.", _QUOTES),
    "cited": whole("Facts of sources without a stored text, which have no quote to look up."),
    "counts": whole("Counts that were read in their quotes."),
    "articles": record(
        "Stored texts that were compared with their SHA-256.",
        {"unchanged": whole("Texts that have it."), "changed": whole("Texts that have not.")},
    ),
    "errors": whole("Problems that are errors."),
    "warnings": whole("Problems that are warnings."),
}


def check() -> Schema:
    """What `iraqforce check --json` prints."""
    return published(
        "iraqforce.check/1",
        "The findings of iraqforce check",
        "What was checked, and every problem that was found.",
        {
            "ok": truth("True where each base has facts and nothing that counts is wrong."),
            "strict": truth("True where a warning counts as an error does (--strict)."),
            "summary": record("What was done, over all bases.", _SUMMARY),
            "problems": listing(part("problem"), "Every problem, by file, line and column."),
        },
    )


def problem() -> Schema:
    """A line of `iraqforce check --format jsonl`."""
    return published(
        "iraqforce.problem/1",
        "A line of iraqforce check",
        "One thing wrong at one place of a base.",
        PROBLEM_FIELDS,
    )
