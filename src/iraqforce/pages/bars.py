"""Figures as bars, and the axes of bars."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from iraqforce.model.choices import Status
from iraqforce.model.counts import Count, Number
from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import Bar, Texture

BarAxis = Literal["auto", "linear", "panels"]
Axis = Literal[BarAxis, "log"]
"""How numbers are drawn: on one axis, on two that each begin at 0, or on one of powers of ten.

`auto` takes two axes if the smaller figures are many and fill a long time, and one otherwise.
"""

BAR_AXES: Final[tuple[BarAxis, ...]] = get_args(BarAxis)
"""The axes of bars, which begin at 0; the length of a bar on a logarithmic axis would mean nothing."""

AXES: Final[tuple[Axis, ...]] = (*BAR_AXES, "log")

TIMES: Final = 10
"""A figure this many times smaller than the highest is too small for one axis."""

TEXTURES: Final[dict[Status, Texture]] = {
    "actual": "solid",
    "former": "solid",
    "announced": "light",
    "planned": "dotted",
    "authorized": "dashed",
}
"""How a bar of each status is filled: a plan never looks like an actual level."""

_LEAST_FIGURES: Final = 5
_LEAST_PART: Final = 0.2
"""The figures, and the part of all days, that `auto` requires before they get an axis of their own."""

_STEPS: Final = (1, 2, 2.5, 5, 10)
"""Where an axis may end, times a power of ten."""


class Point(NamedTuple):
    """A number on a day."""

    day: date
    value: Number


def by_bar(levels: Iterable[Fact]) -> list[list[Fact]]:
    """The levels in groups that share a bar: conflicting figures do, a plan and a level do not."""
    groups: dict[object, list[Fact]] = {}
    for fact in levels:
        groups.setdefault((_texture(fact), fact.scope), []).append(fact)
    return list(groups.values())


def bar(levels: Sequence[Fact]) -> Bar | None:
    """The bar of levels that share one; None if no source names or bounds a number.

    It is filled up to the lowest figure and hatched from there to the highest; a figure that only has an
    upper bound is hatched from 0. It is open if a figure may be higher, and about if its end is.
    """
    counts = [fact.count for fact in levels if fact.count is not None and not fact.count.withheld]
    if not counts:
        return None
    named = [count for count in counts if _bounds(count)]
    low = min((count.low for count in named if count.low is not None), default=0)
    high = max((max(_bounds(count)) for count in named), default=0)
    about = any(count.qualifier == "about" and max(_bounds(count)) == high for count in named)
    is_open = any(count.high is None for count in named or counts)
    return Bar(_texture(levels[0]), low, high, is_open=is_open, about=about)


def axis_end(bars: Iterable[Bar]) -> Number:
    """The smallest round number that no bar exceeds; 0 if every bar is empty."""
    longest = max((bar.high for bar in bars), default=0)
    if longest <= 0:
        return 0
    power = 10 ** math.floor(math.log10(longest))
    end = next(step * power for step in _STEPS if step * power >= longest)
    return int(end) if end == int(end) else end


def second_axis(points: Iterable[Point], axis: Axis) -> date | None:
    """The first day of the second axis; None if one is enough.

    On one side of that day every number is at most a tenth of the highest on the other side. Of two such
    days, it is the one that gives the smaller numbers more time.
    """
    ordered = sorted(points)
    if axis not in ("auto", "panels") or not ordered:
        return None
    limit = max(point.value for point in ordered) / TIMES
    high = [number for number, point in enumerate(ordered) if point.value > limit]
    if not high:
        return None
    before = [point for point in ordered if point.day < ordered[high[0]].day]
    after = [point for point in ordered if point.day > ordered[high[-1]].day]
    sides = [side for side in (before, after) if _suffices(side, ordered, axis)]
    if not sides:
        return None
    return ordered[high[0]].day if max(sides, key=_days) is before else after[0].day


def _suffices(side: Sequence[Point], points: Sequence[Point], axis: Axis) -> bool:
    if axis == "panels":
        return bool(side)
    enough = len({point.day for point in side}) >= _LEAST_FIGURES
    return enough and _days(side) >= _LEAST_PART * _days(points)


def _days(points: Sequence[Point]) -> int:
    return (points[-1].day - points[0].day).days


def _texture(fact: Fact) -> Texture:
    return TEXTURES[fact.status or "actual"]


def _bounds(count: Count) -> list[Number]:
    return [bound for bound in (count.low, count.high) if bound is not None]
