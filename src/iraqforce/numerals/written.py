"""A count as a curator writes it: parsed whole, or refused with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.counts import WITHHELD, Count
from iraqforce.numerals.forms import ANY_NUMBER, ONE_NUMBER, WORD, CountError, even, range_of, value_of
from iraqforce.numerals.words import QUALIFIERS, QUALIFYING, SCALES, TRAILERS, both

if TYPE_CHECKING:
    from iraqforce.counts import Number, Qualifier

_QUALIFIED = re.compile(rf"(?P<qualifier>{QUALIFYING})(?P<rest>.+)", re.IGNORECASE)
_RANGE = re.compile(
    r"between (.+?) and (.+)|(.+?)(?: to | ?- ?)(.+)|([0-9][0-9,.]*) or ([0-9][0-9,.]*)", re.IGNORECASE
)
# By itself `a thousand` is vague; where words bound it, it is the bound.
_A_SCALE = re.compile(rf"^a (?={'|'.join(SCALES)})", re.IGNORECASE)
# Of `one or two hundred` neither is the number.
_ALTERNATIVES = re.compile(rf"\b(?:{WORD}) or (?:{WORD})\b", re.IGNORECASE)
_CUT = re.compile(r"(?<![\w.,])0[0-9]")
_METRIC = re.compile(r"([0-9])[mM](?!\w)")
_MONEY = re.compile(r"[$€£]")

FORMS: Final = (
    "4,087, about 2,500, more than 5,000, 4.5 million, 500 to 600, withheld, "
    "or {text: several hundred, low: 200}"
)


def parse(text: str) -> Count:
    """The count that `text` words: a number, a qualified number, a range, or `withheld`.

    Raises CountError for anything else; vague words need bounds of the curator's own (see `vague`).
    """
    evened = even(text)
    if evened == WITHHELD:
        return Count(text, None, None, None, WITHHELD)
    if _CUT.search(evened):
        raise CountError(f"'{text}' begins with a zero, as a part of a number does: write it whole")
    if _METRIC.search(evened) and not _MONEY.search(evened):
        million = _METRIC.sub(r"\1 million", text)
        raise CountError(f"'{text}' may be millions or metres: write '{million}', if that is meant")
    qualifier, rest = _qualifier_of(evened)
    if qualifier not in ("exact", "about"):
        rest = _A_SCALE.sub("one ", rest)
    single = ONE_NUMBER.fullmatch(rest)
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
    """A count in words that name no number (`several hundred`), with bounds of the curator's own.

    Raises CountError where the words are empty, name a number after all, or the bounds are reversed.
    """
    if not text.strip():
        raise CountError("the words of a vague count are empty")
    if is_count(text):
        raise CountError(f"'{text}' names a number: write it without bounds of your own")
    named = [match[0] for match in ANY_NUMBER.finditer(even(text)) if is_count(match[0])]
    if named and not _ALTERNATIVES.search(text):
        raise CountError(f"'{text}' names the number {named[0]}: write it as the count, without bounds")
    if low is not None and high is not None and low > high:
        raise CountError(f"the bounds of '{text}' are reversed: {low} to {high}")
    return Count(text, None, low, high, "vague")


def number(text: str) -> Number:
    """The plain, unsigned number that `text` writes, as a curator writes a bound: `200`, `4,500`.

    Raises CountError for anything else.
    """
    match = ONE_NUMBER.fullmatch(even(text)) if text == text.strip() else None
    if match is None:
        raise CountError(f"'{text}' is not a number: write digits, such as 200 or 4,500")
    return value_of(match, text)


def is_count(text: str) -> bool:
    """True where `parse` reads the text."""
    try:
        parse(text)
    except CountError:
        return False
    return True


def _qualifier_of(evened: str) -> tuple[Qualifier, str]:
    """What qualifies the number, and the number's own words."""
    behind: Qualifier = "exact"
    for words, qualifier in TRAILERS.items():
        if evened.lower().endswith(words):
            behind, evened = qualifier, evened[: -len(words)]
            break
    match = _QUALIFIED.fullmatch(evened)
    before = QUALIFIERS.get(match["qualifier"].lower().strip()) if match else None
    together = both(before, behind) if before else None
    if match is None or together is None:
        return behind, evened
    return together, match["rest"]
