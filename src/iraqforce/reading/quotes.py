"""Finding a quote in an article: the words must be there; only their typography may differ.

Curly and straight quotes, dashes and runs of white space count as the same. Letters, digits, decimal
points, thousands commas and signs do not, and a match never begins or ends inside a word or a number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from iraqforce.numerals import negated_in
from iraqforce.spaces import single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES: Final = "-‐‑‒–—―"
_ALIKE: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys(_DASHES, "-")
)
_SCALE: Final = r"(?:(?:\s+|-)(?:dozen|hundred|thousand|million|billion|trillion)s?\b)*"
_AMOUNT: Final = rf"(?:[A-Z]{{0,3}}[$€£¥])?[0-9]+(?:[.,\u00a0\u2009\u202f][0-9]+)*{_SCALE}"
# A number with all that belongs to it: its sign (unless that hangs on a word: COVID-19), its currency, its
# thousands and decimals, its scale, and the other end of a range.
_NUMBER: Final = re.compile(
    rf"(?:(?<![\w)])[-+−±~≈<>≤≥])?{_AMOUNT}(?:\s?[{_DASHES}]\s?{_AMOUNT})*%?", re.IGNORECASE
)
# The last letters of a negation: few texts have one just before a cut, and only these are read closely.
_DENIAL: Final = re.compile(r"(?:\bn(?:o|ot|ever|or|either)|ly|out|n['’]t|nnot)\s", re.IGNORECASE)
_SPACED: Final = re.compile(r"(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?!\w)")
_QUALIFIED: Final = 30
"""Characters before a cut within which the negation stands that it might part from its qualifier."""
_REACH: Final = 80
"""Characters around a cut in which the number that it might cut is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the quote stands in the article, in characters: `start` up to, not including, `end`."""

    start: int
    end: int
    verdict: Literal["exact", "typographic"]


class Article:
    """An article's text, in which many quotes can be looked up."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _evened(self) -> tuple[str, list[int]]:
        # Most quotes are found as they are written: the text is evened out for the first that is not.
        return _fold(self.text)

    def find(self, quote: str) -> Found | None:
        """The first place where the quote stands, as it is written if anywhere, else in other typography."""
        if not quote.strip():
            return None
        for start in _occurrences(self.text, quote):
            if _whole(self.text, start, start + len(quote)):
                return Found(start, start + len(quote), "exact")
        folded = _fold(quote)[0].strip()
        text, origins = self._evened
        for start in _occurrences(text, folded):
            first, last = origins[start], origins[start + len(folded) - 1]
            if _whole(self.text, first, last + 1):
                return Found(first, last + 1, "typographic")
        return None

    def line_and_column(self, position: int) -> tuple[int, int]:
        """The line and the column, both from 1, of the character at `position`."""
        line = self.text.count("\n", 0, position) + 1
        return line, position - self.text.rfind("\n", 0, position)

    def uncut(self, start: int, end: int) -> tuple[int, int]:
        """The stretch from `start` to `end`, and what more of words and numbers it cuts."""
        first, last = _spread(self.text, start), _spread(self.text, end)
        return first[0], last[1]


def evened(words: str) -> str:
    """The words with quotation marks and dashes of one kind; white space and case are kept."""
    return words.translate(_ALIKE)


def _fold(text: str) -> tuple[str, list[int]]:
    """The text with typography evened out, and for each character of it where it comes from."""
    return single_spaced(evened(text))


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start != -1:
        yield start
        start = text.find(words, start + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """True where neither a word nor a number of the text is cut at `start` or `end`."""
    return not any(
        _cuts_word(text, place) or _cuts_number(text, place) or _cuts_count(text, place)
        for place in (start, end)
    )


def _spread(text: str, place: int) -> tuple[int, int]:
    """The start and the end of the word or the number that `place` cuts; twice `place` where it cuts none."""
    first = last = place
    while _cuts_word(text, first):
        first -= 1
    while _cuts_word(text, last):
        last += 1
    for match in _NUMBER.finditer(text, max(0, place - _REACH), place + _REACH):
        if match.start() < place < match.end():
            return min(first, match.start()), max(last, match.end())
    return first, last


def _cuts_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])


def _cuts_number(text: str, place: int) -> bool:
    around = _NUMBER.finditer(text, max(0, place - _REACH), place + _REACH)
    return any(match.start() < place < match.end() for match in around)


def _cuts_count(text: str, place: int) -> bool:
    """True where `place` parts a qualifier from its negation, or thousands that a space sets apart.

    Digits with spaces may be two numbers: what they are is for the mentions of the article to say.
    """
    around = text[max(0, place - _REACH) : place + _REACH]
    within = place - max(0, place - _REACH)
    if _DENIAL.search(around, max(0, within - _QUALIFIED), within + 1) and any(
        start < within < end for start, end in negated_in(around)
    ):
        return True
    if not any(match.start() < within < match.end() for match in _SPACED.finditer(around)):
        return False
    # Imported here: in most texts no number is written so.
    from iraqforce.mentions.counting import numbers

    return any(mention.start < within < mention.end for mention in numbers(around))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
