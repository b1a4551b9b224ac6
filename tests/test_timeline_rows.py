"""Which facts a timeline holds, and which of them stand on one row."""

from __future__ import annotations

import pytest

from builders import IRAQ, US, level
from iraqforce import dates
from iraqforce.facts import Definition, Fact, Force, Kind, Place
from iraqforce.timeline import Scope, Timeline, timeline

MARINES = Force("marines", "U.S. Marines", part_of="us")
NATO = Force("nato", "NATO personnel")
ANBAR = Place("anbar", "Anbar", "in Anbar", within="iraq")
SYRIA = Place("syria", "Syria", "in Syria")
SCOPE = Scope("us", "iraq", frozenset({"us", "marines"}), frozenset({"iraq", "anbar"}))


def fact(kind: Kind, as_of: str, force: Force | None = US, place: Place | None = IRAQ) -> Fact:
    made = level("1", as_of, name=f"{kind} {as_of} {force and force.id} {place and place.id}")
    return made._replace(kind=kind, force=force, place=place, count=None)


def shown(*facts: Fact, scope: Scope = SCOPE) -> list[tuple[str, list[str]]]:
    """Each row as the text of its date and the ids of its facts."""
    found = timeline(scope, facts)
    return [(row.as_of.text, [fact.id for fact in row.facts]) for row in found.rows]


@pytest.mark.parametrize(
    ("force", "place", "of_kinds"),
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
def test_a_level_is_of_exactly_the_scope_and_a_change_or_an_event_also_of_its_parts(
    force: Force | None, place: Place | None, of_kinds: set[Kind]
) -> None:
    kinds: tuple[Kind, ...] = ("level", "change", "event", "figure")
    assert {kind for kind in kinds if SCOPE.holds(fact(kind, "2016", force, place))} == of_kinds


def test_rows_stand_in_order_of_date_and_an_open_start_counts_by_its_end() -> None:
    given = ["2021-01", "../2016-04-18", "2016-04-18", "2014/2017", "2014", "2016-04-19/.."]
    in_order = ["2014", "2014/2017", "../2016-04-18", "2016-04-18", "2016-04-19/..", "2021-01"]
    assert [as_of for as_of, _ in shown(*(fact("event", each) for each in given))] == in_order


def test_what_is_of_one_date_stands_on_one_row_levels_first_then_changes_then_events() -> None:
    day = "2016-04-18"
    facts = [fact("event", day), fact("change", day), level("4,087", day)]
    assert shown(*facts) == [
        (day, ["4,087 2016-04-18", "change 2016-04-18 us iraq", "event 2016-04-18 us iraq"])
    ]


def test_a_sure_date_and_an_unsure_one_are_not_one() -> None:
    rows = shown(fact("event", "2014"), fact("event", "2014~"), fact("event", "2014?"))
    assert [as_of for as_of, _ in rows] == ["2014", "2014?", "2014~"]


def test_an_official_figure_stands_before_its_rival() -> None:
    rows = shown(
        level("5,000", "2016-03-25", name="a"), level("3,800", "2016-03-25", basis="official", name="b")
    )
    assert rows == [("2016-03-25", ["b", "a"])]


def test_a_fact_that_is_given_twice_is_shown_once() -> None:
    once = fact("event", "2016")
    assert shown(once, once) == [("2016", [once.id])]


COMBAT = Definition("combat", "counts combat forces only", "part")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (level("2,500", "2021-01"), level("3,000", "2021-01-15", basis="official"), "2021-01"),
        (level("2,500", "2021-01"), level("3,000", "2021-01-15", definition=COMBAT), "2021-01"),
        # told alike by one source: an older figure and a newer one
        (level("2,500", "2021-01"), level("3,000", "2021-01-15"), None),
        (level("2,500", "2021-01"), level("3,000", "2021-02-01", basis="official"), None),
        # longer than a month: no rival of one day in it
        (level("2,500", "2020-24"), level("3,000", "2021-01-15", basis="official"), None),
        (
            level("2,500", "2021-01-01/2021-01-20"),
            level("3,000", "2021-01-10/2021-01-31", basis="official"),
            "2021-01-01/2021-01-31",
        ),
    ],
)
def test_rivals_of_dates_that_overlap_stand_on_one_row(one: Fact, other: Fact, together: str | None) -> None:
    rows = shown(other, one)
    apart = sorted([(one.as_of.text, [one.id]), (other.as_of.text, [other.id])])
    assert rows == (apart if together is None else [(together, [one.id, other.id])])


def test_an_interval_made_of_two_dates_has_their_first_and_last_day() -> None:
    rows = timeline(
        SCOPE,
        [
            level("2,500", "2021-01-01/2021-01-20"),
            level("3,000", "2021-01-10/2021-01-31", basis="official"),
        ],
    ).rows
    assert rows[0].as_of == dates.parse("2021-01-01/2021-01-31")


def test_events_that_are_not_wanted_are_counted() -> None:
    facts = [
        fact("event", "2014"),
        fact("event", "2015", MARINES),
        fact("event", "2015", NATO),
        level("1", "2016"),
    ]
    found = timeline(SCOPE._replace(events=False), facts)
    assert (len(found.rows), found.hidden_events) == (1, 2)
    assert timeline(SCOPE, facts).hidden_events == 0


def test_nothing_gives_no_row() -> None:
    assert timeline(SCOPE, []) == Timeline(())
