"""F205: a stored article outside the base's folder."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import REPRINT
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F205",
    name="a stored article outside the base's folder",
    reason=("A base is moved and shared with its articles: they stand in its folder."),
    fix="Keep the article beside the base, and give its path from there.",
    bad=REPRINT.replace("articles/weekly.txt", "../weekly.txt"),
    good=REPRINT,
)
