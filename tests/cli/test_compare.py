"""`iraqforce compare` as a user runs it: its layout, exit codes and what can go wrong."""

from __future__ import annotations

import csv
import io
import json

import pytest

from processes import iraqforce


def test_two_dates_are_side_by_side_if_there_is_room_and_else_below_each_other() -> None:
    command = "compare 2021-12 2023-03"
    wide = iraqforce(command, COLUMNS="160").stdout.splitlines()
    narrow = iraqforce(command, COLUMNS="60").stdout.splitlines()
    assert any("December 2021 " in line and " March 2023 " in line for line in wide[1:])
    assert not any(
        "December 2021 " in line and "March 2023 " in line and "to" not in line for line in narrow[1:]
    )


def test_each_answer_in_the_json_is_that_of_level() -> None:
    record = json.loads(iraqforce("compare 2016-03-25 2021-12 --json").stdout)
    alone = json.loads(iraqforce("level --date 2016-03-25 --json").stdout)
    assert {"schema": "iraqforce.level/1", **record["answers"][0], "base": record["base"]} == alone


def test_of_three_dates_each_is_compared_with_the_next_and_the_first_with_the_last() -> None:
    done = iraqforce("compare 2016-03-25 2016-05-01 2021-12 -f csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["from"], row["to"], row["value"], row["percent"]) for row in rows] == [
        ("2016-03-25", "2016-05-01", "287", "7.6"),
        ("2016-05-01", "2021-12", "-1587", "-38.8"),
        ("2016-03-25", "2021-12", "-1300", "-34.2"),
    ]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("compare 2016-03-25 2016-05-01", 0),
        ("compare 2014 2016", 1),
        ("compare 2016 2014", 1),
        ("compare 2016 2018-07-01", 1),
        ("compare 2016 2018-07-01 --max-age none", 0),
        ("compare 2016 2018-07-01 2021-12", 1),
        ("compare 2022 2023 --place syria", 1),
        ("compare 2021-02 2021-03-01 --force nato", 0),
    ],
)
def test_the_exit_code_says_whether_there_is_a_difference(command: str, code: int) -> None:
    done = iraqforce(f"{command} --json")
    assert (done.returncode, done.stderr) == (code, "")
    found = [comparison["difference"] for comparison in json.loads(done.stdout)["comparisons"]]
    assert (None in found) == (code == 1)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("compare", "Error: Give two or more dates.\n  see `iraqforce compare --help`\n"),
        ("compare 2016", "Error: Give two or more dates.\n"),
        ("compare 2016 soon", "'soon' is not a date"),
        ("compare 2016 2023-02-29", "'2023-02-29' does not exist"),
        ("compare 2016 ../2017", "open at one end"),
        ("compare 2016 2017 --place irqa", "unknown place 'irqa': did you mean iraq (Iraq)?"),
        ("compare 2016 2017 --max-age many", "'many' is not a number of days"),
    ],
)
def test_a_mistake_says_what_and_what_next(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
