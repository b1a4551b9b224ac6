"""F107: not well formed."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F107",
    name="not well formed",
    reason=(
        "Ids stand in links, commands and other people's notes: they are kept plain. An address stands in "
        "references, which are followed: it leads to the web and does nothing else."
    ),
    fix=(
        "Write an id as lower-case words and digits joined by hyphens, a hash as 64 hexadecimal digits, an "
        "address from https:// or http:// on, and text that says something."
    ),
    bad=LEVEL.replace("id: us-iraq-2016-03", "id: US_Iraq 2016"),
    good=LEVEL,
)
