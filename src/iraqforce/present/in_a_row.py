"""Sources and figures told in a row where a list of them would be pages long, and what is alike told once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from iraqforce.present.folding import folded, same_number_by_anyone
from iraqforce.present.words import listed, number_of, short_date_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from iraqforce.facts import Fact, Source

MANY_ALIKE: Final = 3
"""So many figures of one time that say the same are told in one line."""

MANY_LEVELS: Final = 40
"""A page of more levels than that tells or shows less at first, and all when asked."""

_MOST_NAMES: Final = 4


def sources_in_a_row(numbered: Iterable[tuple[int, Source]]) -> str:
    """The sources by number, each as its publisher and date: `[3–5] CNN, 2010 to 2011; [6] BBC, 2012`.

    Those that follow each other and have one publisher are told together.
    """
    alike = groupby(numbered, lambda each: each[1].publisher)
    return "; ".join(_told(publisher, list(group)) for publisher, group in alike)


def alike(levels: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The levels in groups that say the same, whoever says it, in the order of the first of each.

    A group of fewer than MANY_ALIKE is taken apart.
    """
    groups = [fold.facts for fold in folded(levels, same_number_by_anyone)]
    many = {fact.id for group in groups if len(group) >= MANY_ALIKE for fact in group}

    def together(fact: Fact) -> Hashable:
        return same_number_by_anyone(fact) if fact.id in many else fact.id

    return [fold.facts for fold in folded(levels, together)]


def speakers_words(facts: Sequence[Fact]) -> str:
    """How many sources say it and who: `4 sources: CNN, BBC, AP and Reuters`."""
    sources = len({fact.source.id for fact in facts})
    names = list(dict.fromkeys(fact.speaker for fact in facts))
    more = names[_MOST_NAMES:]
    named = [*names[:_MOST_NAMES], *([f"{len(more)} more"] if more else [])]
    return f"{number_of(sources, 'source')}: {listed(named)}"


def _told(publisher: str, group: Sequence[tuple[int, Source]]) -> str:
    (first, oldest), (last, newest) = group[0], group[-1]
    dates = dict.fromkeys(short_date_words(each.published) for each in (oldest, newest))
    number = f"[{first}]" if first == last else f"[{first}–{last}]"
    return f"{number} {publisher}, {' to '.join(dates)}"
