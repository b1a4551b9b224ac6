"""F104: not a date."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

_FEBRUARY: Final = LEVEL.replace("as_of: 2016-03", "as_of: 2016-02-30")

RULE: Final = Rule(
    code="F104",
    name="not a date",
    reason=("A date that does not exist is refused, never bent to the next one that does."),
    fix="Write a date that exists, as ISO 8601 or EDTF has it.",
    bad=_FEBRUARY,
    good=_FEBRUARY.replace("as_of: 2016-02-30", "as_of: 2016-02-29"),
)
