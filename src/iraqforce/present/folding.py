"""Figures that say the same, folded into one: the first speaks for all, and none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from iraqforce.facts import Fact


class Fold(NamedTuple):
    """Figures that are shown in one line, in their order."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The one that is shown."""
        return self.facts[0]

    @property
    def others(self) -> tuple[Fact, ...]:
        """Those that it speaks for."""
        return self.facts[1:]

    @property
    def one_number(self) -> bool:
        """True where all of them name one number or the same bounds."""
        return len({_number(fact) for fact in self.facts}) == 1

    @property
    def sources(self) -> int:
        """How many documents the figures are taken from."""
        return len({fact.source.id for fact in self.facts})


def folded(facts: Iterable[Fact], alike: Callable[[Fact], Hashable]) -> list[Fold]:
    """The figures, those that are `alike` in one fold, in the order of the first of each."""
    groups: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(alike(fact), []).append(fact)
    return [Fold(tuple(group)) for group in groups.values()]


def same_number(fact: Fact) -> Hashable:
    """Alike are figures of one number or bounds that count the same, of one basis and status.

    `2,500` and `about 2,500` name one number; `more than 2,500` has other bounds.
    """
    return (*same_number_by_anyone(fact), fact.basis, fact.quoted)


def same_number_by_anyone(fact: Fact) -> tuple[Hashable, ...]:
    """The same of any basis, whether quoted or cited."""
    return (*_kind(fact), _number(fact))


def same_series(fact: Fact) -> Hashable:
    """Alike are figures of one speaker that count the same, whatever their number.

    The note tells which service or country it is, where the definition says only that it is one.
    """
    return (*_kind(fact), fact.basis, fact.quoted, fact.speaker, fact.note, fact.withheld)


def itself(fact: Fact) -> Hashable:
    """None are alike: every figure stands for itself."""
    return fact.id


def _number(fact: Fact) -> Hashable:
    count = fact.count
    return count and (count.value, count.low, count.high, count.withheld)


def _kind(fact: Fact) -> tuple[Hashable, ...]:
    definition = fact.definition.id if fact.definition else None
    return (fact.force, fact.place, fact.status, definition, fact.context)
