"""`iraqforce.error/1`: an error that a user can mend, on stderr where JSON was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.contract.fields import listing, part, text
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema


def error() -> Schema:
    """One line of stderr."""
    code = text(
        "A stable word for programs: usage, unknown-name, base, invalid-base, output, line and others.",
        pattern="^[a-z]+(-[a-z]+)*$",
    )
    return published(
        "iraqforce.error/1",
        "An error of iraqforce",
        "What could not be done, on one line of standard error.",
        {
            "code": code,
            "message": text("What is wrong, and where."),
            "hint": text("The next step.", null="there is none to give"),
            "problems": listing(part("problem"), "The problems of an invalid base; else empty."),
        },
    )
