"""Numbers in running text: every count in its own words, and whether a quote carries a count."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.numerals.forms import (
    AMOUNT,
    ANY_NUMBER,
    END,
    MONEY,
    START,
    WORD,
    CountError,
    even,
    even_in_place,
    otherwise,
    range_of,
    value_of,
)
from iraqforce.numerals.worded import worded_in
from iraqforce.numerals.words import NEGATION, QUALIFIERS, QUALIFYING, TRAILING
from iraqforce.numerals.written import is_count, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.counts import Count, Number

_ANY_RANGE = re.compile(rf"{START}({AMOUNT})(?: to | and |-| - )({AMOUNT}){END}", re.IGNORECASE)
# What qualifies the next number is none of this one's: 500 at least 20 of whom.
_NEXT = rf" (?:{MONEY}?[0-9]|(?:{WORD}|an?|half|several|tens|dozens|hundreds)\b)"
_RANGE = rf"between {AMOUNT} and {AMOUNT}|(?<!from ){AMOUNT}(?: to |-| - ){AMOUNT}"
_RANGE_OR_AMOUNT = rf"(?:{_RANGE}|{AMOUNT})"
_NONE = re.compile(r"\b(?:no(?!\s+(?:more|less|fewer|longer)\b)|none)\b", re.IGNORECASE)
_NEGATED = re.compile(rf"(?<![\w'’])(?P<words>{NEGATION}{QUALIFYING})$", re.IGNORECASE)
_NEGATION_REACH = 40
_NEGATIVE = re.compile(r"(?:^|[^\w)])[-\u2212]$")


def readable(count: Count, quote: str) -> bool:
    """True where the quote carries the count: each number that it names, or its vague words."""
    match count.qualifier:
        case "withheld":
            return True
        case "vague":
            return _has_words(count.text, quote)
        case "range":
            ends = (count.low, count.high)
            return ends in _ranges_in(quote) or set(ends) <= numbers_in(quote)
        case _ if count.value == 0 and _NONE.search(quote):
            return True
        case _:
            return count.value in numbers_in(quote)


def numbers_in(text: str) -> set[Number]:
    """Every number that stands whole in `text`, in digits or in a word up to twelve.

    Digits that may say two things, such as `12 500` and `1.200`, are read as both. After a qualifier that is
    negated (`not around 500`) no number is named.
    """
    return {value for each in (text, *otherwise(text)) for value in _values_in(even(each))}


def _values_in(evened: str) -> Iterator[Number]:
    for match in ANY_NUMBER.finditer(evened):
        with suppress(CountError):
            value = value_of(match, match.group(), signed=True)
            if not negated(evened, match.start()):
                yield value


def negated(evened: str, start: int) -> str | None:
    """The words before `start` that negate a qualifier, where together they are none themselves."""
    match = _NEGATED.search(evened, max(0, start - _NEGATION_REACH), start)
    return None if match is None or match["words"].lower().strip() in QUALIFIERS else match["words"]


def _has_words(words: str, quote: str) -> bool:
    """True where the quote has the vague words, and no number in words that they are only a part of."""
    evened = even(quote)
    spans = list(worded_in(evened))
    return any(
        all(match.start() <= start and end <= match.end() for start, end in spans if _meet(match, start, end))
        for match in re.finditer(rf"{START}{re.escape(even(words))}{END}", evened, re.IGNORECASE)
    )


def _meet(match: re.Match[str], start: int, end: int) -> bool:
    return start < match.end() and match.start() < end


class CountPlace(NamedTuple):
    """A count in a text: its characters from `start` up to, not including, `end`."""

    start: int
    end: int
    count: Count  # type: ignore[assignment] # as in a fact, nobody counts in it


def counts_in(text: str) -> Iterator[CountPlace]:
    """Every count that stands whole in `text`, in its order and in its own words: qualified, or a range.

    In `from 500 to 600` two counts are named, no range. A negative number is none, and neither is one after a
    qualifier that is negated.
    """
    evened, origins = even_in_place(text)
    position = 0
    while (match := _running(_RANGE_OR_AMOUNT).search(evened, position)) is not None:
        if not is_count(match.group()):
            # What has the form of a range and does not rise is read number by number.
            match = _running(AMOUNT).search(evened, match.start()) or match
        position = match.end()
        place = slice(origins[match.start()], origins[position - 1] + 1)
        if is_count(match.group()) and not _is_negative(evened, match):
            yield CountPlace(place.start, place.stop, parse(text[place]))


@cache
def _running(number: str) -> re.Pattern[str]:
    """A number of that pattern in running text, with what qualifies it on either side.

    It takes long to compile, and to read a base needs none: that is done when the first is looked for.
    """
    trailing = rf"(?:(?:{TRAILING})(?!\w|{_NEXT}))?"
    return re.compile(rf"{START}(?P<qualifier>{QUALIFYING})?{number}{END}{trailing}", re.IGNORECASE)


def _is_negative(evened: str, match: re.Match[str]) -> bool:
    """True where the number has a minus, or its qualifier a negation that is no part of it."""
    if _NEGATIVE.search(evened, max(0, match.start() - 2), match.start()):
        return True
    return match["qualifier"] is not None and negated(evened, match.end("qualifier")) is not None


def _ranges_in(text: str) -> set[tuple[Number, Number]]:
    """Both ends of every range in `text`; in `4 to 5 million` the scale is that of both."""
    found = set()
    for match in _ANY_RANGE.finditer(even(text)):
        with suppress(CountError):
            found.add(range_of(match[1], match[2], match.group()))
    return found
