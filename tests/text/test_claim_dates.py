"""The date of a claim: stated, relative to the day of publication, or of the sentence before."""

from datetime import date

import pytest

import iraqforce
from iraqforce.text.claims import claims
from iraqforce.text.names_in_text import Names

NAMES = Names(iraqforce.open("all").contents)
FRIDAY = date(2021, 12, 10)


def dated(text: str, published: date | None = FRIDAY) -> str | None:
    *_, claim = claims(text, NAMES, published)
    return claim.date.text if claim.date else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On March 25, 2016,", "2016-03-25"),
        ("In March 2016,", "2016-03"),
        ("At the end of 2017,", "2017-12"),
        ("At the beginning of 2017,", "2017-01"),
        ("In early 2020,", "2020-01-01/2020-04-30"),
        ("As of mid-2021,", "2021-05-01/2021-08-31"),
        ("In late March 2020,", "2020-03-21/2020-03-31"),
        ("Today,", "2021-12-10"),
        ("On Friday,", "2021-12-10"),
        ("On Monday,", "2021-12-06"),
        ("Last Friday,", "2021-12-03"),
        ("Last year,", "2020"),
        ("Last month,", "2021-11"),
        ("This year,", "2021-01-01/2021-12-10"),
        ("In March,", "2021-03"),
        ("On Dec. 31,", "2020-12-31"),
        ("Since 2017,", None),
        ("Before May 2016,", None),
        ("In fiscal 2007,", None),
        ("Next Friday,", None),
    ],
)
def test_words_name_the_date(words: str, day: str | None) -> None:
    assert dated(f"{words} 500 U.S. troops were in Iraq.") == day


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("Yesterday,", date.min), ("On Friday,", date.min), ("Last week,", date.min),
        ("Last month,", date.min), ("Last March,", date.min), ("In March,", date.min),
        ("Last summer,", date.min), ("Last year,", date.min),
        ("In late December,", date.max),
    ],
)  # fmt: skip
def test_what_is_beyond_the_calendar_is_no_date(words: str, published: date) -> None:
    assert dated(f"{words} 500 U.S. troops were in Iraq.", published) is None


def test_the_last_week_of_the_calendar_is_read() -> None:
    text = "This week, 500 U.S. troops were in Iraq."
    assert dated(text, date.max) == "9999-12-27/9999-12-31"


@pytest.mark.parametrize("words", ["Today,", "On Friday,", "Last year,", "In March,"])
def test_without_a_day_of_publication_they_name_none(words: str) -> None:
    assert dated(f"{words} 500 U.S. troops were in Iraq.", None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("There are 500 U.S. troops in Iraq.", "2021-12-10"),
        ("There were 500 U.S. troops in Iraq.", None),
        ("The U.S. now has 500 troops in Iraq, down from 5,000 in 2017.", "2017"),  # of the last number
        ("The U.S. now has 500 troops in Iraq, down from 5,000.", None),
        ("U.S. troop numbers in Iraq fell to 500.", None),
    ],
)
def test_the_present_is_the_day_of_publication(text: str, day: str | None) -> None:
    assert dated(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was March 2016. That month 500 U.S. troops were in Iraq.", "2016-03"),
        ("It was March 2016. That year 500 U.S. troops were in Iraq.", "2016"),
        ("It was 2016. That month 500 U.S. troops were in Iraq.", None),
        ("It was March 2016. 500 U.S. troops were in Iraq.", "2016-03"),
        ("It was in 2014. By November 1,500 U.S. troops were in Iraq.", None),
        ("It was in 2014. In November, 1,500 U.S. troops were in Iraq.", None),
        ("It was in 2021. In November, 1,500 U.S. troops were in Iraq.", "2021-11"),
    ],
)
def test_a_date_before_may_be_meant(text: str, day: str | None) -> None:
    assert dated(text) == day


def test_two_dates_are_a_doubt() -> None:
    [claim] = claims("In 2007 and again in 2009, 500 U.S. troops were in Iraq.", NAMES, FRIDAY)
    assert claim.date is None
    assert claim.doubt == "which date is meant: “2007” and “2009”?"


def test_a_number_and_a_month_are_no_day() -> None:
    assert [
        each.number.words for each in claims("In November 1,500 U.S. troops were in Iraq.", NAMES, FRIDAY)
    ] == ["1,500"]
