"""Numbers in words and digits: a count as its source words it, and the numbers that a quote carries.

Standard library only. What is read here is checked, never guessed: a number within a longer one, or in a name
such as F-16 or M777A2, is none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.counts import WITHHELD, Count, Number, Qualifier
from iraqforce.spaces import single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 10**15
"""Beyond this a number is taken for a slip; it also keeps every value exact in JSON and SQLite."""

_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_WORDS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_QUALIFIERS: dict[str, Qualifier] = {
    "about": "about",
    "almost": "about",
    "an estimated": "about",
    "approximately": "about",
    "around": "about",
    "close to": "about",
    "just under": "about",
    "nearly": "about",
    "roughly": "about",
    "some": "about",
    "above": "more_than",
    "more than": "more_than",
    "over": "more_than",
    "tops": "more_than",
    "upwards of": "more_than",
    "at least": "at_least",
    "no fewer than": "at_least",
    "below": "less_than",
    "fewer than": "less_than",
    "less than": "less_than",
    "under": "less_than",
    "as many as": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "up to": "at_most",
}

QUALIFYING: Final = "|".join(_QUALIFIERS)
"""A pattern of the words that qualify a number."""

_TRAILERS: dict[str, Qualifier] = {"or more": "at_least", "or fewer": "at_most", "or so": "about"}

_SCALE = f"(?:{'|'.join(_SCALES)})s?"
_WORD = "|".join(_WORDS)
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER = (
    rf"(?P<sign>(?<![\w)])[-\u2212])?[$€£]?(?:(?P<digits>{_DIGITS})|(?P<word>{_WORD}))"
    rf"(?:[ -](?P<scale>{_SCALE})\b)?"
)
# A whole number is not preceded by a letter, a digit, a decimal or a hyphenated word (F-16, twenty-five) …
_START = r"(?<!\w)(?<![0-9][.,/])(?<![A-Za-z]-)"
# … nor followed by one, nor by words that count on (five hundred million, two hundred and fifty).
_END = rf"(?!\w)(?![.,/][0-9])(?![ -](?:and )?(?:{_SCALE}|{_WORD}|[a-z]+ty)\b)"
_ONE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_ANY_NUMBER = re.compile(_START + _NUMBER + _END, re.IGNORECASE)
_ANY_AMOUNT = rf"[$€£]?(?:{_DIGITS}|(?:{_WORD})\b)(?: {_SCALE}\b)?"
_ANY_RANGE = re.compile(rf"{_START}({_ANY_AMOUNT})(?: to | and |-| - )({_ANY_AMOUNT}){_END}", re.IGNORECASE)
_QUALIFIED = re.compile(rf"(?P<qualifier>{QUALIFYING}) (?P<rest>.+)", re.IGNORECASE)
_RANGE = re.compile(r"between (.+?) and (.+)|(.+?)(?: to | ?- ?)(.+)", re.IGNORECASE)
# A count in running text: with what qualifies it, and with the other end of its range.
_RUNNING = rf"{_START}(?P<qualifier>(?:{QUALIFYING}) )?{{}}{_END}(?: (?:{'|'.join(_TRAILERS)})\b)?"
_SCALED = rf"[$€£]?(?:{_DIGITS}|(?:{_WORD})\b)(?:[ -]{_SCALE}\b)?"
_SINGLE_COUNT = re.compile(_RUNNING.format(_SCALED), re.IGNORECASE)
_SCALED_RANGE = rf"between {_SCALED} and {_SCALED}|(?<!from ){_SCALED}(?: to |-| - ){_SCALED}"
_RUNNING_COUNT = re.compile(_RUNNING.format(rf"(?:{_SCALED_RANGE}|{_SCALED})"), re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|none)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:^|[^\w)])[-\u2212]$")
_SPACES = re.compile(r"\s+")
# Thousands are set apart by a comma, or by one of the three spaces at which no line breaks.
_THIN_SPACE = re.compile(r"(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_RANGE_DASH = re.compile(r"(?<=[0-9])(\s?)[‐‑‒–—―](\s?)(?=[$€£]?[0-9])")

FORMS: Final = (
    "4,087, about 2,500, more than 5,000, 4.5 million, 500 to 600, withheld, "
    "or {text: several hundred, low: 200}"
)


class CountError(ValueError):
    """Text that is no count as this project writes them. The message says which and why."""


def parse(text: str) -> Count:
    """The count that `text` words: a number, a qualified number, a range, or `withheld`.

    Raises CountError for anything else; vague words need bounds of the curator's own (see `vague`).
    """
    evened = _evened(text)
    if evened == WITHHELD:
        return Count(text, None, None, None, WITHHELD)
    qualifier, rest = _qualifier_of(evened)
    single = _ONE_NUMBER.fullmatch(rest)
    if single:
        value = _value(single, text)
        low = None if qualifier in ("less_than", "at_most") else value
        high = None if qualifier in ("more_than", "at_least") else value
        return Count(text, value, low, high, qualifier)
    ends = _RANGE.fullmatch(rest)
    if ends and qualifier in ("exact", "about"):
        start, end = (each for each in ends.groups() if each is not None)
        low, high = _range_of(start, end, text)
        if low >= high:
            raise CountError(f"the range '{text}' does not rise from its first number to its second")
        return Count(text, None, low, high, "range")
    raise CountError(f"'{text}' is not a count: write {FORMS}")


def vague(text: str, *, low: Number | None, high: Number | None) -> Count:
    """A count in words that name no number (`several hundred`), with bounds of the curator's own.

    Raises CountError where the words are empty or the bounds are reversed.
    """
    if not text.strip():
        raise CountError("the words of a vague count are empty")
    if _is_count(text):
        raise CountError(f"'{text}' names a number: write it without bounds of your own")
    if low is not None and high is not None and low > high:
        raise CountError(f"the bounds of '{text}' are reversed: {low} to {high}")
    return Count(text, None, low, high, "vague")


def number(text: str) -> Number:
    """The plain, unsigned number that `text` writes, as a curator writes a bound: `200`, `4,500`.

    Raises CountError for anything else.
    """
    match = _ONE_NUMBER.fullmatch(_evened(text)) if text == text.strip() else None
    if match is None:
        raise CountError(f"'{text}' is not a number: write digits, such as 200 or 4,500")
    return _value(match, text)


def readable(count: Count, quote: str) -> bool:
    """True where the quote carries the count: each number that it names, or its vague words."""
    match count.qualifier:
        case "withheld":
            return True
        case "vague":
            words = re.escape(_evened(count.text))
            return re.search(rf"{_START}{words}{_END}", _evened(quote), re.IGNORECASE) is not None
        case "range":
            ends = (count.low, count.high)
            return ends in _ranges_in(quote) or set(ends) <= numbers_in(quote)
        case _ if count.value == 0 and _NONE.search(quote):
            return True
        case _:
            return count.value in numbers_in(quote)


def numbers_in(text: str) -> set[Number]:
    """Every number that stands whole in `text`, in digits or in a word up to twelve."""
    found = set()
    for match in _ANY_NUMBER.finditer(_evened(text)):
        try:
            found.add(_value(match, match.group(), signed=True))
        except CountError:
            continue
    return found


class CountPlace(NamedTuple):
    """A count in a text: its characters from `start` up to, not including, `end`."""

    start: int
    end: int
    count: Count  # type: ignore[assignment] # as in a fact, nobody counts in it


def counts_in(text: str) -> Iterator[CountPlace]:
    """Every count that stands whole in `text`, in its order and in its own words: qualified, or a range.

    In `from 500 to 600` two counts are named, no range. A negative number is none.
    """
    evened, origins = _evened_in_place(text)
    position = 0
    while (match := _RUNNING_COUNT.search(evened, position)) is not None:
        if not _is_count(match.group()):
            # What has the form of a range and does not rise is read number by number.
            match = _SINGLE_COUNT.search(evened, match.start()) or match
        position = match.end()
        place = slice(origins[match.start()], origins[position - 1] + 1)
        if _is_count(match.group()) and not _NEGATIVE.search(
            evened, max(0, match.start() - 2), match.start()
        ):
            yield CountPlace(place.start, place.stop, parse(text[place]))


def _is_count(text: str) -> bool:
    try:
        parse(text)
    except CountError:
        return False
    return True


def _ranges_in(text: str) -> set[tuple[Number, Number]]:
    """Both ends of every range in `text`; in `4 to 5 million` the scale is that of both."""
    found = set()
    for match in _ANY_RANGE.finditer(_evened(text)):
        try:
            found.add(_range_of(match[1], match[2], match.group()))
        except CountError:
            continue
    return found


def _qualifier_of(evened: str) -> tuple[Qualifier, str]:
    """What qualifies the number, and the number's own words."""
    for words, qualifier in _TRAILERS.items():
        if evened.lower().endswith(f" {words}"):
            return qualifier, evened[: -len(words) - 1]
    match = _QUALIFIED.fullmatch(evened)
    if match is None or not match["qualifier"].isascii():
        return "exact", evened
    return _QUALIFIERS[match["qualifier"].lower()], match["rest"]


def _range_of(start: str, end: str, text: str) -> tuple[Number, Number]:
    """Both ends of a range; in `4 to 5 million` the scale of the second is the first one's too."""
    first, second = _ONE_NUMBER.fullmatch(start), _ONE_NUMBER.fullmatch(end)
    if first is None or second is None:
        raise CountError(f"'{start if first is None else end}' in '{text}' is not a number")
    low, high, scale = _value(first, text), _value(second, text), second["scale"]
    if scale and not first["scale"] and low * _scale(scale) < high:
        low *= _scale(scale)
    return low, high


def _value(match: re.Match[str], text: str, *, signed: bool = False) -> Number:
    if match["sign"] and not signed:
        raise CountError(f"'{text}' is negative: a count is not; a decrease is a change with its direction")
    digits, word, scale = match["digits"], match["word"], match["scale"]
    if not (word or "").isascii() or not (scale or "").isascii():
        # Without regard to case, a pattern takes ſ for s.
        raise CountError(f"'{text}' is not a number")
    if digits and len(digits) > 30:
        raise CountError(f"the number in '{text[:20]}…' is too large")
    value = Decimal(digits.replace(",", "")) if digits else Decimal(_WORDS[word.lower()])
    value *= _scale(scale) if scale else 1
    if value > LARGEST:
        raise CountError(f"the number in '{text}' is larger than {LARGEST:,}")
    if match["sign"]:
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _scale(words: str) -> int:
    return _SCALES[words.lower().removesuffix("s")]


def _evened(text: str) -> str:
    """The text with thousands set apart by commas, ranges by hyphens, and single spaces for white space."""
    return _SPACES.sub(" ", _RANGE_DASH.sub(r"\1-\2", _THIN_SPACE.sub(",", text))).strip()


def _evened_in_place(text: str) -> tuple[str, list[int]]:
    """The text evened, and for each of its characters where in `text` it comes from."""
    return single_spaced(_RANGE_DASH.sub(r"\1-\2", _THIN_SPACE.sub(",", text)))
