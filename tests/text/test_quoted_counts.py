"""Which numbers of a text are in a fact: each pair is a fact that covers a number and one that does not."""

import pytest

from builders import level
from iraqforce.model.counts import Count
from iraqforce.model.positions import QuotePlace
from iraqforce.text import numbers
from iraqforce.text.mentions import QuotedCount, quoted_count, uncovered
from iraqforce.text.mentions import numbers as mentioned

TEXT = "There are 3,800 troops,\nor more than 5,000; several hundred Marines and 500 to 600 others."


def span(quote: str, count: str | Count) -> QuotedCount:
    start = TEXT.index(quote)
    read = numbers.parse(count) if isinstance(count, str) else count
    return QuotedCount(start, start + len(quote), read)


def vague(text: str) -> Count:
    return numbers.vague(text, low=200, high=None)


@pytest.mark.parametrize(
    ("covering", "number"),
    [
        (span("3,800 troops", "3,800"), "3,800"),
        (span("are 3,800 troops", "about 3,800"), "3,800"),
        (span("5,000", "more than 5,000"), "more than 5,000"),
        (span("several hundred Marines", vague("several hundred")), "several hundred"),
        (span("500 to 600 others", "500 to 600"), "500 to 600"),
    ],
)
def test_a_fact_with_the_number_in_its_quote_covers_it(covering: QuotedCount, number: str) -> None:
    left = [mention.words for mention in uncovered(mentioned(TEXT), [covering])]
    every = ["3,800", "more than 5,000", "several hundred", "500 to 600"]
    assert left == [each for each in every if each != number]


@pytest.mark.parametrize(
    "other",
    [
        span("3,800 troops", "3,900"),  # another number
        span("There are", "3,800"),  # another quote
        span("several hundred Marines", vague("hundreds")),  # other words
        span("several hundred Marines", "200"),  # the bound is the curator's, not the article's
        span("500 to 600 others", "500"),  # one end of a range
    ],
)
def test_any_other_fact_covers_nothing(other: QuotedCount) -> None:
    assert len(uncovered(mentioned(TEXT), [other])) == 4


def covered(text: str, count: Count) -> bool:
    return uncovered(mentioned(text), [QuotedCount(0, len(text), count)]) == []


@pytest.mark.parametrize(
    ("words", "text", "other"),
    [
        ("hundreds", "hundreds of men", "hundreds of thousands of men"),
        ("a dozen", "A  dozen men", "more than a dozen men"),
        ("٥٠٠", "٥٠٠ men", "٢٥٠٠ men"),
    ],
)
def test_vague_words_cover_a_mention_that_is_they_and_no_longer_one(
    words: str, text: str, other: str
) -> None:
    assert covered(text, vague(words))
    assert not covered(other, vague(words))


@pytest.mark.parametrize("count", ["1,200", "1.2"])
def test_digits_that_may_say_two_things_are_covered_by_either(count: str) -> None:
    assert covered("1.200 hommes", numbers.parse(count))
    assert not covered("1.300 hommes", numbers.parse(count))


@pytest.mark.parametrize(
    ("count", "text", "other"),
    [
        ("130,000", "one hundred and thirty thousand troops", "one hundred thirty troops"),
        (
            "130,000",
            "about one hundred thirty thousand troops",
            "not about one hundred thirty thousand troops",
        ),
        ("2,500", "twenty-five hundred troops", "twenty-five troops"),
        ("500,000", "five hundred thousand troops", "five hundred million troops"),
    ],
)
def test_a_number_in_words_is_covered_by_the_count_that_it_names(count: str, text: str, other: str) -> None:
    assert covered(text, numbers.parse(count))
    assert not covered(other, numbers.parse(count))


def test_a_count_is_quoted_where_its_quote_is() -> None:
    place = QuotePlace("a.txt", 2, 4, len("more than 5,000"))
    fact = level("more than 5,000", "2016")._replace(quote_at=place)
    found = quoted_count(fact, TEXT)
    assert found is not None
    assert TEXT[found.start : found.end] == "more than 5,000"


def test_a_fact_without_a_quote_in_the_text_has_no_quoted_count() -> None:
    assert quoted_count(level("5,000", "2016", quote=None), TEXT) is None
