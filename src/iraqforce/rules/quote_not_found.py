"""F202: a quote that is not in its article."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F202",
    name="a quote that is not in its article",
    reason=(
        "The words are what a reader can check. Typography may differ; letters, digits, points, commas "
        "and signs may not, and no score lets a quote pass that is nearly right."
    ),
    fix="Copy the words from the article.",
    bad="""\
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
    quote: about 3,900 American troops are in Iraq
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
    quote: about 3,900 U.S. troops are in Iraq
    unit: troops
""",
)
