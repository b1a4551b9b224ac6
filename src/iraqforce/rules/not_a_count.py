"""F105: not a count."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F105",
    name="not a count",
    reason=("A count is worded as its source words it, in forms that are read without guessing."),
    fix="Word the count as the source does; give vague words bounds of your own.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: loads
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
    count: {text: several thousand, low: 2000}
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
""",
)
