"""F106: not one of the choices."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F106",
    name="not one of the choices",
    reason=("Whether a number is actual or planned, official or press, decides what it may answer."),
    fix="Choose one of the words there are.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-03
    status: estimated
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
