"""What a picture holds: which figures, where they stand, which of them are rivals, and what lies outside."""

from __future__ import annotations

from datetime import date

from builders import level
from iraqforce.charting.picture import Picture
from iraqforce.charting.styles import STYLES, style_of
from iraqforce.facts import Definition
from pictures import VAGUE, WITHHELD, bundled, drawn, event


def anchors(picture: Picture) -> list[date]:
    return [figure.span.anchor for figure in picture.figures]


def test_the_bundled_base_has_seven_figures_of_the_whole_and_one_of_a_part() -> None:
    found = [
        (figure.fact.count.text if figure.fact.count else "", figure.whole, figure.values)
        for figure in bundled().figures
    ]
    assert found == [
        ("3,000", True, (3000,)),
        ("3,800", True, (3800,)),
        ("more than 5,000", True, (5000,)),
        ("several hundred", False, (200,)),
        ("4,087", True, (4087,)),
        ("2,500", True, (2500,)),
        ("about 2,500", True, (2500,)),
        ("2,500", True, (2500,)),
    ]


def test_each_source_is_one_note_numbered_as_it_first_occurs() -> None:
    picture = bundled()
    assert [(note.number, note.source.publisher) for note in picture.notes] == [
        (1, "International Business Times"),
        (2, "Defense One"),
        (3, "The Daily Caller"),
        (4, "The Hill"),
        (5, "Daily Caller News Foundation"),
    ]
    assert [figure.note for figure in picture.figures] == [1, 2, 2, 2, 1, 3, 4, 5]


def test_the_official_figure_and_its_rival_of_the_same_day_are_joined() -> None:
    pairs = [(one.values, other.values) for one, other in bundled().rivals]
    assert pairs == [((3800,), (5000,))]


def test_figures_of_one_day_that_agree_are_no_rivals_and_a_plan_is_none() -> None:
    agreeing = drawn(level("about 2,500", "2016-01-01"), level("2,480", "2016-01-01", basis="official"))
    planned = drawn(level("2,500", "2016-01-01"), level("4,000", "2016-01-01", status="planned"))
    assert (agreeing.rivals, planned.rivals) == ((), ())


def test_the_mark_of_a_month_stands_in_its_middle_and_that_of_an_open_date_at_its_end() -> None:
    month = drawn(level("1", "2016-03"))
    assert anchors(month) == [date(2016, 3, 16)]
    assert (month.figures[0].span.first, month.figures[0].span.last) == (date(2016, 3, 1), date(2016, 3, 31))
    assert anchors(drawn(level("1", "../2016-03-05"), level("2", "2015-01-01"))) == [
        date(2015, 1, 1),
        date(2016, 3, 5),
    ]
    assert anchors(drawn(level("1", "2016-03-05/.."))) == [date(2016, 3, 5)]


def test_the_asked_dates_bound_the_picture_and_the_line_enters_it_from_before() -> None:
    picture = bundled(since="2016-06", until="2017-06")
    assert (picture.first, picture.last, picture.figures) == (date(2016, 6, 1), date(2017, 6, 30), ())
    assert picture.empty
    around = drawn(level("9", "2016-01-01"), level("5", "2016-07-01"), since="2016-06", until="2016-12")
    assert anchors(around) == [date(2016, 7, 1)]
    assert [(each.first, each.last, each.values) for each in around.line.stretches] == [
        (date(2016, 6, 1), date(2016, 7, 1), (9,)),
        (date(2016, 7, 1), date(2016, 12, 31), (5,)),
    ]


def test_what_is_withheld_has_no_number_and_is_not_zero() -> None:
    picture = drawn(level(WITHHELD, "2017-12"), level("0", "2018-01"), level(VAGUE, "2018-02"))
    assert [figure.values for figure in picture.figures] == [(0,), (200,)]
    assert [figure.fact.as_of.text for figure in picture.unnumbered] == ["2017-12"]


def test_events_of_one_date_share_a_tick_and_those_outside_are_counted() -> None:
    events = [
        event("b", "2016-03-02"),
        event("a", "2016-03-01"),
        event("c", "2016-03-02"),
        event("d", "1990"),
    ]
    picture = drawn(level("1", "2016-03-05"), events=events)
    assert [(each.label, [fact.label for fact in each.facts]) for each in picture.events] == [
        ("1", ["a"]),
        ("2–3", ["b", "c"]),
    ]
    assert picture.outside == 1


def test_status_basis_and_part_each_have_a_mark_of_their_own() -> None:
    part = Definition("combat", "combat forces only", "part")
    picture = drawn(
        level("1", "2016-01-01", basis="official"),
        level("2", "2016-01-02", basis="official", status="former"),
        level("3", "2016-01-03", status="announced"),
        level("4", "2016-01-04", status="planned"),
        level("5", "2016-01-05", status="authorised"),
        level("6", "2016-01-06", definition=part),
    )
    found = [style_of(figure) for figure in picture.figures]
    assert [(style.words, style.shape, style.filled, bool(style.dash)) for style in found] == [
        ("official", "circle", True, False),
        ("official", "circle", True, False),
        ("press, announced", "square", False, False),
        ("press, planned", "square", False, True),
        ("press, a cap", "square", False, True),
        ("part or more", "diamond", True, False),
    ]


def test_all_styles_differ_without_their_words_and_colours() -> None:
    looks = {(style.shape, style.filled, style.dash) for style in STYLES}
    assert len(looks) == len(STYLES) == 12


def test_an_open_date_counts_by_its_last_day_before_what_is_of_that_very_day() -> None:
    events = [event("on", "2016-04-18"), event("by", "../2016-04-18"), event("march", "2016-03")]
    picture = drawn(level("1", "2016-03-05"), events=events)
    assert [(each.label, each.facts[0].label) for each in picture.events] == [
        ("1", "march"),
        ("2", "by"),
        ("3", "on"),
    ]


def test_figures_of_dates_that_overlap_are_rivals_and_those_of_two_days_are_none() -> None:
    overlapping = drawn(level("2,500", "2016-03"), level("4,000", "2016-03-10", basis="official"))
    assert [(one.values, other.values) for one, other in overlapping.rivals] == [((2500,), (4000,))]
    apart = drawn(level("2,500", "2016-03-09"), level("4,000", "2016-03-10", basis="official"))
    assert apart.rivals == ()


def test_an_event_is_due_where_none_of_its_date_has_happened() -> None:
    planned = event("talks", "2016-03-02")._replace(status="planned")
    [due] = drawn(level("1", "2016-03-05"), events=[planned]).events
    [both] = drawn(level("1", "2016-03-05"), events=[planned, event("visit", "2016-03-02")]).events
    assert (due.happened, both.happened) == (False, True)


def test_a_base_without_a_level_is_an_empty_picture() -> None:
    assert drawn().empty
    assert not drawn(level(WITHHELD, "2017-12")).empty
