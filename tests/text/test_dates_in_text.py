"""Dates in running text: whole ones with their value, and words that only date with the day of the text."""

import pytest

from iraqforce.text.dates_in_text import dates


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mention.words, mention.date.text if mention.date else None) for mention in dates(text)]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("on February 19, 2021", "February 19, 2021", "2021-02-19"),
        ("on Feb. 9 2021", "Feb. 9 2021", "2021-02-09"),
        ("on 14 February 2022", "14 February 2022", "2022-02-14"),
        ("the 3rd of May 2003", "3rd of May 2003", "2003-05-03"),
        ("In July 2021 they", "July 2021", "2021-07"),
        ("in May 2003", "May 2003", "2003-05"),
        ("in 2017", "2017", "2017"),
        ("The 2003 invasion", "2003", "2003"),
        ("here since 2014 to lead", "2014", "2014"),
        ("from 2010 to 2011", "2010 to 2011", "2010/2011"),
        ("in summer 2015", "summer 2015", "2015-22"),
        ("on 2016-03-25", "2016-03-25", "2016-03-25"),
    ],
)
def test_a_whole_date_has_its_value(text: str, words: str, date: str) -> None:
    assert found(text) == [(words, date)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("said Thursday that", "Thursday"),
        ("on Thursday night", "Thursday night"),
        ("Last summer, the president", "Last summer"),
        ("officials this week conceded", "this week"),
        ("by Dec. 31", "Dec. 31"),
        ("on March 20; still", "March 20"),
        ("a July agreement", "July"),
        ("controlled since May", "May"),
        ("nearly two years ago", "nearly two years ago"),
        ("over the past week", "past week"),
        ("winter of 2017", "winter of 2017"),
        ("on 3/4/2016", "3/4/2016"),
        ("12 to 15 May 2014", "12 to 15 May 2014"),
        ("on February 30, 2021", "February 30, 2021"),
    ],
)
def test_a_date_that_is_not_whole_has_none(text: str, words: str) -> None:
    assert found(text) == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "he may march on", "They march. March on!", "more than 2000 soldiers", "2000 soldiers", "$2016",
        "1,990 men", "a 2016mm gun", "Mr. May said", "the next step", "20160325",
    ],
)  # fmt: skip
def test_what_dates_nothing_is_left_out(text: str) -> None:
    assert found(text) == []
