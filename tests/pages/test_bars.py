"""What a bar claims of the numbers that sources name, where its axis ends, and where another one begins."""

from datetime import date

import pytest

from builders import level
from iraqforce.model.choices import Status
from iraqforce.model.counts import Count, Number
from iraqforce.model.facts import Definition
from iraqforce.pages.bars import Axis, Point, axis_end, bar, by_bar, second_axis
from iraqforce.pages.blocks import Bar, Texture

COMBAT = Definition("combat-forces", "counts combat forces only", "partial")
TEMPORARY = Definition("includes-temporary", "counts “temporary” troops too")
HUNDREDS = Count("hundreds", None, None, None, "vague")
SEVERAL_HUNDRED = Count("several hundred", None, 200, None, "vague")


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        (["4,087"], Bar("solid", 4087, 4087)),
        (["0"], Bar("solid", 0, 0)),
        (["about 2,500"], Bar("solid", 2500, 2500, about=True)),
        (["500 to 600"], Bar("solid", 500, 600)),
        (["more than 5,000"], Bar("solid", 5000, 5000, is_open=True)),
        (["at least 5,000"], Bar("solid", 5000, 5000, is_open=True)),
        (["less than 5,000"], Bar("solid", 0, 5000)),
        (["at most 5,000"], Bar("solid", 0, 5000)),
        ([SEVERAL_HUNDRED], Bar("solid", 200, 200, is_open=True)),
        ([HUNDREDS], Bar("solid", 0, 0, is_open=True)),
        (["withheld"], None),
        # competing figures
        (["3,800", "more than 5,000"], Bar("solid", 3800, 5000, is_open=True)),
        (["3,800", "3,800"], Bar("solid", 3800, 3800)),
        (["3,800", "about 5,000"], Bar("solid", 3800, 5000, about=True)),
        (["about 3,800", "5,000"], Bar("solid", 3800, 5000)),
        (["3,800", "less than 5,000"], Bar("solid", 3800, 5000)),
        (["more than 2,000", "5,000"], Bar("solid", 2000, 5000, is_open=True)),
        (["3,800", "withheld"], Bar("solid", 3800, 3800)),
        (["3,800", HUNDREDS], Bar("solid", 3800, 3800)),
    ],
)
def test_a_bar_is_filled_to_the_lowest_and_hatched_to_the_highest(
    counts: list[str | Count], drawn: Bar | None
) -> None:
    assert bar([level(count, "2016") for count in counts]) == drawn


@pytest.mark.parametrize(
    ("status", "texture"),
    [
        ("actual", "solid"),
        ("former", "solid"),
        ("announced", "light"),
        ("planned", "dotted"),
        ("authorized", "dashed"),
    ],
)
def test_each_status_has_its_texture(status: Status, texture: Texture) -> None:
    assert bar([level("4,087", "2016", status=status)]) == Bar(texture, 4087, 4087)


def test_competing_figures_share_a_bar() -> None:
    told = [level("3,800", "2016", basis="official"), level("5,000", "2016", definition=TEMPORARY)]
    assert by_bar([*told, level("4,000", "2016", status="former")]) == [
        [*told, level("4,000", "2016", status="former")]
    ]


def test_a_plan_and_a_part_have_bars_of_their_own() -> None:
    now, plan = level("5,200", "2016"), level("2,500", "2016", status="planned")
    part = level("1,000", "2016", definition=COMBAT)
    assert by_bar([now, plan, part]) == [[now], [plan], [part]]


@pytest.mark.parametrize(
    ("longest", "end"),
    [
        (0, 0),
        (0.5, 0.5),
        (1, 1),
        (3, 5),
        (4087, 5000),
        (5000, 5000),
        (5001, 10_000),
        (170_000, 200_000),
        (201_000, 250_000),
        (10_000_000, 10_000_000),
    ],
)
def test_the_axis_ends_at_a_round_number_that_no_bar_exceeds(longest: Number, end: Number) -> None:
    assert axis_end([Bar("solid", 0, 0), Bar("solid", 0, longest)]) == end


def test_without_a_bar_the_axis_ends_at_0() -> None:
    assert axis_end([]) == 0


HIGH = [(2003, 150_000), (2005, 130_000), (2007, 170_000), (2010, 50_000)]
LOW = [(2012, 200), (2014, 80), (2016, 5_000), (2018, 17_000), (2021, 2_500)]


def day_of(*points: tuple[int, int], axis: Axis = "auto") -> int | None:
    """The year in which the second axis begins, for figures that are each of January 1."""
    found = second_axis([Point(date(year, 1, 1), value) for year, value in points], axis)
    return found.year if found else None


def test_many_figures_of_at_most_a_tenth_of_the_highest_have_an_axis_of_their_own() -> None:
    assert day_of(*HIGH, *LOW) == 2012


def test_they_may_also_come_first() -> None:
    assert day_of(*((year - 20, value) for year, value in LOW), *HIGH) == 2003


def test_of_both_sides_the_one_of_more_years_is_taken() -> None:
    before = [(year, 100) for year in range(1980, 2003)]
    assert day_of(*before, *HIGH, *LOW) == 2003


@pytest.mark.parametrize("points", [[], LOW, HIGH, [*HIGH, *LOW[:4]], [(2003, 0), (2004, 0)]])
def test_few_low_figures_or_none_stay_on_the_one_axis(points: list[tuple[int, int]]) -> None:
    assert day_of(*points) is None


def test_many_low_figures_of_a_short_time_stay_on_the_one_axis() -> None:
    days = [Point(date(2010, 6, number), 10) for number in range(1, 20)]
    assert second_axis([*(Point(date(year, 1, 1), value) for year, value in HIGH), *days], "auto") is None


def test_a_figure_a_little_above_a_tenth_is_on_the_axis_of_the_highest() -> None:
    assert day_of(*HIGH, (2011, 17_001), *LOW) == 2012
    assert day_of(*HIGH, *LOW, (2022, 17_001)) is None


def test_panels_asked_for_are_made_of_one_figure_too() -> None:
    assert day_of(*HIGH, (2012, 200), axis="panels") == 2012
    assert day_of(*HIGH, axis="panels") is None


def test_one_axis_asked_for_stays_one() -> None:
    assert day_of(*HIGH, *LOW, axis="linear") is None
    assert day_of(*HIGH, *LOW, axis="log") is None
