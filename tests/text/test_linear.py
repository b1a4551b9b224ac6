"""Twice the text takes at most about twice the work, counted in calls: no timing decides."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

import iraqforce
from iraqforce.queries.proposals import proposals
from iraqforce.queries.searchable import merged, snippet
from iraqforce.text.claims import claims
from iraqforce.text.mentions import QuotedCount, numbers, uncovered
from iraqforce.text.names_in_text import Names
from iraqforce.text.normalize import Tokens, parse_query, tokens
from iraqforce.text.numbers import parse
from iraqforce.text.quotes import Article, nearest_passage
from iraqforce.text.sentences import paragraphs, sentences


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those of C too."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


BASE = iraqforce.open("all").contents
NAMES = Names(BASE)

READING: dict[str, Callable[[str], object]] = {
    "claims": lambda text: list(claims(text, NAMES, date(2021, 12, 10))),
    "find": lambda text: Article(text).find("5 not 5 no"),
    "find in other typography": lambda text: Article(text).find("5  not 5 no"),
    "nearest passage": lambda text: nearest_passage("5 not 6 no", Article(text)),
    "numbers": lambda text: list(numbers(text)),
    "sentences": lambda text: list(sentences(text)),
    "paragraphs": lambda text: list(paragraphs(text)),
    "tokens": tokens,
    "proposals": lambda text: list(proposals(text, "a.txt", BASE, "a")),
    "numbers not covered": lambda text: uncovered(numbers(text), [QuotedCount(0, len(text), parse("7"))]),
}


WORDS = [
    "not 5 ", "$1 ", "no less than 5 men ", "( a. B ", "12 500 ", "5 troops in Iraq ", "in May 2016 5 U.S. ",
    "U.S. troops rose to 5 ", "5 U.S. and ", "[(", "Iraq ",
]  # fmt: skip


@pytest.mark.parametrize("reading", READING)
@pytest.mark.parametrize("words", WORDS)
def test_twice_the_text_is_twice_the_work(reading: str, words: str) -> None:
    read = READING[reading]
    read(words * 5)  # patterns are compiled once
    once, twice = calls(lambda: read(words * 200)), calls(lambda: read(words * 400))
    assert twice <= 2.2 * once + 100


def test_what_a_quote_must_not_cut_is_looked_for_once_in_an_article() -> None:
    article = Article("no less than 5 men " * 200)
    first = calls(lambda: article.find("less than 5 men"))
    assert calls(lambda: article.find("less than 5 men")) < first
    assert article.find("no less than 5 men") is not None


def test_twice_the_words_of_a_search_are_twice_the_work() -> None:
    def searched(number: int) -> int:
        text = " ".join(f"w{each}" for each in range(number))

        def search() -> None:
            read = Tokens(text)
            marks = merged([span for term in parse_query(text) for span in term.spans(read)])
            assert len(marks) == number
            assert snippet(text, marks).text

        return calls(search)

    searched(50)
    assert searched(1000) <= 2.2 * searched(500) + 100
