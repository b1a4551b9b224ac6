"""F111: an id given twice."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F111",
    name="an id given twice",
    reason=("An id names one fact, one source or one word; two of a name could not be told apart."),
    fix="Give each its own id; several files declare the same word in the same words.",
    bad="""\
facts:
  - id: us-iraq-2017
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
