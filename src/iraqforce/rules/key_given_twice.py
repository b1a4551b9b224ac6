"""F005: a key is given twice."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F005",
    name="a key is given twice",
    reason=("YAML lets the last of two values win in silence: a figure would be lost."),
    fix="Keep one of the two.",
    bad=LEVEL.replace("    count: 3,800\n", "    count: 3,800\n    count: 3,900\n"),
    good=LEVEL,
)
