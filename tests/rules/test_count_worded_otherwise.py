"""F303: a count that its article words otherwise, in its quote or just outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import fact, messages, told


def of(folder: Path, count: str, quote: str, article: str = "") -> list[str]:
    """The messages about a fact with this count and quote."""
    return messages(folder, "F303", fact("one", count, quote=quote), article=article or f"{quote}.\n")


@pytest.mark.parametrize(
    ("count", "quote"),
    [
        ("3,900", "3,900 troops"),
        ("about 3,900", "approximately 3,900 troops"),
        ("about 3,900", "3,900 or so"),
        ("more than 5,000", "the number tops 5,000"),
        ("more than 5,000", "over 5,000 troops"),
        ("at least 300", "300 or more"),
        ("500 to 600", "between 500 and 600 troops"),
        ("500 to 600", "500-600 troops"),
        ("up to 1,500", "as many as 1,500"),
        ("4.5 million", "4.5 million people"),
        ("no less than 500", "at least 500 troops"),
        ("at least 4,000", "4,000+ troops"),
        ("about 12,000", "~12,000 troops"),
        ("12 million", "12M refugees"),
        ("1,200", "1.200 hommes"),
        ("withheld", "declined to say how many of the 900 there are"),
        ("{text: several hundred, low: 200}", "several hundred Marines"),
    ],
)
def test_other_words_for_the_same_claim_are_right(count: str, quote: str, tmp_path: Path) -> None:
    assert of(tmp_path, count, quote) == []


@pytest.mark.parametrize(
    ("count", "quote", "words"),
    [
        ("3,900", "about 3,900 troops", "about 3,900"),
        ("about 3,900", "3,900 troops", "3,900"),
        ("5,000", "more than 5,000 troops", "more than 5,000"),
        ("more than 5,000", "at least 5,000 troops", "at least 5,000"),
        ("more than 5,000", "fewer than 5,000 troops", "fewer than 5,000"),
        ("300", "300 or more", "300 or more"),
        ("600", "500 to 600 troops", "500 to 600"),
        ("less than 500", "no less than 500 troops", "no less than 500"),
        ("more than 880", "not more than 880 troops", "not more than 880"),
        ("4,000", "4,000+ troops", "4,000+"),
        ("about 500", "between 500 and 600 troops", "between 500 and 600"),
    ],
)
def test_a_word_more_or_less_is_told(count: str, quote: str, words: str, tmp_path: Path) -> None:
    assert of(tmp_path, count, quote) == [f"the count is '{count}', and the article has '{words}'"]


@pytest.mark.parametrize(
    ("count", "quote", "article", "words"),
    [
        ("3,900", "3,900 troops", "There are about 3,900 troops.", "about 3,900"),
        ("3,900", "3,900 troops", "There are about\n3,900 troops.", "about 3,900"),
        ("3,900", "there are 3,900", "Officially there are 3,900 or so.", "3,900 or so"),
        ("less than 500", "500 troops", "There are no less than 500 troops.", "no less than 500"),
    ],
)
def test_the_article_counts_where_the_quote_is_cut(
    count: str, quote: str, article: str, words: str, tmp_path: Path
) -> None:
    assert of(tmp_path, count, quote, article) == [f"the count is '{count}', and the article has '{words}'"]


def test_a_number_about_something_else_before_the_quote_is_not_its_word(tmp_path: Path) -> None:
    assert of(tmp_path, "3,900", "3,900 troops", "About half of them, 3,900 troops, left.") == []


def test_one_mention_of_two_in_the_quote_is_enough(tmp_path: Path) -> None:
    assert of(tmp_path, "3,900", "about 3,900 troops, or 3,900 to be exact") == []


def test_another_sentence_of_the_article_may_word_it_otherwise(tmp_path: Path) -> None:
    article = "There are 3,900 troops. That makes about 3,900.\n"
    assert of(tmp_path, "3,900", "There are 3,900 troops", article) == []


def test_both_ends_of_a_rise_are_counts_of_their_own(tmp_path: Path) -> None:
    assert of(tmp_path, "3,000", "rose from 3,000 to 3,800") == []


def test_it_is_told_at_the_count_with_the_line_of_the_article(tmp_path: Path) -> None:
    article = "A first line.\nThere are about 3,900 troops.\n"
    (problem,) = told(tmp_path, "F303", fact("one", "3,900", quote="3,900 troops"), article=article)
    assert (problem.excerpt.strip(), problem.severity) == ("count: 3,900", "warning")
    assert problem.hint == "word the count as the article does, at articles/paper.txt:2"
