"""Dates as people write them in questions: what is read, and what is only suggested."""

from __future__ import annotations

import datetime
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.api import any_date, closed_date
from iraqforce.model.dates import MONTHS, DateError, of_day, parse
from iraqforce.text.asked_dates import FORMS, read
from iraqforce.text.phrases import date_words

READ = {
    "March 2016": "2016-03",
    "march, 2016": "2016-03",
    "MAR 2016": "2016-03",
    "Mar. 2016": "2016-03",
    "may 2016": "2016-05",
    "Sept 2016": "2016-09",
    "Sept. 2016": "2016-09",
    "Sep. 5, 2016": "2016-09-05",
    "25 March 2016": "2016-03-25",
    "25th of March, 2016": "2016-03-25",
    "March 25, 2016": "2016-03-25",
    "March 25 2016": "2016-03-25",
    "Mar. 1st, 2016": "2016-03-01",
    "February 29, 2016": "2016-02-29",
    "2016-Q1": "2016-33",
    "2016q4": "2016-36",
    "Q1 2016": "2016-33",
    "spring 2015": "2015-21",
    "Summer 2015": "2015-22",
    "fall 2015": "2015-23",
    "autumn 2015": "2015-23",
    "winter 2015-16": "2015-24",
    "winter 2015–2016": "2015-24",
    "winter 1999-2000": "1999-24",
    "20160325": "2016-03-25",
    "2016-03-25T10:00:00Z": "2016-03-25",
    "2016-03-25T23:59:59.999999+03:00": "2016-03-25",
    "2016-03-25 10:00": "2016-03-25",
    "2016..2018": "2016/2018",
    "March 2016..May 2016": "2016-03/2016-05",
    "25 Mar 2016 .. 2016-Q2": "2016-03-25/2016-34",
    "spring 2015/2015-22": "2015-21/2015-22",
    "2014/2017": "2014/2017",
    "2016-01/2016-03": "2016-01/2016-03",
    "2016..": "2016/..",
    "..May 2016": "../2016-05",
    "March 2016/..": "2016-03/..",
    "201X": "201X",
    "2016-XX": "2016-XX",
    "2015-21": "2015-21",
    "2016-03~": "2016-03~",
    "  2016-03-25\t": "2016-03-25",
    '"2016-03-25"': "2016-03-25",
    ' "March  2016 " ': "2016-03",
    "'2016'": "2016",
    "“2016”": "2016",
}


@pytest.mark.parametrize("words", READ)
def test_a_date_is_read_as_its_iso_form(words: str) -> None:
    assert any_date(words) == parse(READ[words])


SUGGESTED = {
    "2016/03/25": "2016-03-25",
    "2016.03.25": "2016-03-25",
    "2016 03 25": "2016-03-25",
    "2016-3-5": "2016-03-05",
    "2016/3": "2016-03",
    "03/2016": "2016-03",
    "201603": "2016-03",
    "03/25/2016": "2016-03-25",
    "3/25/16": "2016-03-25",
    "25/03/2016": "2016-03-25",
    "25.3.2016": "2016-03-25",
    "3/3/2016": "2016-03-03",
    "3/4/2016": "2016-03-04 or 2016-04-03",
    "201x": "201X",
    "2010s": "201X",
    "Marhc 2016": "March 2016",
    "Febuary 9, 2016": "February 9, 2016",
    "25-Mar-2016": "March 25, 2016",
    "2016 March": "March 2016",
    "Friday, March 25, 2016": "March 25, 2016",
    "March 2016?": "March 2016",
    "spring of 2015": "spring 2015",
    "sprng 2015": "spring 2015",
    "winter 2015": "winter 2014-15 or winter 2015-16",
    "winter 2015-17": "winter 2014-15 or winter 2015-16",
    "2016-Q5": "2016-Q4",
    "Q0 2016": "2016-Q1",
    "2016 Q1": "2016-Q1",
    "2016-03-25 25:00": "2016-03-25",
    "2016-03-25T": "2016-03-25",
    "2014-2017": "2014..2017",
    "2014–2017": "2014..2017",
    "March 2016 to May 2016": "March 2016..May 2016",
}


@pytest.mark.parametrize("words", SUGGESTED)
def test_what_is_only_close_to_a_date_is_not_read_but_a_date_is_suggested(words: str) -> None:
    with pytest.raises(DateError) as caught:
        any_date(words)
    assert str(caught.value) == f"'{words}' is not a date: did you mean {SUGGESTED[words]}?"
    for suggestion in SUGGESTED[words].split(" or "):
        assert any_date(suggestion).first is not None


WRONG = {
    "February 30, 2016": "'February 30, 2016' does not exist: February 2016 has 29 days",
    "29 Feb 2015": "'29 Feb 2015' does not exist: February 2015 has 28 days",
    "20150229": "'20150229' does not exist: February 2015 has 28 days",
    "2015-02-29T10:00": "'2015-02-29T10:00' does not exist: February 2015 has 28 days",
    "March 0, 2016": "'March 0, 2016' does not exist: March 2016 has 31 days",
    "2016-13": "'2016-13' names month 13: months are 01 to 12, seasons 21 to 24, quarters 33 to 36",
    "March 0000": "'March 0000' names the year 0, which this calendar does not have",
    "2018..2016": "'2018..2016' ends before it starts",
    "..": "'..' is open at both ends: give a start or an end",
    "2016/": "an end is missing in '2016/': an open end is written '..'",
    "March": "'March' has no year: write 'March 2016'",
    "Q1": "'Q1' has no year: write 'Q1 2016'",
    "": "the date is empty",
    ' "" ': "the date is empty",
}


@pytest.mark.parametrize("words", WRONG)
def test_a_date_that_cannot_be_is_refused_with_its_reason(words: str) -> None:
    with pytest.raises(DateError) as caught:
        any_date(words)
    assert str(caught.value) == WRONG[words]


@pytest.mark.parametrize(
    "words",
    [
        "yesterday", "soon", "25", "March 25", "2016 2017", "2016/2017/2018", "2016..2017..2018",
        "2016-02-300", "2016-W12", "decade 2016", "troops 2016", "spring 1, 2015 or so", "Q5", "16-03-25",
        "2016/02/30", "'2016", '2016"', "２０２１", "2016\0", "ſept 2016", "2016..soon", "winter 0000",
    ],
)  # fmt: skip
def test_anything_else_is_told_the_forms(words: str) -> None:
    with pytest.raises(DateError) as caught:
        any_date(words)
    assert str(caught.value) == f"'{words}' is not a date: {FORMS}"


def test_the_forms_that_the_error_names_are_read() -> None:
    for form in FORMS.removeprefix("write ").replace(" or ", ", ").split(", "):
        assert closed_date(form)


def test_today_is_today_also_as_an_end() -> None:
    before = datetime.date.today()
    dates = [any_date(words) for words in ("today", "Today", "2016..today")]
    assert before <= dates[0].ends <= dates[1].ends <= dates[2].ends <= datetime.date.today()
    assert dates[2].starts == datetime.date(2016, 1, 1)


def test_a_question_needs_both_ends() -> None:
    assert closed_date("2016..2018").last == datetime.date(2018, 12, 31)
    with pytest.raises(DateError, match="open at one end"):
        closed_date("2016..")


# Values of Python and pandas


def test_a_day_is_a_date_whatever_its_time() -> None:
    day = of_day(datetime.date(2016, 3, 25))
    assert any_date(datetime.date(2016, 3, 25)) == day
    assert any_date(datetime.datetime(2016, 3, 25, 23, 59)) == day
    assert any_date(day) is day


def test_a_timestamp_is_its_day_and_a_missing_one_is_refused() -> None:
    pandas = pytest.importorskip("pandas")
    assert any_date(pandas.Timestamp("2016-03-25 23:59", tz="Asia/Baghdad")).text == "2016-03-25"
    for missing in (pandas.NaT, pandas.Period("NaT", "M")):
        with pytest.raises(DateError, match="NaT is not a valid date"):
            any_date(missing)


PERIODS = [
    ("2016-03-25", "D", "2016-03-25"),
    ("2016-03-25 10:00", "h", "2016-03-25"),
    ("2016-03", "M", "2016-03"),
    ("2016-12", "M", "2016-12"),
    ("2016Q1", "Q", "2016-33"),
    ("2016Q2", "Q", "2016-34"),
    ("2016Q3", "Q", "2016-35"),
    ("2016Q4", "Q", "2016-36"),
    ("2016", "Y", "2016"),
    ("2016-03-25", "W", "2016-03-21/2016-03-27"),
    ("2016", "Y-SEP", "2015-10-01/2016-09-30"),  # a fiscal year
    ("2016-03", "2M", "2016-03-01/2016-04-30"),
]


@pytest.mark.parametrize(("text", "frequency", "expected"), PERIODS)
def test_a_period_of_pandas_is_its_days(text: str, frequency: str, expected: str) -> None:
    pandas = pytest.importorskip("pandas")
    period = pandas.Period(text, frequency)
    assert any_date(period) == parse(expected)
    assert (any_date(period).first, any_date(period).last) == (
        period.start_time.date(),
        period.end_time.date(),
    )


@pytest.mark.parametrize("value", [20160325, 2016.0, b"2016", ["2016"], object()])
def test_other_values_are_refused_and_not_read_as_text(value: Any) -> None:
    with pytest.raises(DateError, match="is not a valid date: write 2016-03-25"):
        any_date(value)


# Any text


LETTERS = st.text(st.sampled_from("0123456789XQWT-/.:,~ '\"" + string.ascii_letters), max_size=30)
WORDS = st.lists(
    st.sampled_from(
        [
            *MONTHS, "Mar.", "spring", "winter", "Q1", "q", "today", "of", "th", "..", "/", "-", " ", ",",
            "to", "XX", "2016", "16", "3", "25", "0", "9999", "0000", "20160325", "T10:00", "s", '"', "“",
        ]
    ),
    max_size=7,
).flatmap(lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words)))  # fmt: skip


@given(st.text() | LETTERS | WORDS)
def test_any_text_is_a_date_or_an_error_that_says_so(text: str) -> None:
    try:
        date = any_date(text)
    except DateError as error:
        _, _, suggested = str(error).removesuffix("?").partition("did you mean ")
        for words in suggested.split(" or ") if suggested else ():
            assert read(words)
    else:
        assert date == parse(date.text)
        assert any_date(f'  "{text}" ') == date


@given(st.dates())
def test_a_day_is_read_in_every_form(day: datetime.date) -> None:
    name = MONTHS[day.month - 1]
    for words in (
        f"{name} {day.day}, {day.year:04}",
        f"{day.day} {name[:3]} {day.year:04}",
        f"{name[:3]}. {day.day:02} {day.year:04}",
        f"{day.isoformat()}T00:00",
        day.isoformat().replace("-", ""),
    ):
        assert any_date(words) == of_day(day)


@pytest.mark.parametrize("text", ["2016-03-25", "2016-03", "2015-21", "2015-24", "2016"])
def test_dates_as_answers_word_them_are_read(text: str) -> None:
    date = parse(text)
    assert any_date(date_words(date)) == date


@pytest.mark.parametrize("part", ["9", " ", "March ", "2016-", "..", "/", '"', "a", "2016-03-25T10:00 "])
def test_a_long_text_is_refused_at_once_and_in_short(part: str) -> None:
    text = part * (100_000 // len(part))
    with pytest.raises(DateError) as caught:
        any_date(text)
    assert len(str(caught.value)) < 300
    assert any_date(f"{' ' * 100_000}2016{' ' * 100_000}").text == "2016"


def test_a_date_of_a_question_is_no_date_of_a_base() -> None:
    for words, text in READ.items():
        if words != text:
            with pytest.raises(DateError):
                parse(words)
