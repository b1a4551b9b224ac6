"""F203: a count that is not in its quote."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import MONTHLY
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F203",
    name="a count that is not in its quote",
    reason=("A quote that does not carry its number proves nothing about it."),
    fix="Correct the count, or quote the words that carry it.",
    bad=MONTHLY.replace("count: about 250", "count: about 350"),
    good=MONTHLY,
)
