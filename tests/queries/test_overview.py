"""What a base has: each force, place and definition with its facts, and from when to when."""

from __future__ import annotations

import iraqforce
from builders import US, base_of, fact, level
from iraqforce.model.facts import Definition, Force, Place
from iraqforce.queries.overview import overview
from iraqforce.render.formats import text_of
from iraqforce.render.tables import table_of

NATO = Force("nato", "NATO personnel", None, ("NATO troops",))
MOSUL = Place("mosul", "Mosul", "in Mosul", "iraq")
OFFICIAL = Definition("official", "The official count.")
FOUND = overview(
    base_of(
        level("100", "2016-03", definition=OFFICIAL),
        level("200", "2015/2017"),
        fact("50", "2016-05-02", kind="change"),
        fact(None, "../2018", kind="event", force=NATO, place=None, name="event"),
        fact("3", "2019", kind="figure", force=NATO, place=MOSUL),
    )
)


def test_each_force_and_place_has_its_own_facts_in_the_order_of_the_base() -> None:
    found = [
        (each.force and each.force.id, each.place and each.place.id, each.facts[:4])
        for each in FOUND.subjects
    ]
    assert found == [
        ("us", "iraq", (2, 1, 0, 0)),
        ("nato", "mosul", (0, 0, 0, 1)),
        ("nato", None, (0, 0, 1, 0)),
    ]
    assert [(each.id, each.facts[:4]) for each in FOUND.forces] == [
        ("us", (2, 1, 0, 0)),
        ("nato", (0, 0, 1, 1)),
    ]
    assert [(each.id, each.within, each.facts[:4]) for each in FOUND.places] == [
        ("iraq", None, (2, 1, 0, 0)),
        ("mosul", "iraq", (0, 0, 0, 1)),
    ]
    assert [(each.id, each.name, each.facts.levels) for each in FOUND.definitions] == [
        ("official", "The official count.", 1)
    ]


def test_the_dates_are_those_of_all_facts_and_those_of_the_levels() -> None:
    us, nato = (each.facts for each in FOUND.forces)
    dates = (us.earliest, us.latest, us.earliest_level, us.latest_level)
    assert [date and date.text for date in dates] == ["2015/2017", "2016-05-02", "2015/2017", "2016-03"]
    dates = (nato.earliest, nato.latest, nato.earliest_level, nato.latest_level)
    assert [date and date.text for date in dates] == ["../2018", "2019", None, None]


def test_the_table_has_a_row_for_each_force_and_place() -> None:
    table = table_of(FOUND)
    assert [column.name for column in table.columns] == [
        "force", "force_name", "place", "place_name", "levels", "changes", "events", "figures", "first",
        "last", "first_level", "last_level",
    ]  # fmt: skip
    rows = list(table.rows)
    assert rows[0][:8] == ("us", US.name, "iraq", "Iraq", 2, 1, 0, 0)
    assert rows[0][8:] == ("2015-01-01", "2016-05-02", "2015-01-01", "2016-03-31")
    assert rows[2] == ("nato", "NATO personnel", None, None, 0, 0, 1, 0, None, "2018-12-31", None, None)


def test_the_page_lists_what_can_be_asked() -> None:
    page = text_of(FOUND)
    assert "Forces (default: us)" in page
    assert "also: NATO troops" in page
    assert "  2  U.S. troops in Iraq  Jan 2015 to Mar 2016\n" in page
    assert "in Mosul" not in page  # no level


def test_a_base_with_nothing_in_it_says_so() -> None:
    empty = overview(base_of())
    assert text_of(empty).startswith("0 facts from 0 sources")
    assert (empty.subjects, empty.definitions) == ((), ())


def test_every_fact_of_the_bundled_bases_is_counted_once() -> None:
    found = iraqforce.open("all").info()
    assert sum(sum(each.facts[:4]) for each in found.subjects) == found.base.facts
