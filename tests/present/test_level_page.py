"""The page of an as-of answer: what its heading says of what was known."""

from __future__ import annotations

import pytest

from builders import level
from iraqforce import dates
from iraqforce.asof import Question, answer
from iraqforce.present.level_page import known_by_words


@pytest.mark.parametrize(
    ("known_by", "words"),
    [
        ("2016-03-25", ", as known by 25 March 2016"),
        ("2016-03", ", as known by March 2016"),
        ("2016", ", as known by 2016"),
        # Of an interval the last day alone counts, and an open end leaves nothing out.
        ("../2016", ", as known by 31 December 2016"),
        ("2014/2016-02", ", as known by 29 February 2016"),
        ("2016/..", ""),
    ],
)
def test_a_heading_names_the_last_day_by_which_it_was_known(known_by: str, words: str) -> None:
    question = Question("us", "iraq", dates.parse("2016-03-25"), dates.parse(known_by))
    assert known_by_words(answer(question, [level("3,800", "2016-03-25")])) == words
