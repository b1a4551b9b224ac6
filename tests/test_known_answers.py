"""Known answers: what the five articles say as of a date, worked out by reading them and section 3."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

import pytest

from iraqforce import dates
from iraqforce.asof import Answer, Question, answer, wanted
from iraqforce.locations import bundled
from iraqforce.store.filters import FactFilter
from iraqforce.store.opening import in_memory, open_files
from iraqforce.store.protocol import Store

OFFICIAL = "us-iraq-2016-03-25-official"
PRESS = "us-iraq-2016-03-25-press"
ANNOUNCED = "us-iraq-2016-04-18"


@pytest.fixture(scope="module", params=["compiled", "in memory"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    opening = open_files if request.param == "compiled" else in_memory
    with closing(opening(bundled("articles"))) as opened:
        yield opened


class Known(NamedTuple):
    """A question, and what must come back."""

    date: str
    support: str
    evidence: list[str]
    text: str | None
    low: int | None
    high: int | None
    contested: bool
    age: int | None
    certain: bool | None
    force: str = "us"
    place: str = "iraq"


KNOWN = [
    Known("2014-08", "none", [], None, None, None, False, None, None),
    Known("2015-05-31", "none", [], None, None, None, False, None, None),
    Known("2015-22", "reported", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 0, True),
    Known("2015-07-01", "reported", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 0, False),
    Known("2015-09-01", "carried", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 1, True),
    Known("2016-03-24", "carried", ["us-iraq-2015-summer"], "3,000", 3000, 3000, False, 206, True),
    Known("2016-03-25", "reported", [OFFICIAL, PRESS], "3,800", 3800, None, True, 0, True),
    Known("2016-03", "reported", [OFFICIAL, PRESS], "3,800", 3800, None, True, 0, True),
    Known("2016-04-18", "reported", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 0, True),
    Known("2016-05-01", "carried", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 13, True),
    Known("2017-04-18", "carried", [ANNOUNCED, OFFICIAL, PRESS], "4,087", 3800, None, True, 365, True),
    Known("2017-04-19", "stale", [], None, None, None, False, 366, None),
    Known("2018-07-01", "stale", [], None, None, None, False, 804, None),
    Known("2021-01-05", "reported", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 0, False),
    Known("2021-01", "reported", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 0, True),
    Known("2021-07-26", "bracketed", ["us-iraq-2021-01"], "2,500", 2500, 2500, False, 176, True),
    Known("2021-12", "reported", ["us-iraq-2021-12-09"], "about 2,500", 2500, 2500, False, 0, True),
    Known("2022-06-01", "bracketed", ["us-iraq-2021-12-09"], "about 2,500", 2500, 2500, False, 174, True),
    Known("2023-03-07", "reported", ["us-iraq-2023-03-07"], "2,500", 2500, 2500, False, 0, True),
    Known("2024-03-06", "carried", ["us-iraq-2023-03-07"], "2,500", 2500, 2500, False, 365, True),
    Known("2024-03-07", "stale", [], None, None, None, False, 366, None),
    Known("2022", "none", [], None, None, None, False, None, None, place="syria"),
    Known("2023-03-07", "reported", ["us-syria-2023-03-07"], "900", 900, 900, False, 0, True, place="syria"),
    Known("2021-02-18", "reported", ["nato-iraq-2021-02-18"], "about 500", 500, 500, False, 0, True, "nato"),
    Known("2021-03-01", "carried", ["nato-iraq-2021-02-18"], "about 500", 500, 500, False, 11, True, "nato"),
    Known(
        "2015",
        "reported",
        ["isis-iraq-and-syria-peak"],
        "40,000",
        40000,
        40000,
        False,
        0,
        False,
        "isis",
        "iraq-and-syria",
    ),
    Known(
        "2016-03-25",
        "reported",
        ["us-marines-fire-base-bell-2016-03-25"],
        "several hundred",
        200,
        None,
        False,
        0,
        True,
        "us-marines",
        "fire-base-bell",
    ),
]


def ask(store: Store, date: str, force: str = "us", place: str = "iraq", known_by: str = "") -> Answer:
    known = dates.parse(known_by) if known_by else None
    question = Question(force, place, dates.parse(date), known)
    return answer(question, store.levels(wanted(question)))


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.force} {known.place} {known.date}")
def test_the_articles_answer_as_read(store: Store, known: Known) -> None:
    found = ask(store, known.date, known.force, known.place)
    assert found.support == known.support
    assert [fact.id for fact in found.evidence] == known.evidence
    assert (found.level.count.text if found.level and found.level.count else None) == known.text
    assert (found.low, found.high) == (known.low, known.high)
    assert (found.contested, found.age_days, found.date_certain) == (
        known.contested,
        known.age,
        known.certain,
    )


def test_every_level_of_the_base_is_known(store: Store) -> None:
    asked = {(known.force, known.place) for known in KNOWN}
    shown = set()
    for force, place in asked:
        for known in (each for each in KNOWN if (each.force, each.place) == (force, place)):
            found = ask(store, known.date, force, place)
            shown |= {fact.id for fact in (*found.evidence, *found.beside)}
    assert {fact.id for fact in store.facts(FactFilter(kind="level"))} == shown


def test_the_level_before_and_after_a_stale_date_is_named(store: Store) -> None:
    found = ask(store, "2018-07-01")
    assert found.previous is not None
    assert found.previous.id == "us-iraq-2016-04-18"
    assert found.next is not None
    assert found.next.id == "us-iraq-2021-01"


def test_before_any_figure_the_first_later_one_is_named(store: Store) -> None:
    found = ask(store, "2014-08")
    assert found.previous is None
    assert found.next is not None
    assert found.next.id == "us-iraq-2015-summer"


def test_the_planned_nato_personnel_stand_beside_the_actual(store: Store) -> None:
    found = ask(store, "2021-03-01", "nato")
    assert [fact.id for fact in found.beside] == ["nato-iraq-2021-02-18-planned"]


def test_within_2016_the_figures_are_listed_in_order(store: Store) -> None:
    assert [fact.id for fact in ask(store, "2016").during] == [OFFICIAL, PRESS, ANNOUNCED]


def test_by_thursday_24_march_2016_nothing_was_known(store: Store) -> None:
    assert ask(store, "2016-03-25", known_by="2016-03-24").support == "none"


def test_by_friday_25_march_2016_both_rivals_were_known(store: Store) -> None:
    found = ask(store, "2016-03-25", known_by="2016-03-25")
    assert [fact.id for fact in found.evidence] == [OFFICIAL, PRESS]


def test_the_january_level_was_not_known_the_day_before_its_article(store: Store) -> None:
    assert ask(store, "2021-01-31", known_by="2021-02-18").support == "stale"
    assert ask(store, "2021-01-31", known_by="2021-02-19").support == "reported"
