"""F113: a circle of places or of forces."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

_PLACES: Final = """\
places:
  north:
    name: the north
    within: iraq
  dohuk:
    name: Dohuk
    within: north
"""

RULE: Final = Rule(
    code="F113",
    name="a circle of places or of forces",
    reason=("What lies within itself has no whole."),
    fix="Remove one of the links of the circle.",
    bad=_PLACES.replace("within: iraq", "within: dohuk"),
    good=_PLACES,
)
