"""Known answers: what the bundled bases say as of a date, worked out by reading them and docs/as-of.md."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from iraqforce.loading.locations import bundled
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.model.choices import Support
from iraqforce.model.fact_base import FactBase
from iraqforce.queries.answers import Answer, Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

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
    Known("2017-04-18", "last_known", [ANNOUNCED], "4,087", 4087, 4087, False, 365, True),
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
    assert (found.question.date.text, found.support, evidence, found.level.text) == known[:4]
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


# What documents give, four dates a year from 2003 to 2026, written down from them before the tool was asked


class Given(NamedTuple):
    """A date, the number that a document gives for it or gave last, and who states it."""

    date: str
    text: str
    speaker: str
    force: str = "us"
    place: str = "iraq"


BROOKINGS = "Brookings Iraq Index"
RECORDS = "Defense Manpower Data Center"

GIVEN = [
    Given("2003-05-31", "150,000", BROOKINGS),
    Given("2003-07-23", "some 148,000", "Agence France-Presse"),
    Given("2003-09-16", "130,000", "Gen. Peter Pace"),
    Given("2003-11-06", "130,000", "Donald Rumsfeld"),
    Given("2004-04-20", "135,000", "Pentagon"),
    Given("2004-07-31", "140,000", BROOKINGS),
    Given("2004-10-10", "about 135,000", "Pentagon"),
    Given("2004-12-01", "138,000", "Brig. Gen. David Rodriguez"),
    Given("2005-03-17", "approximately 150,000", "Washington Post"),
    Given("2005-06-15", "an estimated 139,000", "Baltimore Sun"),
    Given("2005-10-06", "about 152,000", "Brig. Gen. Carter Ham"),
    Given("2005-12-22", "159,000", "Associated Press"),
    Given("2006-01-24", "about 136,000", "Lt. Col. Barry Venable"),
    Given("2006-06-22", "126,900", "Donald Rumsfeld"),
    Given("2006-10-30", "150,000", "Lt. Col. Mark Ballesteros"),
    Given("2006-11-01", "147,796", "Pentagon"),
    Given("2007-01-01", "128,569", "Pentagon"),
    Given("2007-04-12", "145,000", "Radio Free Europe/Radio Liberty"),
    Given("2007-07-01", "156,247", "Pentagon"),
    Given("2007-10-31", "171,000", BROOKINGS),
    Given("2008-03-01", "159,700", "Pentagon"),
    Given("2008-07-17", "150,000", "news agencies"),
    Given("2008-09-30", "136,285", RECORDS),
    Given("2008-12-13", "149,000", "Associated Press"),
    Given("2009-03-01", "142,000", "Politico"),
    Given("2009-06-30", "131,000", "Gen. Ray Odierno"),
    Given("2009-09-30", "approximately 124,000", "Gen. Ray Odierno"),
    Given("2009-11-18", "just under 120,000", "Antiwar.com"),
    Given("2010-02-16", "98,000", "1st Lt. Elizabeth Feste"),
    Given("2010-05-22", "92,000", "Pentagon"),
    Given("2010-08-24", "about 49,700", "Gen. Ray Odierno"),
    Given("2010-09-30", "47,955", RECORDS),
    Given("2011-01-14", "approximately 47,000", "Associated Press"),
    Given("2011-07-10", "46,000", "Voice of America"),
    Given("2011-10-21", "39,500", "CBS News"),
    Given("2011-12-18", "0", "Associated Press"),
    Given("2012-03-31", "0", "Associated Press"),
    Given("2012-08-14", "about 300", "Washington Times"),
    Given("2012-09-30", "179", RECORDS),
    Given("2012-12-31", "179", RECORDS),
    Given("2013-03", "fewer than 300", "defense officials"),
    Given("2013-06-30", "fewer than 300", "defense officials"),
    Given("2013-09-30", "149", RECORDS),
    Given("2013-12-31", "100", RECORDS),
    Given("2014-03-31", "82", RECORDS),
    Given("2014-06-13", "about 250", "Pentagon officials"),
    Given("2014-07-01", "approximately 750", "Pentagon"),
    Given("2014-09-30", "555", RECORDS),
    Given("2015-01-05", "2,100", "Defense News"),
    Given("2015-03-31", "3,009", RECORDS),
    Given("2015-06-10", "3,100", "White House"),
    Given("2015-09-30", "4,579", RECORDS),
    Given("2016-02-03", "3,850", "Pentagon"),
    Given("2016-03-25", "3,800", "Pentagon"),
    Given("2016-09-30", "5,352", RECORDS),
    Given("2016-10-17", "4,815", "Pentagon"),
    Given("2017-01-04", "roughly 4,935", "Pentagon"),
    Given("2017-03-31", "6,860", RECORDS),
    Given("2017-09-30", "8,892", RECORDS),
    Given("2017-12-06", "about 5,200", "Pentagon"),
    Given("2018-05-04", "an estimated 5,000", "U.S. government"),
    Given("2018-06-30", "an estimated 5,000", "U.S. government"),
    Given("2018-08-19", "about 5,200", "Col. Sean Ryan"),
    Given("2018-12-17", "5,200", "Col. Sean Ryan"),
    Given("2019-02-12", "about 5,200", "Associated Press"),
    Given("2019-05-14", "about 5,000", "Associated Press"),
    Given("2019-08-11", "roughly 5,000", "Kurdistan 24"),
    Given("2019-11-23", "5,200", "Agence France-Presse"),
    Given("2020-01-05", "an estimated 6,000", "Washington Post"),
    Given("2020-06-12", "more than 5,000", "Xinhua"),
    Given("2020-09-09", "about 5,200", "Gen. Frank McKenzie"),
    Given("2020-11-17", "approximately 3,000", "CNN"),
    Given("2021-01-15", "2,500", "Christopher Miller"),
    Given("2021-05-24", "roughly 2,500", "John Kirby"),
    Given("2021-09-20", "about 2,500", "New York Times"),
    Given("2021-12-09", "about 2,500", "John Kirby"),
    Given("2022-03-18", "about 2,500", "Antiwar.com"),
    Given("2022-05-31", "some 2,500", "Agence France-Presse"),
    Given("2022-08-11", "2,500", "Iraqi News"),
    Given("2022-12-29", "about 2,500", "Washington Post"),
    Given("2023-03-07", "2,500", "Reuters"),
    Given("2023-09-03", "2,500", "Baghdad Herald"),
    Given("2023-10-18", "around 2,500", "Agence France-Presse"),
    Given("2023-12-31", "approximately 2,400", "U.S. Central Command"),
    Given("2024-01-30", "roughly 2,500", "Washington Post"),
    Given("2024-04-15", "around 2,500", "The Hill"),
    Given("2024-07-26", "2,500", "Reuters"),
    Given("2024-12-23", "at least 2,500", "Maj. Gen. Pat Ryder"),
    Given("2025-01", "approximately 2,500", "Reuters"),
    Given("2025-04-12", "about 2,500", "Reuters"),
    Given("2025-06-18", "approximately 2,500", "Congressional Research Service"),
    Given("2025-08-29", "about 2,000", "Shafaq News"),
    Given("2026-01-14", "fewer than 2,000", "WION"),
    Given("2026-03-20", "fewer than 1,000", "New York Times"),
    Given("2026-06-30", "fewer than 1,000", "New York Times"),
    Given("2026-11-30", "fewer than 1,000", "New York Times"),
    Given("2017-09-30", "1,720", RECORDS, place="syria"),
    Given("2019-12-04", "about 600", "Mark Esper", place="syria"),
    Given("2024-12-19", "2,000", "Maj. Gen. Pat Ryder", place="syria"),
    Given("2003-05-31", "173,000", BROOKINGS, "all-foreign"),
    Given("2009-12-31", "110,000", BROOKINGS, "all-foreign"),
    Given("2007-05", "12,600", "Government Accountability Office", "coalition"),
    Given("2021-02-18", "about 500", "Jens Stoltenberg", "nato"),
    Given("2012-06", "7,336", "U.S. Central Command", "us-contractors"),
]


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: f"{given.force} {given.place} {given.date}")
def test_the_answer_has_what_a_document_gives(everything: FactBase, given: Given) -> None:
    found = ask(everything, given.date, given.force, given.place)
    assert given[1:3] in [(fact.count.text, fact.speaker) for fact in found.evidence if fact.count]


def test_four_dates_of_every_year_are_known() -> None:
    years = Counter(given.date[:4] for given in GIVEN if (given.force, given.place) == ("us", "iraq"))
    assert years == dict.fromkeys(map(str, range(2003, 2027)), 4)


# The middles of the months from May 2003 to March 2026


@pytest.fixture(scope="module")
def months(everything: FactBase) -> list[Answer]:
    numbers = range(2003 * 12 + 4, 2026 * 12 + 3)
    return [ask(everything, f"{number // 12}-{number % 12 + 1:02}-15") for number in numbers]


def test_every_month_has_an_answer(months: list[Answer]) -> None:
    assert len(months) == 275
    assert [each.question.date.text for each in months if not each.level] == []


def test_most_months_have_a_figure_at_most_31_days_old(months: list[Answer]) -> None:
    recent = [each for each in months if each.age_days is not None and each.age_days <= 31]
    assert len(recent) >= 0.68 * len(months)


def test_few_months_are_contested(months: list[Answer]) -> None:
    assert len([each for each in months if each.contested]) <= 50


def test_before_any_count_of_the_country_the_invasion_force_answers(everything: FactBase) -> None:
    found = ask(everything, "2003-03-31")
    assert (found.level.scope, found.level.definition) == ("broader", "theater-wide")
    assert (found.level.text, found.contested) == ("192,000", True)


def test_who_stayed_at_the_embassy_is_a_part_of_zero(everything: FactBase) -> None:
    found = ask(everything, "2012-06")
    assert (found.value, found.support, found.contested) == (0, "last_known", False)
    assert [fact.scope for fact in found.parts] == ["partial"] * 3


def test_a_count_of_unknown_scope_is_related(everything: FactBase) -> None:
    found = ask(everything, "2008-06-01")
    assert "182,060" not in [fact.count.text for fact in found.evidence if fact.count]
    assert "182,060" in [fact.count.text for fact in found.related if fact.count]


@pytest.mark.parametrize("date", ["2018-03-31", "2019-06-30", "2022-12-31", "2025-12-31"])
def test_since_2018_every_answer_has_what_is_withheld(everything: FactBase, date: str) -> None:
    found = ask(everything, date)
    assert found.withheld


@pytest.mark.parametrize("date", ["2021-09-30", "2022-03-31", "2023-09-30"])
def test_the_remainder_in_personnel_records_is_never_the_level(everything: FactBase, date: str) -> None:
    assert ask(everything, date).value == 2_500


# What the record is


def test_every_fact_of_the_record_is_cited_with_its_place_and_its_address() -> None:
    facts = load(bundled("record")).facts
    assert Counter(fact.kind for fact in facts) == {"level": 805, "change": 26, "event": 80}
    lacking = [
        fact.id
        for fact in facts
        if fact.quote
        or not (fact.locator and fact.source.title and fact.source.url and fact.checked)
        or not (fact.definition or fact.kind == "event")
    ]
    assert lacking == []


def test_each_speaker_is_spelled_one_way(everything: FactBase) -> None:
    spelled: dict[str, set[str]] = {}
    for fact in everything.facts:
        if fact.speaker:
            spelled.setdefault(fact.speaker.removeprefix("The ").casefold(), set()).add(fact.speaker)
    assert [names for names in spelled.values() if len(names) > 1] == []


def test_these_definitions_are_totals_of_the_country() -> None:
    definitions = load(bundled("record")).definitions.values()
    assert {each.id for each in definitions if each.scope == "total"} == {
        "personnel-records",
        "dod-count",
        "total-as-reported",
        "includes-temporary",
        "excludes-temporary",
        "excludes-embassy",
        "partial-official",
        "contractors-dod",
    }


def test_the_two_bases_word_forces_places_and_definitions_alike() -> None:
    articles, record = load(bundled("articles")), load(bundled("record"))
    for kind in ("forces", "places", "definitions"):
        one, other = getattr(articles, kind), getattr(record, kind)
        assert {name: one[name] for name in one if name in other} == {
            name: other[name] for name in other if name in one
        }
