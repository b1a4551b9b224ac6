"""The ticks of the axis of days: years, months or days, each named in full, as many as have room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iraqforce.charting.layout import Scales
    from iraqforce.present.view import Record

_ROOM: Final = 75
_ROOM_OF_YEAR: Final = 50
"""Pixels for a tick with its name."""

_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTHS: Final = (1, 2, 3, 6)


def days_axis(scales: Scales) -> Record:
    """The axis of days."""
    days = max(1, (scales.last - scales.first).days)
    most = max(2, scales.size.width // _ROOM)
    interval, step, form = _every(days, most, max(2, scales.size.width // _ROOM_OF_YEAR))
    return {
        "title": None,
        "grid": False,
        "format": form,
        "tickCount": {"interval": interval, "step": step},
        "labelOverlap": True,
        "labelFlush": False,
    }


def _every(days: int, most: int, most_years: int) -> tuple[str, int, str]:
    """The interval between ticks, how many of it, and how a tick is named (d3-time-format)."""
    if days <= most:
        return "day", 1, "%-d %b %Y"
    if days / 7 <= most and days < 60:
        return "week", 1, "%-d %b %Y"
    months = next((step for step in _MONTHS if days / 30.5 / step <= most), None)
    if months is not None and days < 3 * 366:
        return "month", months, "%b %Y"
    years = next(step for step in _YEARS if days / 365 / step <= most_years)
    return "year", years, "%Y"
