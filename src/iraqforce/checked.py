"""A base as reading hands it on: checked and whole. Only what compiles or holds one imports this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqforce.facts import Definition, Fact, Force, Kind, Place, Source, TextPlace


@dataclass(frozen=True, slots=True)
class GivenTwice:
    """An id that two facts have: where the later one is written, and where the earlier."""

    id: str
    written_at: TextPlace
    earlier: TextPlace


@dataclass(frozen=True, slots=True)
class Base:
    """What a base is called, and the SHA-256 of its bytes (of the list of its files' hashes if several).

    `ids` are the patterns that ids of facts follow: pairs of a kind and a pattern.
    """

    name: str
    title: str
    sha256: str
    ids: tuple[tuple[Kind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DeclaredWords:
    """What a base declares that facts may name, in the order written."""

    forces: tuple[Force, ...]
    places: tuple[Place, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything in a base but its facts, in the order written; `articles` are texts by source id."""

    base: Base
    forces: tuple[Force, ...]
    places: tuple[Place, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[Source, ...]
    articles: dict[str, str]


@dataclass(frozen=True, slots=True)
class CheckedBase:
    """A whole fact base in which every reference, quote and count has been verified."""

    declared: Declared
    facts: tuple[Fact, ...]
