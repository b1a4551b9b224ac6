"""F204: a stored article that has changed."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import REPRINT
from iraqforce.rules.rule import Rule

_HASH: Final = "61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42"

RULE: Final = Rule(
    code="F204",
    name="a stored article that has changed",
    reason=("What was read was another text: its quotes and line numbers may no longer be what they were."),
    fix="Restore the article, or read it again and give its new hash.",
    bad=REPRINT.replace(_HASH, "0" * len(_HASH)),
    good=REPRINT,
)
