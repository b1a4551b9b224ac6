"""What a bar claims of the numbers that sources name, and where the axis ends."""

from __future__ import annotations

import pytest

from builders import level
from iraqforce.counts import Count, Number
from iraqforce.facts import Definition, Status
from iraqforce.present.bars import axis_end, bar, lanes
from iraqforce.present.page import Bar, Texture

COMBAT = Definition("combat", "counts combat forces only", "part")
TEMPORARY = Definition("with-temporary", "counts “temporary” troops too")
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
        # rivals
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
        ("authorised", "dashed"),
    ],
)
def test_what_is_not_said_to_be_so_is_filled_otherwise(status: Status, texture: Texture) -> None:
    assert bar([level("4,087", "2016", status=status)]) == Bar(texture, 4087, 4087)


def test_rivals_share_a_lane() -> None:
    told = [level("3,800", "2016", basis="official"), level("5,000", "2016", definition=TEMPORARY)]
    assert lanes([*told, level("4,000", "2016", status="former")]) == [
        [*told, level("4,000", "2016", status="former")]
    ]


def test_a_plan_and_a_part_have_lanes_of_their_own() -> None:
    now, plan = level("5,200", "2016"), level("2,500", "2016", status="planned")
    part = level("1,000", "2016", definition=COMBAT)
    assert lanes([now, plan, part]) == [[now], [plan], [part]]


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
def test_the_axis_ends_at_a_round_number_that_no_bar_goes_beyond(longest: Number, end: Number) -> None:
    assert axis_end([Bar("solid", 0, 0), Bar("solid", 0, longest)]) == end


def test_without_a_bar_the_axis_ends_at_0() -> None:
    assert axis_end([]) == 0
