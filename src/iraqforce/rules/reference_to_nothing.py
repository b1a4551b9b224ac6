"""F112: a reference to nothing."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F112",
    name="a reference to nothing",
    reason=(
        "A force, place, definition or source that the base does not declare is a misspelt one, or a "
        "missing one."
    ),
    fix="Correct the name, or declare it.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: irak
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
