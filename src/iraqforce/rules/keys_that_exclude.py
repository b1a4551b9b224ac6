"""F108: keys that do not belong together."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F108",
    name="keys that do not belong together",
    reason=(
        "A quote from a source without a stored text cannot be checked, and a hash of no text checks nothing."
    ),
    fix="Remove one of the two, or store the text.",
    bad=LEVEL.replace("locator: table 1", "quote: 3,800 troops"),
    good=LEVEL,
)
