"""The numbers that a text mentions as counts, not those of units, guns or days; and which a fact has."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

from iraqforce.model.counts import Count
from iraqforce.model.facts import Fact
from iraqforce.text.dates_in_text import DateMention, dates
from iraqforce.text.number_words import ONE_PERSON, people_follow
from iraqforce.text.numbers import CountError, is_ambiguous, parse
from iraqforce.text.numbers_in_text import NumberMention, counts_in, negated, numbers_in, words_in
from iraqforce.text.sentences import Sentence


def numbers(text: str) -> Iterator[NumberMention]:
    """Every number that the text mentions, in order, except those of dates, names, guns, ages and times.

    Digits that are not such a name and cannot be read with certainty are mentioned too, unread.
    """
    left = _without(text, [(mention.start, mention.end) for mention in dates(text)])
    left = _without(left, [match.span() for match in _NAMES.finditer(left)])
    left = _without(left, [match.span("number") for match in _NUMBERED_DIGITS.finditer(left)])
    found = [
        NumberMention(*span, text[slice(*span)], _written_out(text[slice(*span)])) for span in words_in(left)
    ]
    accounted = [(mention.start, mention.end) for mention in found]
    for place in counts_in(_without(left, accounted)):
        counted = _is_count(left, place)
        if counted:
            mention = _without_during(text, place)
            # A period separates decimals in one language and thousands in another.
            found.append(mention._replace(count=None) if is_ambiguous(mention.words) else mention)
        if counted or _CLOCK.match(text, place.end) or _LASTING.match(text, place.end):
            accounted.append((place.start, place.end))
    found += (_unread(text, span) for span in _digits_left(_without(left, accounted)))
    return iter(sorted(found, key=lambda mention: mention.start))


Mention = TypeVar("Mention", NumberMention, DateMention)


class Ordered(Generic[Mention]):
    """Mentions in the order of the text, in which those of a part of it are found at once."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions: list[Mention] = list(mentions)
        self._starts: list[int] = [each.start for each in self.mentions]
        self._ends: list[int] = [each.end for each in self.mentions]

    def starting(self, part: Sentence) -> list[Mention]:
        """Those that begin within the sentence."""
        return self.mentions[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.end)]

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """Those that have some of the characters from `start` up to `end`."""
        return self.mentions[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those characters blanked out, every other one in its place."""
    left = list(text)
    for start, end in spans:
        left[start:end] = _BLANK * (end - start)
    return "".join(left)


def _written_out(words: str) -> Count | None:
    """The number that the words name, or None if they name none: `several hundred`, `007 million`."""
    try:
        return parse(words)
    except CountError:
        return None


def _unread(text: str, span: tuple[int, int]) -> NumberMention:
    """Digits as they are, read only if they are millions of people: `12M refugees`."""
    start, end = span
    words = text[start:end]
    millions = _MILLIONS.fullmatch(words)
    count = _written_out(f"{millions[1]} million") if millions and people_follow(text, end) else None
    return NumberMention(start, end, words, count)


def _without_during(text: str, place: NumberMention) -> NumberMention:
    """The count, without an `over` that means during, not more than: over 18 months."""
    if not (place.words.lower().startswith("over ") and _TIME.match(text, place.end)):
        return place
    words = place.words.removeprefix(place.words[: len("over ")])
    return NumberMention(place.end - len(words), place.end, words, parse(words))


def _is_count(text: str, place: NumberMention) -> bool:
    """True if the words count something, and are not a name, a time of day or a pronoun.

    `one` is a count if people follow it, or if it follows a word that counts (“killed one”).
    """
    before = text[max(0, place.start - _REACH) : place.start]
    after = text[place.end : place.end + _REACH]
    exact = place.count is not None and place.count.qualifier == "exact"
    if (exact and _NUMBERED.search(before)) or _CLOCK.match(after) or _COMPOUND.match(after):
        return False
    if place.words.lower() != "one":
        return True
    if _ONE_IS_PRONOUN.search(before) or _ONE_OF.match(after):
        return False
    noun = _NOUN.match(after)
    counted = noun is not None and any(word.lower() in ONE_PERSON for word in noun[0].split())
    return counted or _COUNTS_ON.search(before) is not None


def _digits_left(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of all other digits that are not a name, with a qualifier that is negated."""
    for match in _DIGITS.finditer(text):
        words = match[0].rstrip(_AFTER)
        if not _NAMED.match(words):
            start = match.start() - len(negated(text, match.start()) or "")
            yield start, match.start() + len(words)


class QuotedCount(NamedTuple):
    """A fact's quote in an article, from `start` up to, not including, `end`, and the fact's count."""

    start: int
    end: int
    count: Count  # type: ignore[assignment] # also a tuple's method


def quoted_count(fact: Fact, text: str) -> QuotedCount | None:
    """The fact's count with its quote in the article; None if it has no quote there, or no count."""
    if fact.quote_at is None or fact.count is None:
        return None
    return QuotedCount(*fact.quote_at.span(text), fact.count)


def uncovered(mentions: Iterable[NumberMention], quoted: Iterable[QuotedCount]) -> list[NumberMention]:
    """The mentioned numbers, given in their order, that no fact covers."""
    found = Ordered(mentions)
    covered: set[int] = set()
    for each in set(quoted):
        within = found.overlapping(each.start, each.end)
        covered.update(
            mention.start
            for mention in within
            if mention.start not in covered and _is_same(each.count, mention)
        )
    return [each for each in found.mentions if each.start not in covered]


def covers(quoted: QuotedCount, mention: NumberMention) -> bool:
    """True if the mention is in the fact's quote, and is its number or its vague words."""
    return overlaps(quoted, mention) and _is_same(quoted.count, mention)


def overlaps(quoted: QuotedCount, mention: NumberMention) -> bool:
    """True if the fact's quote has some of the mention's words."""
    return mention.start < quoted.end and quoted.start < mention.end


def _is_same(count: Count, mention: NumberMention) -> bool:
    """True if the count names the number that the mention names, or has the same words.

    Of digits that may be read in two ways (`1.200`), it names one.
    """
    if count.text.casefold().split() == mention.words.casefold().split():
        return True
    if mention.count is None:
        return count.value is not None and count.value in numbers_in(mention.words)
    if count.qualifier == "vague":
        return False
    named = mention.count
    values = {named.value} if named.value is not None else {named.low, named.high}
    return values <= {count.value, count.low, count.high}


_BLANK: Final = "_"
"""In place of a character that is accounted for: a part of a word, so no number begins or ends next to it."""

_REACH: Final = 60
"""How many characters before and after a number are looked at."""

_MILLIONS: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)*)[mM]")
_NAMES: Final = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+|[@#]\w+"  # addresses and handles
    r"|\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b"  # a time of day
    r"|\b[0-2][0-9][0-5][0-9](?= ?(?:hours|hrs|GMT|UTC|local)\b)"
    r"|(?<!\w)(?![1-9][0-9]{0,2}(?: [0-9]{3}){1,40}(?![ -]?[0-9]))"  # a telephone, but no 1 234 567
    r"(?=\+?\(?(?:[0-9]\)?[ -]?){7})\+?\(?[0-9]+\)?(?:[ -][0-9]+){2,}\b"
    r"|\b[A-Z][\w’'-]+, [1-9][0-9](?=,(?![0-9]))"  # a name and an age
)
# What has a number as its name: Resolution 2170, No. 2, Camp 7.
_NUMBERS: Final = (
    r"(?:\b(?:Number|No\.|Nos\.|Law|Document|Doc\.|Directive|Order|Statute|Report|Bill|Article|Resolution|Chapter|Section|Title|Route|Highway|Road|Camp|Phase|Part"
    r"|Pages?|Level|Mark|Type|Class|Unit|Team|Group|Force|Channel|Flight|Gate|Sector|Zone|Day|Figure|Table"
    r"|Protocol|Boeing|Apollo|Operation|number|no\.|article|resolution|chapter|section|pages?|phase|route"
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
    r"\b(?:any|no|every|each|the|this|that|which|another|some|day|anyone)\s$", re.IGNORECASE
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
# Digits of any script, with what is attached to them; those of F-16 belong to its letters.
_DIGITS: Final = re.compile(
    r"(?<!\w)(?<![^\W_]-)[-\u2212]?[$€£]?[^\W_]*\d(?:[^\W_]|[.,:/'’+\u066b\u066c\uff0c-])*%?"
)
_AFTER: Final = ".,:/'’-\uff0c"
_NAMED: Final = re.compile(
    r"[^\W\d_]"  # M777A2
    r"|\d+(?:st|nd|rd|th)\b"  # the 26th unit
    r"|\d[\d.]*-?mm\b"  # a gun
    r"|\d+['’]?s\b"  # the 1990s
    r"|\d+-(?:second|minute|hour|day|night|week|month|year|decade)s?\b"  # a 20-year war
    r"|(?:24/7|9/11)$"
)
