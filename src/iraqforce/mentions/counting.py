"""The numbers that running text mentions as counts; the number of a unit, a gun, a day or a road is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.mentions import people
from iraqforce.mentions.dating import dates
from iraqforce.mentions.digits import STRUCK, digits_left
from iraqforce.numerals import CountPlace, counts_in, is_pointed, parse, worded_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.counts import Count


class NumberMention(NamedTuple):
    """A number in the words of the text: its characters from `start` up to, not including, `end`.

    `count` is None for words that name no number (`several hundred`), for numbers written out beyond twelve,
    which a curator gives bounds of their own, and for digits that only a person can read.
    """

    start: int
    end: int
    words: str
    count: Count | None  # type: ignore[assignment] # as in a fact, nobody counts in it


def numbers(text: str) -> Iterator[NumberMention]:
    """Every number that the text mentions, in its order: dates, names, guns, ages and times have none.

    Digits that are no such name and that cannot be read for certain are mentioned all the same, unread.
    """
    left = _without(text, [(mention.start, mention.end) for mention in dates(text)])
    left = _without(left, [match.span() for match in _NAMES.finditer(left)])
    left = _without(left, [match.span("number") for match in _NUMBERED_DIGITS.finditer(left)])
    found = [NumberMention(*span, text[slice(*span)], None) for span in worded_in(left)]
    accounted = [(mention.start, mention.end) for mention in found]
    for place in counts_in(_without(left, accounted)):
        counted = _is_count(left, place)
        if counted:
            found.append(_read(text, _without_during(text, place)))
        if counted or _is_time(text, place):
            accounted.append((place.start, place.end))
    found += (_unread(text, span) for span in digits_left(_without(left, accounted)))
    return iter(sorted(found, key=lambda mention: mention.start))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those characters struck out, every other one in its place."""
    left = list(text)
    for start, end in spans:
        left[start:end] = STRUCK * (end - start)
    return "".join(left)


def _read(text: str, place: CountPlace) -> NumberMention:
    words = text[place.start : place.end]
    # A point sets decimals apart in one language and thousands in another.
    return NumberMention(place.start, place.end, words, None if is_pointed(words) else place.count)


def _unread(text: str, span: tuple[int, int]) -> NumberMention:
    """Digits as they stand, read only where they are millions of people: `12M refugees`."""
    start, end = span
    words = text[start:end]
    millions = _MILLIONS.fullmatch(words)
    count = parse(f"{millions[1]} million") if millions and people.follow(text, end) else None
    return NumberMention(start, end, words, count)


def _without_during(text: str, place: CountPlace) -> CountPlace:
    """The count, without an `over` that says during and not more than: over 18 months."""
    during = place.count.text.lower().startswith("over ") and _TIME.match(text, place.end)
    if not during:
        return place
    start = place.start + len("over ")
    return CountPlace(start, place.end, parse(text[start : place.end]))


def _is_time(text: str, place: CountPlace) -> bool:
    """True where the number is one of a clock, or of a time that something lasts: a 20-year war."""
    return _CLOCK.match(text, place.end) is not None or _LASTING.match(text, place.end) is not None


def _is_count(text: str, place: CountPlace) -> bool:
    """True where the words count something: they are no name, no time of day and no pronoun."""
    before = text[max(0, place.start - _REACH) : place.start]
    after = text[place.end : place.end + _REACH]
    named = place.count.qualifier == "exact" and _NUMBERED.search(before) is not None
    if named or _CLOCK.match(after) or _COMPOUND.match(after):
        return False
    if place.count.text.lower() == "one":
        return _counts_one(before, after)
    return True


def _counts_one(before: str, after: str) -> bool:
    """True where `one` is a count: it counts people, or follows what counts (“killed one”)."""
    if _ONE_IS_PRONOUN.search(before) or _ONE_OF.match(after):
        return False
    noun = _NOUN.match(after)
    counted = noun is not None and any(word.lower() in people.ONE for word in noun[0].split())
    return counted or _COUNTS_ON.search(before) is not None


_REACH: Final = 60
"""Characters before and after a number by which it is judged."""

_MILLIONS: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)*)[mM]")
_NAMES: Final = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+|[@#]\w+"  # addresses and handles
    r"|\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b"  # a time of day
    r"|\b[0-2][0-9][0-5][0-9](?= ?(?:hours|hrs|GMT|UTC|local)\b)"
    r"|(?<!\w)(?![1-9][0-9]{0,2}(?: [0-9]{3})+(?![ -]?[0-9]))"  # a telephone, but no 1 234 567
    r"(?=\+?\(?(?:[0-9]\)?[ -]?){7})\+?\(?[0-9]+\)?(?:[ -][0-9]+){2,}\b"
    r"|\b[A-Z][\w’'-]+, [1-9][0-9](?=,)"  # a name and an age
)
# What has a number of its own: Resolution 2170, No. 2, Camp 7.
_NUMBERS: Final = (
    r"(?:\b(?:Number|No\.|Nos\.|Article|Resolution|Chapter|Section|Title|Route|Highway|Road|Camp|Phase|Part"
    r"|Page|Level|Mark|Type|Class|Unit|Team|Group|Force|Channel|Flight|Gate|Sector|Zone|Day|Figure|Table"
    r"|Protocol|Boeing|Apollo|Operation|number|no\.|article|resolution|chapter|section|page|phase|route"
    r"|highway)|\b[Ff]igs?\.|\bpp?\.|[0-9] [A-Z]\w+)\s"  # 24 Challenger 2 tanks
)
_NUMBERED: Final = re.compile(rf"{_NUMBERS}$")
_NUMBERED_DIGITS: Final = re.compile(rf"{_NUMBERS}(?P<number>[0-9]+(?:-[0-9]+)?)(?![\w]|[.,-][0-9])")
_TIME: Final = re.compile(r"[ -](?:minute|hour|day|night|week|month|year|decade)s?\b")
_LASTING: Final = re.compile(r"-(?:second|minute|hour|day|night|week|month|year|decade)s?\b")
_CLOCK: Final = re.compile(r"\s?(?:[ap]\.?m\b|o[’']clock|GMT|UTC|hours (?:local|GMT))")
# "a 20-year war" counts nothing, "a 500-strong force" does.
_COMPOUND: Final = re.compile(r"-(?!(?:strong|member|man|person|troop|soldier|men)\b)[A-Za-z]")
_ONE_IS_PRONOUN: Final = re.compile(
    r"\b(?:any|no|every|each|the|this|that|which|another|some|day|anyone|another)\s$", re.IGNORECASE
)
_ONE_OF: Final = re.compile(
    r"(?:\s(?:of|another|can|could|must|may|might|should|would|day|thing|way|time|side|hand|point|reason)\b"
    r"|[’'-]|\s*$|\s?[.;:?!])",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(r"(?:[ \u00a0][\w.’'-]+){1,4}")
_COUNTS_ON: Final = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|captur(?:es|ed|ing)"
    r"|only|just|plus|and wounded|and killed)\s$",
    re.IGNORECASE,
)
