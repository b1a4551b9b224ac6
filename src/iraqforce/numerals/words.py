"""The words that numbers are made of, and those that qualify them."""

from __future__ import annotations

import re
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
SHORT_SCALES: Final = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
"""Scales directly behind digits. Of these `m` may be metres too: digits alone do not tell."""

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
    "barely": "about",
    "c.": "about",
    "ca.": "about",
    "circa": "about",
    "close to": "about",
    "just under": "about",
    "nearly": "about",
    "roughly": "about",
    "some": "about",
    "~": "about",
    "≈": "about",
    "a little over": "more_than",
    "above": "more_than",
    "in excess of": "more_than",
    "just above": "more_than",
    "just over": "more_than",
    "more than": "more_than",
    "over": "more_than",
    "tops": "more_than",
    "upwards of": "more_than",
    "well above": "more_than",
    "well over": "more_than",
    "a minimum of": "at_least",
    "as few as": "at_least",
    "at least": "at_least",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "not fewer than": "at_least",
    "not less than": "at_least",
    "below": "less_than",
    "fewer than": "less_than",
    "less than": "less_than",
    "under": "less_than",
    "a maximum of": "at_most",
    "as many as": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "not over": "at_most",
    "up to": "at_most",
    "up to about": "at_most",
    "up to approximately": "at_most",
}

_SIGNS: Final = "~≈"
_IN_WORDS: Final = "|".join(
    re.escape(words) for words in sorted(QUALIFIERS, key=len, reverse=True) if words not in _SIGNS
)
QUALIFYING: Final = rf"(?:(?:{_IN_WORDS}) |[{_SIGNS}] ?)"
"""A pattern of what qualifies a number before it, with the space that belongs to it."""

NEGATION: Final = r"(?:(?:no|not|never|nor|neither|hardly|scarcely|without|cannot|[a-z]*n['’]t)\s)"
"""A pattern of what turns a qualifier round when it stands directly before: `not around` is not `around`."""

TRAILERS: Final[dict[str, Qualifier]] = {
    "+": "at_least",
    "-or-more": "at_least",
    "-plus": "at_least",
    " at least": "at_least",
    " or more": "at_least",
    "-or-fewer": "at_most",
    "-or-less": "at_most",
    " at most": "at_most",
    " or fewer": "at_most",
    " or less": "at_most",
    "-odd": "about",
    "-or-so": "about",
    " or so": "about",
}
"""What qualifies a number behind it."""

TRAILING: Final = "|".join(re.escape(words) for words in TRAILERS)


def both(before: Qualifier, behind: Qualifier) -> Qualifier | None:
    """What two qualifiers of one number say together, or None where they contradict each other."""
    match {before, behind} - {"about", "exact"}:
        case left if not left:
            return "about" if "about" in (before, behind) else "exact"
        case left if len(left) == 1:
            return left.pop()
        case left if left == {"more_than", "at_least"}:
            return "more_than"
        case left if left == {"less_than", "at_most"}:
            return "less_than"
        case _:
            return None
