"""Finding a quote in an article: the words must be there; only their typography may differ.

Curly and straight quotation marks are the same, and so are all dashes (`--` too) and runs of white space.
Letters, digits, decimal points, thousands separators and signs are not, and a match never begins or ends
inside a word or a number.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from iraqforce.model.choices import QuoteMatch
from iraqforce.text.normalize import DASHES, normalize

_SCALE: Final = r"(?:(?:\s+|-)(?:dozen|hundred|thousand|million|billion|trillion)s?\b)*"
_AMOUNT: Final = rf"(?:[A-Z]{{0,3}}[$€£¥])?[0-9]+(?:[.,\u00a0\u2009\u202f][0-9]+)*{_SCALE}"
# A number with all that belongs to it: its sign (unless that follows a word: COVID-19), its currency, its
# thousands and decimals, its scale, and the other end of a range.
_NUMBER: Final = re.compile(
    rf"(?:(?<![\w)])(?:[+−±~≈<>≤≥]|(?<!-)-))?{_AMOUNT}(?:\s?(?:--|[{DASHES}])\s?{_AMOUNT})*%?", re.IGNORECASE
)
# The last letters of a negation: few quotes begin or end near one, and only these are read closely.
_DENIAL: Final = re.compile(r"(?:\bn(?:o|ot|ever|or|either)|ly|out|n['’]t|nnot)\s", re.IGNORECASE)
_DENIAL_REACH: Final = 30
"""Characters between the end of a negation and a cut that might separate it from its qualifier."""
_SPACED: Final = re.compile(r"(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?!\w)")

Span = tuple[int, int]


class Found(NamedTuple):
    """Where the quote is in the article, in characters: `start` up to, not including, `end`."""

    start: int
    end: int
    quote_match: QuoteMatch


class Article:
    """The text of an article, in which many quotes can be looked up."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, quote: str) -> Found | None:
        """The first place of the quote, as it is written if anywhere, else in other typography."""
        if not quote.strip():
            return None
        for start in _occurrences(self.text, quote):
            if self._is_whole(start, start + len(quote)):
                return Found(start, start + len(quote), "exact")
        wanted = normalize(quote)[0].strip()
        text, origins = self._normalized
        if (text, wanted) == (self.text, quote):
            return None
        for place in _occurrences(text, wanted):
            start, end = origins[place], origins[place + len(wanted)]
            if self._is_whole(start, end):
                return Found(start, end, "punctuation")
        return None

    def without_cuts(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end`, with the rest of the words and numbers that it cuts."""
        return self._around(start)[0], self._around(end)[1]

    @cached_property
    def _normalized(self) -> tuple[str, list[int]]:
        # Most quotes are found as they are written: the text is normalized for the first that is not.
        text, origins = normalize(self.text)
        return text, [*origins, len(self.text)]

    # What a quote must not cut is found once for the whole article, when it is first needed.

    @cached_property
    def _numbers(self) -> list[Span]:
        return [match.span() for match in _NUMBER.finditer(self.text)]

    @cached_property
    def _denials(self) -> list[int]:
        return [match.end() for match in _DENIAL.finditer(self.text)]

    @cached_property
    def _negations(self) -> list[Span]:
        # Imported here: few texts need it, and its patterns take long to compile.
        from iraqforce.text.numbers_in_text import negations_in

        return list(negations_in(self.text))

    @cached_property
    def _spaced(self) -> list[Span]:
        return [match.span() for match in _SPACED.finditer(self.text)]

    @cached_property
    def _mentions(self) -> list[Span]:
        # Imported here: in most texts no number has spaces.
        from iraqforce.text.mentions import numbers

        return [(mention.start, mention.end) for mention in numbers(self.text)]

    def _is_whole(self, start: int, end: int) -> bool:
        """True if neither a word nor a number of the text is cut at `start` or `end`."""
        if self._cuts_word(start) or self._cuts_word(end):
            return False
        return not any(_holder(self._numbers, place) or self._cuts_count(place) for place in (start, end))

    def _cuts_word(self, place: int) -> bool:
        text = self.text
        return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])

    def _cuts_count(self, place: int) -> bool:
        """True if `place` separates a qualifier from its negation, or thousands with a space between them.

        Digits with spaces may be two numbers: the mentions of the article decide.
        """
        index = bisect_right(self._denials, place + 1) - 1
        near = index >= 0 and self._denials[index] > place - _DENIAL_REACH
        if near and _holder(self._negations, place):
            return True
        return _holder(self._spaced, place) is not None and _holder(self._mentions, place) is not None

    def _around(self, place: int) -> Span:
        """The start and end of the word or the number that is cut at `place`; twice `place` if none is."""
        first = last = place
        while self._cuts_word(first):
            first -= 1
        while self._cuts_word(last):
            last += 1
        number = _holder(self._numbers, place) or (place, place)
        return min(first, number[0]), max(last, number[1])


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start != -1:
        yield start
        start = text.find(words, start + 1)


def _holder(spans: Sequence[Span], place: int) -> Span | None:
    """The span that begins before `place` and ends after it; the spans are in order and do not overlap."""
    index = bisect_left(spans, (place, place)) - 1
    return spans[index] if index >= 0 and spans[index][1] > place else None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
