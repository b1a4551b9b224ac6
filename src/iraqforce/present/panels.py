"""Where one axis would hide what is on it: the day from which figures are shown on an axis of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from iraqforce.counts import Number

BarAxis = Literal["auto", "linear", "panels"]
Axis = Literal[BarAxis, "log"]
"""How numbers are laid out: on one axis, on two that each begin at 0, or on one of powers of ten.

`auto` takes two axes where the smaller figures are many and fill a long time, and else one.
"""

BAR_AXES: Final[tuple[BarAxis, ...]] = get_args(BarAxis)
"""The axes of bars, which begin at 0: a length on a logarithmic axis would say nothing."""

AXES: Final[tuple[Axis, ...]] = (*BAR_AXES, "log")

TIMES: Final = 10
"""So many times lower than the highest figure is a figure that the axis of the highest one hides."""

_LEAST_FIGURES: Final = 5
_LEAST_PART: Final = 0.2
"""Of the figures and of the days that `auto` wants of a stretch before it has an axis of its own."""


class Point(NamedTuple):
    """A number at a day."""

    day: date
    value: Number


def boundary(points: Sequence[Point], axis: Axis) -> date | None:
    """The first day of the second axis; None where one is enough.

    On one side of that day every number is at most a tenth of the highest on the other side. Of two such
    days the one that gives the smaller numbers more time is taken.
    """
    if axis not in ("auto", "panels") or not points:
        return None
    ordered = sorted(points)
    limit = max(point.value for point in ordered) / TIMES
    high = [number for number, point in enumerate(ordered) if point.value > limit]
    if not high:
        return None
    first, last = ordered[high[0]].day, ordered[high[-1]].day
    before = [point for point in ordered if point.day < first]
    after = [point for point in ordered if point.day > last]
    sides = [side for side in (before, after) if _suffices(side, ordered, axis)]
    if not sides:
        return None
    longest = max(sides, key=_days)
    return first if longest is before else after[0].day


def _suffices(side: Sequence[Point], points: Sequence[Point], axis: Axis) -> bool:
    if axis == "panels":
        return bool(side)
    enough = len({point.day for point in side}) >= _LEAST_FIGURES
    return enough and _days(side) >= _LEAST_PART * _days(points)


def _days(points: Sequence[Point]) -> int:
    return (points[-1].day - points[0].day).days
