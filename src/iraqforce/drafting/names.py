"""Whose people and where: names of a base's own vocabulary, found in the words around a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.mentions import people
from iraqforce.mentions.people import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.facts import Force, Place


_Named = tuple[tuple[int, int], str]
"""A name, and the words of a text that it takes: from the first up to, not including, the second."""


class Names:
    """The forces and the places of a base, to be looked for in the words of an article."""

    def __init__(self, forces: Iterable[Force], places: Iterable[Place]) -> None:
        self._forces = {force.id: _telling(force.name) for force in forces}
        self._places = {place.id: _words(place.name) for place in places}
        self._within = {place.id: place.within for place in places}

    def forces_in(self, phrase: str) -> list[str]:
        """The forces that fit a noun phrase best (`U.S. Marines`), by the words that tell them apart."""
        singular = set(_words(phrase))
        words = singular | {f"{word}s" for word in singular}
        fits = {
            name: (len(telling & words), len(telling & words) / len(telling))
            for name, telling in self._forces.items()
            if telling & words
        }
        return [name for name, fit in fits.items() if fit == max(fits.values())]

    def forces_told(self, text: str) -> list[str]:
        """The forces all of whose telling words stand in the text, without those that others contain."""
        words = set(_words(text))
        told = {name: telling for name, telling in self._forces.items() if telling and telling <= words}
        return [name for name, telling in told.items() if not any(telling < other for other in told.values())]

    def places_in(self, text: str, *, leaving: bool = False) -> list[str]:
        """The places in which the text says that something is; of one within another, the inner one alone.

        A place that acts (`Baghdad agreed`), or that something is only near, is none. Who comes from a place
        is there only where the text tells of people `leaving`.
        """
        words = _words(text)
        spans = {each for each in self._place_spans(words) if _is_where(words[: each[0][0]], leaving=leaving)}
        return self._innermost(spans)

    def places_told(self, text: str) -> list[str]:
        """The places whose names stand in the text, whatever it says of them."""
        return self._innermost(self._place_spans(_words(text)))

    def _place_spans(self, words: Sequence[str]) -> set[_Named]:
        return {(span, name) for name, place in self._places.items() for span in _spans(place, words)}

    def _innermost(self, spans: set[_Named]) -> list[str]:
        """The names without those within longer ones, and without the places that others lie within."""
        named = {
            name
            for (start, end), name in spans
            if not any(
                first <= start and end <= last and (first, last) != (start, end) for (first, last), _ in spans
            )
        }
        outer = {above for name in named for above in self._above(name)}
        return [name for name in self._places if name in named - outer]

    def _above(self, name: str) -> set[str]:
        """Every place that the place lies within."""
        seen: set[str] = set()
        above = self._within.get(name)
        while above is not None and above not in seen:
            seen.add(above)
            above = self._within.get(above)
        return seen


def one_of(windows: Iterable[list[str]]) -> tuple[str | None, list[str]]:
    """The one name of the first window that has any, or None and the names among which to choose."""
    for found in windows:
        if len(found) == 1:
            return found[0], found
        if found:
            return None, found
    return None, []


_TOKEN: Final = re.compile(r"[^\W_](?:[\w.’'-]*\w)?")
_WHERE: Final = word_set("in at to into inside within across throughout of on through around")
_LISTING: Final = word_set("the and or northern southern eastern western central")
_NEARBY: Final = (["outside", "of"], ["north", "of"], ["south", "of"], ["east", "of"], ["west", "of"])
_FILLERS: Final = word_set("the a an of and in for")


def _is_where(before: Sequence[str], *, leaving: bool) -> bool:
    """True where the words before a name say that it is where something is, or comes to or goes from."""
    rest = [word.lower() for word in before]
    # Before it may stand other names, and what tells one part of a place from another.
    while rest and (rest[-1] in _LISTING or not before[len(rest) - 1].islower()) and rest[-1] not in _WHERE:
        rest.pop()
    if rest[-2:] in _NEARBY or not rest:
        return False
    return rest[-1] in _WHERE or (leaving and rest[-1] == "from")


def _words(text: str) -> list[str]:
    """The words without the dots of initials and without a genitive: `US` for `U.S.`, `NATO` for `NATO’s`."""
    words = (re.sub(r"[’']s?$", "", match.group()) for match in _TOKEN.finditer(text))
    return [word.replace(".", "") for word in words]


def _telling(name: str) -> frozenset[str]:
    """The words of a force's name that tell it apart: those with a capital, or else all but the general."""
    words = [word for word in _words(name) if word.lower() not in _FILLERS]
    capitals = frozenset(word for word in words if not word.islower())
    general = frozenset(word for word in words if word.lower() not in people.ALL)
    return capitals or general


def _spans(place: Sequence[str], words: Sequence[str]) -> Iterable[tuple[int, int]]:
    size = len(place)
    return [
        (start, start + size)
        for start in range(len(words) - size + 1)
        if list(words[start : start + size]) == place
    ]
