"""The line says for each day what `asof.answer` says: the same figure, and whether it is an answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import level
from iraqforce.asof import Question, answer
from iraqforce.charting.line import Line, Step, Stretch, line, values_of
from iraqforce.dates import of_day
from iraqforce.facts import Definition, Fact
from pictures import WITHHELD

START = date(2015, 1, 1)
WITHOUT = Definition("without", "leaves some out")


def of(*facts: Fact, until: date | None = None, limit: int | None = 365) -> Line:
    return line(facts, START, until, limit)


def test_between_two_figures_of_one_year_the_older_one_is_carried() -> None:
    found = of(level("3,000", "2015-06-01"), level("4,000", "2015-09-01"))
    assert found.stretches == (Stretch(date(2015, 6, 1), date(2015, 9, 1), (3000,), supported=True),)
    assert found.steps == (Step(date(2015, 9, 1), 3000, 4000),)


def test_beyond_the_age_limit_nothing_supports_the_line() -> None:
    found = of(level("4,087", "2016-04-18"), level("2,500", "2021-01-01"))
    assert found.stretches == (
        Stretch(date(2016, 4, 18), date(2017, 4, 18), (4087,), supported=True),
        Stretch(date(2017, 4, 18), date(2021, 1, 1), (4087,), supported=False),
    )


def test_two_figures_that_agree_support_what_is_near_either_of_them() -> None:
    found = of(level("2,500", "2016-01-01"), level("about 2,500", "2019-01-01"))
    assert [(each.first, each.last, each.supported) for each in found.stretches] == [
        (date(2016, 1, 1), date(2016, 12, 31), True),
        (date(2016, 12, 31), date(2018, 1, 1), False),
        (date(2018, 1, 1), date(2019, 1, 1), True),
    ]
    assert found.steps == ()


def test_after_the_last_figure_the_line_goes_on_only_where_that_is_asked_for() -> None:
    assert of(level("2,500", "2016-01-01")).stretches == ()
    asked = of(level("2,500", "2016-01-01"), until=date(2016, 3, 1))
    assert asked.stretches == (Stretch(date(2016, 1, 1), date(2016, 3, 1), (2500,), supported=True),)


def test_what_is_withheld_ends_no_line() -> None:
    found = of(level("9", "2015-06"), level(WITHHELD, "2015-08"), level("5", "2015-10"))
    assert [(each.first, each.last, each.values) for each in found.stretches] == [
        (date(2015, 6, 1), date(2015, 10, 1), (9,))
    ]


def test_and_draws_none() -> None:
    assert of(level(WITHHELD, "2015-08")) == Line((), ())


def test_a_range_is_two_lines_and_an_open_bound_is_one() -> None:
    assert values_of(level("500 to 600", "2015")) == (500, 600)
    assert values_of(level("more than 5,000", "2015")) == (5000,)
    assert values_of(level("0", "2015")) == (0,)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]


FIGURES = st.builds(
    level,
    st.sampled_from(["100", "about 100", "140", "more than 120", "500 to 600", WITHHELD]),
    st.sampled_from(["2015-02", "2015-02-10", "2015-02-28", "2015-03", "2015", "2015-21", "2015-06-01"]),
    basis=st.sampled_from(["official", "press"]),
    definition=st.sampled_from([None, WITHOUT]),
    status=st.sampled_from(["actual", "announced", "former"]),
)


@given(st.lists(FIGURES, max_size=6), st.sampled_from([0, 20, 40, None]))
def test_every_day_of_the_line_is_what_the_as_of_answer_says(facts: list[Fact], limit: int | None) -> None:
    facts = [fact._replace(id=f"fact-{number}") for number, fact in enumerate(facts)]
    until = date(2016, 2, 1)
    stretches = of(*facts, until=until, limit=limit).stretches
    for day in days(START, until - timedelta(1)):
        found = answer(Question("us", "iraq", of_day(day), None, limit), facts)
        here = [each for each in stretches if each.first <= day < each.last]
        if found.support == "none" or (found.level is not None and found.level.withheld):
            assert not any(each.supported for each in here)
        elif found.level is None:
            # Where nothing but what is withheld was ever told, there is no figure to draw as too old.
            figures = any(not fact.withheld and fact.as_of.starts <= day for fact in facts)
            assert [each.supported for each in here] == ([False] if figures else [])
        else:
            # The last day that is supported is where the next stretch begins.
            assert [each.supported or each.first == day for each in here] == [True]
            assert here[0].values == values_of(found.level)


@pytest.mark.parametrize("limit", [365, None])
def test_a_line_of_nothing_is_nothing(limit: int | None) -> None:
    assert of(limit=limit) == Line((), ())
