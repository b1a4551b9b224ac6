"""The words that numbers are made of, and those that qualify them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from iraqforce.counts import Qualifier

SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
WORDS: Final = {
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
QUALIFIERS: Final[dict[str, Qualifier]] = {
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

QUALIFYING: Final = "|".join(QUALIFIERS)
"""A pattern of the words that qualify a number."""

TRAILERS: Final[dict[str, Qualifier]] = {"or more": "at_least", "or fewer": "at_most", "or so": "about"}
