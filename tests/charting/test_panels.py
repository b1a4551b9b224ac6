"""A picture in two panels: each figure once, the step down where both its ends are, and the axes in words."""

from __future__ import annotations

from datetime import date

from builders import level
from iraqforce.charting.axes import axes, axes_words
from iraqforce.charting.document import document, summary_of
from iraqforce.charting.layout import Size, scales_of
from iraqforce.charting.panels import panels
from iraqforce.charting.picture import Picture
from pictures import WITHHELD, drawn, event

SIZE = Size(820, 340)
HIGH = [level("150,000", "2003-06-01"), level("170,000", "2007-10-01"), level("50,000", "2010-09-01")]
LOW = [
    level("500", "2011-12-15"),
    level("82", "2014-03-01"),
    level("5,200", "2017-12-01"),
    level("2,500", "2021-01-01"),
    level("2,000", "2025-01-01"),
]


def falling(**others: object) -> Picture:
    events = [event("a year", "2011"), event("by then", "../2016-04-18"), event("early", "2003-03-20")]
    return drawn(
        *HIGH, level(WITHHELD, "2018-06-01", basis="official"), *LOW, events=events, max_age_days=None
    )._replace(
        **others  # type: ignore[arg-type]
    )


def counts(picture: Picture) -> list[str]:
    return [each.fact.count.text for each in picture.figures if each.fact.count]


def test_each_figure_stands_in_one_panel() -> None:
    first, second = panels(falling(), "auto")
    assert counts(first) == ["150,000", "170,000", "50,000"]
    assert counts(second) == ["500", "82", "5,200", "2,500", "2,000"]
    assert (first.last, second.first) == (date(2011, 12, 15), date(2011, 12, 15))
    assert [len(each.unnumbered) for each in (first, second)] == [0, 1]


def test_the_step_down_is_where_both_its_ends_are() -> None:
    first, second = panels(falling(), "auto")
    assert [(each.before, each.after) for each in first.line.steps] == [
        (150_000, 170_000),
        (170_000, 50_000),
        (50_000, 500),
    ]
    assert [each.after for each in second.line.steps] == [82, 5_200, 2_500, 2_000]
    assert first.line.stretches[-1].last == second.line.stretches[0].first == date(2011, 12, 15)


def test_an_event_of_both_times_is_in_both_and_has_its_tick_in_one() -> None:
    first, second = panels(falling(), "auto")
    by_then = [next(each for each in part.events if each.number == 3) for part in (first, second)]
    assert [each.facts[0].label for each in by_then] == ["by then", "by then"]
    assert [each.span.pointed for each in by_then] == [False, True]
    assert [each.label for each in first.events] == ["1", "2", "3"]


def test_a_date_of_many_days_that_no_other_figure_is_in_stays_whole() -> None:
    low = [level("500", "2012"), *LOW[1:]]
    _, second = panels(drawn(*HIGH, *low, max_age_days=365), "auto")
    assert (second.first, second.figures[0].span.first) == (date(2012, 1, 1), date(2012, 1, 1))


def test_the_axes_are_told_in_words_with_where_each_ends() -> None:
    found = axes(falling(), SIZE, "auto")
    assert [each.words for each in found] == [
        "Until 15 December 2011: an axis to 200,000",
        "From 15 December 2011 on: an axis to 6,000",
    ]
    assert [each.scales.size for each in found] == [Size(820, 255), Size(820, 255)]
    assert [each.other_top for each in found] == [6_000, None]
    assert axes_words(found) == (
        "From 15 December 2011 on no figure is above a tenth of the highest, and the axis ends at 6,000 "
        "instead of 200,000: the grey bar at the right edge is as much"
    )
    assert axes_words(axes(falling(), SIZE, "linear")) == ""


def test_smaller_figures_that_come_first_are_told_of_as_before() -> None:
    early = [level(str(number), f"19{number}-01-01") for number in range(80, 86)]
    found = axes(drawn(*early, *HIGH), SIZE, "auto")
    assert [each.other_top for each in found] == [None, 100]
    assert axes_words(found).startswith("Before 1 June 2003 no figure is above a tenth of the highest")
    assert axes_words(found).endswith("the grey bar at the left edge is as much")


def test_the_bar_at_the_edge_is_as_high_as_the_other_axis() -> None:
    plot = document(falling())["vconcat"][1]  # type: ignore[index]
    bars = [each for each in plot["layer"] if each["encoding"]["x"] == {"value": 825}]  # type: ignore[index,call-overload,union-attr]
    assert [each["data"]["values"] for each in bars] == [[{"value": 0, "to": 6_000}]]  # type: ignore[index,call-overload]


def test_a_logarithmic_axis_has_a_place_for_zero_and_its_powers_of_ten_are_alike_far() -> None:
    scales = scales_of(drawn(*HIGH, *LOW, level("0", "2026")), SIZE, logarithmic=True)
    assert (scales.step, scales.constant, scales.top) == (10, 1, 400_000)
    assert (scales.y(0), scales.y(400_000)) == (340, 0)
    steps = [scales.y(10**power) - scales.y(10 ** (power + 1)) for power in range(1, 5)]
    assert [round(each) for each in steps] == [58, 60, 61, 61]
    assert round(scales.y(0) - scales.y(10)) == 63
    assert axes_words(axes(falling(), SIZE, "log")) == (
        "The axis is logarithmic: each line is ten times the one below, and 0 has its own place"
    )


def test_an_open_bound_goes_as_far_on_either_axis() -> None:
    for logarithmic in (False, True):
        scales = scales_of(falling(), SIZE, logarithmic=logarithmic)
        ends = [scales.open_end(50_000, upward=upward) for upward in (True, False)]
        assert [round(scales.y(each) - scales.y(50_000)) for each in ends] == [-24, 24]
        assert scales.open_end(1, upward=False) == 0


def test_what_is_left_out_is_told() -> None:
    assert summary_of(falling(left_out=114)).endswith(
        "114 levels more only stand beside an answer (parts, plans, caps) and are left out"
    )
