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
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05-02
    text: articles/monthly.txt
    sha256: 1d74ad4b18b93c339dd1b0aa19614a3cb541988d1eded9394e9656d9c223cd8a
facts:
  - id: us-anbar-2016-05-02
    kind: level
    force: us
    place: anbar
    count: about 350
    as_of: 2016-05-02
    status: actual
    basis: official
    stated_by: A colonel
    source: monthly
    quote: About 250 U.S. troops train in Anbar
""",
    good="""\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05-02
    text: articles/monthly.txt
    sha256: 1d74ad4b18b93c339dd1b0aa19614a3cb541988d1eded9394e9656d9c223cd8a
facts:
  - id: us-anbar-2016-05-02
    kind: level
    force: us
    place: anbar
    count: about 250
    as_of: 2016-05-02
    status: actual
    basis: official
    stated_by: A colonel
    source: monthly
    quote: About 250 U.S. troops train in Anbar
""",
)
