"""Finding a quote in an article: the words must be there; only their typography may differ.

Curly and straight quotation marks are the same, and so are all dashes (`--` too) and runs of white space.
Letters, digits, decimal points, thousands separators and signs are not, and a match never begins or ends
inside a word or a number. Of a quote that is not there, the passage most like it is for a person to read.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from iraqforce.model.choices import QuoteMatch
from iraqforce.model.positions import TextPlace, text_place
from iraqforce.problems import SimilarPassage, Span
from iraqforce.text.normalize import DASHES, normalize, plain_punctuation
from iraqforce.text.numbers import SCALE
from iraqforce.text.numbers_in_text import negations_in

_AMOUNT: Final = rf"(?:[A-Z]{{0,3}}[$€£¥])?[0-9]+(?:[.,\u00a0\u2009\u202f][0-9]+)*(?:(?:\s+|-){SCALE}\b)*"
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


class Found(NamedTuple):
    """Where the quote is in the article, in characters: `start` up to, not including, `end`."""

    start: int
    end: int
    quote_match: QuoteMatch


class Article:
    """The text of an article, in which many quotes can be looked up, and the path where it is stored."""

    def __init__(self, text: str, path: str = "") -> None:
        self.text = text
        self.path = path
        self.find = lru_cache(maxsize=256)(self._find)  # many facts may have one quote

    def _find(self, quote: str) -> Found | None:
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

    def place(self, position: int) -> TextPlace:
        """The line and the column of the character at this position."""
        return text_place(self.path, self.text, position)

    @cached_property
    def _normalized(self) -> tuple[str, Sequence[int]]:
        # Most quotes are found as they are written: the text is normalized for the first that is not.
        text, origins = normalize(self.text)
        origins.append(len(self.text))
        return text, origins

    # What a quote must not cut is found once for the whole article, when it is first needed.

    @cached_property
    def _numbers(self) -> list[Span]:
        return [match.span() for match in _NUMBER.finditer(self.text)]

    @cached_property
    def _denials(self) -> list[int]:
        return [match.end() for match in _DENIAL.finditer(self.text)]

    @cached_property
    def _negations(self) -> list[Span]:
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


_SIMILAR: Final = 0.5
"""The share of words in common below which a passage is not worth showing."""

_LONGEST: Final = 600
"""Words of a quote that are compared; what is longer is an article, not a quote."""

_WORD: Final = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")


class _Words(NamedTuple):
    """The words of a text, with plain punctuation for comparison, and where each is."""

    words: list[str]
    spans: list[Span]


def found_elsewhere(quote: str, own: str, articles: Mapping[str, Article]) -> SimilarPassage | None:
    """The first source other than `own` whose article has these words, with the place; None if none has."""
    for name, article in articles.items():
        found = article.find(quote) if name != own else None
        if found is not None:
            return SimilarPassage(name, article.place(found.start), article.text[found.start : found.end])
    return None


def nearest_passage(quote: str, article: Article) -> SimilarPassage | None:
    """The passage of the article that shares most words with the quote, and the pieces that differ."""
    from difflib import SequenceMatcher  # here and below: few bases need it

    wanted, having = _words(quote, _LONGEST), _words(article.text)
    first = _most_similar(wanted.words, having.words)
    if first is None:
        return None
    slack = len(wanted.words) // 4 + 2
    first, last = max(0, first - slack), first + len(wanted.words) + slack
    matcher = SequenceMatcher(None, having.words[first:last], wanted.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size
    # What the quote has before its first and after its last word in common is compared with as many words.
    start = max(first, start - blocks[0].b)
    end = min(last, len(having.words), end + len(wanted.words) - blocks[-1].b - blocks[-1].size)
    passage = _Words(having.words[start:end], having.spans[start:end])
    return _compared(quote, wanted, article, passage)


def _most_similar(wanted: list[str], having: list[str]) -> int | None:
    """Where the stretch of as many words begins that has most of those wanted; None if too few are shared.

    Punctuation does not count: every text has periods.
    """
    missing = Counter(word for word in wanted if any(map(str.isalnum, word)))
    enough, shared = _SIMILAR * missing.total(), 0
    best, at = 0, None
    for place, word in enumerate(having):
        if word in missing:
            missing[word] -= 1
            shared += missing[word] >= 0
        left = having[place - len(wanted)] if place >= len(wanted) else ""
        if left in missing:
            missing[left] += 1
            shared -= missing[left] > 0
        if shared > best:
            best, at = shared, max(0, place - len(wanted) + 1)
    return at if best >= enough else None


def _compared(quote: str, wanted: _Words, article: Article, passage: _Words) -> SimilarPassage:
    """The passage and the quote, with the pieces of each that the other does not have."""
    start, end = passage.spans[0][0], passage.spans[-1][1]
    if passage.words == wanted.words:
        return _cut(quote, article, (start, end))
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, passage.words, wanted.words, autojunk=False)
    differences, quote_differences = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            differences += list(_span(passage, a, b, start))
            quote_differences += list(_span(wanted, c, d, 0))
    at, text = article.place(start), article.text[start:end]
    return SimilarPassage(None, at, text, tuple(differences), quote, tuple(quote_differences))


def _cut(quote: str, article: Article, span: Span) -> SimilarPassage:
    """The passage with the rest of what the quote cuts: the same words, in a longer word or number."""
    start, end = article.without_cuts(*span)
    rests = ((0, span[0] - start), (span[1] - start, end - start))
    differences = tuple((first, last) for first, last in rests if first < last)
    return SimilarPassage(None, article.place(start), article.text[start:end], differences, quote)


def _span(words: _Words, first: int, last: int, origin: int) -> Iterator[Span]:
    if first < last:
        yield words.spans[first][0] - origin, words.spans[last - 1][1] - origin


@lru_cache(maxsize=4)
def _words(text: str, most: int | None = None) -> _Words:
    found = list(_WORD.finditer(text))[:most]
    return _Words([plain_punctuation(match.group()) for match in found], [match.span() for match in found])
