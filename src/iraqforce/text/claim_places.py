"""Where the people of a number of a manuscript are: by the words after it, before it, or as before."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from iraqforce.text.claim_words import Spot
from iraqforce.text.dates_in_text import is_month
from iraqforce.text.names_in_text import Names, Word, words_of
from iraqforce.text.number_words import word_set


class Where(NamedTuple):
    """A place, or a doubt; neither if it is a place that the base does not have, or none is named."""

    place: str | None = None
    doubt: str | None = None


NOWHERE: Final = Where()
_SEVERAL: Final = Where(doubt="it is not clear which place is meant")


def where(spot: Spot, names: Names) -> Where:
    """Where the people are: the nearest words decide."""
    found = _after(spot, names)
    if found is not None:
        return found
    relative = _WHERE.search(spot.before)
    place = _last_place(spot.before[: relative.start()], names) if relative else None
    if place is not None:
        return Where(place)
    is_there = _THERE.search(spot.after) is not None
    rest = spot.text[spot.number.end + len(spot.segment) : spot.sentence.end]
    for part in (spot.before,) if is_there else (spot.before, rest):
        named = names.places_in(part)
        if named:
            return Where(named[0]) if len(named) == 1 and not _is_elsewhere(part, names) else _SEVERAL
    if spot.last is not None and spot.last.place is not None:
        return Where(spot.last.place)
    if not _THERE.search(spot.sentence.text) and _is_elsewhere(spot.sentence.text, names):
        return NOWHERE
    named = names.places_in(spot.earlier)
    if not named:
        return NOWHERE
    return Where(named[0]) if len(named) == 1 and not _is_elsewhere(spot.earlier, names) else _SEVERAL


def _after(spot: Spot, names: Names) -> Where | None:
    """Where the words after the number put its people; None if they do not say."""
    words = words_of(spot.after)
    texts = [each.text for each in words]
    places = {each.first: each for each in names.places_of(texts)}
    for at, word in enumerate(words):
        if word.start >= len(spot.segment):
            return None
        named_at = _name_after(words, at) if word.text.lower() in _PUTTING else None
        if named_at is None:
            continue
        found = places.get(named_at)
        if found is not None:
            if _and_another(spot.after, words, found.last):
                return Where(doubt="several places are named")
            return Where(found.id)
        if word.text != "for":
            is_part = names.places_in(spot.segment)
            return Where(doubt="this may be only a part of the place") if is_part else NOWHERE
    return None


def _and_another(text: str, words: Sequence[Word], at: int) -> bool:
    """True if the words from there on are `and` with another name, without a comma before it."""
    following = words[at : at + 2]
    return (
        len(following) == 2
        and following[0].text == "and"
        and following[1].is_name
        and "," not in text[words[at - 1].end : following[1].start]
    )


def _name_after(words: Sequence[Word], at: int) -> int | None:
    """Where the name begins that the preposition at this place leads to; None for a month or no name."""
    place = at + 1
    while place < len(words) and words[place].text in _FILLING:
        place += 1
    if place == len(words) or not words[place].is_name or is_month(words[place].text):
        return None
    return place


def _last_place(text: str, names: Names) -> str | None:
    """The place of the base whose name the words end with."""
    texts = [each.text for each in words_of(text)]
    return next((each.id for each in names.places_of(texts) if each.last == len(texts)), None)


def _is_elsewhere(text: str, names: Names) -> bool:
    """True if the words put something in a place that the base does not have."""
    words = words_of(text)
    known = {each.first for each in names.places_of([each.text for each in words])}
    return any(
        word.text.lower() in _WITHIN
        and name.is_name
        and not is_month(name.text)
        and name.text not in _NO_PLACES
        and at not in known
        for at, (word, name) in enumerate(pairwise(words), start=1)
    )


_WITHIN: Final = word_set("in at across inside")
_NO_PLACES: Final = word_set("Congress Parliament I")
_WHERE: Final = re.compile(r",? where (?:[a-z-]+ ){0,3}$")
_THERE: Final = re.compile(
    r"\b(?:there|in (?:the|that) country)\b(?! (?:is|are|was|were|will|would|has|have)\b)"
)
_PUTTING: Final = word_set(
    "in at to for into inside within across throughout from out of left leave leaving near"
)
_FILLING: Final = word_set("the of northern southern eastern western central post-war postwar all")
