"""F005: a key is given twice."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F005",
    name="a key is given twice",
    reason=("YAML lets the last of two values win in silence: a figure would be lost."),
    fix="Keep one of the two.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    count: 3,900
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
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
""",
)
