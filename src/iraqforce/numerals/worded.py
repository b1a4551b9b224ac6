"""Numbers in words alone: those that name none (`several hundred`), and those written out beyond twelve.

What is negated stands here too: `no less than` is one qualifier, whichever way its number is written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from iraqforce.numerals.forms import AMOUNT, even_in_place
from iraqforce.numerals.words import NEGATION, QUALIFYING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS: Final = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS: Final = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_LARGE: Final = "(?:hundred|thousand|million|billion)"
_UP_TO_99: Final = rf"(?:{_TENS}(?:-(?:{_SMALL}))?|{_TEENS}|{_SMALL})"
_BEYOND_TWELVE: Final = (
    rf"(?:{_TENS}(?:-(?:{_SMALL}))?|{_TEENS})(?: {_LARGE}(?: (?:and )?{_UP_TO_99})?)*"
    rf"|(?:{_SMALL}|an?)(?: {_LARGE} (?:and )?{_UP_TO_99})(?: {_LARGE}(?: (?:and )?{_UP_TO_99})?)*"
)
_PLURAL: Final = "hundreds|thousands|millions|billions"
_SEVERAL: Final = "many |several |a few |a couple of |a |tens of |dozens of |scores of "
_VAGUE: Final = (
    rf"(?:{_SEVERAL})?(?:dozens|{_PLURAL})(?: of (?:{_PLURAL}))*"
    r"|(?:several|many|a few|a couple(?: of)?|half an?|an?)"
    r" (?:dozen|score|hundred|thousand|million|billion)(?: (?:thousand|million|billion))?"
    r"|scores(?= of\b)"
    r"|an? (?:day|week|month|year|decade) or (?:more|longer)"
)
_WORDED: Final = re.compile(
    rf"(?<![\w-])(?:{NEGATION}?{QUALIFYING})?(?:{_BEYOND_TWELVE}|{_VAGUE})(?![\w-])", re.IGNORECASE
)


def worded_in(text: str) -> Iterator[tuple[int, int]]:
    """The characters of every number in words, with what qualifies it, as their start and end."""
    evened, origins = even_in_place(text)
    for match in _WORDED.finditer(evened):
        yield origins[match.start()], origins[match.end() - 1] + 1


def negated_in(text: str) -> Iterator[tuple[int, int]]:
    """From each negation of a qualifier to the number that it qualifies: these words belong together."""
    evened, origins = even_in_place(text)
    for match in _negated().finditer(evened):
        yield origins[match.start()], origins[match.end() - 1] + 1


@cache
def _negated() -> re.Pattern[str]:
    """A negation with the qualifier that a number follows: compiled late, as reading a base needs none."""
    number = rf"{AMOUNT}|(?:{_BEYOND_TWELVE}|{_VAGUE})\b"
    return re.compile(rf"(?<![\w'’]){NEGATION}(?P<qualifier>{QUALIFYING})(?={number})", re.IGNORECASE)
