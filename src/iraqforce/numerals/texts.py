"""Numbers in running text: every count in its own words, and whether a quote carries a count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.counts import Count, Number
from iraqforce.numerals.forms import (
    DIGITS,
    END,
    NUMBER,
    SCALE,
    START,
    WORD,
    CountError,
    even,
    even_in_place,
    range_of,
    value_of,
)
from iraqforce.numerals.words import QUALIFYING, TRAILERS
from iraqforce.numerals.written import is_count, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY_NUMBER = re.compile(START + NUMBER + END, re.IGNORECASE)
_ANY_AMOUNT = rf"[$€£]?(?:{DIGITS}|(?:{WORD})\b)(?: {SCALE}\b)?"
_ANY_RANGE = re.compile(rf"{START}({_ANY_AMOUNT})(?: to | and |-| - )({_ANY_AMOUNT}){END}", re.IGNORECASE)
# A count in running text: with what qualifies it, and with the other end of its range.
_RUNNING = rf"{START}(?P<qualifier>(?:{QUALIFYING}) )?{{}}{END}(?: (?:{'|'.join(TRAILERS)})\b)?"
_SCALED = rf"[$€£]?(?:{DIGITS}|(?:{WORD})\b)(?:[ -]{SCALE}\b)?"
_SINGLE_COUNT = re.compile(_RUNNING.format(_SCALED), re.IGNORECASE)
_SCALED_RANGE = rf"between {_SCALED} and {_SCALED}|(?<!from ){_SCALED}(?: to |-| - ){_SCALED}"
_RUNNING_COUNT = re.compile(_RUNNING.format(rf"(?:{_SCALED_RANGE}|{_SCALED})"), re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|none)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:^|[^\w)])[-\u2212]$")


def readable(count: Count, quote: str) -> bool:
    """True where the quote carries the count: each number that it names, or its vague words."""
    match count.qualifier:
        case "withheld":
            return True
        case "vague":
            words = re.escape(even(count.text))
            return re.search(rf"{START}{words}{END}", even(quote), re.IGNORECASE) is not None
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
    for match in _ANY_NUMBER.finditer(even(text)):
        try:
            found.add(value_of(match, match.group(), signed=True))
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
    evened, origins = even_in_place(text)
    position = 0
    while (match := _RUNNING_COUNT.search(evened, position)) is not None:
        if not is_count(match.group()):
            # What has the form of a range and does not rise is read number by number.
            match = _SINGLE_COUNT.search(evened, match.start()) or match
        position = match.end()
        place = slice(origins[match.start()], origins[position - 1] + 1)
        if is_count(match.group()) and not _NEGATIVE.search(evened, max(0, match.start() - 2), match.start()):
            yield CountPlace(place.start, place.stop, parse(text[place]))


def _ranges_in(text: str) -> set[tuple[Number, Number]]:
    """Both ends of every range in `text`; in `4 to 5 million` the scale is that of both."""
    found = set()
    for match in _ANY_RANGE.finditer(even(text)):
        try:
            found.add(range_of(match[1], match[2], match.group()))
        except CountError:
            continue
    return found
