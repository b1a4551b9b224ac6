"""Dates, figures, sources and lists in words."""

import pytest

from builders import fact, source
from iraqforce.model.dates import parse
from iraqforce.model.facts import Inference
from iraqforce.text.phrases import (
    date_words,
    figure_words,
    listed,
    short_date_words,
    source_words,
    span_words,
    with_article,
)


@pytest.mark.parametrize(
    ("title", "opening"),
    [("W-w", "[W-w]. "), ("Who knows?", "[Who knows?] "), ("Done.", "[Done.] ")],
)
def test_an_inferred_title_has_one_full_stop(title: str, opening: str) -> None:
    inferred = source()._replace(title=title, inferred=(Inference("title", "from the address"),))
    assert source_words(inferred).startswith(opening)


@pytest.mark.parametrize(
    ("texts", "words"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_the_last_two_of_a_list_are_joined_by_a_word(texts: list[str], words: str) -> None:
    assert listed(texts) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2016-03-25", "March 25, 2016"),
        ("2016-03", "March 2016"),
        ("2016-03-XX", "March 2016"),
        ("2016", "2016"),
        ("2016-33", "the first quarter of 2016"),
        ("2015-22", "summer 2015"),
        ("2015-24", "winter 2015–16"),
        ("201X", "the 2010s"),
        ("20XX", "2000–2099"),
        ("2016~", "about 2016"),
        ("2016-03?", "March 2016 (uncertain)"),
        ("2014/2017", "between 2014 and 2017"),
        ("2014-03~/2015-21", "between about March 2014 and spring 2015"),
        ("../2021-12", "by December 31, 2021"),
        ("2016-04/..", "since April 1, 2016"),
    ],
)
def test_a_date_is_as_precise_in_words_as_it_is_written(text: str, words: str) -> None:
    assert date_words(parse(text)) == words


def test_a_span_is_shorter_than_a_date_and_a_margin_shorter_than_both() -> None:
    span = parse("2014-09/2015-01-02")
    assert (span_words(span), short_date_words(span)) == (
        "September 2014 to January 2, 2015",
        "Sep 2014 to Jan 2, 2015",
    )


def test_a_figure_has_its_sign_and_its_unit() -> None:
    strikes = fact("26", "2016", kind="figure")
    assert strikes.count is not None
    assert figure_words(strikes._replace(count=strikes.count._replace(unit="strikes"))) == "26 strikes"
    assert figure_words(fact("217", "2016", kind="change", direction="increase")) == "+217"
    assert figure_words(fact("217", "2016", kind="change", direction="decrease")) == "−217"
    assert figure_words(fact(None, "2016", kind="change", direction="none")) == "no change"
    assert figure_words(fact(None, "2016", kind="event")) == ""


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("Pentagon", "the Pentagon"),
        ("U.S. government", "the U.S. government"),
        ("U.S. Embassy", "the U.S. Embassy"),
        ("The New York Times", "The New York Times"),
        ("U.S. Central Command", "U.S. Central Command"),
        ("Gen. Frank McKenzie, Central Command", "Gen. Frank McKenzie, Central Command"),
        ("Pentagon officials", "Pentagon officials"),
        ("CBS News", "CBS News"),
    ],
)
def test_an_office_has_an_article_in_a_sentence_and_people_have_none(speaker: str, words: str) -> None:
    assert with_article(speaker) == words
