"""F102: a missing key."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F102",
    name="a missing key",
    reason=("A figure without its source, its date or its words cannot be cited."),
    fix="Add the key.",
    bad=LEVEL.replace("    as_of: 2016-03\n", ""),
    good=LEVEL,
)
