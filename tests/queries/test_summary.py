"""The sentence of an answer and its cautions (docs/as-of.md)."""

from __future__ import annotations

from typing import Any

import pytest

from builders import INFO, IRAQ, US, fact, level, source
from iraqforce.model import dates
from iraqforce.model.facts import Definition, Fact, Force
from iraqforce.queries.answers import Answer, Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

RECORDS = Definition("records", "Counts personnel records.", name="personnel records")
THEATER = Definition("theater", "Counts a theater.", "broader", name="theater-wide")


def ask(date: str, *facts: Fact, updated: str | None = None) -> Answer:
    info = INFO._replace(updated=dates.parse(updated) if updated else None)
    return answer(Question(US, IRAQ, dates.parse(date)), Levels(US, IRAQ, facts, info))


def by(speaker: str, count: str, as_of: str, definition: Definition | None = None) -> Fact:
    return level(count, as_of, stated_by=speaker, definition=definition)


@pytest.mark.parametrize(
    ("date", "facts", "summary"),
    [
        (
            "2016-03-25",
            [by("Pentagon", "about 2,500", "2016-03-25")],
            "About 2,500, according to the Pentagon.",
        ),
        ("2016-03-25", [by("CBS News", "2,500", "2016-03-25")], "2,500, according to CBS News."),
        (
            "2016-03-25",
            [by(name, "about 2,500", "2016-03-25") for name in "ABC"],
            "About 2,500. Three sources agree.",
        ),
        (
            "2016-03-25",
            [by("A", "5,000", "2016-03-25"), by("B", "5,262", "2016-03-25")],
            "5,000 to 5,262, according to two sources.",
        ),
        (
            "2016-03-25",
            [by("A", "4,000", "2016-03-25"), by("B", "more than 5,000", "2016-03-25")],
            "4,000 to more than 5,000, depending on the source.",
        ),
        (
            "2016-03-25",
            [by("A", "3,800", "2016-03-25"), by("A", "5,000", "2016-03-20", RECORDS)],
            "3,800 to 5,000, depending on who is counted.",
        ),
        (
            "2007-11",
            [by("A", "162,000", "2007-11-30")],
            "162,000 at the end of the month, according to A.",
        ),
        (
            "2007-11",
            [by("A", "162,000", "2007-11-30"), by("B", "162,000", "2007-11")],
            "162,000. Two sources agree.",
        ),
        (
            "2016-03-25",
            [by("A", "more than 5,000", "2016-03-25"), by("B", "5,000", "2016-03-25")],
            "More than 5,000, according to two sources.",
        ),
        (
            "2007-01-31",
            [by("A", "128,569", "2007-01-31"), by("B", "132,000 to 135,000", "2007-01-31")],
            "128,569 to 135,000, according to two sources.",
        ),
        (
            "2007-01-31",
            [by("A", "137,000", "2007-01-31"), by("B", "132,000 to 135,000", "2007-01-31")],
            "132,000 to 137,000, according to two sources.",
        ),
        (
            "2020-10-30",
            [by("A", "5,200", "2020-09-09")],
            "5,200, according to A. The latest figure is from September 9, 2020.",
        ),
        ("2012-03-15", [by("A", "0", "2011-12-18")], "0 since December 18, 2011, according to A."),
        (
            "2018-07-01",
            [by("A", "5,000", "2018-05-04"), by("B", "about 5,200", "2018-08-19")],
            "5,000, according to A. No source gives a figure for July 1, 2018; the last one before"
            " (May 4, 2018) and the first one after (August 19, 2018) agree.",
        ),
        (
            "2016",
            [by("A", "3,800", "2016-03-25"), by("A", "5,000", "2016-06-01"), by("A", "4,087", "2016-12-01")],
            "3,800 to 5,000 in 2016; the latest figure is 4,087, from December 1, 2016.",
        ),
        (
            "2018-07-01",
            [by("A", "4,087", "2016-04-18")],
            "No answer: the latest figure (4,087, April 18, 2016) is 804 days old; the limit is 365"
            " (see --max-age).",
        ),
        ("2014-08", [], "No figure is available for August 31, 2014, or earlier. This does not mean zero."),
    ],
)
def test_the_answer_is_a_sentence(date: str, facts: list[Fact], summary: str) -> None:
    named = [each._replace(id=f"f{number}") for number, each in enumerate(facts)]
    assert ask(date, *named).summary == summary


def test_a_part_without_figures_names_the_force_that_includes_it() -> None:
    british = Force("uk", "British troops", part_of="coalition")
    found = answer(Question(british, IRAQ, dates.parse("2006")), Levels(british, IRAQ, [], INFO))
    assert found.summary == (
        "No figure is available for British troops alone. This does not mean zero. They are part of"
        " “coalition”: see --force coalition."
    )


def change(count: str, as_of: str, direction: str) -> Fact:
    return fact(count, as_of, kind="change", direction=direction)


def plan(count: str) -> Fact:
    return level(count, "2020-09-01", status="planned", due=dates.parse("2020-09"))


LEVEL = level("5,200", "2020-08-28")


def read_once(**fields: Any) -> Fact:
    return level("5,200", "2020-08-28", **{"quote": None, "checked": "once", **fields})


@pytest.mark.parametrize(
    ("facts", "cautions"),
    [
        ([LEVEL], []),
        ([level("9,000", "2020-09-01", definition=THEATER)], ["Counts a theater."]),
        (
            [LEVEL, change("275", "2020-09-16", "increase"), change("300", "2020-09", "increase")],
            ["Deployments announced since then are not included: +300 in September 2020 and +275 on"
             " September 16, 2020."],
        ),
        (
            [LEVEL, change("275", "2020-09-16", "decrease")],
            ["Withdrawals announced since then are not included: −275 on September 16, 2020."],
        ),
        (
            [LEVEL, change("275", "2020-09-16", "decrease"), change("20", "2020-09-17", "increase")],
            ["Changes announced since then are not included: −275 on September 16, 2020 and +20 on"
             " September 17, 2020."],
        ),
        ([LEVEL, plan("3,000")], ["A cut to 3,000 was planned for September 2020."]),
        ([LEVEL, plan("6,000")], ["An increase to 6,000 was planned for September 2020."]),
        ([LEVEL, plan("0")], ["A full withdrawal was planned for September 2020."]),
        (
            [level("5,200", "2020-10")],
            ["The figure is dated only “October 2020” and may be later than October 30, 2020."],
        ),
        (
            [LEVEL, level("4,000", "2020-05-20", definition=RECORDS)],  # 100 days from the level
            ["Another count differs: 4,000 on May 20, 2020 (personnel records)."],
        ),
        ([LEVEL, level("4,000", "2020-05-19", definition=RECORDS)], []),  # 101 days
        ([LEVEL, level("5,000", "2020-05-20", definition=RECORDS)], []),  # they agree
        ([read_once()], ["This rests on one press report that was read once."]),
        ([read_once(basis="official")], []),
        ([read_once(checked="twice")], []),
        ([read_once(quote="words")], []),
        (
            [
                read_once(),
read_once(name="b", stated_by="B", source=source(id="b")),
            ],
            [],
        ),
    ],
)  # fmt: skip
def test_a_caution_is_a_sentence_that_a_reader_must_not_miss(facts: list[Fact], cautions: list[str]) -> None:
    assert list(ask("2020-10-30", *facts).cautions) == cautions


def test_a_date_after_the_last_update_has_a_caution() -> None:
    assert ask("2020-10-30", LEVEL, updated="2020-10-30").cautions == ()
    assert ask("2020-10-30", LEVEL, updated="2020-10-29").cautions == (
        "This data was last updated on October 29, 2020.",
    )
    assert ask("2020-10", LEVEL, updated="2020-10-29").cautions == ()


def test_the_caution_is_also_given_without_an_answer() -> None:
    assert ask("2024-01-01", LEVEL, updated="2020").cautions == ("This data was last updated in 2020.",)
