"""The form of one number and of one range, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iraqforce.numerals.words import SCALES, WORDS
from iraqforce.spaces import single_spaced

if TYPE_CHECKING:
    from iraqforce.counts import Number

LARGEST: Final = 10**15
"""Beyond this a number is taken for a slip; it also keeps every value exact in JSON and SQLite."""


class CountError(ValueError):
    """Text that is no count as this project writes them. The message says which and why."""


SCALE: Final = f"(?:{'|'.join(SCALES)})s?"
WORD: Final = "|".join(WORDS)
DIGITS: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
NUMBER: Final = (
    rf"(?P<sign>(?<![\w)])[-\u2212])?[$€£]?(?:(?P<digits>{DIGITS})|(?P<word>{WORD}))"
    rf"(?:[ -](?P<scale>{SCALE})\b)?"
)
# A whole number is not preceded by a letter, a digit, a decimal or a hyphenated word (F-16, twenty-five) …
START: Final = r"(?<!\w)(?<![0-9][.,/])(?<![A-Za-z]-)"
# … nor followed by one, nor by words that count on (five hundred million, two hundred and fifty).
END: Final = rf"(?!\w)(?![.,/][0-9])(?![ -](?:and )?(?:{SCALE}|{WORD}|[a-z]+ty)\b)"
ONE_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# Thousands are set apart by a comma, or by one of the three spaces at which no line breaks.
_THIN_SPACE = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_RANGE_DASH = re.compile(r"(?<=[0-9])(\s?)[‐‑‒–—―](\s?)(?=[$€£]?[0-9])")


def range_of(start: str, end: str, text: str) -> tuple[Number, Number]:
    """Both ends of a range; in `4 to 5 million` the scale of the second is the first one's too.

    Raises CountError.
    """
    first, second = ONE_NUMBER.fullmatch(start), ONE_NUMBER.fullmatch(end)
    if first is None or second is None:
        raise CountError(f"'{start if first is None else end}' in '{text}' is not a number")
    low, high, scale = value_of(first, text), value_of(second, text), second["scale"]
    if scale and not first["scale"] and low * _scale(scale) < high:
        low *= _scale(scale)
    return low, high


def value_of(match: re.Match[str], text: str, *, signed: bool = False) -> Number:
    """What the number is worth; a negative one is refused unless it may be `signed`. Raises CountError."""
    if match["sign"] and not signed:
        raise CountError(f"'{text}' is negative: a count is not; a decrease is a change with its direction")
    digits, word, scale = match["digits"], match["word"], match["scale"]
    if not (word or "").isascii() or not (scale or "").isascii():
        # Without regard to case, a pattern takes ſ for s.
        raise CountError(f"'{text}' is not a number")
    if digits and len(digits) > 30:
        raise CountError(f"the number in '{text[:20]}…' is too large")
    value = Decimal(digits.replace(",", "")) if digits else Decimal(WORDS[word.lower()])
    value *= _scale(scale) if scale else 1
    if value > LARGEST:
        raise CountError(f"the number in '{text}' is larger than {LARGEST:,}")
    if match["sign"]:
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _scale(words: str) -> int:
    return SCALES[words.lower().removesuffix("s")]


def even(text: str) -> str:
    """The text with thousands set apart by commas, ranges by hyphens, and single spaces for white space."""
    return _SPACES.sub(" ", _RANGE_DASH.sub(r"\1-\2", _THIN_SPACE.sub(",", text))).strip()


def even_in_place(text: str) -> tuple[str, list[int]]:
    """The text evened, and for each of its characters where in `text` it comes from."""
    return single_spaced(_RANGE_DASH.sub(r"\1-\2", _THIN_SPACE.sub(",", text)))
