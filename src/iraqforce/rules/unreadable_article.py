"""F201: a stored article that cannot be read."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import REPRINT
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F201",
    name="a stored article that cannot be read",
    reason=("A quote can only be checked against its article."),
    fix="Put the article where the source says, as UTF-8, or correct the path.",
    bad=REPRINT.replace("articles/weekly.txt", "articles/gone.txt"),
    good=REPRINT,
)
