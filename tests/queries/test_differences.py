"""The difference of two counts: every kind of count against another, worked out by hand."""

from __future__ import annotations

import pytest

from iraqforce.model.counts import Count
from iraqforce.queries.differences import Percentage, difference, percentage, percentage_words
from iraqforce.text import numbers

SEVERAL_HUNDRED = Count("several hundred", None, 200, None, "vague")


def count(text: str) -> Count:
    return SEVERAL_HUNDRED if text == "several hundred" else numbers.parse(text)


# The lowest that the second can be, minus the highest that the first can be, and the other way round.
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
    ("more than 5,000", "more than 4,000", None, None, "higher or lower by an unknown number", None),
    (
        "5,000",
        "more than 4,000",
        -1000,
        None,
        "at most 1,000 lower, possibly higher",
        "at most 20% lower, possibly higher",
    ),
    (
        "5,000",
        "less than 6,000",
        None,
        1000,
        "at most 1,000 higher, possibly lower",
        "at most 20% higher, possibly lower",
    ),
    ("500 to 600", "700", 100, 200, "between 100 and 200 higher", "between 16.6% and 40% higher"),
    ("700", "500 to 600", -200, -100, "between 100 and 200 lower", "between 14.2% and 28.6% lower"),
    ("550", "500 to 600", -50, 50, "between 50 lower and 50 higher", "between 9.1% lower and 9.1% higher"),
    (
        "several hundred",
        "5,000",
        None,
        4800,
        "at most 4,800 higher, possibly lower",
        "at most 2,400% higher, possibly lower",
    ),
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
    assert found.text == words
    percent = percentage(count(first), count(second))
    assert (percentage_words(percent, found) if percent else None) == share


def test_bounds_of_a_percentage_are_rounded_outwards() -> None:
    # -200 / 700 is -28.57… %, -100 / 700 is -14.28… %.
    assert percentage(count("700"), count("500 to 600")) == Percentage(None, -28.6, -14.2)


@pytest.mark.parametrize(("first", "second", "value"), [("168,000", "82", -99.9), ("168,000", "0", -100.0)])
def test_a_decrease_is_one_of_100_percent_only_if_nobody_is_left(
    first: str, second: str, value: float
) -> None:
    found = percentage(count(first), count(second))
    assert found is not None
    assert found.value == value
