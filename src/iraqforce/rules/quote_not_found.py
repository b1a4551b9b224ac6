"""F202: a quote that is not in its article."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import MONTHLY
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F202",
    name="a quote that is not in its article",
    reason=(
        "The words are what a reader can check. Typography may differ; letters, digits, points, commas "
        "and signs may not, and no score lets a quote pass that is nearly right."
    ),
    fix="Copy the words from the article.",
    bad=MONTHLY.replace("U.S. troops", "American troops"),
    good=MONTHLY,
)
