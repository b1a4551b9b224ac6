"""F205: a stored article outside the base's folder."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F205",
    name="a stored article outside the base's folder",
    reason=("A base is moved and shared with its articles: they stand in its folder."),
    fix="Keep the article beside the base, and give its path from there.",
    bad="""\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05
    text: ../weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
facts:
  - id: us-iraq-2016-05
    kind: level
    force: us
    place: iraq
    count: more than 5,000
    as_of: 2016-05
    status: actual
    basis: press
    source: monthly
    quote: more than 5,000 American troops in Iraq
""",
    good="""\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05
    text: articles/weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
facts:
  - id: us-iraq-2016-05
    kind: level
    force: us
    place: iraq
    count: more than 5,000
    as_of: 2016-05
    status: actual
    basis: press
    source: monthly
    quote: more than 5,000 American troops in Iraq
""",
)
