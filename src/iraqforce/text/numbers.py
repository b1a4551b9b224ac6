"""One number or range as it is written, and a count as a curator writes it: parsed whole, or rejected."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from iraqforce.model.counts import WITHHELD, Count, Number, Qualifier
from iraqforce.text.normalize import collapse_spaces
from iraqforce.text.number_words import (
    NOT_CONTINUED,
    QUALIFIERS,
    QUALIFYING,
    SCALES,
    SHORT_SCALES,
    TRAILERS,
    WORDS,
    combined,
    in_digits,
)

LARGEST: Final = 10**15
"""A larger number is taken for a slip; the limit also keeps every value exact in JSON and SQLite."""

FORMS: Final = (
    "4,087, about 2,500, more than 5,000, 4.5 million, 500 to 600, withheld, "
    "or {text: several hundred, low: 200}"
)


class CountError(ValueError):
    """Text that is not a count. The message says which and why."""


SCALE: Final = f"(?:{'|'.join(SCALES)})s?"
WORD: Final = "|".join(WORDS)
MONEY: Final = "(?:(?:US|A|C|NZ)?[$€£])"
_DIGITS: Final = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_SHORT_SCALE: Final = "(?: ?(?:mn|bn|tn)|[km])"
_NUMBER: Final = (
    rf"(?P<sign>(?<![\w)-])[-\u2212])?(?P<money>{MONEY})?"
    rf"(?:(?P<digits>{_DIGITS})(?P<short>{_SHORT_SCALE}(?!\w))?|{NOT_CONTINUED}(?P<word>{WORD}))"
    rf"(?:[ -](?P<scale>{SCALE})\b)?"
)
AMOUNT: Final = (
    rf"{MONEY}?(?:(?:{_DIGITS})(?:{_SHORT_SCALE}(?!\w))?|{NOT_CONTINUED}(?:{WORD})\b)(?:[ -]{SCALE}\b)?"
)
"""A pattern of an unsigned number, without names for its parts."""
# A whole number is not preceded by a letter, a digit, a decimal or a hyphenated word (F-16, twenty-five) …
START: Final = r"(?<!\w)(?<![0-9][.,/])(?<![A-Za-z]-)"
# … nor followed by one, nor by words that continue it (five hundred million, two hundred and fifty).
END: Final = rf"(?!\w)(?![.,/][0-9])(?![ -](?:and )?(?:{SCALE}|{WORD}|[a-z]+ty)\b)"
TO: Final = "(?: to |--?| --? )"
"""A pattern of what joins the ends of a range."""
ANY_NUMBER: Final = re.compile(START + _NUMBER + END, re.IGNORECASE)
_ONE_NUMBER: Final = re.compile(_NUMBER, re.IGNORECASE)

_QUALIFIED: Final = re.compile(rf"(?P<qualifier>{QUALIFYING})(?P<rest>.+)", re.IGNORECASE)
_RANGE: Final = re.compile(
    r"between (.+?) and (.+)|(.+?)(?: to | ?--? ?)(.+)|([0-9][0-9,.]*) or ([0-9][0-9,.]*)", re.IGNORECASE
)
# By itself, `a thousand` is vague; if words bound it, it is the bound.
_A_SCALE: Final = re.compile(rf"^a (?={'|'.join(SCALES)})", re.IGNORECASE)
# In `one or two hundred`, neither is the number.
_ALTERNATIVES: Final = re.compile(rf"\b(?:{WORD}) or (?:{WORD})\b", re.IGNORECASE)
_CUT: Final = re.compile(r"(?<![\w.,])0[0-9]")
_METRIC: Final = re.compile(r"([0-9])[mM](?!\w)")
_MONEY: Final = re.compile(r"[$€£]")

_SPACES: Final = re.compile(r"\s+")
# Thousands are separated by a comma, or by one of the three spaces at which no line breaks.
_THIN_SPACE: Final = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
# Pasted text has plain spaces there. The first group may be another number: May 12 500 troops.
_PLAIN_SPACED: Final = re.compile(
    r"(?<![\w.,/])(?<![A-Za-z]-)[1-9][0-9]{0,2}(?: [0-9]{3})+(?![\w])(?![.,/][0-9]{3}(?![0-9]))"
)
_POINTED: Final = re.compile(r"(?<![\w.,/-])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?!\w|[.,/][0-9])")
_RANGE_DASH: Final = re.compile(rf"(?<=[0-9])(\s?)[‐‑‒–—―](\s?)(?={MONEY}?[0-9])")


def parse(text: str) -> Count:
    """The count that `text` words: a number, a qualified number, a range, or `withheld`.

    Raises CountError for anything else; vague words need bounds from the curator (see `vague`).
    """
    plain = plain_number(text)
    if plain == WITHHELD:
        return Count(text, None, None, None, WITHHELD)
    if _CUT.search(plain):
        raise CountError(f"'{text}' begins with a zero: write the whole number")
    if _METRIC.search(plain) and not _MONEY.search(plain):
        million = _METRIC.sub(r"\1 million", text)
        raise CountError(f"'{text}' may be millions or meters: write '{million}', if that is meant")
    qualifier, rest = _qualifier_of(plain)
    if qualifier not in ("exact", "about"):
        rest = _A_SCALE.sub("one ", rest)
    rest = in_digits(rest)
    single = _ONE_NUMBER.fullmatch(rest)
    if single:
        value = value_of(single, text)
        low = None if qualifier in ("less_than", "at_most") else value
        high = None if qualifier in ("more_than", "at_least") else value
        return Count(text, value, low, high, qualifier)
    ends = _RANGE.fullmatch(rest)
    if ends and qualifier in ("exact", "about"):
        start, end = (each for each in ends.groups() if each is not None)
        low, high = range_of(start, end, text)
        if low >= high:
            raise CountError(f"the range '{text}' does not rise from its first number to its second")
        return Count(text, None, low, high, "range")
    raise CountError(f"'{text}' is not a count: write {FORMS}")


def vague(text: str, *, low: Number | None, high: Number | None) -> Count:
    """A count in words that name no number (`several hundred`), with bounds from the curator.

    Raises CountError if the words are empty, name a number after all, or the bounds are reversed.
    """
    if not text.strip():
        raise CountError("the words of a vague count are empty")
    if is_count(text):
        raise CountError(f"'{text}' names a number: write it without bounds of your own")
    named = [match[0] for match in ANY_NUMBER.finditer(plain_number(text)) if is_count(match[0])]
    if named and not _ALTERNATIVES.search(text):
        raise CountError(f"'{text}' names the number {named[0]}: write it as the count, without bounds")
    if low is not None and high is not None and low > high:
        raise CountError(f"the bounds of '{text}' are reversed: {low} to {high}")
    return Count(text, None, low, high, "vague")


def number(text: str) -> Number:
    """The unsigned number that `text` is, as a curator writes a bound: `200`, `4,500`.

    Raises CountError for anything else.
    """
    match = _ONE_NUMBER.fullmatch(plain_number(text)) if text == text.strip() else None
    if match is None:
        raise CountError(f"'{text}' is not a number: write digits, such as 200 or 4,500")
    return value_of(match, text)


def is_count(text: str) -> bool:
    """True if `parse` reads the text."""
    try:
        parse(text)
    except CountError:
        return False
    return True


def _qualifier_of(plain: str) -> tuple[Qualifier, str]:
    """What qualifies the number, and the words of the number itself."""
    behind: Qualifier = "exact"
    for words, qualifier in TRAILERS.items():
        if plain.lower().endswith(words):
            behind, plain = qualifier, plain[: -len(words)]
            break
    match = _QUALIFIED.fullmatch(plain)
    before = QUALIFIERS.get(match["qualifier"].lower().strip()) if match else None
    together = combined(before, behind) if before else None
    if match is None or together is None:
        return behind, plain
    return together, match["rest"]


def range_of(start: str, end: str, text: str) -> tuple[Number, Number]:
    """Both ends of a range; in `4 to 5 million`, the scale of the second is that of the first too.

    Raises CountError.
    """
    first, second = _ONE_NUMBER.fullmatch(start), _ONE_NUMBER.fullmatch(end)
    if first is None or second is None:
        raise CountError(f"'{start if first is None else end}' in '{text}' is not a number")
    low, high, scale = value_of(first, text), value_of(second, text), _scale(second)
    if scale > 1 and _scale(first) == 1 and low * scale < high:
        low *= scale
    return low, high


def value_of(match: re.Match[str], text: str, *, signed: bool = False) -> Number:
    """The value of a number matched in `text`. Raises CountError; unless `signed`, also if it is negative."""
    if match["sign"] and not signed:
        raise CountError(f"'{text}' is negative: a count is not; a decrease is a change with its direction")
    digits, word = match["digits"], match["word"]
    if not all((match[part] or "").isascii() for part in ("word", "scale", "short")):
        # Without regard to case, a pattern takes ſ for s and the Kelvin sign for k.
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


def plain_number(text: str) -> str:
    """The text with commas between thousands, hyphens in ranges, and single spaces for white space."""
    return _SPACES.sub(" ", _plain_signs(text)).strip()


def plain_numbers(text: str) -> tuple[str, Sequence[int]]:
    """The same for a whole text, and the position of each character in `text`."""
    return collapse_spaces(_plain_signs(text))


def _plain_signs(text: str) -> str:
    joined = _PLAIN_SPACED.sub(lambda match: match[0].replace(" ", ","), _THIN_SPACE.sub(",", text))
    return _RANGE_DASH.sub(r"\1-\2", joined)


def other_readings(text: str) -> Iterator[str]:
    """The text as its digits may also be read: `12 500` may be two numbers, `1.200` may be 1,200."""
    if _PLAIN_SPACED.search(text):
        yield _PLAIN_SPACED.sub(lambda match: _separated(match[0], -1), text)
        yield _PLAIN_SPACED.sub(lambda match: _separated(match[0], 1), text)
    if _POINTED.search(text):
        yield _POINTED.sub(lambda match: match[0].replace(".", ","), text)


def _separated(spaced: str, most: int) -> str:
    """The first `most` groups of digits as separate numbers, unless one would begin with a zero."""
    parts = spaced.split(" ", most)
    return spaced if any(part.startswith("0") for part in parts) else "  ".join(parts)


def is_ambiguous(words: str) -> bool:
    """True if the period in a number may separate thousands or decimals: `1.200`."""
    return _POINTED.search(words) is not None
