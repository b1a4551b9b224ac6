"""Words as a search compares them, and a query as the terms that it is made of. Standard library only.

Case, accents, punctuation and typography do not count. A number is one word however it is grouped (`2,500`
is `2500`, `4.5` stays whole), initials are one word (`U.S.` is `us`), and what hyphens, apostrophes and other
dots join is several (`anti-ISIS`, `Iraq’s`), so that each of them is found.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What is left out inside a word: separators of thousands, and the dots of initials.
# The sign stands before what looks behind it: that is several times faster than to look at every character.
_JOINTS: Final = re.compile(r"[,\u00a0\u2009\u202f](?<=\d.)(?=\d{3}(?!\d))|\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
_WORD: Final = re.compile(r"[^\W_]+(?:\.(?<=\d\.)(?=\d)[^\W_]+)*")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){2,}")

_MARKS: Final = '"“”„‟«»'
# The spaces that group digits do not set words of a query apart.
_PIECES: Final = re.compile(
    rf"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}](\*?)|((?:[^\s{_MARKS}]|[\u00a0\u2009\u202f])+)"
)


class Token(NamedTuple):
    """A word of a text as it is compared, and its characters there: `start` up to, not including, `end`."""

    word: str
    start: int
    end: int


class Term(NamedTuple):
    """Words that stand one after the other; of a `prefix` the last one may go on. `written` is the user's."""

    words: tuple[str, ...]
    prefix: bool
    written: str

    def spans(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where the term stands among the tokens of a text, as characters of that text."""
        size = len(self.words)
        *whole, last = self.words
        for place in range(len(tokens) - size + 1):
            end = tokens[place + size - 1]
            if end.word != last and not (self.prefix and end.word.startswith(last)):
                continue
            if all(token.word == word for token, word in zip(tokens[place:], whole, strict=False)):
                yield tokens[place].start, end.end


def parse(query: str) -> tuple[Term, ...]:
    """The terms of the query, each once: words, "phrases" between double quotation marks, and prefix*.

    Nothing is an error: what is neither a letter nor a digit sets words apart and has no other meaning.
    """
    terms: dict[tuple[tuple[str, ...], bool], Term] = {}
    for phrase, star, word in _PIECES.findall(query):
        piece = (phrase or word).strip()
        words = tuple(plain_words(piece))
        if words:
            prefix = bool(star) or piece.endswith("*")
            written = f'"{piece}"{star}' if phrase else piece
            terms.setdefault((words, prefix), Term(words, prefix, written))
    return tuple(terms.values())


def plain_words(text: str) -> list[str]:
    """The words of the text, as they are compared."""
    even = text.casefold() if text.isascii() else "".join(map(_evened, text))
    return _WORD.findall(_JOINTS.sub("", even))


def tokens(text: str) -> list[Token]:
    """The words of `plain_words`, each with its place in the text."""
    evened = [(character, place) for place, each in enumerate(text) for character in _evened(each)]
    even = "".join(character for character, _ in evened)
    left_out = {match.start() for match in _JOINTS.finditer(even)}
    kept = [pair for number, pair in enumerate(evened) if number not in left_out]
    found = []
    for match in _WORD.finditer("".join(character for character, _ in kept)):
        start, end = kept[match.start()][1], kept[match.end() - 1][1] + 1
        found.append(Token(match.group(), start, _with_its_rest(text, start, end)))
    return found


def _with_its_rest(text: str, start: int, end: int) -> int:
    """The end of the word with the accents that follow it as characters, or the last dot of initials."""
    while end < len(text) and not _evened(text[end]):
        end += 1
    return end + 1 if _INITIALS.fullmatch(text, start, end + 1) else end


@lru_cache(maxsize=4096)
def _evened(character: str) -> str:
    """The character without case and accents; nothing for what is only an accent."""
    parts = unicodedata.normalize("NFD", character.casefold())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
