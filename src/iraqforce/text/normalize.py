"""Text as it is compared: white space, typography, and the words of a search.

For a search, case, accents, punctuation and typography do not matter. A number is one word however it is
grouped (`2,500` is `2500`, `4.5` is one word), initials are one word (`U.S.` is `us`), and what hyphens,
apostrophes and other periods join is several words (`anti-ISIS`, `Iraq’s`), so that each of them is found.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Annotated, Final, NamedTuple

DASHES: Final = "-‐‑‒–—―"

_ONE_OF_EACH: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys(DASHES, "-")
)
# All white space except the single space that it becomes, so that most of a text is skipped at once.
_SPACES: Final = re.compile(r"\s{2,}|[^\S ]")
_SPACES_OR_DASH: Final = re.compile(rf"{_SPACES.pattern}|(?<!-)--(?!-)")


def collapse_spaces(text: str) -> "tuple[str, array[int]]":
    """The text with one space for each run of white space, and the position of each character in `text`."""
    return _collapsed(text, _SPACES)


def plain_punctuation(text: str) -> str:
    """The text with straight quotation marks, and hyphens for dashes. Its length is the same."""
    return text.translate(_ONE_OF_EACH)


def normalize(text: str) -> "tuple[str, array[int]]":
    """The text with single spaces and plain punctuation, and the position of each character in `text`.

    Two hyphens are a dash too.
    """
    collapsed, origins = _collapsed(text, _SPACES_OR_DASH)
    return plain_punctuation(collapsed), origins


def _collapsed(text: str, runs: re.Pattern[str]) -> "tuple[str, array[int]]":
    pieces: list[str] = []
    origins = array("I")
    position = 0
    for match in runs.finditer(text):
        pieces += (text[position : match.start()], "-" if match[0] == "--" else " ")
        origins.extend(range(position, match.start() + 1))
        position = match.end()
    pieces.append(text[position:])
    origins.extend(range(position, len(text)))
    return "".join(pieces), origins


# What is left out inside a word: separators of thousands, and the periods of initials.
# The sign precedes the look-behind: that is several times faster than to look at every character.
_JOINTS: Final = re.compile(r"[,\u00a0\u2009\u202f](?<=\d.)(?=\d{3}(?!\d))|\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")
_WORD: Final = re.compile(r"[^\W_]+(?:\.(?<=\d\.)(?=\d)[^\W_]+)*")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){2,}")

# Characters that may be accents; one of any other kind that has one is not normalized.
_ACCENTS: Final = re.compile(r"[^\x00-\u02ff\u2000-\u20cf]")

_MARKS: Final = '"“”„‟«»'
# The spaces that group digits do not separate the words of a query.
_PIECES: Final = re.compile(
    rf"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}](\*?)|((?:[^\s{_MARKS}]|[\u00a0\u2009\u202f])+)"
)


class Token(NamedTuple):
    """A word of a text as it is compared, and its characters there: `start` up to, not including, `end`."""

    word: str
    start: int
    end: int


class Term(NamedTuple):
    """Consecutive words that a search looks for."""

    words: Annotated[tuple[str, ...], "The words, which follow each other in this order."]
    prefix: Annotated[bool, "True if the last word may continue."]
    written: Annotated[str, "The term as the user wrote it."]

    def spans(self, read: "Tokens") -> Iterator[tuple[int, int]]:
        """Where the term is among the tokens of a text, as characters of that text."""
        *whole, last = self.words
        for end in read.places(last, prefix=self.prefix):
            place = end - len(whole)
            if place >= 0 and all(read.all[place + at].word == word for at, word in enumerate(whole)):
                yield read.all[place].start, read.all[end].end


class Tokens:
    """The tokens of a text, in which many words can be looked up."""

    def __init__(self, text: str) -> None:
        self.all = tokens(text)
        self._places: dict[str, list[int]] = {}
        for place, token in enumerate(self.all):
            self._places.setdefault(token.word, []).append(place)
        self._words = sorted(self._places)

    def places(self, word: str, *, prefix: bool) -> Iterator[int]:
        """The numbers of the tokens that are the word, or with `prefix` begin with it."""
        if not prefix:
            yield from self._places.get(word, ())
            return
        for each in islice(self._words, bisect_left(self._words, word), None):
            if not each.startswith(word):
                return
            yield from self._places[each]


def parse_query(query: str) -> tuple[Term, ...]:
    """The terms of the query, each once: words, "phrases" in double quotation marks, and prefix*.

    Nothing is an error: what is neither a letter nor a digit separates words and has no other meaning.
    """
    terms: dict[tuple[tuple[str, ...], bool], Term] = {}
    for phrase, star, word in _PIECES.findall(query):
        piece = (phrase or word).strip()
        words = tuple(search_words(piece))
        if words:
            prefix = bool(star) or piece.endswith("*")
            written = f'"{piece}"{star}' if phrase else piece
            terms.setdefault((words, prefix), Term(words, prefix, written))
    return tuple(terms.values())


def search_words(text: str) -> list[str]:
    """The words of the text, as a search compares them."""
    plain = text.casefold()
    if not text.isascii() and (_ACCENTS.search(plain) or not unicodedata.is_normalized("NFD", plain)):
        plain = "".join(map(_without_accents, text))
    return _WORD.findall(_JOINTS.sub("", plain))


def tokens(text: str) -> list[Token]:
    """The words of `search_words`, each with its place in the text."""
    plain = [(character, place) for place, each in enumerate(text) for character in _without_accents(each)]
    left_out = {match.start() for match in _JOINTS.finditer("".join(character for character, _ in plain))}
    kept = [pair for number, pair in enumerate(plain) if number not in left_out]
    found = []
    for match in _WORD.finditer("".join(character for character, _ in kept)):
        start, end = kept[match.start()][1], kept[match.end() - 1][1] + 1
        found.append(Token(match.group(), start, _with_what_belongs(text, start, end)))
    return found


def _with_what_belongs(text: str, start: int, end: int) -> int:
    """The end of the word, including combining accents that follow it and the last period of initials."""
    while end < len(text) and not _without_accents(text[end]):
        end += 1
    return end + 1 if _INITIALS.fullmatch(text, start, end + 1) else end


@lru_cache(maxsize=4096)
def _without_accents(character: str) -> str:
    """The character without case and accents; empty if it is only an accent."""
    parts = unicodedata.normalize("NFD", character.casefold())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
