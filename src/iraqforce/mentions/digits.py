"""Digits of a text that nothing has accounted for: neither a count, nor a date, nor any other name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.numerals import negated

if TYPE_CHECKING:
    from collections.abc import Iterator

STRUCK: Final = "_"
"""Stands for a character that is accounted for. It is part of a word: no number begins or ends beside it."""


def digits_left(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of what has digits and no name of its own, with a qualifier that is negated."""
    for match in _DIGITS.finditer(text):
        words = match[0].rstrip(_AFTER)
        if not _NAMED.match(words):
            start = match.start() - len(negated(text, match.start()) or "")
            yield start, match.start() + len(words)


# Digits of any script, with what is written together with them; those of F-16 belong to its letters.
_DIGITS: Final = re.compile(
    r"(?<!\w)(?<![^\W_]-)[-\u2212]?[$€£]?[^\W_]*\d(?:[^\W_]|[.,:/'’+\u066b\u066c\uff0c-])*%?"
)
_AFTER: Final = ".,:/'’-\uff0c"
_NAMED: Final = re.compile(
    r"[^\W\d_]"  # M777A2
    r"|\d+(?:st|nd|rd|th)\b"  # the 26th unit
    r"|\d[\d.]*-?mm\b"  # a gun
    r"|\d+['’]?s\b"  # the 1990s
    r"|\d+-(?:second|minute|hour|day|night|week|month|year|decade)s?\b"  # a 20-year war
    r"|(?:24/7|9/11)$"
)
