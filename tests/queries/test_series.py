"""A regular series: which periods it has, what their last day answers, and how it becomes a table."""

from __future__ import annotations

from datetime import date

import pytest

import iraqforce
from builders import IRAQ, US, base_of, level
from iraqforce.errors import ArgumentError
from iraqforce.model import dates
from iraqforce.model.facts import Definition, Fact
from iraqforce.queries.answers import Question
from iraqforce.queries.levels import Levels
from iraqforce.queries.series import Every, Series, series, span_of

RECORDS = Definition("personnel-records", "Personnel records.")
TOTAL = Definition("total-as-reported", "Total as reported.")


def series_of(facts: list[Fact], every: Every, span: str, *, evidence: bool = False) -> Series:
    base = base_of(*facts)
    question = Question(US, IRAQ, dates.parse(span), max_age_days=100)
    return series(Levels.of(base, US, IRAQ), question, every, evidence=evidence)


@pytest.mark.parametrize(
    ("every", "span", "expected"),
    [
        ("month", "2015-12/2016-02", [("2015-12", 31), ("2016-01", 31), ("2016-02", 29)]),
        ("month", "2016-02-10/2016-02-11", [("2016-02", 29)]),
        ("quarter", "2015-11/2016-01", [("2015-Q4", 31), ("2016-Q1", 31)]),
        ("quarter", "2016-04-01/2016-06-30", [("2016-Q2", 30)]),
        ("year", "2014-12-31/2016-01-01", [("2014", 31), ("2015", 31), ("2016", 31)]),
        ("year", "9999", [("9999", 31)]),
        ("month", "0001-01", [("0001-01", 31)]),
    ],
)
def test_every_period_with_a_day_of_the_span_is_asked_for_its_last_day(
    every: Every, span: str, expected: list[tuple[str, int]]
) -> None:
    found = series_of([], every, span)
    assert [(row.period, row.date.day) for row in found.rows] == expected
    assert (found.answered, {row.value for row in found.rows}) == (0, {None})


def test_a_period_has_the_answer_of_its_last_day_or_empty_cells() -> None:
    facts = [level("5,000", "2016-01-10", name="first"), level("0", "2016-06-30", name="none")]
    found = series_of(facts, "month", "2015-12/2016-06")
    values = [(row.period, row.value, row.support, row.age_days, row.fact) for row in found.rows]
    assert values == [
        ("2015-12", None, "none", None, None),
        ("2016-01", 5000, "last_known", 21, "first"),
        ("2016-02", 5000, "last_known", 50, "first"),
        ("2016-03", 5000, "last_known", 81, "first"),
        ("2016-04", None, "expired", 111, None),
        ("2016-05", None, "expired", 142, None),
        ("2016-06", 0, "reported", 0, "none"),
    ]
    assert found.answered == 4


def test_changes_of_the_definition_are_counted_across_periods_without_an_answer() -> None:
    facts = [
        level("5,000", "2014-01-31", definition=TOTAL),
        level("4,000", "2015-01-31", definition=RECORDS),
        level("3,000", "2016-01-31", definition=RECORDS),
        level("2,000", "2016-02-29"),  # without a definition: total as reported
        level("1,000", "2016-03-31", definition=TOTAL),
    ]
    assert series_of(facts, "month", "2014-01/2016-03").definition_changes == 2


def test_evidence_rows_give_every_figure_of_the_evidence() -> None:
    facts = [
        level("5,000", "2016-01-31", definition=TOTAL, name="a"),
        level("4,000", "2016-01-30", definition=RECORDS, name="b"),
    ]
    found = series_of(facts, "month", "2016-01/2016-06", evidence=True)
    assert [row.age_days for row in found.rows[:4]] == [0, 1, 29, 30]
    assert [(row.period, row.fact, row.contested) for row in found.rows] == [
        ("2016-01", "a", True),
        ("2016-01", "b", True),
        ("2016-02", "a", True),
        ("2016-02", "b", True),
        ("2016-03", "a", True),
        ("2016-03", "b", True),
        ("2016-04", "a", True),
        ("2016-04", "b", True),
        ("2016-05", None, False),
        ("2016-06", None, False),
    ]
    assert found.answered == 4


def test_the_span_is_by_default_from_the_first_figure_to_the_last_update_or_figure() -> None:
    facts = [level("5,000", "2016-03"), level("4,000", "2017-05-02")]
    levels = Levels.of(base_of(*facts), US, IRAQ)
    assert span_of(levels, None, None, None).text == "2016-03-01/2017-05-02"
    assert span_of(levels, dates.parse("2017"), dates.parse("2018-02"), None).text == "2017-01-01/2018-02-28"
    levels.info = levels.info._replace(updated=dates.parse("2020-02"))
    assert span_of(levels, None, None, None).text == "2016-03-01/2020-02-29"
    for since, until in [("2021", None), (None, "2016-02")]:
        first, last = (dates.parse(each) if each else None for each in (since, until))
        with pytest.raises(ArgumentError, match="is after the last"):
            span_of(levels, first, last, None)
    with pytest.raises(ArgumentError, match="open at one end"):
        span_of(levels, dates.parse("../2016"), None, None)
    with pytest.raises(ArgumentError, match=r"no figures for U\.S\. troops in Iraq"):
        span_of(Levels.of(base_of(), US, IRAQ), dates.parse("2016"), None, None)


@pytest.mark.parametrize(("every", "freq"), [("month", "M"), ("quarter", "Q-DEC"), ("year", "Y-DEC")])
def test_a_table_has_a_period_index_on_request(every: Every, freq: str) -> None:
    pandas = pytest.importorskip("pandas")
    found = series_of([level("5,000", "2016-03-31")], every, "2016-01-01/2016-12-31")
    frame = found.to_pandas(period_index=True)
    assert isinstance(frame.index, pandas.PeriodIndex)
    assert frame.index.freqstr == freq
    assert frame["value"].dtype == "Int64"
    assert "period" in found.to_pandas().columns


def test_the_record_has_a_year_that_troopdata_answers_with_a_sum_or_a_zero() -> None:
    # troopdata has 8,713, 13,550 and 0 for Iraq in these years; docs/python.md shows both.
    found = iraqforce.open().series("year", since="2016", until="2023")
    values = {row.period: row.text for row in found.rows}
    assert [values[year] for year in ("2016", "2017", "2023")] == [
        "6,812", "about 5,200", "approximately 2,400",
    ]  # fmt: skip


def test_wrong_arguments_are_named() -> None:
    base = iraqforce.open("articles")
    with pytest.raises(iraqforce.UnknownNameError, match="unknown period 'week'"):
        base.series("week")  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="later than until"):
        base.series(since="2017", until="2016")
    assert base.series("year", until="2016").rows[-1].date == date(2016, 12, 31)
