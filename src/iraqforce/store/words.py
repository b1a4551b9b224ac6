"""The small vocabulary of a base: forces and places with their parts. Every store holds it in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from iraqforce.errors import BaseError, UnknownNameError
from iraqforce.facts import Paragraph, with_wholes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iraqforce.facts import Definition, Fact, Force, Place


_WRAPPED: Final = 100
"""A text whose lines are all shorter than this is wrapped by hand."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Word = TypeVar("Word", bound=_Named)


class Vocabulary:
    """Forces and places by id, and what is a part of what."""

    def __init__(self, forces: Iterable[Force], places: Iterable[Place]) -> None:
        self.forces = {force.id: force for force in forces}
        self.places = {place.id: place for place in places}
        self._force_parents = {force.id: force.part_of for force in self.forces.values()}
        self._place_parents = {place.id: place.within for place in self.places.values()}

    def force(self, name: str | None = None) -> Force:
        """The force of that id, or the first of the base. Raises UnknownNameError, or BaseError for none."""
        return _named("force", name, self.forces)

    def place(self, name: str | None = None) -> Place:
        """The place of that id, or the first of the base. Raises UnknownNameError, or BaseError for none."""
        return _named("place", name, self.places)

    def force_and_parts(self, name: str) -> frozenset[str]:
        """The ids of the force and of all that is a part of it. Raises UnknownNameError."""
        return _with_parts(self.force(name).id, self._force_parents)

    def related_forces(self, name: str) -> frozenset[str]:
        """The ids of the force, of all that is a part of it, and of all that it is a part of."""
        return self.force_and_parts(name) | with_wholes(name, self._force_parents)

    def related_places(self, name: str) -> frozenset[str]:
        """The ids of the place, of all that lies within it, and of all that it lies within."""
        return self.place_and_parts(name) | with_wholes(name, self._place_parents)

    def place_and_parts(self, name: str) -> frozenset[str]:
        """The ids of the place and of all that lies within it. Raises UnknownNameError."""
        return _with_parts(self.place(name).id, self._place_parents)


def definition_named(name: str, definitions: Iterable[Definition]) -> Definition:
    """The definition of that id. Raises UnknownNameError."""
    return _named("definition", name, {definition.id: definition for definition in definitions})


def paragraph_in(article: str | None, fact: Fact) -> Paragraph | None:
    """The paragraph of the article that holds the fact's quote, or None where there is no article."""
    place = fact.found_at
    if article is None or place is None:
        return None
    start = position(article, place.line, place.column)
    end = start + place.length
    held = [span for span in paragraphs(article) if span[0] < end and start < span[1]]
    first, last = held[0][0], held[-1][1]
    return Paragraph(article[first:last], start - first, end - first)


def paragraphs(article: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph of the article begins and ends, in characters; no blank line is in any.

    A paragraph is a line, but where a text is wrapped by hand it goes from blank line to blank line.
    """
    lines = article.split("\n")
    wrapped = max(map(len, lines)) <= _WRAPPED
    start: int | None = None
    end = place = 0
    for line in lines:
        if start is not None and not (wrapped and line.strip()):
            yield start, end
            start = None
        if line.strip():
            start = place if start is None else start
            end = place + len(line.rstrip())
        place += len(line) + 1
    if start is not None:
        yield start, end


def position(text: str, line: int, column: int) -> int:
    """How many characters stand before the line and column, which count from 1."""
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


def unknown(noun: str, name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a fact or a source that the base does not have."""
    return UnknownNameError(noun, name, known, listed_by=f"`iraqforce {noun}s`")


def _named(noun: str, name: str | None, known: Mapping[str, Word]) -> Word:
    if name is not None and name not in known:
        raise UnknownNameError(noun, name, known)
    for word in known.values():
        if name in (None, word.id):
            return word
    raise BaseError(f"the base declares no {noun}", hint=f"add one to its '{noun}s'")


def _with_parts(name: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    found = {name}
    grown = 0
    while grown != len(found):
        grown = len(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return frozenset(found)
