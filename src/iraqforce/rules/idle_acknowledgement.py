"""F310: an acknowledgement that silences nothing. The linter itself finds it, when every judge has spoken."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F310",
    name="an acknowledgement that silences nothing",
    reason=(
        "What it excused has been mended or stands in another record, or the rule is acknowledged twice. "
        "Left where it is, it would silence the next mistake."
    ),
    fix="Remove it.",
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
    accepts:
      - rule: F302
        because: the yearbook was printed late
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
    severity="warning",
)
