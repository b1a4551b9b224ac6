"""The panels of a picture with their scales, and in words what a reader must know of their axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.charting.layout import scales_of
from iraqforce.charting.panels import panels
from iraqforce.present.panels import TIMES
from iraqforce.present.words import day_words

if TYPE_CHECKING:
    from iraqforce.charting.layout import Scales, Size
    from iraqforce.charting.picture import Picture
    from iraqforce.counts import Number
    from iraqforce.present.panels import Axis

_BARE: Final = 80
"""The height of a plot in which no figure has a number."""

_OF_TWO: Final = 0.75
"""Two panels are each so much lower than one."""

_RATIOS: Final = {10: "a tenth"}


class Panel(NamedTuple):
    """A panel; `leads` where it is the first one.

    `other_top` is where the axis of the other panel ends, where that is lower.
    """

    picture: Picture
    scales: Scales
    leads: bool
    other_top: Number | None = None

    @property
    def words(self) -> str:
        """Its days, and where its axis ends."""
        days = (
            f"Until {day_words(self.scales.last)}"
            if self.leads
            else f"From {day_words(self.scales.first)} on"
        )
        return f"{days}: an axis to {self.scales.top:,}"


def axes(picture: Picture, size: Size, axis: Axis) -> tuple[Panel, ...]:
    """The panels from top to bottom, of plots of this size where there is one."""
    parts = panels(picture, axis)
    if len(parts) > 1:
        size = size._replace(height=round(size.height * _OF_TWO))
    found = [
        Panel(
            part,
            scales_of(part, size if part.figures else size._replace(height=_BARE), logarithmic=axis == "log"),
            leads=part is parts[0],
        )
        for part in parts
    ]
    lowest = min(each.scales.top for each in found)
    return tuple(each._replace(other_top=lowest) if each.scales.top > lowest else each for each in found)


def axes_words(found: tuple[Panel, ...]) -> str:
    """What to know of the axes before reading heights off them; empty where there is one from 0 on."""
    if len(found) == 1:
        logarithmic = "The axis is logarithmic: each line is ten times the one below, and 0 has its own place"
        return logarithmic if found[0].scales.step else ""
    first, second = found
    high, low = (first, second) if first.other_top else (second, first)
    day = day_words(second.scales.first)
    days, edge = (f"From {day} on", "right") if high is first else (f"Before {day}", "left")
    return (
        f"{days} no figure is above {_RATIOS[TIMES]} of the highest, and the axis ends at "
        f"{low.scales.top:,} instead of {high.scales.top:,}: the grey bar at the {edge} edge is as much"
    )
