"""Forces and places of a base, found by their names and aliases in the words of an article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from iraqforce.model.facts import Force, Place
from iraqforce.text import people


class Names:
    """The names of a base's forces and places."""

    def __init__(self, forces: Mapping[str, Force], places: Mapping[str, Place]) -> None:
        self._forces = [
            (force.id, _identifying(name))
            for force in forces.values()
            for name in (force.name, *force.aliases)
        ]
        self._places = [
            (place.id, _words(name)) for place in places.values() for name in (place.name, *place.aliases)
        ]
        self._within = {place.id: place.within for place in places.values()}

    def forces_in(self, text: str) -> list[str]:
        """The forces whose identifying words are all in the text, without names that others contain."""
        words = set(_words(text))
        found = [
            (name, identifying) for name, identifying in self._forces if identifying and identifying <= words
        ]
        longest = [name for name, each in found if not any(each < other for _, other in found)]
        return list(dict.fromkeys(longest))

    def forces_hinted(self, text: str) -> list[str]:
        """The forces any of whose identifying words is in the text."""
        words = {form for word in _words(text) for form in (word, f"{word}s")}
        return list(dict.fromkeys(name for name, identifying in self._forces if identifying & words))

    def places_in(self, text: str, *, anywhere: bool = False) -> list[str]:
        """The places that something is in, at or to, without those that contain others of them.

        With `anywhere`, every place that the text names, as in `Baghdad agreed` and `north of Mosul`.
        """
        words = _words(text)
        spans = {
            (start, start + len(name), place)
            for place, name in self._places
            for start in _occurrences(name, words)
            if anywhere or _is_location(words[:start])
        }
        inner = {
            place
            for start, end, place in spans
            if not any(
                first <= start and end <= last and last - first > end - start for first, last, _ in spans
            )
        }
        outer = {above for place in inner for above in self._above(place)}
        return [place for place in self._within if place in inner - outer]

    def _above(self, place: str) -> Iterator[str]:
        """Every place that this one lies within."""
        above = self._within.get(place)
        while above is not None:
            yield above
            above = self._within.get(above)


def one_of(windows: Iterable[list[str]]) -> tuple[str | None, list[str]]:
    """The name in the first window that has any; if that has several, None and the names to choose from."""
    for found in windows:
        if found:
            return (found[0] if len(found) == 1 else None), found
    return None, []


_TOKEN: Final = re.compile(r"[^\W_](?:[\w.’'-]*\w)?")
_LOCATING: Final = people.word_set("in at to into inside within across throughout on through around")
_BETWEEN: Final = people.word_set("the and or northern southern eastern western central")
_FILLERS: Final = people.word_set("the a an of and in for")


def _is_location(before: Sequence[str]) -> bool:
    """True if a preposition of place is before a name, possibly with other names between them."""
    for word in reversed(before):
        if word.lower() in _LOCATING:
            return True
        if word.islower() and word not in _BETWEEN:
            return False
    return False


def _words(text: str) -> list[str]:
    """The words without the dots of initials and without a genitive: `US` for `U.S.`, `NATO` for `NATO’s`."""
    words = (re.sub(r"[’']s?$", "", match.group()) for match in _TOKEN.finditer(text))
    return [word.replace(".", "") for word in words]


def _identifying(name: str) -> frozenset[str]:
    """The words of a force's name that identify it: the capitalized ones, else all but words for people."""
    words = [word for word in _words(name) if word.lower() not in _FILLERS]
    capitalized = frozenset(word for word in words if not word.islower())
    return capitalized or frozenset(word for word in words if word.lower() not in people.ALL)


def _occurrences(name: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    size = len(name)
    return (
        start for start in range(len(words) - size + 1) if list(words[start : start + size]) == list(name)
    )
