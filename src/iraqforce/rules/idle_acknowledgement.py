"""F310: an acknowledgement that silences nothing. The linter itself finds it, when every judge has spoken."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

_IDLE: Final = """\
    accepts:
      - rule: F302
        because: the yearbook was printed late
"""

RULE: Final = Rule(
    code="F310",
    name="an acknowledgement that silences nothing",
    reason=(
        "What it excused has been mended or stands in another record, or the rule is acknowledged twice. "
        "Left where it is, it would silence the next mistake."
    ),
    fix="Remove it.",
    bad=LEVEL.replace("    locator", f"{_IDLE}    locator"),
    good=LEVEL,
    severity="warning",
)
