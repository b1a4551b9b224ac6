"""F105: not a count."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

_LOADS: Final = LEVEL.replace("3,800", "loads")

RULE: Final = Rule(
    code="F105",
    name="not a count",
    reason=("A count is worded as its source words it, in forms that are read without guessing."),
    fix="Word the count as the source does; give vague words bounds of your own.",
    bad=_LOADS,
    good=_LOADS.replace("loads", "{text: several thousand, low: 2000}"),
)
