"""The difference of two levels: known answers from the articles, and every kind of count against another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from builders import level
from iraqforce import dates, numerals
from iraqforce.asof import Answer, Question, answer, wanted
from iraqforce.comparison import Comparison, Difference, Percentage, compare, difference, percentage
from iraqforce.counts import Count
from iraqforce.facts import Definition, Fact
from iraqforce.locations import bundled
from iraqforce.present.difference import caution_words, difference_words, percentage_words
from iraqforce.store.filters import FactFilter
from iraqforce.store.opening import in_memory
from iraqforce.store.protocol import Store

SEVERAL_HUNDRED = Count("several hundred", None, 200, None, "vague")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with closing(in_memory(bundled("articles"))) as opened:
        yield opened


def ask(store: Store, date: str, max_age: int | None = 365, known_by: str = "") -> Answer:
    known = dates.parse(known_by) if known_by else None
    question = Question("us", "iraq", dates.parse(date), known, max_age)
    return answer(question, store.levels(wanted(question)))


def compared(store: Store, first: str, second: str, max_age: int | None = 365) -> Comparison:
    reported = store.facts(FactFilter(force="us", place="iraq"))
    return compare(ask(store, first, max_age), ask(store, second, max_age), reported)


def of_levels(first: Fact, second: Fact, *reported: Fact) -> Comparison:
    """The comparison of the two days on which two made levels stand alone."""
    answers = [answer(Question("us", "iraq", each.as_of), [each]) for each in (first, second)]
    return compare(answers[0], answers[1], reported)


def count(text: str) -> Count:
    return SEVERAL_HUNDRED if text == "several hundred" else numerals.parse(text)


# Each difference was worked out by hand: what the second can be at the least, less what the first can be at
# the most, and the other way round.
DIFFERENCES = [
    ("3,800", "4,087", 287, 287, "287 higher", "+7.6%"),
    ("4,087", "2,500", -1587, -1587, "1,587 lower", "−38.8%"),
    ("2,500", "2,500", 0, 0, "the same", "0.0%"),
    ("about 2,500", "2,500", 0, 0, "about the same", "about 0.0%"),
    ("3,800", "about 2,500", -1300, -1300, "about 1,300 lower", "about −34.2%"),
    ("3,800", "more than 5,000", 1200, None, "more than 1,200 higher", "more than 31.5% higher"),
    (
        "about 2,500",
        "more than 5,000",
        2500,
        None,
        "more than about 2,500 higher",
        "more than about 100% higher",
    ),
    ("more than 5,000", "4,087", None, -913, "more than 913 lower", "more than 18.2% lower"),
    ("at least 5,000", "4,087", None, -913, "at least 913 lower", "at least 18.2% lower"),
    ("4,087", "less than 4,000", None, -87, "more than 87 lower", "more than 2.1% lower"),
    ("4,087", "at most 4,000", None, -87, "at least 87 lower", "at least 2.1% lower"),
    ("less than 4,000", "4,087", 87, None, "more than 87 higher", "more than 2.1% higher"),
    ("5,000", "more than 5,000", 0, None, "higher, by an unknown number", "higher, by an unknown share"),
    ("5,000", "at least 5,000", 0, None, "the same or higher", "the same or higher"),
    ("more than 5,000", "5,000", None, 0, "lower, by an unknown number", "lower, by an unknown share"),
    ("more than 5,000", "more than 4,000", None, None, "open both ways", None),
    (
        "5,000",
        "more than 4,000",
        -1000,
        None,
        "anything from 1,000 lower upwards",
        "anything from 20% lower upwards",
    ),
    ("5,000", "less than 6,000", None, 1000, "anything up to 1,000 higher", "anything up to 20% higher"),
    ("500 to 600", "700", 100, 200, "between 100 and 200 higher", "between 16.6% and 40% higher"),
    ("700", "500 to 600", -200, -100, "between 100 and 200 lower", "between 14.2% and 28.6% lower"),
    ("550", "500 to 600", -50, 50, "between 50 lower and 50 higher", "between 9.1% lower and 9.1% higher"),
    ("several hundred", "5,000", None, 4800, "anything up to 4,800 higher", "anything up to 2,400% higher"),
    ("3,700", "less than 900", None, -2800, "more than 2,800 lower", "more than 75.6% lower"),
    ("2,000 to 3,000", "700", -2300, -1300, "between 1,300 and 2,300 lower", "between 65% and 76.7% lower"),
    ("more than 5,000", "3,700", None, -1300, "more than 1,300 lower", "more than 26% lower"),
    ("0", "900", 900, 900, "900 higher", None),
    ("900", "0", -900, -900, "900 lower", "−100.0%"),
]


@pytest.mark.parametrize(("first", "second", "low", "high", "words", "share"), DIFFERENCES)
def test_a_difference_is_as_exact_as_its_sides(
    first: str, second: str, low: int | None, high: int | None, words: str, share: str | None
) -> None:
    found = difference(count(first), count(second))
    assert (found.low, found.high) == (low, high)
    assert found.value == (low if low == high else None)
    assert difference_words(found) == words
    percent = percentage(count(first), count(second))
    assert (percentage_words(percent, found) if percent else None) == share


def test_bounds_of_a_percentage_are_rounded_outwards() -> None:
    # -200 / 700 is -28.57… %, -100 / 700 is -14.28… %.
    assert percentage(count("700"), count("500 to 600")) == Percentage(-28.6, -14.2)


def test_from_march_to_may_2016_the_two_numbers_are_287_apart_and_in_no_respect_alike(store: Store) -> None:
    found = compared(store, "2016-03-25", "2016-05-01")
    assert found.difference == Difference(287, 287)
    assert found.percentage == Percentage(7.6, 7.6)
    assert found.cautions == ("definition", "basis", "status", "support", "contested")
    # Both rest on "more than 5,000" too, which is open above.
    assert found.ranges == Difference(None, None)


def test_between_march_and_may_2016_lie_the_request_and_the_217(store: Store) -> None:
    found = compared(store, "2016-03-25", "2016-05-01")
    assert {fact.id for fact in found.between} == {
        "us-iraq-2016-03-25-request",
        "recommendations-2016-03-25",
        "us-iraq-2016-03-25-increase",
        "us-iraq-2016-04-18-increase",
        "us-iraq-2016-04-18-first-major-increase",
        "apaches-himars-2016-04-18",
        "advisers-to-battalions-2016-04-18",
        "iraqi-hesitation-2016-04-18",
    }
    assert [fact.as_of.text for fact in found.perhaps] == [
        "2016-03",
        "2016-03-20/2016-03-25",
        "../2016-04-18",
        "../2016-04-18",
    ]


def test_from_december_2021_to_march_2023_the_number_is_about_the_same(store: Store) -> None:
    found = compared(store, "2021-12", "2023-03")
    assert found.difference == Difference(0, 0, about=True)
    assert found.percentage == Percentage(0, 0)
    assert found.cautions == ()
    assert found.ranges == Difference(0, 0)
    assert {fact.id for fact in found.perhaps} == {
        "us-iraq-2021-12-09-combat-forces",
        "us-iraq-2014-increase",
    }


def test_2014_has_no_answer_and_so_there_is_no_difference(store: Store) -> None:
    found = compared(store, "2014", "2016")
    assert (found.difference, found.percentage, found.ranges, found.cautions) == (None, None, None, ())
    assert "us-presence-2014" in {fact.id for fact in found.between}


def test_over_all_the_figures_of_2016_those_of_2023_are_at_least_1300_lower(store: Store) -> None:
    found = compared(store, "2016", "2023")
    assert found.difference == Difference(-1587, -1587)
    # The lowest figure of 2016 is 3,800, and the highest is open: "more than 5,000".
    assert found.ranges == Difference(None, -1300)
    assert "at least 1,300 lower" in caution_words("contested", found)


def test_a_date_without_a_figure_of_its_own_is_told_to_show_no_change(store: Store) -> None:
    found = compared(store, "2016-05-01", "2016-06-01")
    assert found.difference == Difference(0, 0)
    assert found.cautions == ("same-figure", "contested")


@pytest.mark.parametrize(("number", "found"), [("more than 5,000", None), ("about 2,500", Difference(0, 0))])
def test_a_figure_compared_with_itself_did_not_change(number: str, found: Difference | None) -> None:
    one = level(number, "2016-03-25")
    later = Question("us", "iraq", dates.parse("2016-04-01"))
    compared = compare(answer(Question("us", "iraq", one.as_of), [one]), answer(later, [one]), [])
    assert (compared.difference, compared.cautions[0]) == (found, "same-figure")
    assert caution_words("same-figure", compared) == "the same figure: no change was reported"


def test_the_later_date_may_stand_first(store: Store) -> None:
    there, back = compared(store, "2016-03-25", "2016-05-01"), compared(store, "2016-05-01", "2016-03-25")
    assert back.difference == Difference(-287, -287)
    # -287 / 4,087 is -7.02… %.
    assert back.percentage == Percentage(-7.0, -7.0)
    assert back.between == there.between


def test_what_was_published_later_is_not_told_of_the_time_in_between(store: Store) -> None:
    known = [ask(store, date, known_by="2016-03-25") for date in ("2016-03-25", "2016-05-01")]
    found = compare(known[0], known[1], store.facts(FactFilter(force="us", place="iraq")))
    assert {fact.source.id for fact in (*found.between, *found.perhaps)} == {"defense-one-2016-03-25"}


@pytest.mark.parametrize(("first", "second"), [("withheld", "2,500"), ("2,500", "withheld")])
def test_a_number_that_is_withheld_makes_no_difference(first: str, second: str) -> None:
    found = of_levels(level(first, "2016-03-25"), level(second, "2016-04-25"))
    assert (found.difference, found.percentage, found.cautions) == (None, None, ())


def test_two_alike_figures_need_no_caution_and_two_definitions_need_one() -> None:
    without = Definition("without", "leaves some out")
    alike = of_levels(level("1", "2016-03", definition=without), level("2", "2016-04", definition=without))
    apart = of_levels(level("1", "2016-03", definition=without), level("2", "2016-04"))
    assert alike.cautions == ()
    assert apart.cautions == ("definition",)
    assert caution_words("definition", apart) == (
        "they count different things: the first leaves some out, the second does not say what it counts"
    )


def test_what_goes_over_the_whole_time_tells_nothing_of_it_and_what_ends_in_it_may() -> None:
    sides = (level("1", "2016-03-01"), level("2", "2016-04-30"))
    over = level("1", "2014/2018", name="over")._replace(kind="change")
    ending = level("1", "../2016-04-30", name="ending")._replace(kind="change")
    ended = level("1", "../2016-02-29", name="ended")._replace(kind="change")
    within = level("1", "2016-03/2016-04", name="within")._replace(kind="event")
    figure = level("1", "2016-04-01", name="figure")._replace(kind="figure")
    found = of_levels(*sides, over, ending, ended, within, figure)
    assert [fact.id for fact in found.between] == ["within"]
    assert [fact.id for fact in found.perhaps] == ["ending"]


def test_a_decrease_to_a_few_is_no_decrease_of_all() -> None:
    found = percentage(count("168,000"), count("82"))
    assert found is not None
    assert found.value == -99.9


def test_and_one_to_none_is() -> None:
    found = percentage(count("168,000"), count("0"))
    assert found is not None
    assert found.value == -100
