"""Figures of one time that do not agree: which of them a rule joins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from iraqforce.timeline import of_one_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.charting.picture import Figure


def rivalries(figures: Sequence[Figure]) -> tuple[tuple[Figure, Figure], ...]:
    """The pairs of figures of one time that do not agree, each with the next larger one.

    They are of one time where the timeline shows them beside each other.
    """
    of_fact = {figure.fact.id: figure for figure in figures}
    groups = of_one_time([figure.fact for figure in figures])
    return tuple(pair for group in groups for pair in _disputes([of_fact[fact.id] for fact in group]))


def _disputes(group: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    # One mark stands for all that share a number.
    distinct = {figure.values: figure for figure in group}
    for one, other in pairwise(sorted(distinct.values(), key=lambda figure: figure.values)):
        counts = one.fact.count, other.fact.count
        if counts[0] is not None and counts[1] is not None and not counts[0].agrees_with(counts[1]):
            yield one, other
