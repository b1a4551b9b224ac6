"""Dates as arguments: alone, several, of several words, and without the word `level`."""

from __future__ import annotations

import csv
import itertools

import pytest

from iraqforce.api import closed_date
from iraqforce.cli.dates import MOST_WORDS, leading_date
from iraqforce.model.dates import DateError
from processes import iraqforce, modules_of


def dates_of(command: str, stdin: str = "") -> list[str]:
    """The dates that the command answers, as CSV has them."""
    done = iraqforce(f"{command} -f csv", stdin=stdin)
    assert done.stderr == ""
    return [row["date"] for row in csv.DictReader(done.stdout.splitlines())]


@pytest.mark.parametrize(
    ("command", "dates"),
    [
        ("level 2016-03", ["2016-03"]),
        ("level 2016-03 2021-12", ["2016-03", "2021-12"]),
        ("level 2016-03 2021-12 2016-03", ["2016-03", "2021-12", "2016-03"]),
        ("level 2016 --date 2021-12 2017 -d 2023", ["2016", "2017", "2021-12", "2023"]),
        ("level --as-of 2016-03", ["2016-03"]),
        ("level March 2016", ["2016-03"]),
        ("level 25 March 2016", ["2016-03-25"]),
        ("level March 25, 2016 2021", ["2016-03-25", "2021"]),
        ("level 2021 Q1 2016 spring 2015 2016-Q3", ["2021", "2016-33", "2015-21", "2016-35"]),
        ("level 2016-03-25 10:00 2021-12", ["2016-03-25", "2021-12"]),
        ("level 2016-03-25 2021-12", ["2016-03-25", "2021-12"]),
        ("level 2016 .. 2018 2021", ["2016/2018", "2021"]),
        ("level 'March 25, 2016'", ["2016-03-25"]),
        ("2016-03", ["2016-03"]),
        ("2016-03 2021-12", ["2016-03", "2021-12"]),
        ("2016-03 --date 2021", ["2016-03", "2021"]),
        ("March 2016", ["2016-03"]),
        ("may 5, 2016", ["2016-05-05"]),
        ("'25 March 2016'", ["2016-03-25"]),
        ("20160325", ["2016-03-25"]),
    ],
)
def test_dates_are_answered_in_their_order(command: str, dates: list[str]) -> None:
    assert dates_of(command) == dates


def test_a_hyphen_among_the_dates_is_standard_input() -> None:
    assert dates_of("level -", "2021-12\n2016\n") == ["2021-12", "2016"]
    assert dates_of("level 2023 - March 2016", "2021-12\n") == ["2023", "2021-12", "2016-03"]
    assert dates_of("2023 -", "2021-12\n") == ["2023", "2021-12"]
    assert dates_of("-", "2021-12\n2016\n") == ["2021-12", "2016"]


@pytest.mark.parametrize("words", ["2016-03 --force us", "March 2016 --json", "2021-12 -f csv --details"])
def test_a_date_alone_is_the_level_on_it(words: str) -> None:
    alone, level = iraqforce(words), iraqforce(f"level {words}")
    assert (alone.stdout, alone.stderr, alone.returncode) == (level.stdout, "", 0)


def test_today_is_today() -> None:
    assert dates_of("today") == dates_of("level") == dates_of("level today")


def test_compare_and_report_and_filters_take_the_same_dates() -> None:
    def printed(command: str) -> str:
        done = iraqforce(command)
        assert done.stderr == ""
        return done.stdout

    assert printed("compare March 2016 May 1, 2016 --json") == printed("compare 2016-03 2016-05-01 --json")
    facts = printed("facts --from 'March 2016' --to 2016-Q2 --json")
    assert facts == printed("facts --from 2016-03 --to 2016-34 --json")
    known = printed("level 2021 --known-by 'Feb. 18, 2021' --json")
    assert known == printed("level 2021 --known-by 2021-02-18 --json")


def test_an_open_date_is_a_limit_but_no_question() -> None:
    assert iraqforce("facts --from ..2016").returncode == 0
    assert iraqforce("level ..2016").returncode == 2


DATES = [
    "2016", "2016-03", "2016-03-25", "20160325", "2016-Q1", "2016Q1", "Q1 2016", "March 2016", "Mar. 2016",
    "25 March 2016", "March 25, 2016", "March 25 2016", "May 5th, 2016", "spring 2015", "winter 2015-16",
    "2014..2017", "2014/2017", "2016-03-25T10:00", "2016-03-25 10:00", "201X", "2016-XX", "today",
    "2015-21", "2016-03~",
]  # fmt: skip


@pytest.mark.parametrize("first", DATES)
def test_two_dates_in_a_row_are_never_read_as_other_dates(first: str) -> None:
    words = first.split()
    assert len(words) <= MOST_WORDS
    for second in DATES:
        assert leading_date([*words, *second.split()]) == (closed_date(first), len(words))


def test_words_that_are_no_date_together_are_refused_with_the_most_telling_error() -> None:
    for words, error in {
        "soon 2016": "'soon' is not a date: write",
        "Marhc 2016 2017": "'Marhc 2016' is not a date: did you mean March 2016?",
        "2016/3 2017 2018": "'2016/3' is not a date: did you mean 2016-03?",
        "February 30, 2016": "'February 30, 2016' does not exist",
    }.items():
        with pytest.raises(DateError, match=f"^{error.replace('?', '[?]')}"):
            leading_date(words.split())


def test_a_strict_date_imports_nothing_that_reads_other_forms() -> None:
    reader = "iraqforce.text.asked_dates"
    assert reader not in modules_of("level 2021-12 --json")
    assert reader not in modules_of("2021-12 --json")
    assert reader in modules_of("level March 2016 --json")


def test_many_arguments_are_read_in_order() -> None:
    months = [f"{year}-{month:02}" for year, month in itertools.product(range(2003, 2027), range(1, 13))]
    assert dates_of(f"level {' '.join(months)}") == months
