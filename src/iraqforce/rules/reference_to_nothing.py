"""F112: a reference to nothing."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F112",
    name="a reference to nothing",
    reason=(
        "A force, place, definition or source that the base does not declare is a misspelt one, or a "
        "missing one."
    ),
    fix="Correct the name, or declare it.",
    bad=LEVEL.replace("place: iraq", "place: irak"),
    good=LEVEL,
)
