"""The forces and places of a base as texts name them: whole names, or an owner with a word for people.

`American troops` is an owner and a noun. Every owner of a force goes with every noun of it, so that `U.S.
soldiers` is found if the base has `American soldiers` and `U.S. troops`, and `U.S. contractors` is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from iraqforce.model.fact_base import FactBase
from iraqforce.text.number_words import PEOPLE, word_set

Words = tuple[str, ...]
Named = TypeVar("Named")


class Word(NamedTuple):
    """A word of a text, without the dots of initials and without a genitive: `US` for `U.S.’s`."""

    text: str
    start: int
    end: int

    @property
    def is_name(self) -> bool:
        """True if it is written with a capital letter."""
        return self.text != self.text.lower()


class Mention(NamedTuple):
    """A name in a text: the id of what it names, and its words from `first` up to, not including, `last`."""

    id: str
    first: int
    last: int


class Part(NamedTuple):
    """An owner or a word for people: the forces that it may be of, and its words as in a mention."""

    forces: list[str]
    first: int
    last: int


class Names:
    """The names of a base's forces and places."""

    def __init__(self, base: FactBase) -> None:
        self._base = base
        self.owners: dict[Words, list[str]] = {}
        """Whose people: `US`, `American`, `NATO`; each with the forces that it owns."""
        self.nouns: dict[Words, list[str]] = {}
        """Words for people that belong to an owner: `troops`, `service members`."""
        self.military: set[str] = set()
        """The forces whose people are soldiers."""
        whole: dict[Words, list[str]] = {}
        for force in base.forces.values():
            if any(_split(name)[1] in MILITARY for name in (force.name, *force.aliases)):
                self.military.add(force.id)
                for noun in MILITARY:
                    _add(self.nouns, noun, force.id)
            owned = bool(_split(force.name)[0])
            for name in (force.name, *force.aliases):
                owner, noun = _split(name)
                if noun and owner:
                    _add(self.nouns, noun, force.id)
                if not _plain(name) or (owner and not owned):
                    continue  # Polish troops, among the names of coalition troops, would be a part of them
                if noun and owner:
                    _add(self.owners, owner, force.id)
                else:
                    _add(whole, _plain(name), force.id)
        self._whole = _by_first_word(whole.items())
        self._places = _by_first_word(
            (words, place.id)
            for place in base.places.values()
            for words in filter(None, map(_plain, (place.name, *place.aliases)))
        )

    def forces_of(self, words: Sequence[Word]) -> Iterator[Mention]:
        """The forces that the words name, whole: a name of the base, or an owner and a noun of one force.

        Nothing but words that leave the whole force may be between the owner and the noun.
        """
        texts = [each.text for each in words]
        place = 0
        while place < len(texts):
            for forces, last in self._at(texts, place):
                yield from (Mention(force, place, last) for force in forces)
                place = last - 1
                break
            place += 1

    def _at(self, texts: Sequence[str], place: int) -> Iterator[tuple[list[str], int]]:
        """The forces named from this word on, with the word after the name; the longest name first."""
        for name, forces in self._whole.get(texts[place], ()):
            if tuple(texts[place : place + len(name)]) == name:
                yield forces, place + len(name)
        for owner, owning in self._starting(self.owners, texts, place):
            noun_at = place + len(owner)
            while noun_at < len(texts) and texts[noun_at] in _WHOLE_FORCE:
                noun_at += 1
            for noun, counted in self._starting(self.nouns, texts, noun_at):
                if both := [force for force in owning if force in counted]:
                    yield both, noun_at + len(noun)

    def forces_in(self, text: str) -> list[str]:
        """The forces that the text names whole, or by their owner alone, if it has only one force."""
        words = words_of(text)
        texts = [each.text for each in words]
        found = list(self.forces_of(words))
        named = [each.id for each in found]
        for owner in self.owners_in(texts):
            is_whole = any(each.first <= owner.first < each.last for each in found)
            has_people = texts[owner.last : owner.last + 1] and texts[owner.last].lower() in PEOPLE
            if len(owner.forces) == 1 and not is_whole and not has_people:
                named += owner.forces
        return list(dict.fromkeys(named))

    def forces_sharing(self, phrase: Sequence[str], shared: Sequence[str]) -> list[str]:
        """The forces of the owner in a phrase whose noun follows a later number: `12 U.S. and 8 … troops`."""
        owner = next(self.owners_in(texts_of(phrase)), None)
        noun = next(self.nouns_in(texts_of(shared)), None)
        return [force for force in owner.forces if force in noun.forces] if owner and noun else []

    def names_others(self, phrase: str) -> bool:
        """True if a phrase after a number names people, and somebody whose people the base does not have."""
        words = words_of(self.without_names(phrase))
        has_people = any(word.text.lower() in PEOPLE for word in words_of(phrase))
        return has_people and any(word.is_name for word in words)

    def owners_in(self, texts: Sequence[str]) -> Iterator[Part]:
        """Whose people the words name, each with the forces that it has: `United States`."""
        return self._parts(self.owners, texts)

    def nouns_in(self, texts: Sequence[str]) -> Iterator[Part]:
        """The bare words for people, each with the forces that it may belong to: `service members`."""
        return self._parts(self.nouns, texts)

    def _parts(self, named: dict[Words, list[str]], texts: Sequence[str]) -> Iterator[Part]:
        for place in range(len(texts)):
            for words, forces in self._starting(named, texts, place):
                yield Part(forces, place, place + len(words))
                break

    @staticmethod
    def _starting(
        named: dict[Words, list[str]], texts: Sequence[str], place: int
    ) -> Iterator[tuple[Words, list[str]]]:
        for size in (3, 2, 1):
            words = tuple(texts[place : place + size])
            if len(words) == size and words in named:
                yield words, named[words]

    def without_names(self, text: str) -> str:
        """The text with single spaces and without the forces, owners and places that it names."""
        words = words_of(text)
        texts = [each.text for each in words]
        ends = {each.first: each.last for each in self.owners_in(texts)}
        ends.update((place.first, place.last) for place in self.places_of(texts))
        ends.update((each.first, each.last) for each in self.forces_of(words))
        left, position, at = [], 0, 0
        while at < len(words):
            if at in ends:
                left.append(text[position : words[at].start])
                position = words[ends[at] - 1].end
            at = ends.get(at, at + 1)
        return " ".join("".join((*left, text[position:])).split())

    def places_of(self, texts: Sequence[str]) -> Iterator[Mention]:
        """The places that the words name, in order; from each word on, the longest name."""
        for place in range(len(texts)):
            for name, each in self._places.get(texts[place], ()):
                if tuple(texts[place : place + len(name)]) == name:
                    yield Mention(each, place, place + len(name))
                    break

    def places_in(self, text: str, *, anywhere: bool = False) -> list[str]:
        """The places that something is in, at or to, without those that contain others of them.

        With `anywhere`, every place that the text names, as in `Baghdad agreed` and `north of Mosul`.
        """
        texts = [each.text for each in words_of(text)]
        inner: set[str] = set()
        end = 0
        for each in self.places_of(texts):
            # A name within another, as in Kurdistan Region of Iraq, is not named itself.
            if each.first >= end and (anywhere or _is_location(texts, each.first)):
                inner.add(each.id)
            end = max(end, each.last)
        outer = {above for place in inner for above in self._base.place_and_wholes(place) - {place}}
        return [place for place in self._base.places if place in inner - outer]


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of the text, in order; kept for a while, as several questions read the same ones."""
    return tuple(
        Word(_GENITIVE.sub("", match[0]).replace(".", ""), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )


def texts_of(words: Sequence[str]) -> list[str]:
    """The texts of the words of a phrase."""
    return [each.text for each in words_of(" ".join(words))]


def _by_first_word(names: Iterable[tuple[Words, Named]]) -> dict[str, list[tuple[Words, Named]]]:
    """The names with what they name, the longest first, by their first word."""
    found: dict[str, list[tuple[Words, Named]]] = {}
    for words, named in sorted(names, key=lambda name: -len(name[0])):
        found.setdefault(words[0], []).append((words, named))
    return found


def _add(named: dict[Words, list[str]], words: Words, force: str) -> None:
    if force not in named.setdefault(words, []):
        named[words].append(force)


def _plain(name: str) -> Words:
    """The words of a name, without an article before it."""
    words = tuple(each.text for each in words_of(name))
    return words[1:] if words[:1] == ("the",) else words


def _split(name: str) -> tuple[Words, Words]:
    """The owner and the noun of a name; an empty noun if the name has another form."""
    words = _plain(name)
    capitals = next((at for at, word in enumerate(words) if word.islower()), len(words))
    owner, noun = words[:capitals], words[capitals:]
    is_noun = bool(noun) and noun[-1] in PEOPLE and all(word.islower() for word in noun) and "and" not in noun
    return owner, noun if is_noun else ()


MILITARY: Final = frozenset(
    tuple(words.split())
    for words in (
        "troops", "soldiers", "forces", "personnel", "servicemembers", "service members",
        "military personnel", "service personnel",
    )
)  # fmt: skip
"""Words for the people of an armed force: who has a force by one of them may have it by every other."""

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}(?:[’']s\b)?|[^\W_](?:[\w.’'-]*\w)?")
_GENITIVE: Final = re.compile(r"[’']s?$")
_LOCATING: Final = word_set("in at to into inside within across throughout on through around")
_LONGEST_LIST: Final = 20
"""At most so many words are between a preposition and the names that it leads to."""
_BETWEEN: Final = word_set("the and or northern southern eastern western central")
_WHOLE_FORCE: Final = word_set("military armed uniformed")
"""Words between an owner and a noun that leave the whole force: `U.S. military personnel`."""


def _is_location(texts: Sequence[str], place: int) -> bool:
    """True if a preposition of place is before a name, possibly with other names between them."""
    for at in range(place - 1, max(-1, place - _LONGEST_LIST), -1):
        if texts[at].lower() in _LOCATING:
            return True
        if texts[at].islower() and texts[at] not in _BETWEEN:
            return False
    return False
