"""The form of one number and of one range, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iraqforce.numerals.words import SCALES, SHORT_SCALES, WORDS
from iraqforce.spaces import single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.counts import Number

LARGEST: Final = 10**15
"""Beyond this a number is taken for a slip; it also keeps every value exact in JSON and SQLite."""


class CountError(ValueError):
    """Text that is no count as this project writes them. The message says which and why."""


SCALE: Final = f"(?:{'|'.join(SCALES)})s?"
WORD: Final = "|".join(WORDS)
MONEY: Final = "(?:(?:US|A|C|NZ)?[$€£])"
DIGITS: Final = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
SHORT_SCALE: Final = "(?: ?(?:mn|bn|tn)|[km])"
# What is counted on from is no number of its own: a hundred and six.
_WHOLE_WORD = "".join(rf"(?<!{scale}{link})" for scale in SCALES for link in (" ", " and "))
NUMBER: Final = (
    rf"(?P<sign>(?<![\w)])[-\u2212])?(?P<money>{MONEY})?"
    rf"(?:(?P<digits>{DIGITS})(?P<short>{SHORT_SCALE}(?!\w))?|{_WHOLE_WORD}(?P<word>{WORD}))"
    rf"(?:[ -](?P<scale>{SCALE})\b)?"
)
AMOUNT: Final = (
    rf"{MONEY}?(?:(?:{DIGITS})(?:{SHORT_SCALE}(?!\w))?|{_WHOLE_WORD}(?:{WORD})\b)(?:[ -]{SCALE}\b)?"
)
"""The same without names for its parts."""
# A whole number is not preceded by a letter, a digit, a decimal or a hyphenated word (F-16, twenty-five) …
START: Final = r"(?<!\w)(?<![0-9][.,/])(?<![A-Za-z]-)"
# … nor followed by one, nor by words that count on (five hundred million, two hundred and fifty).
END: Final = rf"(?!\w)(?![.,/][0-9])(?![ -](?:and )?(?:{SCALE}|{WORD}|[a-z]+ty)\b)"
ONE_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
ANY_NUMBER: Final = re.compile(START + NUMBER + END, re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# Thousands are set apart by a comma, or by one of the three spaces at which no line breaks.
_THIN_SPACE = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
# Pasted text has plain spaces there. What stands before may be another number: May 12 500 troops.
_PLAIN_SPACED = re.compile(
    r"(?<![\w.,/])(?<![A-Za-z]-)[1-9][0-9]{0,2}(?: [0-9]{3})+(?![\w])(?![.,/][0-9]{3}(?![0-9]))"
)
_POINTED = re.compile(r"(?<![\w.,/-])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?!\w|[.,/][0-9])")
_RANGE_DASH = re.compile(rf"(?<=[0-9])(\s?)[‐‑‒–—―](\s?)(?={MONEY}?[0-9])")


def range_of(start: str, end: str, text: str) -> tuple[Number, Number]:
    """Both ends of a range; in `4 to 5 million` the scale of the second is the first one's too.

    Raises CountError.
    """
    first, second = ONE_NUMBER.fullmatch(start), ONE_NUMBER.fullmatch(end)
    if first is None or second is None:
        raise CountError(f"'{start if first is None else end}' in '{text}' is not a number")
    low, high, scale = value_of(first, text), value_of(second, text), _scale(second)
    if scale > 1 and _scale(first) == 1 and low * scale < high:
        low *= scale
    return low, high


def value_of(match: re.Match[str], text: str, *, signed: bool = False) -> Number:
    """What the number is worth; a negative one is refused unless it may be `signed`. Raises CountError."""
    if match["sign"] and not signed:
        raise CountError(f"'{text}' is negative: a count is not; a decrease is a change with its direction")
    digits, word = match["digits"], match["word"]
    if not all((match[part] or "").isascii() for part in ("word", "scale", "short")):
        # Without regard to case, a pattern takes ſ for s and the sign of kelvin for k.
        raise CountError(f"'{text}' is not a number")
    if digits and len(digits) > 30:
        raise CountError(f"the number in '{text[:20]}…' is too large")
    value = Decimal(digits.replace(",", "")) if digits else Decimal(WORDS[word.lower()])
    value *= _scale(match)
    if value > LARGEST:
        raise CountError(f"the number in '{text}' is larger than {LARGEST:,}")
    if match["sign"]:
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _scale(match: re.Match[str]) -> int:
    short, scale = match["short"], match["scale"]
    shortened = SHORT_SCALES[short.strip().lower()] if short else 1
    return shortened * (SCALES[scale.lower().removesuffix("s")] if scale else 1)


def even(text: str) -> str:
    """The text with thousands set apart by commas, ranges by hyphens, and single spaces for white space."""
    return _SPACES.sub(" ", _evened_signs(text)).strip()


def even_in_place(text: str) -> tuple[str, list[int]]:
    """The text evened, and for each of its characters where in `text` it comes from."""
    return single_spaced(_evened_signs(text))


def _evened_signs(text: str) -> str:
    apart = _PLAIN_SPACED.sub(lambda match: match[0].replace(" ", ","), _THIN_SPACE.sub(",", text))
    return _RANGE_DASH.sub(r"\1-\2", apart)


def otherwise(text: str) -> Iterator[str]:
    """The text with what its digits may also say: `12 500` may be two numbers, `1.200` may be 1,200."""
    if _PLAIN_SPACED.search(text):
        yield _PLAIN_SPACED.sub(lambda match: _parted(match[0], -1), text)
        yield _PLAIN_SPACED.sub(lambda match: _parted(match[0], 1), text)
    if _POINTED.search(text):
        yield _POINTED.sub(lambda match: match[0].replace(".", ","), text)


def _parted(spaced: str, most: int) -> str:
    """The first `most` groups of digits as numbers of their own, unless a number would begin with a zero."""
    parts = spaced.split(" ", most)
    return spaced if any(part.startswith("0") for part in parts) else "  ".join(parts)


def is_pointed(words: str) -> bool:
    """True where a point may set thousands apart in the number, or decimals: `1.200`."""
    return _POINTED.search(words) is not None
