"""Numbers in running text: each count in its own words, and whether a quote states a count."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Final, NamedTuple

from iraqforce.model.counts import Count, Number
from iraqforce.text.number_words import (
    NEGATION,
    QUALIFIERS,
    QUALIFYING,
    TRAILING,
    VAGUE,
    WRITTEN_OUT,
    in_digits,
)
from iraqforce.text.numbers import (
    AMOUNT,
    ANY_NUMBER,
    END,
    MONEY,
    START,
    TO,
    WORD,
    CountError,
    is_count,
    other_readings,
    parse,
    plain_number,
    plain_numbers,
    range_of,
    value_of,
)

_ANY_RANGE: Final = re.compile(rf"{START}({AMOUNT})(?:{TO}| and )({AMOUNT}){END}", re.IGNORECASE)
_NONE: Final = re.compile(r"\b(?:no(?!\s+(?:more|less|fewer|longer)\b)|none)\b", re.IGNORECASE)
_NEGATED: Final = re.compile(rf"(?<![\w'’])(?P<words>{NEGATION}{QUALIFYING})$", re.IGNORECASE)
_NEGATION_REACH: Final = 40
"""Characters before a number in which the words that negate its qualifier are."""
_NEGATIVE: Final = re.compile(r"(?:^|[^\w)-])[-\u2212]$")
_AMOUNTS: Final = re.compile(
    rf"{START}(?:{MONEY} ?{AMOUNT}|{AMOUNT} ?(?:%|percent\b|per cent\b))", re.IGNORECASE
)
_IN_WORDS: Final = re.compile(
    rf"(?<![\w-])(?:{NEGATION}?{QUALIFYING})?(?:{WRITTEN_OUT}|{VAGUE})(?![\w-])", re.IGNORECASE
)


def readable(count: Count, quote: str) -> bool:
    """True if the quote states the count: each number that it names, or its vague words."""
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
    """Every whole number in `text`, in digits or in words.

    Digits that may be read in two ways, such as `12 500` and `1.200`, are read in both. After a negated
    qualifier (`not around 500`) no number is named.
    """
    found = set()
    for each in (text, *other_readings(text)):
        plain = in_digits(plain_number(each))
        for match in ANY_NUMBER.finditer(plain):
            with suppress(CountError):
                value = value_of(match, match.group(), signed=True)
                if not negated(plain, match.start()):
                    found.add(value)
    return found


def negated(plain: str, start: int) -> str | None:
    """The words before `start` that negate a qualifier, unless together they are a qualifier themselves."""
    match = _NEGATED.search(plain, max(0, start - _NEGATION_REACH), start)
    return None if match is None or match["words"].lower().strip() in QUALIFIERS else match["words"]


def without_amounts(text: str) -> str:
    """The text without amounts of money and percentages."""
    return _AMOUNTS.sub(" ", text)


def _has_words(words: str, quote: str) -> bool:
    """True if the quote has the vague words, and not only as a part of a longer number in words."""
    plain = plain_number(quote)
    spans = list(words_in(plain))
    for match in re.finditer(rf"{START}{re.escape(plain_number(words))}{END}", plain, re.IGNORECASE):
        first, last = match.span()
        if all(first <= start and end <= last for start, end in spans if start < last and first < end):
            return True
    return False


class NumberMention(NamedTuple):
    """A number in the words of the text: its characters from `start` up to, not including, `end`.

    `count` is None for words that name no number (`several hundred`), for numbers beyond twelve in words, and
    for digits that only a person can read.
    """

    start: int
    end: int
    words: str
    count: Count | None  # type: ignore[assignment] # also a tuple's method


def counts_in(text: str) -> Iterator[NumberMention]:
    """Every whole count in `text`, in order and in its own words: qualified, or a range.

    In `from 500 to 600` two counts are named, not a range. A negative number is not a count, and neither is a
    number after a qualifier that is negated.
    """
    plain, origins = plain_numbers(text)
    position = 0
    while (match := _running(ranges=True).search(plain, position)) is not None:
        if not is_count(match.group()):
            # What has the form of a range and does not rise is read number by number.
            match = _running(ranges=False).search(plain, match.start()) or match
        position = match.end()
        place = slice(origins[match.start()], origins[position - 1] + 1)
        if is_count(match.group()) and not _is_negative(plain, match):
            yield NumberMention(place.start, place.stop, text[place], parse(text[place]))


@cache
def _running(*, ranges: bool) -> re.Pattern[str]:
    """A number in running text, or a range too, with what qualifies it before and behind.

    It takes long to compile, and reading a base does not need it: so not before it is used.
    """
    a_range = rf"between {AMOUNT} and {AMOUNT}|(?<!from ){AMOUNT}{TO}{AMOUNT}|"
    # What qualifies the next number does not qualify this one: 500 at least 20 of whom.
    following = rf" (?:{MONEY}?[0-9]|(?:{WORD}|an?|half|several|tens|dozens|hundreds)\b)"
    return re.compile(
        rf"{START}(?P<qualifier>{QUALIFYING})?(?:{a_range if ranges else ''}{AMOUNT}){END}"
        rf"(?:(?:{TRAILING})(?!\w|{following}))?",
        re.IGNORECASE,
    )


def _is_negative(plain: str, match: re.Match[str]) -> bool:
    """True if the number has a minus sign, or its qualifier a negation that is not a part of it."""
    if _NEGATIVE.search(plain, max(0, match.start() - 2), match.start()):
        return True
    return match["qualifier"] is not None and negated(plain, match.end("qualifier")) is not None


def _ranges_in(text: str) -> set[tuple[Number, Number]]:
    """Both ends of every range in `text`; in `4 to 5 million` the scale is that of both."""
    found = set()
    for match in _ANY_RANGE.finditer(in_digits(plain_number(text))):
        with suppress(CountError):
            found.add(range_of(match[1], match[2], match.group()))
    return found


def words_in(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of every number in words, vague or beyond twelve, with what qualifies it."""
    plain, origins = plain_numbers(text)
    for match in _IN_WORDS.finditer(plain):
        yield origins[match.start()], origins[match.end() - 1] + 1


def negations_in(text: str) -> Iterator[tuple[int, int]]:
    """From each negation of a qualifier to the number that follows: words that must not be separated."""
    plain, origins = plain_numbers(text)
    for match in _negation().finditer(plain):
        yield origins[match.start()], origins[match.end() - 1] + 1


@cache
def _negation() -> re.Pattern[str]:
    """A negation with the qualifier of a number that follows; compiled when it is used, as in `_running`."""
    following = rf"{AMOUNT}|(?:{WRITTEN_OUT}|{VAGUE})\b"
    return re.compile(rf"(?<![\w'’]){NEGATION}{QUALIFYING}(?={following})", re.IGNORECASE)
