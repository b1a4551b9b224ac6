"""F101: an unknown key."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F101",
    name="an unknown key",
    reason=("A misspelt key would be dropped in silence, and with it what it says."),
    fix="Correct the spelling, or remove the key.",
    bad=LEVEL + "    nota: Printed late.\n",
    good=LEVEL + "    note: Printed late.\n",
)
