"""Where things stand, in pixels of the plot: its two scales, and which figures have room for a label."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.charting.lettering import plain, shortened, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from iraqforce.charting.picture import Figure, Picture
    from iraqforce.counts import Number
    from iraqforce.dates import PartialDate

LABEL_SIZE: Final = 11
_CELL: Final = 2
_REACH: Final = 24
_TOPS: Final = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
_MARK: Final = 5
_LONGEST_LABEL: Final = 24


class Size(NamedTuple):
    """The size of a plot in pixels, without what stands around it."""

    width: int
    height: int


class Scales(NamedTuple):
    """The two axes: days from `first` to `last` over the width, numbers from 0 to `top` over the height.

    With a `step` the axis of numbers is logarithmic from that power of ten on, the largest that no figure but
    0 is below. Under it lies 0, about as far as the powers of ten are from each other.
    """

    size: Size
    first: date
    last: date
    top: Number
    step: int | None = None

    def x(self, day: date) -> float:
        """Pixels from the left."""
        days = max(1, (self.last - self.first).days)
        return (day - self.first).days / days * self.size.width

    def y(self, value: Number) -> float:
        """Pixels from the top."""
        return self.size.height * (1 - self._share(value))

    @property
    def constant(self) -> float | None:
        """Of a logarithmic axis, what is added to every number before its logarithm is taken (symlog)."""
        return self.step / 10 if self.step else None

    def open_end(self, value: Number, *, upward: bool) -> float:
        """Where the rule of an open bound ends: a length that says nothing but that it is open."""
        if self.constant is None:
            reach = self.top * _REACH / self.size.height
            return value + reach if upward else max(0, value - reach)
        share = self._share(value) + (_REACH if upward else -_REACH) / self.size.height
        return max(0, self.constant * math.expm1(share * math.log1p(self.top / self.constant)))

    def _share(self, value: Number) -> float:
        if self.constant is None:
            return value / self.top
        return math.log1p(value / self.constant) / math.log1p(self.top / self.constant)


class Place(NamedTuple):
    """Where a label stands, seen from its mark: the side of the text that is at it, and the way there."""

    align: str
    dx: int
    dy: int


PLACES: Final = (
    Place("center", 0, -14),
    Place("left", 8, -9),
    Place("right", -8, -9),
    Place("center", 0, 15),
    Place("left", 8, 11),
    Place("right", -8, 11),
    Place("left", 10, 0),
    Place("right", -10, 0),
)
"""The places for a label, the best first."""


def scales_of(picture: Picture, size: Size, *, logarithmic: bool = False) -> Scales:
    """Scales that hold the picture, with room above its highest figure."""
    values = [value for figure in picture.figures for value in figure.values]
    values += [value for each in picture.line.stretches for value in each.values]
    top = _round_above(max(values, default=0) * (2 if logarithmic else 1.15))
    above = [value for value in values if value > 0]
    step = 10 ** math.floor(math.log10(min(above))) if logarithmic and above else None
    return Scales(size, picture.first, picture.last, top, step)


def label_of(figure: Figure) -> str:
    """The count as worded, short enough for a picture, the number of its source and the signs of its date."""
    count = figure.fact.count
    doubt = f" {signs_of(figure.fact.as_of)}".rstrip()
    return f"{shortened(plain(count.text), _LONGEST_LABEL)} [{figure.note}]{doubt}" if count else ""


def signs_of(value: PartialDate) -> str:
    """What to know before the date is taken as it is: `~` about it, `?` uncertain; empty for neither."""
    return "~" * value.approximate + "?" * value.uncertain


def labelled(picture: Picture, scales: Scales) -> dict[str, Place]:
    """The place of each label that has room, by the id of its figure: the whole before parts."""
    taken = set(_obstacles(picture, scales))
    crossable = set(_steps(picture, scales))
    places: dict[str, Place] = {}
    for figure in sorted(picture.figures, key=lambda figure: not figure.whole):
        boxes = [(place, set(_box(figure, place, scales))) for place in PLACES]
        free = [(place, cells) for place, cells in boxes if cells and taken.isdisjoint(cells)]
        # A label crosses the dots between two figures rather than be left out.
        for place, cells in sorted(free, key=lambda each: not crossable.isdisjoint(each[1]))[:1]:
            taken |= cells
            places[figure.fact.id] = place
    return places


def _box(figure: Figure, place: Place, scales: Scales) -> Iterator[tuple[int, int]]:
    """The cells of the figure's label in the place; none where it would leave the plot."""
    x, y = scales.x(figure.span.anchor) + place.dx, scales.y(figure.values[-1]) + place.dy
    width = text_width(label_of(figure), LABEL_SIZE)
    left = x - {"left": 0, "center": width / 2, "right": width}[place.align]
    if left >= 0 and y >= 6 and left + width <= scales.size.width and y + 6 <= scales.size.height:
        yield from _cells(left, y - 6, left + width, y + 6)


def _obstacles(picture: Picture, scales: Scales) -> Iterator[tuple[int, int]]:
    """The cells of the marks, their dates and their bounds, and of the lines that labels do not cross."""
    for figure in picture.figures:
        x = scales.x(figure.span.anchor)
        for value in figure.values:
            y = scales.y(value)
            yield from _cells(x - _MARK, y - _MARK, x + _MARK, y + _MARK)
            yield from _cells(scales.x(figure.span.first), y - 2, scales.x(figure.span.last), y + 2)
        count = figure.fact.count
        if count is not None and count.high is None:
            yield from _cells(x - 4, y - 30, x + 4, y)
        elif count is not None and count.low is None:
            yield from _cells(x - 4, y, x + 4, y + 30)
    for stretch in picture.line.stretches:
        for value in stretch.values:
            y = scales.y(value)
            yield from _cells(scales.x(stretch.first), y - 1, scales.x(stretch.last), y + 1)
    for one, other in picture.rivals:
        yield from _between(scales, one, other)


def _steps(picture: Picture, scales: Scales) -> Iterator[tuple[int, int]]:
    for step in picture.line.steps:
        yield from _upright(scales, step.at, step.before, step.after)


def _between(scales: Scales, one: Figure, other: Figure) -> Iterator[tuple[int, int]]:
    """The cells of the rule from one figure to another, which leans where their dates differ."""
    left, right = scales.x(one.span.anchor), scales.x(other.span.anchor)
    top, bottom = scales.y(one.values[-1]), scales.y(other.values[0])
    steps = max(1, math.ceil(max(abs(right - left), abs(bottom - top)) / _CELL))
    for step in range(steps + 1):
        x, y = left + (right - left) * step / steps, top + (bottom - top) * step / steps
        yield from _cells(x - 1, y, x + 1, y)


def _upright(scales: Scales, day: date, one: Number, other: Number) -> Iterator[tuple[int, int]]:
    top, bottom = sorted((scales.y(one), scales.y(other)))
    return _cells(scales.x(day) - 1, top, scales.x(day) + 1, bottom)


def rows_of(boxes: Iterable[tuple[float, float]], rows: int) -> list[int | None]:
    """The first row in which each box, in turn, overlaps none before it; None where all are full."""
    ends = [-math.inf] * rows
    placed: list[int | None] = []
    for left, right in boxes:
        row = next((number for number, end in enumerate(ends) if end < left), None)
        if row is not None:
            ends[row] = right
        placed.append(row)
    return placed


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(left / _CELL), math.floor(right / _CELL) + 1):
        for row in range(math.floor(top / _CELL), math.floor(bottom / _CELL) + 1):
            yield column, row


def _round_above(value: float) -> Number:
    """The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and 10 with its zeros; 1 where there is nothing."""
    if value <= 0:
        return 1
    power = 10 ** math.floor(math.log10(value))
    top = next(step * power for step in _TOPS if step * power >= value)
    return int(top) if top == int(top) else top
