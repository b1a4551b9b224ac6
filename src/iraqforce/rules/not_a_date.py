"""F104: not a date."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F104",
    name="not a date",
    reason=("A date that does not exist is refused, never bent to the next one that does."),
    fix="Write a date that exists, as ISO 8601 or EDTF has it.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-02-30
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
    as_of: 2016-02-29
    status: actual
    basis: press
    source: yearbook
    locator: table 1
""",
)
