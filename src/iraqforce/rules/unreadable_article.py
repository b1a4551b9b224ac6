"""F201: a stored article that cannot be read."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F201",
    name="a stored article that cannot be read",
    reason=("A quote can only be checked against its article."),
    fix="Put the article where the source says, as UTF-8, or correct the path.",
    bad="""\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05
    text: articles/gone.txt
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
