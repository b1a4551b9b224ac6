"""F203: a count that is not in its quote."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F203",
    name="a count that is not in its quote",
    reason=("A quote that does not carry its number proves nothing about it."),
    fix="Correct the count, or quote the words that carry it.",
    bad="""\
facts:
  - id: us-iraq-2016-04-18-again
    kind: figure
    force: us
    place: iraq
    count: about 3,800
    as_of: 2016-04-18
    status: actual
    basis: official
    stated_by: The ministry
    source: daily
    quote: The ministry said on Monday that about 3,900 U.S. troops are in Iraq
    unit: troops
""",
    good="""\
facts:
  - id: us-iraq-2016-04-18-again
    kind: figure
    force: us
    place: iraq
    count: about 3,900
    as_of: 2016-04-18
    status: actual
    basis: official
    stated_by: The ministry
    source: daily
    quote: The ministry said on Monday that about 3,900 U.S. troops are in Iraq
    unit: troops
""",
)
