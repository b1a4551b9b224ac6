"""The numbers that running text mentions as counts; the number of a unit, a gun, a day or a road is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.mentions import people
from iraqforce.mentions.dating import dates
from iraqforce.numerals import QUALIFYING, CountPlace, counts_in, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.counts import Count


class NumberMention(NamedTuple):
    """A number in the words of the text: its characters from `start` up to, not including, `end`.

    `count` is None for words that name no number (`several hundred`) and for numbers written out beyond
    twelve, which a curator gives bounds of their own.
    """

    start: int
    end: int
    words: str
    count: Count | None  # type: ignore[assignment] # as in a fact, nobody counts in it


def numbers(text: str) -> Iterator[NumberMention]:
    """Every count that the text mentions, in its order."""
    taken = [(mention.start, mention.end) for mention in dates(text)]
    taken += [match.span() for match in _NAMES.finditer(text)]
    found = [
        NumberMention(*match.span("words"), match["words"], None)
        for match in _WORDED.finditer(text)
        if _free(*match.span("words"), taken)
    ]
    taken += [(mention.start, mention.end) for mention in found]
    found += [
        NumberMention(place.start, place.end, place.count.text, place.count)
        for place in (_without_during(text, each) for each in counts_in(text))
        if _free(place.start, place.end, taken) and _is_count(text, place)
    ]
    return iter(sorted(found, key=lambda mention: mention.start))


def _without_during(text: str, place: CountPlace) -> CountPlace:
    """The count, without an `over` that says during and not more than: over 18 months."""
    during = place.count.text.lower().startswith("over ") and _TIME.match(text, place.end)
    if not during:
        return place
    start = place.start + len("over ")
    return CountPlace(start, place.end, parse(text[start : place.end]))


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(start < last and first < end for first, last in taken)


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

_SMALL: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS: Final = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_LARGE: Final = "(?:hundred|thousand|million|billion)"
_UP_TO_99: Final = rf"(?:{_TENS}(?:-(?:{_SMALL}))?|{_TEENS}|{_SMALL})"
_BEYOND_TWELVE: Final = (
    rf"(?:{_TENS}(?:-(?:{_SMALL}))?|{_TEENS})(?: {_LARGE}(?: (?:and )?{_UP_TO_99})?)*"
    rf"|(?:{_SMALL}|an?)(?: {_LARGE} (?:and )?{_UP_TO_99})(?: {_LARGE}(?: (?:and )?{_UP_TO_99})?)*"
)
_VAGUE: Final = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions) of (?:hundreds|thousands|millions)"
    r"|(?:many |several |a few |a couple of |a )?(?:dozens|hundreds|thousands|millions|billions)"
    r"|(?:several|many|a few|a couple(?: of)?|half a|an?) (?:dozen|score|hundred|thousand|million|billion)"
    r"|scores(?= of\b)"
    r"|an? (?:day|week|month|year|decade) or (?:more|longer)"
)
_WORDED: Final = re.compile(
    rf"(?<![\w-])(?P<words>(?:(?:{QUALIFYING}) )?(?:{_BEYOND_TWELVE}|{_VAGUE}))(?![\w-])", re.IGNORECASE
)
_NAMES: Final = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+|[@#]\w+"  # addresses and handles
    r"|\b[0-9]{1,2}:[0-9]{2}\b"  # a time of day
    r"|(?<!\w)\+?\(?[0-9]+\)?(?:[ -][0-9]+){2,}\b"  # a telephone
    r"|\b[A-Z][\w’'-]+, [1-9][0-9](?=,)"  # a name and an age
)
# What has a number of its own: Resolution 2170, No. 2, Camp 7.
_NUMBERED: Final = re.compile(
    r"\b(?:Number|No\.|Nos\.|Article|Resolution|Chapter|Section|Title|Route|Highway|Road|Camp|Phase|Part|Page"
    r"|Level|Mark|Type|Class|Unit|Team|Group|Force|Channel|Flight|Gate|Sector|Zone|Day|Figure|Table|Protocol"
    r"|Boeing|Apollo|Operation|number|no\.|article|resolution|chapter|section|page|phase|route|highway)\s$"
    r"|[0-9] [A-Z]\w+ $"  # 24 Challenger 2 tanks
)
_TIME: Final = re.compile(r"[ -](?:minute|hour|day|night|week|month|year|decade)s?\b")
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
