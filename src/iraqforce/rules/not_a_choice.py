"""F106: not one of the choices."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F106",
    name="not one of the choices",
    reason=("Whether a number is actual or planned, official or press, decides what it may answer."),
    fix="Choose one of the words there are.",
    bad=LEVEL.replace("status: actual", "status: estimated"),
    good=LEVEL,
)
