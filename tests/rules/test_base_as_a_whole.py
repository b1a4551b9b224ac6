"""F307 and F308: a source that nobody cites, and a number of an article that nobody entered."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import accepting, fact, inspected, line_of, messages, told

ARTICLE = (
    "About 3,900 troops are there.\nOn 25 March 2016, at 9:30 a.m., 217 more came; several hundred left.\n"
)
ALL = (
    fact("all", "about 3,900", quote="About 3,900 troops"),
    fact("more", "217", kind="change", direction="increase", quote="217 more came"),
    fact(
        "left",
        "{text: several hundred, low: 200}",
        kind="change",
        direction="decrease",
        quote="several hundred left",
    ),
)


def accepted_by_the_source(
    folder: Path, rule: str, *facts: str, article: str = "", source: str = "Paper"
) -> list[str]:
    """The codes told where a source accepts the rule."""
    named = f"    publisher: The {source}\n"
    change = (named, f"{named}    accepts: {accepting(rule)}\n")
    found = inspected(folder, *facts, article=article, codes=[rule, "F310"], change=change)
    return [problem.code for problem in found.problems]


def test_each_source_that_no_fact_names_is_told_where_it_stands(tmp_path: Path) -> None:
    problems = told(tmp_path, "F307", fact("one", "3,900"))
    assert [problem.message for problem in problems] == [
        "no fact cites the source 'paper'",
        "no fact cites the source 'almanac'",
    ]
    assert problems[1].at.line == line_of(tmp_path, "publisher: The Almanac")


def test_an_event_without_a_number_cites_its_source_too(tmp_path: Path) -> None:
    facts = [
        fact(name, kind="event", status="", basis="", source=name, locator="page 1")
        for name in ("paper", "yearbook", "almanac")
    ]
    assert messages(tmp_path, "F307", *facts) == []


def test_a_source_may_acknowledge_that_nobody_cites_it(tmp_path: Path) -> None:
    others = fact("one", "3,900"), fact("two", "3,900", source="almanac")
    assert accepted_by_the_source(tmp_path, "F307", *others) == []


def test_an_article_whose_numbers_are_entered_is_complete_without_its_dates(tmp_path: Path) -> None:
    assert messages(tmp_path, "F308", *ALL, article=ARTICLE) == []


def test_each_number_that_nobody_entered_is_told_with_its_line(tmp_path: Path) -> None:
    problems = told(tmp_path, "F308", ALL[0], article=ARTICLE)
    assert [problem.message for problem in problems] == [
        "line 2 of the article has '217', which no fact of it has",
        "line 2 of the article has 'several hundred', which no fact of it has",
    ]
    assert {problem.at.line for problem in problems} == {line_of(tmp_path, "text: articles/paper.txt")}


def test_a_number_at_the_end_of_a_line_is_told_in_one_line(tmp_path: Path) -> None:
    article = "About 3,900 troops are there, and more than\n5,000 others.\n"
    assert messages(tmp_path, "F308", ALL[0], article=article) == [
        "line 1 of the article has 'more than 5,000', which no fact of it has"
    ]


def test_a_quote_that_spans_a_number_of_another_fact_does_not_enter_it(tmp_path: Path) -> None:
    wide = fact(
        "all", "about 3,900", quote="About 3,900 troops are there. On 25 March 2016, at 9:30 a.m., 217 more"
    )
    assert messages(tmp_path, "F308", wide, ALL[2], article=ARTICLE) == [
        "line 2 of the article has '217', which no fact of it has"
    ]


def test_the_same_number_in_another_sentence_is_entered_by_itself(tmp_path: Path) -> None:
    article = "217 more came. Another 217 more came.\n"
    once = fact("once", "217", quote="217 more came. Another")
    assert len(messages(tmp_path, "F308", once, article=article)) == 1
    again = fact("again", "217", quote="Another 217 more came")
    assert messages(tmp_path, "F308", once, again, article=article) == []


def test_a_number_of_another_source_does_not_count(tmp_path: Path) -> None:
    elsewhere = fact("elsewhere", "217", source="yearbook", locator="table 1")
    assert len(messages(tmp_path, "F308", ALL[0], ALL[2], elsewhere, article=ARTICLE)) == 1


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ('["217", several hundred]', []),
        ('["217"]', ["F308"]),
        ('["217", several hundred, "44"]', ["F310"]),
        ("[several]", ["F310", "F308", "F308"]),
    ],
)
def test_a_source_acknowledges_the_numbers_that_it_names(
    words: str, codes: list[str], tmp_path: Path
) -> None:
    named = "    publisher: The Paper\n"
    accepts = f"    accepts: [{{rule: F308, because: it is so, words: {words}}}]\n"
    change = (named, named + accepts)
    found = inspected(tmp_path, ALL[0], article=ARTICLE, codes=["F308", "F310"], change=change)
    assert [problem.code for problem in found.problems] == codes


def test_an_acknowledgement_that_names_no_number_silences_none(tmp_path: Path) -> None:
    assert accepted_by_the_source(tmp_path, "F308", ALL[0], article=ARTICLE) == ["F310", "F308", "F308"]


def test_it_is_told_itself_when_every_number_is_entered(tmp_path: Path) -> None:
    assert accepted_by_the_source(tmp_path, "F308", *ALL, article=ARTICLE) == ["F310"]


def test_nothing_is_told_of_a_base_with_an_error(tmp_path: Path) -> None:
    wrong = fact("wrong", "3,900", place="irak")
    found = inspected(tmp_path, wrong, ALL[0], article=ARTICLE, codes=["F307", "F308", "F310"])
    assert [problem.code for problem in found.problems] == ["F112"]
