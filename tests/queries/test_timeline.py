"""Which facts a timeline has, which of them share a row, and what is left out."""

from __future__ import annotations

from itertools import product

import pytest

from builders import IRAQ, US, base_of, fact, level
from iraqforce.loading.locations import bundled
from iraqforce.loading.snapshot import open_base
from iraqforce.model import dates
from iraqforce.model.choices import Kind
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.queries.timeline import LeftOut, Timeline, timeline

MARINES = Force("marines", "U.S. Marines", part_of="us")
NATO = Force("nato", "NATO personnel")
ANBAR = Place("anbar", "Anbar", "in Anbar", within="iraq")
SYRIA = Place("syria", "Syria", "in Syria")
COMBAT = Definition("combat-forces", "counts combat forces only", "partial")


@pytest.fixture(scope="module")
def articles() -> FactBase:
    return open_base(bundled("articles"))


def rows(found: Timeline) -> list[tuple[str, list[str]]]:
    """Each row as the text of its date and the ids of its facts."""
    return [(row.as_of.text, [each.id for each in row.facts]) for row in found.rows]


def shown(*facts: Fact) -> list[tuple[str, list[str]]]:
    return rows(timeline(base_of(*facts), US, IRAQ))


def event(as_of: str, name: str = "") -> Fact:
    return fact(None, as_of, kind="event", name=name)


@pytest.mark.parametrize(
    ("force", "place", "kinds"),
    [
        (US, IRAQ, {"level", "change", "event"}),
        (MARINES, IRAQ, {"change", "event"}),
        (US, ANBAR, {"change", "event"}),
        (MARINES, ANBAR, {"change", "event"}),
        (None, ANBAR, {"event"}),
        (MARINES, None, {"event"}),
        (None, None, set()),
        (NATO, IRAQ, set()),
        (NATO, None, set()),
        (US, SYRIA, set()),
        (None, SYRIA, set()),
    ],
)
def test_a_level_is_of_exactly_the_force_and_place_and_a_change_or_an_event_also_of_their_parts(
    force: Force | None, place: Place | None, kinds: set[Kind]
) -> None:
    every: tuple[Kind, ...] = ("level", "change", "event", "figure")
    # Every subject is in the base, so that its forces and places are declared.
    facts = [
        fact(
            "1",
            "2016",
            kind=kind,
            name=f"{kind} {each and each.id} {where and where.id}",
            force=each,
            place=where,
        )
        for kind, each, where in product(every, (US, MARINES, NATO, None), (IRAQ, ANBAR, SYRIA, None))
    ]
    [(_, found)] = shown(*facts)
    ids = {f"{kind} {force and force.id} {place and place.id}": kind for kind in every}
    assert {kind for name, kind in ids.items() if name in found} == kinds


def test_rows_are_in_order_of_date_and_an_open_start_counts_by_its_end() -> None:
    given = ["2021-01", "../2016-04-18", "2016-04-18", "2014/2017", "2014", "2016-04-19/.."]
    in_order = ["2014", "2014/2017", "../2016-04-18", "2016-04-18", "2016-04-19/..", "2021-01"]
    assert [as_of for as_of, _ in shown(*map(event, given))] == in_order


def test_one_date_is_one_row_levels_first_then_changes_then_events() -> None:
    day = "2016-04-18"
    facts = [
        event(day, "event"),
        fact("217", day, kind="change", name="change"),
        level("4,087", day, name="level"),
    ]
    assert shown(*facts) == [(day, ["level", "change", "event"])]


def test_a_certain_date_and_an_uncertain_one_are_two() -> None:
    assert [as_of for as_of, _ in shown(*map(event, ("2014", "2014~", "2014?")))] == [
        "2014",
        "2014?",
        "2014~",
    ]


def test_an_official_figure_precedes_a_competing_one() -> None:
    press = level("5,000", "2016-03-25", name="a")
    official = level("3,800", "2016-03-25", basis="official", name="b")
    assert shown(press, official) == [("2016-03-25", ["b", "a"])]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (level("2,500", "2021-01"), level("3,000", "2021-01-15", basis="official"), "2021-01"),
        (level("2,500", "2021-01"), level("3,000", "2021-01-15", definition=COMBAT), "2021-01"),
        # alike and from one source: an older figure and a newer one
        (level("2,500", "2021-01"), level("3,000", "2021-01-15"), None),
        (level("2,500", "2021-01"), level("3,000", "2021-02-01", basis="official"), None),
        # longer than a month: it does not compete with one day in it
        (level("2,500", "2020-24"), level("3,000", "2021-01-15", basis="official"), None),
        (
            level("2,500", "2021-01-01/2021-01-20"),
            level("3,000", "2021-01-10/2021-01-31", basis="official"),
            "2021-01-01/2021-01-31",
        ),
    ],
)
def test_competing_figures_of_dates_that_overlap_share_a_row(
    one: Fact, other: Fact, together: str | None
) -> None:
    apart = sorted([(one.as_of.text, [one.id]), (other.as_of.text, [other.id])])
    assert shown(other, one) == (apart if together is None else [(together, [one.id, other.id])])


def test_the_date_of_a_row_of_two_dates_has_their_first_and_last_day() -> None:
    first = level("2,500", "2021-01-01/2021-01-20")
    second = level("3,000", "2021-01-10/2021-01-31", basis="official")
    [row] = timeline(base_of(first, second), US, IRAQ).rows
    assert row.as_of == dates.parse("2021-01-01/2021-01-31")


def test_events_that_were_not_asked_for_are_counted() -> None:
    facts = [event("2014"), event("2015"), event("2016")._replace(id="nato", force=NATO), level("1", "2016")]
    found = timeline(base_of(*facts), US, IRAQ, events=False)
    assert (len(found.rows), found.left_out) == (1, LeftOut(1, 0, 2))
    assert timeline(base_of(*facts), US, IRAQ).left_out == LeftOut(1, 0, 0)


def test_no_fact_is_no_row() -> None:
    assert timeline(base_of(), US, IRAQ).rows == ()


def test_the_levels_of_the_articles_in_order_of_date(articles: FactBase) -> None:
    found = timeline(articles, US, IRAQ).rows
    assert [(row.as_of.text, [each.id for each in row.levels]) for row in found if row.levels] == [
        ("2015-22", ["us-iraq-2015-summer"]),
        ("2016-03-25", ["us-iraq-2016-03-25-official", "us-iraq-2016-03-25-press"]),
        ("2016-04-18", ["us-iraq-2016-04-18"]),
        ("2021-01", ["us-iraq-2021-01"]),
        ("2021-12-09", ["us-iraq-2021-12-09"]),
        ("2023-03-07", ["us-iraq-2023-03-07"]),
    ]


def test_a_change_of_a_part_is_there_and_an_event_of_others_is_not(articles: FactBase) -> None:
    found = timeline(articles, US, IRAQ, until=dates.parse("2016-03-20")).rows
    changes = {row.as_of.text: [each.id for each in row.changes] for row in found}
    assert changes["2015-22"] == ["us-anbar-2015-summer-increase"]
    events = {each.id for row in found for each in row.events}
    assert {"howitzer-fire-2016-03-18", "invasion-2003"} <= events
    assert not {"isis-advance-2014", "ramadi-2015", "palmyra-2015-05"} & events


def test_every_fact_of_the_period_is_in_a_row_or_counted_as_left_out(articles: FactBase) -> None:
    found = timeline(articles, US, IRAQ, events=False)
    assert sum(len(row.facts) for row in found.rows) + sum(found.left_out) == len(articles.facts)
