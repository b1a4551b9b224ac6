"""F101: an unknown key."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F101",
    name="an unknown key",
    reason=("A misspelt key would be dropped in silence, and with it what it says."),
    fix="Correct the spelling, or remove the key.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
    nota: Printed late.
""",
    good="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
    note: Printed late.
""",
)
