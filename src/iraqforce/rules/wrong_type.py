"""F103: a value of the wrong type."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F103",
    name="a value of the wrong type",
    reason=("A list or a mapping where text is wanted says something else than what is read."),
    fix="Write the value in the shape that docs/fact-base.md shows.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: [iraq]
    count: 3,800
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
