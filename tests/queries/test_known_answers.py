"""Known answers: what the bundled bases say as of a date, worked out by reading them and docs/as-of.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from iraqforce.loading.locations import bundled
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.model.choices import Support
from iraqforce.model.fact_base import FactBase
from iraqforce.queries.as_of import Answer, Levels, Question, answer

OFFICIAL = "us-iraq-2016-03-25-official"
PRESS = "us-iraq-2016-03-25-press"
ANNOUNCED = "us-iraq-2016-04-18"
BELL = "us-marines-fire-base-bell-2016-03-25"


@pytest.fixture(scope="module")
def articles() -> FactBase:
    return load(bundled("articles"))


@pytest.fixture(scope="module")
def everything() -> FactBase:
    return load(bundled("all"))


def ask(base: FactBase, date: str, force: str = "us", place: str = "iraq", known_by: str = "") -> Answer:
    levels = Levels.of(base, base.force(force), base.place(place))
    known = dates.parse(known_by) if known_by else None
    return answer(Question(levels.force, levels.place, dates.parse(date), known), levels)


# What the five articles say


class Known(NamedTuple):
    """A question, and what must come back."""

    date: str
    support: Support
    evidence: list[str]
    text: str | None = None
    low: int | None = None
    high: int | None = None
    contested: bool = False
    age: int | None = None
    certain: bool | None = None
    force: str = "us"
    place: str = "iraq"


ARTICLES = [
    Known("2014-08", "none", []),
    Known("2015-05-31", "none", []),
    Known("2015-22", "reported", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 0, True),
    Known("2015-07-01", "reported", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 0, False),
    Known("2015-09-01", "last_known", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 1, True),
    Known("2016-03-24", "last_known", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 206, True),
    Known("2016-03-25", "reported", [OFFICIAL, PRESS], "3,800", 3800, None, True, 0, True),
    Known("2016-03", "reported", [OFFICIAL, PRESS], "3,800", 3800, None, True, 0, True),
    Known("2016-04-18", "reported", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 0, True),
    Known("2016-05-01", "last_known", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 13, True),
    Known("2017-04-18", "last_known", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 365, True),
    Known("2017-04-19", "expired", [], age=366),
    Known("2018-07-01", "expired", [], age=804),
    Known("2021-01-05", "reported", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 0, False),
    Known("2021-01", "reported", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 0, True),
    Known("2021-07-26", "consistent", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 176, True),
    Known("2021-12", "reported", ["us-iraq-2021-12-09"], "about 2,500", 2500, 2500, False, 0, True),
    Known("2022-06-01", "consistent", ["us-iraq-2021-12-09"], "about 2,500", 2500, 2500, False, 174, True),
    Known("2023-03-07", "reported", ["us-iraq-2023-03-07"], "2,500", 2500, 2500, False, 0, True),
    Known("2024-03-06", "last_known", ["us-iraq-2023-03-07"], "2,500", 2500, 2500, False, 365, True),
    Known("2024-03-07", "expired", [], age=366),
    Known("2022", "none", [], place="syria"),
    Known("2023-03-07", "reported", ["us-syria-2023-03-07"], "900", 900, 900, False, 0, True, place="syria"),
    Known("2021-02-18", "reported", ["nato-iraq-2021-02-18"], "about 500", 500, 500, False, 0, True, "nato"),
    Known(
        "2021-03-01", "last_known", ["nato-iraq-2021-02-18"], "about 500", 500, 500, False, 11, True, "nato"
    ),
    Known(
        "2015", "reported", ["isis-iraq-and-syria-peak"], "40,000", 40000, 40000, False, 0, False,
        "isis", "iraq-and-syria",
    ),
    Known(
        "2016-03-25", "reported", [BELL], "several hundred", 200, None, False, 0, True,
        "us-marines", "fire-base-bell",
    ),
]  # fmt: skip


@pytest.mark.parametrize("known", ARTICLES, ids=lambda known: f"{known.force} {known.place} {known.date}")
def test_the_articles_answer_as_read(articles: FactBase, known: Known) -> None:
    found = ask(articles, known.date, known.force, known.place)
    evidence = [fact.id for fact in found.evidence]
    assert (found.question.date.text, found.support, evidence, found.level and found.level.text) == known[:4]
    assert (*found.range, found.contested, found.age_days, found.date_certain) == known[4:9]


def test_every_level_of_the_articles_is_known(articles: FactBase) -> None:
    found = [ask(articles, known.date, known.force, known.place) for known in ARTICLES]
    shown = {fact.id for each in found for fact in (*each.evidence, *each.related)}
    assert {fact.id for fact in articles.facts if fact.kind == "level"} == shown


def test_the_figures_before_and_after_a_date_are_named(articles: FactBase) -> None:
    found = ask(articles, "2018-07-01")
    assert (found.previous and found.previous.id, found.next and found.next.id) == (
        "us-iraq-2016-04-18",
        "us-iraq-2021-01",
    )
    first = ask(articles, "2014-08")
    assert (first.previous, first.next and first.next.id) == (None, "us-iraq-2015-summer")


def test_planned_personnel_are_related_and_figures_within_a_year_are_in_period(articles: FactBase) -> None:
    planned = ask(articles, "2021-03-01", "nato").related
    assert [fact.id for fact in planned] == ["nato-iraq-2021-02-18-planned"]
    assert [fact.id for fact in ask(articles, "2016").in_period] == [OFFICIAL, PRESS, ANNOUNCED]


def test_only_what_was_published_by_then_is_known(articles: FactBase) -> None:
    assert ask(articles, "2016-03-25", known_by="2016-03-24").support == "none"
    both = ask(articles, "2016-03-25", known_by="2016-03-25").evidence
    assert [fact.id for fact in both] == [OFFICIAL, PRESS]
    assert ask(articles, "2021-01-31", known_by="2021-02-18").support == "expired"
    assert ask(articles, "2021-01-31", known_by="2021-02-19").support == "reported"


# What the articles and the record say, 2003 to 2026


class OfAll(NamedTuple):
    """A question to both bases, and what must come back."""

    date: str
    text: str
    low: int | None
    high: int | None
    contested: bool
    support: Support = "reported"
    force: str = "us"
    place: str = "iraq"


ALL = [
    OfAll("2003-07-23", "some 148,000", 148_000, 148_000, False),
    OfAll("2003-12", "about 120,000", 120_000, 130_000, True),
    OfAll("2004-05", "138,000", 138_000, 138_000, False),
    OfAll("2004-12-01", "138,000", 138_000, 138_000, False),
    OfAll("2005-10-06", "about 152,000", 152_000, 157_000, True),
    OfAll("2006-10-30", "150,000", 147_000, 150_000, True),
    OfAll("2007-07-01", "156,247", 156_247, 160_000, True),
    OfAll("2007-10", "171,000", 165_607, 171_000, True),
    OfAll("2008-03-01", "159,700", 159_700, 159_700, False),
    OfAll("2009-09-30", "approximately 124,000", 101_206, 124_000, True),
    OfAll("2010-02-16", "98,000", 98_000, 98_000, False),
    OfAll("2011-10-21", "39,500", 38_603, 39_500, True),
    OfAll("2012-09-30", "179", 179, 179, False),
    OfAll("2013-12-31", "100", 100, 100, False),
    OfAll("2014-03-31", "82", 82, 82, False),
    OfAll("2014-09-30", "1,113", 555, 1_113, True, "last_known"),
    OfAll("2015-03-31", "3,009", 2_100, 3_009, True),
    OfAll("2016-02-03", "3,850", 3_700, None, True),
    OfAll("2017-09-30", "8,892", 8_892, 8_892, False),
    OfAll("2018-06-30", "5,200", 5_200, 5_200, False, "consistent"),
    OfAll("2019-02-12", "around 5,200", 5_000, 5_200, False),
    OfAll("2020-01-05", "an estimated 5,200", 5_000, 6_000, True),
    OfAll("2021-01-15", "2,500", 2_500, None, True),
    OfAll("2022-06-30", "about 2,500", 2_500, 2_500, False, "consistent"),
    OfAll("2023-12-31", "approximately 2,400", 2_400, 2_400, False),
    OfAll("2024-09-27", "approximately 2,500", 2_400, 2_500, True),
    OfAll("2025-08-29", "about 2,000", 2_000, 2_000, False),
    OfAll("2026-01-14", "fewer than 2,000", None, 2_000, False),
    OfAll("2017-09-30", "1,720", 1_720, 1_720, False, place="syria"),
    OfAll("2024-12-19", "2,000", 900, 2_000, True, place="syria"),
    OfAll("2026-03-20", "0", 0, None, True, force="nato"),
    OfAll("2007-05", "12,600", 12_600, 12_600, False, force="coalition"),
    OfAll("2008-07", "162,428", 162_428, 162_428, False, force="us-contractors"),
]


@pytest.mark.parametrize("known", ALL, ids=lambda known: f"{known.force} {known.place} {known.date}")
def test_both_bases_answer_as_read(everything: FactBase, known: OfAll) -> None:
    found = ask(everything, known.date, known.force, known.place)
    assert (found.level and found.level.text, *found.range, found.contested, found.support) == known[1:6]


def test_every_year_is_known() -> None:
    assert sorted(Counter(known.date[:4] for known in ALL)) == [str(year) for year in range(2003, 2027)]


def test_before_any_count_of_the_country_the_invasion_force_answers(everything: FactBase) -> None:
    found = ask(everything, "2003-03-31")
    assert found.level is not None
    assert (found.level.scope, found.level.definition) == ("broader", "theater-wide")
    assert found.next is not None
    assert found.next.as_of.text == "2003-05"


def test_a_count_of_unknown_scope_is_related(everything: FactBase) -> None:
    found = ask(everything, "2008-06-01")
    assert "182,060" not in [fact.count.text for fact in found.evidence if fact.count]
    assert "182,060" in [fact.count.text for fact in found.related if fact.count]


@pytest.mark.parametrize("date", ["2017-12-31", "2019-06-30", "2022-12-31", "2025-12-31"])
def test_since_december_2017_every_answer_has_what_is_withheld(everything: FactBase, date: str) -> None:
    found = ask(everything, date)
    assert any(fact.withheld for fact in (*found.evidence, *found.related))
    assert found.level is not None
    assert not found.evidence[0].withheld


@pytest.mark.parametrize("date", ["2021-09-30", "2022-03-31", "2023-09-30"])
def test_the_remainder_in_personnel_records_is_never_the_level(everything: FactBase, date: str) -> None:
    assert ask(everything, date).value == 2_500


def quarter_ends() -> Iterator[str]:
    for year in range(2003, 2026):
        yield from (f"{year}-{end}" for end in ("03-31", "06-30", "09-30", "12-31"))


@pytest.mark.parametrize("date", list(quarter_ends()))
def test_every_quarter_end_has_a_figure_that_is_near_and_no_zero(everything: FactBase, date: str) -> None:
    found = ask(everything, date)
    assert found.level is not None
    assert found.age_days is not None
    # That of December 2021 is older by the end of 2022, and the next, of March 2023, agrees with it.
    assert found.age_days <= 365 or (found.support, date) == ("consistent", "2022-12-31")
    assert found.range.low != 0


# What the record is


def test_every_fact_of_the_record_is_cited_with_its_place_its_address_and_its_definition() -> None:
    facts = load(bundled("record")).facts
    assert len(facts) == 364
    lacking = [
        fact.id
        for fact in facts
        if fact.quote or not (fact.locator and fact.definition and fact.source.title and fact.source.url)
    ]
    assert lacking == []


def test_these_definitions_are_totals_of_the_country() -> None:
    definitions = load(bundled("record")).definitions.values()
    assert {each.id for each in definitions if each.scope == "total"} == {
        "personnel-records",
        "dod-count",
        "total-as-reported",
        "includes-temporary",
        "excludes-temporary",
        "partial-official",
    }
