"""What both bundled bases say as of a date, 2003 to 2026, worked out by reading the rows and the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pytest

from iraqforce import dates
from iraqforce.asof import Answer, Question, answer, wanted
from iraqforce.locations import bundled
from iraqforce.store.filters import FactFilter
from iraqforce.store.opening import in_memory
from iraqforce.store.protocol import Store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with closing(in_memory(bundled("all"))) as opened:
        yield opened


def ask(store: Store, date: str, force: str = "us", place: str = "iraq") -> Answer:
    question = Question(force, place, dates.parse(date))
    return answer(question, store.levels(wanted(question)))


class Known(NamedTuple):
    """A question, and what must come back."""

    date: str
    text: str | None
    low: int | None
    high: int | None
    contested: bool
    support: str
    force: str = "us"
    place: str = "iraq"


KNOWN = [
    Known("2003-07-23", "some 148,000", 148_000, 148_000, False, "reported"),
    Known("2003-12", "about 120,000", 120_000, 130_000, True, "reported"),
    Known("2004-05", "138,000", 138_000, 138_000, False, "reported"),
    Known("2004-12-01", "138,000", 138_000, 138_000, False, "reported"),
    Known("2005-10-06", "about 152,000", 152_000, 157_000, True, "reported"),
    Known("2006-10-30", "150,000", 147_000, 150_000, True, "reported"),
    Known("2007-07-01", "156,247", 156_247, 160_000, True, "reported"),
    Known("2007-10", "171,000", 165_607, 171_000, True, "reported"),
    Known("2008-03-01", "159,700", 159_700, 159_700, False, "reported"),
    Known("2009-09-30", "approximately 124,000", 101_206, 124_000, True, "reported"),
    Known("2010-02-16", "98,000", 98_000, 98_000, False, "reported"),
    Known("2011-10-21", "39,500", 38_603, 39_500, True, "reported"),
    Known("2012-09-30", "179", 179, 179, False, "reported"),
    Known("2013-12-31", "100", 100, 100, False, "reported"),
    Known("2014-03-31", "82", 82, 82, False, "reported"),
    Known("2014-09-30", "1,113", 555, 1_113, True, "carried"),
    Known("2015-03-31", "3,009", 2_100, 3_009, True, "reported"),
    Known("2016-02-03", "3,850", 3_700, None, True, "reported"),
    Known("2017-09-30", "8,892", 8_892, 8_892, False, "reported"),
    Known("2018-06-30", "5,200", 5_200, 5_200, False, "bracketed"),
    Known("2019-02-12", "around 5,200", 5_000, 5_200, False, "reported"),
    Known("2020-01-05", "an estimated 5,200", 5_000, 6_000, True, "reported"),
    Known("2021-01-15", "2,500", 2_500, None, True, "reported"),
    Known("2022-06-30", "about 2,500", 2_500, 2_500, False, "bracketed"),
    Known("2023-12-31", "approximately 2,400", 2_400, 2_400, False, "reported"),
    Known("2024-09-27", "approximately 2,500", 2_400, 2_500, True, "reported"),
    Known("2025-08-29", "about 2,000", 2_000, 2_000, False, "reported"),
    Known("2026-01-14", "fewer than 2,000", None, 2_000, False, "reported"),
    Known("2017-09-30", "1,720", 1_720, 1_720, False, "reported", place="syria"),
    Known("2024-12-19", "2,000", 900, 2_000, True, "reported", place="syria"),
    Known("2026-03-20", "0", 0, None, True, "reported", force="nato"),
    Known("2007-05", "12,600", 12_600, 12_600, False, "reported", force="coalition"),
    Known("2008-07", "162,428", 162_428, 162_428, False, "reported", force="us-contractors"),
]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.force}-{known.place}-{known.date}")
def test_a_known_answer(store: Store, known: Known) -> None:
    found = ask(store, known.date, known.force, known.place)
    text = found.level.count.text if found.level and found.level.count else None
    assert (text, found.low, found.high, found.contested, found.support) == known[1:6]


def test_every_year_is_known() -> None:
    years = Counter(known.date[:4] for known in KNOWN)
    assert sorted(years) == [str(year) for year in range(2003, 2027)]


def test_before_any_count_of_the_country_the_invasion_force_answers(store: Store) -> None:
    found = ask(store, "2003-03-31")
    assert found.level is not None
    assert found.level.definition is not None
    assert (found.level.covers, found.level.definition.id) == ("more", "theatre-wide")
    assert found.next is not None
    assert found.next.as_of.text == "2003-05"


def test_a_count_of_unknown_scope_stands_beside(store: Store) -> None:
    found = ask(store, "2008-06-01")
    assert "182,060" not in [fact.count.text for fact in found.evidence if fact.count]
    assert "182,060" in [fact.count.text for fact in found.beside if fact.count]


@pytest.mark.parametrize("date", ["2017-12-31", "2019-06-30", "2022-12-31", "2025-12-31"])
def test_since_december_2017_every_answer_tells_what_is_withheld(store: Store, date: str) -> None:
    found = ask(store, date)
    assert any(fact.withheld for fact in (*found.evidence, *found.beside))
    assert found.level is not None
    assert not found.level.withheld


@pytest.mark.parametrize("date", ["2021-09-30", "2022-03-31", "2023-09-30"])
def test_what_is_left_over_in_personnel_records_is_never_the_level(store: Store, date: str) -> None:
    found = ask(store, date)
    assert found.level is not None
    assert found.level.count is not None
    assert found.level.count.value == 2_500


QUARTER_ENDS = [f"{year}-{end}" for year in range(2003, 2026) for end in ("03-31", "06-30", "09-30", "12-31")]


@pytest.mark.parametrize("date", QUARTER_ENDS)
def test_every_quarter_end_has_a_figure_that_is_near_and_no_zero(store: Store, date: str) -> None:
    found = ask(store, date)
    assert found.level is not None
    assert found.age_days is not None
    # That of December 2021 is older by the end of 2022, and the next, of March 2023, agrees with it.
    assert found.age_days <= 365 or (found.support, date) == ("bracketed", "2022-12-31")
    assert found.low != 0


def test_every_fact_of_the_record_is_cited_with_its_place_its_address_and_its_definition() -> None:
    with closing(in_memory(bundled("record"))) as record:
        facts = list(record.facts(FactFilter()))
    assert len(facts) == 364
    lacking = [
        fact.id
        for fact in facts
        if fact.quote or not (fact.locator and fact.definition and fact.source.title and fact.source.url)
    ]
    assert lacking == []


def test_the_definitions_that_are_levels_of_the_country_are_these_six() -> None:
    with closing(in_memory(bundled("record"))) as record:
        whole = {each.id for each in record.definitions() if each.covers == "whole"}
    assert whole == {
        "dmdc-total",
        "dod-count",
        "in-country-total",
        "with-temporary",
        "without-temporary",
        "without-undisclosed",
    }
