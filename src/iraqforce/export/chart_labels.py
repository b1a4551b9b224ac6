"""Which figures of a chart have room for a label above or below their mark; it covers nothing but lines."""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from iraqforce.export.chart_data import PARTIAL, ChartData, Options
from iraqforce.export.chart_rows import LESS, MORE, Row
from iraqforce.model.counts import Number

SIDES: Final = (-13, 14)
"""Pixels from a mark down to the middle of its label, the better side first."""

_CHARACTER: Final = 5.8


class Plane(NamedTuple):
    """The size of a plot in pixels, its days, and the number at its top.

    With a `constant` the axis is logarithmic: it is added to every number before its logarithm is taken.
    """

    width: int
    height: int
    first: date
    last: date
    top: Number
    constant: float | None

    @classmethod
    def of(cls, values: Sequence[Number], options: Options, data: ChartData, height: int) -> "Plane":
        """The plane that holds these numbers, with room above the highest."""
        highest, lowest = max(values, default=0) or 1, min((each for each in values if each > 0), default=1)
        constant = 10.0 ** (math.floor(math.log10(lowest)) - 1) if options.axis == "log" else None
        top = highest * (1.15 if constant is None else 2)
        return cls(options.width, height, data.first, data.last, top, constant)

    def place(self, row: Row) -> tuple[float, float]:
        """The mark of a row, in pixels from the left and from the top."""
        days = max(1, (self.last - self.first).days)
        x = (date.fromisoformat(row["date"]) - self.first).days / days * self.width
        share = row["value"] / self.top
        if self.constant is not None:
            share = math.log1p(row["value"] / self.constant) / math.log1p(self.top / self.constant)
        return x, self.height * (1 - share)


class _Box(NamedTuple):
    """The middle of a rectangle, and the half of its width and of its height."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "_Box") -> bool:
        apart = abs(self.x - other.x) >= self.width + other.width
        return not apart and abs(self.y - other.y) < self.height + other.height


def labels(rows: Sequence[Row], arrows: Iterable[Row], plane: Plane) -> Iterator[Row]:
    """The rows that get a label, each with its side; the highest first, and the total before its parts."""
    taken = [_Box(*plane.place(row), 6, 6) for row in rows]
    for arrow in arrows:
        x, y = plane.place(arrow)
        taken.append(_Box(x, y + {MORE: -12, LESS: 12}.get(arrow["open"], 0), 5, 10))
    distinct = {(row["date"], row["count"]): row for row in rows}  # a range has two rows
    for row in sorted(distinct.values(), key=lambda row: (row["series"] == PARTIAL, -row["value"])):
        x, y = plane.place(row)
        half = _CHARACTER * len(row["count"]) / 2
        for side in SIDES:
            box = _Box(x, y + side, half, 6)
            inside = half <= x <= plane.width - half + 10 and y + side < plane.height - 4
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                yield {"date": row["date"], "value": row["value"], "label": row["count"], "side": side}
                break
