"""Sources and lists in words: where a title ends, and where the last comma gives way to an “and”."""

from __future__ import annotations

import pytest

from builders import source
from iraqforce.present.words import listed, source_words


@pytest.mark.parametrize(
    ("title", "opening"),
    [("W-w", "[W-w]. "), ("Who knows?", "[Who knows?] "), ("Done.", "[Done.] ")],
)
def test_an_inferred_title_has_one_full_stop(title: str, opening: str) -> None:
    inferred = source()._replace(title=title, inferred=(("title", "from the address"),))
    assert source_words(inferred).startswith(opening)


@pytest.mark.parametrize(
    ("texts", "words"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_the_last_two_of_a_list_are_joined_by_a_word(texts: list[str], words: str) -> None:
    assert listed(texts) == words
