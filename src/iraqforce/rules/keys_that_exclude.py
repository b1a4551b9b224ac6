"""F108: keys that do not belong together."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F108",
    name="keys that do not belong together",
    reason=(
        "A quote from a source without a stored text cannot be checked, and a hash of no text checks nothing."
    ),
    fix="Remove one of the two, or store the text.",
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
    quote: 3,800 troops
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
