"""How wide a text is drawn, as near as can be told without its font, and where its lines break."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FONT: Final = "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"

_NARROW: Final = frozenset("iIjlft.,:;'|!()[]/\\ -‘’“”\u202f\u00a0")
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_DIRECTIONS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WIDE: Final = frozenset("mwMW@%—…")


def text_width(text: str, size: float) -> float:
    """The width of the text in pixels at a font size, never less than what a sans serif takes."""
    return size * sum(_em(character) for character in text)


def isolated(text: str) -> str:
    """The text, apart from what stands beside it (Unicode, UAX #9) where some of it reads from right to left.

    What the text itself says of direction is left out: it would reach beyond it.
    """
    own = "".join(each for each in text if each not in _DIRECTIONS)
    if not any(unicodedata.bidirectional(each) in ("R", "AL", "AN") for each in own):
        return own
    return f"{_ISOLATE}{own}{_END}"


def plain(text: str) -> str:
    """The text on one line, without the control characters that no picture can hold."""
    return " ".join("".join(" " if unicodedata.category(each) == "Cc" else each for each in text).split())


def shortened(text: str, characters: int) -> str:
    """The text, cut with an ellipsis where it has more than so many characters."""
    return text if len(text) <= characters else _closed(f"{text[: characters - 1].rstrip()}…")


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines that are at most so wide; a word wider than that is broken."""
    lines: list[str] = []
    current = ""
    for word in plain(text).split(" "):
        for piece in _pieces(word, width, size):
            longer = f"{current} {piece}" if current else piece
            if current and text_width(longer, size) > width:
                lines.append(current)
                longer = piece
            current = longer
    return list(_isolated_by_line([*lines, current] if current else lines))


def _isolated_by_line(lines: list[str]) -> Iterator[str]:
    """The lines; what is set apart over the end of a line is so again on the next."""
    within = False
    for line in lines:
        begun = f"{_ISOLATE}{line}" if within else line
        within = begun.count(_ISOLATE) > begun.count(_END)
        yield _closed(begun)


def _closed(text: str) -> str:
    return text + _END * (text.count(_ISOLATE) - text.count(_END))


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and text_width(piece + character, size) > width:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if character in _WIDE:
        return 1.0
    if character in _DIRECTIONS or unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.74 if character.isupper() else 0.58
