"""Figures as bars on one axis that begins at 0: what a bar may claim of the numbers that sources name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.counts import Count, Number
    from iraqforce.facts import Fact, Status
    from iraqforce.present.page import Texture

TEXTURES: Final[dict[Status, Texture]] = {
    "actual": "solid",
    "former": "solid",
    "announced": "light",
    "planned": "dotted",
    "authorised": "dashed",
}
"""How a bar of each status is filled: what is not said to be so never looks as if it were."""

_STEPS: Final = (1, 2, 2.5, 5, 10)
"""Where an axis may end, times a power of ten."""


def lanes(levels: Iterable[Fact]) -> list[list[Fact]]:
    """The levels in groups that share a bar: rivals do, a plan and a count or a part and a whole do not."""
    groups: dict[object, list[Fact]] = {}
    for fact in levels:
        covers = fact.definition.covers if fact.definition else "whole"
        groups.setdefault((_texture(fact), covers), []).append(fact)
    return list(groups.values())


def bar(levels: Sequence[Fact]) -> Bar | None:
    """The bar of levels that share one; None where no source names or bounds a number.

    It is filled up to the lowest figure and hatched from there to the highest; a figure that only has an
    upper bound is hatched from 0. It is open where some figure may be higher, and about where its end is.
    """
    counts = [fact.count for fact in levels if fact.count is not None and not fact.count.withheld]
    named = [count for count in counts if _bounds(count)]
    if not counts:
        return None
    lows = [count.low for count in named if count.low is not None]
    low, high = min(lows, default=0), max((max(_bounds(count)) for count in named), default=0)
    about = any(count.qualifier == "about" and max(_bounds(count)) == high for count in named)
    is_open = any(count.high is None for count in named or counts)
    return Bar(_texture(levels[0]), low, high, is_open=is_open, about=about)


def axis_end(bars: Iterable[Bar]) -> Number:
    """A round number, and the smallest that no bar goes beyond; 0 where every bar is empty."""
    longest = max((bar.high for bar in bars), default=0)
    if longest <= 0:
        return 0
    power = 10 ** math.floor(math.log10(longest))
    end = next(step * power for step in _STEPS if step * power >= longest)
    return int(end) if end == int(end) else end


def _texture(fact: Fact) -> Texture:
    return TEXTURES[fact.status or "actual"]


def _bounds(count: Count) -> list[Number]:
    return [bound for bound in (count.low, count.high) if bound is not None]
