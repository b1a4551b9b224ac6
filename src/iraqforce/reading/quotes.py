"""Finding a quote in an article: the words must be there; only their typography may differ.

Curly and straight quotes, dashes and runs of white space count as the same. Letters, digits, decimal
points, thousands commas and signs do not, and a match never begins or ends inside a word or a number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES: Final = "-‐‑‒–—―"
_ALIKE: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys(_DASHES, "-")
)
_SPACES = re.compile(r"\s+")
_SIGNS: Final = frozenset("+-−±$€£¥<>≤≥≈~")
_SCALE_AHEAD = re.compile(r"[\s-](?:dozen|hundred|thousand|million|billion|trillion)", re.IGNORECASE)
_RANGE_AHEAD = re.compile(rf"\s?[{_DASHES}]\s?[0-9]")


@dataclass(frozen=True, slots=True)
class Found:
    """Where the quote stands in the article, in characters: `start` up to, not including, `end`."""

    start: int
    end: int
    verdict: Literal["exact", "typographic"]


class Article:
    """An article's text, in which many quotes can be looked up."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _evened(self) -> tuple[str, list[int]]:
        # Most quotes are found as they are written: the text is evened out for the first that is not.
        return _fold(self.text)

    def find(self, quote: str) -> Found | None:
        """The first place where the quote stands, as it is written if anywhere, else in other typography."""
        for start in _occurrences(self.text, quote):
            if _whole(self.text, start, start + len(quote)):
                return Found(start, start + len(quote), "exact")
        folded = _fold(quote)[0].strip()
        text, origins = self._evened
        for start in _occurrences(text, folded):
            first, last = origins[start], origins[start + len(folded) - 1]
            if _whole(self.text, first, last + 1):
                return Found(first, last + 1, "typographic")
        return None

    def line_and_column(self, position: int) -> tuple[int, int]:
        """The line and the column, both from 1, of the character at `position`."""
        line = self.text.count("\n", 0, position) + 1
        return line, position - self.text.rfind("\n", 0, position)


def _fold(text: str) -> tuple[str, list[int]]:
    """The text with typography evened out, and for each character of it where it comes from."""
    folded: list[str] = []
    origins: list[int] = []
    for match in re.finditer(r"\s+|\S", text):
        folded.append(" " if match.group().isspace() else match.group().translate(_ALIKE))
        origins.append(match.start())
    return "".join(folded), origins


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start != -1:
        yield start
        start = text.find(words, start + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """True where neither a word nor a number of the text is cut at `start` or `end`."""
    return not _cuts_start(text, start) and not _cuts_end(text, end)


def _cuts_start(text: str, start: int) -> bool:
    if start == 0:
        return False
    before, first = text[start - 1], text[start]
    if _in_word(before) and _in_word(first):
        return True
    if not first.isdigit():
        return False
    if before in ".," and start > 1 and text[start - 2].isdigit():
        return True
    behind = text[start - 2] if start > 1 else " "
    # A sign belongs to the number unless it hangs on a word ("COVID-19"); any dash between digits is a range.
    return (before in _SIGNS and not behind.isalpha()) or (before in _DASHES and behind.isdigit())


def _cuts_end(text: str, end: int) -> bool:
    if end >= len(text):
        return False
    last, after = text[end - 1], text[end]
    if _in_word(last) and _in_word(after):
        return True
    if not last.isdigit():
        return False
    if after in ".," and end + 1 < len(text) and text[end + 1].isdigit():
        return True
    return after == "%" or bool(_SCALE_AHEAD.match(text, end) or _RANGE_AHEAD.match(text, end))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
