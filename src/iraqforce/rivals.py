"""Which figures are current, and in which order: sections 3.2 and 3.3 of the design.

A figure is held against its rivals: those of its basis and definition first, and then all of its time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from iraqforce.facts import Basis, Fact

WINDOW_DAYS: Final = 14
"""Figures of one basis and definition that fall within this many days of its newest are its rivals."""

RIVAL_DAYS: Final = 90
"""A figure more than this much older than the newest of all is history, not a rival."""


def newest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The order of section 3.3: newest, then official before press, then quoted before cited."""
    starts, ends = fact.as_of.order
    return -starts.toordinal(), -ends.toordinal(), fact.basis != "official", not fact.quoted, fact.id


def oldest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The same, from old to new: what is nearest after a date stands first."""
    starts, ends = fact.as_of.order
    return starts.toordinal(), ends.toordinal(), fact.basis != "official", not fact.quoted, fact.id


_Pair: TypeAlias = "tuple[Basis | None, str | None]"


def _pair(fact: Fact) -> _Pair:
    """Whose number it is and what it counts: what is compared with each other first."""
    return fact.basis, fact.definition.id if fact.definition else None


def leaders(begun: list[Fact]) -> tuple[Fact, ...]:
    """Of each basis and definition the newest; `begun` is sorted, newest first, and so is the result."""
    newest: dict[_Pair, Fact] = {}
    for fact in begun:
        newest.setdefault(_pair(fact), fact)
    return tuple(newest.values())


def current(begun: list[Fact]) -> list[Fact]:
    """Section 3.2: of each basis and definition the newest and its rivals, newest first."""
    newest = {_pair(fact): fact for fact in leaders(begun)}
    window = timedelta(days=WINDOW_DAYS)
    return [fact for fact in begun if newest[_pair(fact)].as_of.starts - fact.as_of.starts <= window]


def recent(current: list[Fact]) -> list[Fact]:
    """What is left without history; `current` is sorted, newest first."""
    return [fact for fact in current if not is_history(fact, current[0])]


def is_history(fact: Fact, newest: Fact) -> bool:
    """True where the figure is too much older than the newest of all to be held against it."""
    return newest.as_of.starts - fact.as_of.starts > timedelta(days=RIVAL_DAYS)
