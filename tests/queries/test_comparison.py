"""Answers compared: known comparisons of the articles, unlike sides, and what lies in between."""

from __future__ import annotations

import pytest

from builders import IRAQ, US, base_of, fact, level
from iraqforce.loading.locations import bundled
from iraqforce.loading.snapshot import open_base
from iraqforce.model import dates
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Definition, Fact
from iraqforce.queries.answers import Question, Range
from iraqforce.queries.as_of import answer
from iraqforce.queries.comparison import Comparison, Comparisons, compare
from iraqforce.queries.differences import Difference, Percentage
from iraqforce.queries.levels import Levels

TEMPORARY = Definition("excludes-temporary", "leaves some out")


@pytest.fixture(scope="module")
def articles() -> FactBase:
    return open_base(bundled("articles"))


def compared(base: FactBase, *asked: str, known_by: str = "") -> Comparisons:
    known = dates.parse(known_by) if known_by else None
    levels = Levels.of(base, US, IRAQ)
    return compare(base, [answer(Question(US, IRAQ, dates.parse(date), known), levels) for date in asked])


def of_levels(first: Fact, second: Fact, *reported: Fact) -> Comparison:
    """The comparison of the two days of which two levels are."""
    return compared(base_of(first, second, *reported), first.as_of.text, second.as_of.text).overall


def codes(found: Comparison) -> list[str]:
    return [caution.code for caution in found.cautions]


def words(found: Comparison) -> dict[str, str]:
    return {caution.code: caution.text for caution in found.cautions}


def numbers(found: Comparison) -> tuple[object, ...]:
    return found.difference and found.difference[1:4], found.percent, found.range


def test_from_march_to_may_2016_the_two_numbers_are_287_apart_and_in_no_respect_alike(
    articles: FactBase,
) -> None:
    found = compared(articles, "2016-03-25", "2016-05-01").overall
    # Both rest on "more than 5,000" too, which is open above.
    assert numbers(found) == ((287, 287, 287), Percentage(7.6, 7.6, 7.6), Range(None, None))
    assert codes(found) == ["definition", "basis", "status", "support", "contested"]
    assert words(found)["support"] == (
        "The first date has its own figure; the second has only the last known figure (13 days old)."
    )


def test_between_march_and_may_2016_are_the_request_and_the_217(articles: FactBase) -> None:
    found = compared(articles, "2016-03-25", "2016-05-01").overall
    assert {each.id for each in found.between} == {
        "us-iraq-2016-03-25-request",
        "recommendations-2016-03-25",
        "us-iraq-2016-03-25-increase",
        "us-iraq-2016-04-18-increase",
        "us-iraq-2016-04-18-first-major-increase",
        "apaches-himars-2016-04-18",
        "advisers-to-battalions-2016-04-18",
        "iraqi-hesitation-2016-04-18",
    }
    assert [each.as_of.text for each in found.perhaps] == [
        "2016-03",
        "2016-03-20/2016-03-25",
        "../2016-04-18",
        "../2016-04-18",
    ]


def test_from_december_2021_to_march_2023_the_number_is_about_the_same(articles: FactBase) -> None:
    found = compared(articles, "2021-12", "2023-03").overall
    assert found.difference == Difference("about the same", 0, 0, 0, about=True)
    assert (found.percent, found.range, found.cautions) == (Percentage(0, 0, 0), Range(0, 0), ())
    assert {each.id for each in found.perhaps} == {
        "us-iraq-2021-12-09-combat-forces",
        "us-iraq-2014-increase",
    }


def test_2014_has_no_answer_and_so_there_is_no_difference(articles: FactBase) -> None:
    result = compared(articles, "2014", "2016")
    assert (numbers(result.overall), result.overall.cautions) == ((None, None, None), ())
    assert "us-presence-2014" in {each.id for each in result.overall.between}
    assert not result.complete


def test_across_all_figures_of_2016_those_of_2023_are_at_least_1300_lower(articles: FactBase) -> None:
    found = compared(articles, "2016", "2023").overall
    # The lowest figure of 2016 is 3,800, and the highest is open: "more than 5,000".
    assert (numbers(found)[0], found.range) == ((-1587, -1587, -1587), Range(None, -1300))
    assert words(found)["contested"] == (
        "Sources conflict on the first date; across all figures, the second is at least 1,300 lower."
    )


def test_a_date_without_a_figure_of_its_own_shows_no_change(articles: FactBase) -> None:
    result = compared(articles, "2016-05-01", "2016-06-01")
    assert (numbers(result.overall)[0], codes(result.overall)) == ((0, 0, 0), ["same-figure", "contested"])
    assert result.complete


@pytest.mark.parametrize(("number", "found"), [("more than 5,000", None), ("about 2,500", (0, 0, 0))])
def test_a_figure_compared_with_itself_did_not_change(number: str, found: tuple[int, ...] | None) -> None:
    result = compared(base_of(level(number, "2016-03-25")), "2016-03-25", "2016-04-01")
    assert numbers(result.overall)[0] == found
    assert words(result.overall)["same-figure"] == (
        "Both dates rest on the same figure; no change was reported."
    )
    assert result.complete


def test_the_later_date_may_come_first(articles: FactBase) -> None:
    there, back = (
        compared(articles, *pair).overall
        for pair in (["2016-03-25", "2016-05-01"], ["2016-05-01", "2016-03-25"])
    )
    # -287 / 4,087 is -7.02… %.
    assert numbers(back)[:2] == ((-287, -287, -287), Percentage(-7.0, -7.0, -7.0))
    assert back.between == there.between


def test_what_was_published_later_is_not_between(articles: FactBase) -> None:
    found = compared(articles, "2016-03-25", "2016-05-01", known_by="2016-03-25").overall
    assert {each.source.id for each in (*found.between, *found.perhaps)} == {"defense-one-2016-03-25"}


def test_of_three_dates_each_is_compared_with_the_next_and_the_first_with_the_last(
    articles: FactBase,
) -> None:
    result = compared(articles, "2016-03-25", "2016-05-01", "2021-12")
    assert [(each.first.text, each.second.text) for each in result.comparisons] == [
        ("2016-03-25", "2016-05-01"),
        ("2016-05-01", "2021-12"),
        ("2016-03-25", "2021-12"),
    ]
    assert [each.difference and each.difference.value for each in result.comparisons] == [287, -1587, -1300]
    assert [each.percent and each.percent.value for each in result.comparisons] == [7.6, -38.8, -34.2]


@pytest.mark.parametrize(("first", "second"), [("withheld", "2,500"), ("2,500", "withheld")])
def test_a_number_that_is_withheld_makes_no_difference(first: str, second: str) -> None:
    found = of_levels(level(first, "2016-03-25"), level(second, "2018-04-25"))
    assert (found.difference, found.percent, found.cautions) == (None, None, ())


def test_two_like_figures_need_no_caution_and_two_definitions_need_one() -> None:
    first, second = level("1", "2016-03", definition=TEMPORARY), level("2", "2017-04", definition=TEMPORARY)
    assert of_levels(first, second).cautions == ()
    apart = of_levels(first, level("2", "2017-04"))
    assert words(apart) == {
        "definition": "The figures count different things: leaves some out (first), "
        "total as reported (second)."
    }


def test_the_words_of_a_caution_about_status_and_basis() -> None:
    found = of_levels(level("1", "2014-03", status="announced"), level("2", "2016-04", basis="official"))
    assert words(found) == {
        "basis": "The first figure is from the press; the second is official.",
        "status": "The first figure is an announced level; the second is a reported level.",
    }


def test_what_spans_the_whole_time_is_not_between_and_what_ends_in_it_may_be() -> None:
    sides = (level("1", "2016-03-01"), level("2", "2016-04-30"))
    over = fact("1", "2014/2018", kind="change", name="over")
    ending = fact("1", "../2016-04-30", kind="change", name="ending")
    ended = fact("1", "../2016-02-29", kind="change", name="ended")
    within = fact("1", "2016-03/2016-04", kind="event", name="within")
    figure = fact("1", "2016-04-01", kind="figure", name="figure")
    found = of_levels(*sides, over, ending, ended, within, figure)
    assert [each.id for each in found.between] == ["within"]
    assert [each.id for each in found.perhaps] == ["ending"]
