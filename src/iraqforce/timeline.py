"""Levels, changes and events in the order of their dates, figures of one time beside each other.

A pure function of a scope and of facts: nothing here reads or prints.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from iraqforce.asof import can_answer
from iraqforce.dates import PartialDate
from iraqforce.rivals import oldest_first
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.facts import Fact

NARROW_DAYS: Final = 31
"""Two dates that overlap are of one time where neither is longer than a month."""


MOST_BESIDE: Final = 12
"""So many levels that only stand beside an answer are shown among the others; more would drown them."""


class Scope(NamedTuple):
    """Whose timeline: a force and a place, each with the ids of its parts, and from when to when.

    `events` is False where only levels and changes are wanted.
    """

    force: str
    place: str
    forces: frozenset[str]
    places: frozenset[str]
    since: PartialDate | None = None
    until: PartialDate | None = None
    events: bool = True

    def holds(self, fact: Fact) -> bool:
        """True for a fact of the timeline, whatever its date.

        A level is of exactly the force and the place; a change of these or of their parts; an event too,
        and it may name no force or no place, but not neither.
        """
        force, place = fact.force and fact.force.id, fact.place and fact.place.id
        match fact.kind:
            case "level":
                return fact.concerns(self.force, self.place)
            case "change":
                return force in self.forces and place in self.places
            case "event":
                ours = force in {*self.forces, None} and place in {*self.places, None}
                return ours and (force is not None or place is not None)
            case "figure":
                return False
            case _:
                assert_never(fact.kind)


class Row(NamedTuple):
    """What is dated alike. `levels` may differ in their dates, which `as_of` then spans."""

    as_of: PartialDate
    levels: tuple[Fact, ...] = ()
    changes: tuple[Fact, ...] = ()
    events: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of them."""
        return self.levels + self.changes + self.events


class Timeline(NamedTuple):
    """The rows from the oldest date to the newest, and how many events of theirs were not wanted."""

    rows: tuple[Row, ...]
    hidden_events: int = 0


def without_many_beside(levels: Sequence[Fact], force: str, place: str) -> tuple[Fact, ...]:
    """The levels without those that only stand beside an answer of section 3, where these are many.

    Such are plans and caps, figures of a part or of more, and those told as context. All are shown where
    no other level is.
    """
    answering = tuple(fact for fact in levels if can_answer(fact, force, place))
    few = len(levels) - len(answering) <= MOST_BESIDE
    return tuple(levels) if few or not answering else answering


def wanted(scope: Scope) -> tuple[FactFilter, ...]:
    """Which facts to ask a store for, so that `timeline` has all that it shows."""
    since, until = scope.since, scope.until
    return (
        FactFilter("level", scope.force, scope.place, None, since, until),
        FactFilter("change", scope.force, scope.place, None, since, until),
        FactFilter("event", None, scope.place, None, since, until),
        FactFilter("event", scope.force, None, None, since, until),
    )


def timeline(scope: Scope, facts: Iterable[Fact]) -> Timeline:
    """The timeline of the scope. A fact that is given twice is shown once; one of others is left out."""
    own = {fact.id: fact for fact in facts if scope.holds(fact)}
    events = [fact for fact in own.values() if fact.kind == "event"]
    shown = [fact for fact in own.values() if scope.events or fact.kind != "event"]
    return Timeline(_rows(shown), 0 if scope.events else len(events))


_Key = tuple[date | None, date | None, bool, bool]


def _rows(facts: list[Fact]) -> tuple[Row, ...]:
    rows: dict[_Key, Row] = {}
    levels = [fact for fact in facts if fact.kind == "level"]
    for group in of_one_time(levels):
        as_of = _spanning([fact.as_of for fact in group])
        row = rows.get(_key(as_of), Row(as_of))
        rows[_key(as_of)] = row._replace(levels=(*row.levels, *sorted(group, key=oldest_first)))
    # What is told first of one date is told first here too: within a date the base's order is kept.
    for fact in facts:
        row = rows.get(_key(fact.as_of), Row(fact.as_of))
        if fact.kind == "change":
            rows[_key(fact.as_of)] = row._replace(changes=(*row.changes, fact))
        elif fact.kind == "event":
            rows[_key(fact.as_of)] = row._replace(events=(*row.events, fact))
    return tuple(sorted(rows.values(), key=lambda row: listing_order(row.as_of)))


def of_one_time(levels: Sequence[Fact]) -> list[list[Fact]]:
    """The levels in groups: those of the same date, and with them their rivals of a date that overlaps."""
    groups: list[list[Fact]] = []
    for _, same in groupby(
        sorted(levels, key=lambda fact: listing_order(fact.as_of)), lambda each: _key(each.as_of)
    ):
        group = list(same)
        if groups and all(_rivals(one, other) for one in groups[-1] for other in group):
            groups[-1] += group
        else:
            groups.append(group)
    return groups


def _rivals(one: Fact, other: Fact) -> bool:
    """True where two levels of different dates may be of the same day, and are not told alike by one source.

    Two figures of one source, basis and definition are more likely an older and a newer one.
    """
    told = [(fact.basis, fact.definition, fact.source.id) for fact in (one, other)]
    narrow = all(fact.as_of.ends - fact.as_of.starts < timedelta(days=NARROW_DAYS) for fact in (one, other))
    return narrow and one.as_of.overlaps(other.as_of) and told[0] != told[1]


def _spanning(dates: Sequence[PartialDate]) -> PartialDate:
    """A date that takes in all of these: one of them, or an interval from the first day to the last."""
    first, last = min(each.starts for each in dates), max(each.ends for each in dates)
    for each in dates:
        if (each.starts, each.ends) == (first, last):
            return each
    return PartialDate(f"{first}/{last}", first, last, "interval")


def _key(as_of: PartialDate) -> _Key:
    return as_of.first, as_of.last, as_of.approximate, as_of.uncertain


def listing_order(as_of: PartialDate) -> tuple[date, date, bool, bool, bool]:
    """From old to new: without a first day, the last counts, and stands before what is of that very day."""
    first = as_of.first or as_of.ends
    return first, as_of.ends, as_of.first is not None, as_of.approximate, as_of.uncertain
