"""Where one axis would hide the smaller figures, and where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from iraqforce.present.panels import Axis, Point, boundary

HIGH = [(2003, 150_000), (2005, 130_000), (2007, 170_000), (2010, 50_000)]
LOW = [(2012, 200), (2014, 80), (2016, 5_000), (2018, 17_000), (2021, 2_500)]


def day_of(*points: tuple[int, int], axis: Axis = "auto") -> int | None:
    """The year of the boundary of figures that are each of the first of January."""
    found = boundary([Point(date(year, 1, 1), value) for year, value in points], axis)
    return found.year if found else None


def test_many_figures_of_at_most_a_tenth_of_the_highest_have_an_axis_of_their_own() -> None:
    assert day_of(*HIGH, *LOW) == 2012


def test_they_may_also_come_first() -> None:
    assert day_of(*((year - 20, value) for year, value in LOW), *HIGH) == 2003


def test_of_both_sides_that_of_more_years_is_taken() -> None:
    before = [(year, 100) for year in range(1980, 2003)]
    assert day_of(*before, *HIGH, *LOW) == 2003


@pytest.mark.parametrize("points", [[], LOW, HIGH, [*HIGH, *LOW[:4]], [(2003, 0), (2004, 0)]])
def test_few_low_figures_or_none_stay_on_the_one_axis(points: list[tuple[int, int]]) -> None:
    assert day_of(*points) is None


def test_many_low_figures_of_a_short_time_stay_on_the_one_axis() -> None:
    days = [Point(date(2010, 6, number), 10) for number in range(1, 20)]
    assert boundary([*(Point(date(year, 1, 1), value) for year, value in HIGH), *days], "auto") is None


def test_a_figure_a_little_above_a_tenth_is_on_the_axis_of_the_highest() -> None:
    assert day_of(*HIGH, (2011, 17_001), *LOW) == 2012
    assert day_of(*HIGH, *LOW, (2022, 17_001)) is None


def test_panels_asked_for_are_made_of_one_figure_too() -> None:
    assert day_of(*HIGH, (2012, 200), axis="panels") == 2012
    assert day_of(*HIGH, axis="panels") is None


def test_one_axis_asked_for_stays_one() -> None:
    assert day_of(*HIGH, *LOW, axis="linear") is None
    assert day_of(*HIGH, *LOW, axis="log") is None
