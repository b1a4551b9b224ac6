"""F109: a TODO that nobody has done."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F109",
    name="a TODO that nobody has done",
    reason=("A drafted fact is a proposal: what is left open in it is for a person to decide."),
    fix="Decide, and write the value in its place.",
    bad="""\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-03
    status: TODO
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
