"""Levels, changes and events by date, with the conflicting figures of one time together."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, ClassVar, Final, NamedTuple, assert_never

from iraqforce.model.dates import PartialDate, of_days
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.model.result import Result
from iraqforce.queries.levels import oldest_first
from iraqforce.queries.listings import FactFilter, matching

NARROW_DAYS: Final = 31
"""Figures whose dates overlap share a row only if neither date is longer than a month."""


class Period(NamedTuple):
    """The force, the place and the period of a timeline."""

    force: Annotated[Force, "The ID of the force."]
    place: Annotated[Place, "The ID of the place."]
    since: Annotated[PartialDate | None, "The earliest date; null to start with the first fact."]
    until: Annotated[PartialDate | None, "The latest date; null to end with the last fact."]
    events: Annotated[bool, "False if events are left out."]


class Row(NamedTuple):
    """What has one date."""

    as_of: Annotated[PartialDate, "The date of the row; the date of each of its levels lies within it."]
    levels: Annotated[
        tuple[Fact, ...],
        "The levels of exactly the force and the place, oldest first: those of one date, and with them "
        "conflicting figures whose dates overlap, if none is longer than a month.",
    ] = ()
    changes: Annotated[
        tuple[Fact, ...], "The changes of that date, of the force in the place and of parts of both."
    ] = ()
    events: Annotated[
        tuple[Fact, ...],
        "The events of that date, also of parts; an event may name no force or no place. Empty if events "
        "were not asked for.",
    ] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of them."""
        return self.levels + self.changes + self.events


class LeftOut(NamedTuple):
    """How many facts of the period are not in the rows."""

    of_others: Annotated[int, "Levels, changes and events of other forces and places."]
    figures: Annotated[int, "Numbers that are not headcounts."]
    events: Annotated[int, "Events that were left out."]


@dataclass(frozen=True, repr=False)
class Timeline(Result):
    """Levels, changes and events of a force in a place, in the order of their dates."""

    schema: ClassVar[str] = "iraqforce.timeline/1"
    _lists: ClassVar[str] = "rows"

    question: Annotated[Period, "What was asked."]
    rows: Annotated[tuple[Row, ...], "The rows, oldest first."]
    left_out: Annotated[LeftOut, "How many facts of these dates are not shown; `iraqforce facts` lists them."]
    base: Annotated[BaseInfo, "The base that the timeline rests on."]


def timeline(
    base: FactBase,
    force: Force,
    place: Place,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    *,
    events: bool = True,
) -> Timeline:
    """The timeline of a force in a place: its levels, and the changes and events of its parts too."""
    forces, places = base.force_and_parts(force.id), base.place_and_parts(place.id)
    facts = matching(base, FactFilter(since=since, until=until))
    own = [fact for fact in facts if _is_shown(fact, (force.id, place.id), forces, places)]
    shown = [fact for fact in own if events or fact.kind != "event"]
    figures = sum(fact.kind == "figure" for fact in facts)
    left_out = LeftOut(len(facts) - figures - len(own), figures, len(own) - len(shown))
    return Timeline(Period(force, place, since, until, events), rows_of(shown), left_out, base.info)


def _is_shown(fact: Fact, own: tuple[str, str], forces: Set[str | None], places: Set[str | None]) -> bool:
    """True for a level of exactly the force and place, and for a change or event also of their parts.

    An event may name no force or no place, but must name one of the two.
    """
    force, place = fact.subject
    match fact.kind:
        case "level":
            return (force, place) == own
        case "change":
            return force in forces and place in places
        case "event":
            return force in {*forces, None} and place in {*places, None} and (force, place) != (None, None)
        case "figure":
            return False
        case _:
            assert_never(fact.kind)


_Key = tuple[date | None, date | None, bool, bool]


def rows_of(facts: Sequence[Fact]) -> tuple[Row, ...]:
    """The facts in rows, oldest first; changes and events of one date keep their order."""
    rows: dict[_Key, Row] = {}
    for group in simultaneous(fact for fact in facts if fact.kind == "level"):
        as_of = _spanning([fact.as_of for fact in group])
        row = rows.get(_key(as_of), Row(as_of))
        rows[_key(as_of)] = row._replace(levels=(*row.levels, *sorted(group, key=oldest_first)))
    for fact in facts:
        row = rows.get(_key(fact.as_of), Row(fact.as_of))
        if fact.kind == "change":
            rows[_key(fact.as_of)] = row._replace(changes=(*row.changes, fact))
        elif fact.kind == "event":
            rows[_key(fact.as_of)] = row._replace(events=(*row.events, fact))
    return tuple(sorted(rows.values(), key=lambda row: date_order(row.as_of)))


def date_order(as_of: PartialDate) -> tuple[date, date, bool, bool, bool]:
    """The order of a list by date: without a first day the last one counts, and precedes that very day."""
    return *as_of.listed, as_of.first is not None, as_of.approximate, as_of.uncertain


def simultaneous(levels: Iterable[Fact]) -> list[list[Fact]]:
    """The levels in groups: those of the same date, and with them competing ones of a date that overlaps."""
    groups: list[list[Fact]] = []
    in_order = sorted(levels, key=lambda fact: date_order(fact.as_of))
    for _, same in groupby(in_order, lambda fact: _key(fact.as_of)):
        group = list(same)
        if groups and all(_compete(one, other) for one in groups[-1] for other in group):
            groups[-1] += group
        else:
            groups.append(group)
    return groups


def _compete(one: Fact, other: Fact) -> bool:
    """True if two levels of different dates may be of the same day.

    Two figures of one source, basis and definition are more likely an older one and a newer one.
    """
    series = [(fact.basis, fact.definition, fact.source.id) for fact in (one, other)]
    narrow = all(fact.as_of.ends - fact.as_of.starts < timedelta(days=NARROW_DAYS) for fact in (one, other))
    return narrow and one.as_of.overlaps(other.as_of) and series[0] != series[1]


def _spanning(dates: Sequence[PartialDate]) -> PartialDate:
    """A date that includes all of these: one of them, or an interval from the first day to the last."""
    first, last = min(each.starts for each in dates), max(each.ends for each in dates)
    for each in dates:
        if (each.starts, each.ends) == (first, last):
            return each
    return of_days(first, last)


def _key(as_of: PartialDate) -> _Key:
    return as_of.first, as_of.last, as_of.approximate, as_of.uncertain
