"""What a base has: its forces, places and definitions, with how many facts of each, and from when to when."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple

from iraqforce.model.choices import Scope
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.model.result import Result


class Tally(NamedTuple):
    """How many facts of each kind there are, and from when to when."""

    levels: Annotated[int, "The number of levels."]
    changes: Annotated[int, "The number of changes."]
    events: Annotated[int, "The number of events."]
    figures: Annotated[int, "The number of figures."]
    earliest: Annotated[PartialDate | None, "The date of the earliest of them; null if there is none."]
    latest: Annotated[PartialDate | None, "The latest date of one of them; null if there is none."]
    earliest_level: Annotated[PartialDate | None, "The date of the earliest level; null if there is none."]
    latest_level: Annotated[PartialDate | None, "The date of the latest level; null if there is none."]


class ForceEntry(NamedTuple):
    """A force, with its own facts, without those of its parts."""

    id: Annotated[str, "The ID of the force."]
    name: Annotated[str, "Its name in a sentence: U.S. troops."]
    part_of: Annotated[str | None, "The ID of a force that this one is part of."]
    aliases: Annotated[tuple[str, ...], "Other names of the force, which are understood like its ID."]
    facts: Annotated[Tally, "Its facts."]


class PlaceEntry(NamedTuple):
    """A place, with its own facts, without those of places within it."""

    id: Annotated[str, "The ID of the place."]
    name: Annotated[str, "Its name in a sentence: Iraq."]
    within: Annotated[str | None, "The ID of a place that contains this one."]
    aliases: Annotated[tuple[str, ...], "Other names of the place, which are understood like its ID."]
    facts: Annotated[Tally, "Its facts."]


class DefinitionEntry(NamedTuple):
    """A definition, with the facts that have it."""

    id: Annotated[str, "The ID of the definition."]
    name: Annotated[str, "What a number counts, in as few words as the base has for it."]
    text: Annotated[str, "What the number counts, in a sentence."]
    scope: Annotated[Scope, "How much of the force in the place the number counts."]
    facts: Annotated[Tally, "The facts that have it."]


class SubjectEntry(NamedTuple):
    """A force in a place, with the facts about exactly these."""

    force: Annotated[Force | None, "The ID of the force; null for facts that name none."]
    place: Annotated[Place | None, "The ID of the place; null for facts that name none."]
    facts: Annotated[Tally, "The facts about them."]


@dataclass(frozen=True, repr=False)
class Overview(Result):
    """What a base has. The first force and the first place are the defaults."""

    schema: ClassVar[str] = "iraqforce.info/1"
    _lists: ClassVar[str] = "subjects"

    base: Annotated[BaseInfo, "The base."]
    forces: Annotated[tuple[ForceEntry, ...], "Its forces; the first is the default."]
    places: Annotated[tuple[PlaceEntry, ...], "Its places; the first is the default."]
    definitions: Annotated[tuple[DefinitionEntry, ...], "Its definitions."]
    subjects: Annotated[tuple[SubjectEntry, ...], "Each force and place that facts are about."]


def overview(base: FactBase) -> Overview:
    """What the base has, each list in the order of the base."""
    forces, places = (*base.forces.values(), None), (*base.places.values(), None)
    subjects = [
        SubjectEntry(force, place, _tally(facts))
        for force in forces
        for place in places
        if (facts := base.about(force and force.id, place and place.id))
    ]
    facts = base.facts
    return Overview(
        base.info,
        tuple(
            ForceEntry(*each, _tally(fact for fact in facts if fact.force == each))
            for each in base.forces.values()
        ),
        tuple(
            PlaceEntry(
                each.id, each.name, each.within, each.aliases,
                _tally(fact for fact in facts if fact.place == each),
            )
            for each in base.places.values()
        ),
        tuple(
            DefinitionEntry(
                each.id, each.label, each.text, each.scope,
                _tally(fact for fact in facts if fact.definition == each),
            )
            for each in base.definitions.values()
        ),
        tuple(subjects),
    )  # fmt: skip


def _tally(facts: Iterable[Fact]) -> Tally:
    found = list(facts)
    counts = Counter(fact.kind for fact in found)
    levels = [fact for fact in found if fact.kind == "level"]
    numbers = (counts["level"], counts["change"], counts["event"], counts["figure"])
    return Tally(*numbers, *_earliest_and_latest(found), *_earliest_and_latest(levels))


def _earliest_and_latest(facts: Iterable[Fact]) -> tuple[PartialDate | None, PartialDate | None]:
    """By their first days (if there is none, by the last) and then by the last."""
    dates = sorted((fact.as_of for fact in facts), key=lambda date: date.listed)
    return (dates[0], dates[-1]) if dates else (None, None)
