"""How wide a text is drawn, as near as can be told without its font, and where its lines break."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FONT: Final = "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"

_NARROW: Final = frozenset("iIjlft.,:;'|!()[]/\\ -‘’“”\u202f\u00a0")
_WIDE: Final = frozenset("mwMW@%—…")


def text_width(text: str, size: float) -> float:
    """The width of the text in pixels at a font size, never less than what a sans serif takes."""
    return size * sum(_em(character) for character in text)


def plain(text: str) -> str:
    """The text on one line, without the control characters that no picture can hold."""
    return " ".join("".join(" " if unicodedata.category(each) == "Cc" else each for each in text).split())


def shortened(text: str, characters: int) -> str:
    """The text, cut with an ellipsis where it has more than so many characters."""
    return text if len(text) <= characters else f"{text[: characters - 1].rstrip()}…"


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
    return [*lines, current] if current else lines


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
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.74 if character.isupper() else 0.58
