"""F109: a TODO that nobody has done."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F109",
    name="a TODO that nobody has done",
    reason=("A drafted fact is a proposal: what is left open in it is for a person to decide."),
    fix="Decide, and write the value in its place.",
    bad=LEVEL.replace("status: actual", "status: TODO"),
    good=LEVEL,
)
