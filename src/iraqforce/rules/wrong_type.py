"""F103: a value of the wrong type."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F103",
    name="a value of the wrong type",
    reason=("A list or a mapping where text is wanted says something else than what is read."),
    fix="Write the value in the shape that docs/fact-base.md shows.",
    bad=LEVEL.replace("place: iraq", "place: [iraq]"),
    good=LEVEL,
)
