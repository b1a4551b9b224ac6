"""The sentences and paragraphs of a text, and the words of a sentence that can be quoted."""

import re
from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple

from iraqforce.model.facts import Fact


class Sentence(NamedTuple):
    """Characters of a text from `start` up to, not including, `end`; `text` are those characters."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the text, in order; a line break ends one, an abbreviation does not."""
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (*_ends(line.group(), line.start()), line.end()):
            yield from _trimmed(text, start, end)
            start = end


def unwrapped(text: str) -> str:
    """The text with a space for each line end at which a line was wrapped; its length is the same.

    A wrapped line stops in the middle of a sentence, and the next one goes on.
    """
    return _WRAP.sub(lambda match: f"{match[0][:-1]} ", text)


def part_around(sentence: Sentence, start: int, end: int) -> Sentence:
    """The sentence, or of a very long one the words within reach of the characters `start` to `end`."""
    if len(sentence.text) <= 2 * REACH:
        return sentence
    at, stop = max(0, start - REACH - sentence.start), end + REACH - sentence.start
    first = sentence.text.find(" ", at, start - sentence.start) + 1 if at else 0
    last = sentence.text.rfind(" ", end - sentence.start, stop) if stop < len(sentence.text) else 0
    # A word that is longer than that is cut.
    first, last = first or at, last if last > 0 else stop
    words = sentence.text[first:last]
    return Sentence(sentence.start + first, sentence.start + first + len(words), words)


def clause(sentence: Sentence, start: int, end: int) -> Sentence:
    """The whole sentence or, if it is long, the clause that has the characters `start` to `end`.

    A clause keeps what precedes those characters, unless that is a statement of its own.
    """
    first, last = sentence.start, sentence.end
    if len(sentence.text) > LONG:
        before, after = sentence.text[: start - sentence.start], sentence.text[end - sentence.start :]
        starts = [match.end() for match in _STARTS.finditer(before) if _says_something(before[match.end() :])]
        stop = _STOPS.search(after)
        first = sentence.start + (starts[-1] if starts else 0)
        last = end + stop.start() if stop else sentence.end
    return Sentence(first, last, sentence.text[first - sentence.start : last - sentence.start])


def quotable(found: Sentence) -> Sentence:
    """The words without the period and without quotation marks or brackets that have no partner."""
    text = found.text.rstrip()
    if text.endswith(".") and not _ABBREVIATED.search(text, max(0, len(text) - _ABBREVIATION)):
        text = text[:-1]
    text = text.rstrip(" \u00a0,;:")
    if text[-1:] in _CLOSING and text.count(text[-1]) + text.count(_CLOSING[text[-1]]) == 1:
        text = text[:-1].rstrip(",.")
    start = found.start
    if text[:1] in _OPENING and not any(mark in text[1:] for mark in _OPENING[text[0]]):
        text, start = text[1:], start + 1
    return Sentence(start, start + len(text), text)


LONG: Final = 220
"""Characters beyond which a sentence is too long to be quoted whole."""

REACH: Final = 500
"""Characters before and after a number that are read: what is further away in one sentence is another matter.

So the work for a number, and what is shown of its sentence, is bounded, however long the sentence is.
"""

# A heading ends without a period too, but is mostly shorter, and no lowercase letter follows it.
_WRAP: Final = re.compile(r"(?m)^(?=[^\n]{50,120}$)[^\n]*(?:[^\s.!?:\"”]\n(?=[^\s#>*|+-])|\n(?=[a-z]))")
_LINE: Final = re.compile(r"[^\n]+")
_END: Final = re.compile(r"[.!?…؟。][\"”’»)\]]*\s+(?=(\S[\w.’']*))")
_TITLES: Final = (
    "Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Lt|Maj|Mr|Mrs|Ms|Pfc|Pres|Prof|Pvt|Rep|Rev|Sen|Sgt|Spc|St"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|Co|Corp|Inc|Ltd|Jr|Sr|Mt|Ft|vs|approx|c|ca|excl|incl|pp"
)
_ABBREVIATED: Final = re.compile(rf"(?:\b(?:{_TITLES})|\b(?:[^\W\d_]\.)*[^\W\d_])\.$")
_ABBREVIATION: Final = 20
"""Characters before a period in which an abbreviation is looked for."""
# These end a sentence as any word does, but not before a digit.
_BEFORE_DIGITS: Final = re.compile(r"\b(?:est|fig|no|nos)\.$")
# After `U.S.` a sentence may begin all the same, if the next word is one that begins sentences.
_BEGINNERS: Final = (
    "The", "A", "An", "It", "He", "She", "They", "We", "This", "That", "These", "Those", "But", "In", "On",
    "At", "However", "Meanwhile", "For", "If", "When",
)  # fmt: skip
_BEFORE_A_WORD: Final = "\"“‘’'«(["
_OPENING: Final = {"“": "”", '"': '"', "‘": "’", "«": "»", "(": ")"}
_CLOSING: Final = {"”": "“", '"': '"', "»": "«", ")": "("}

_STARTS: Final = re.compile(r"; |\s(?:[—–]|--)\s|—|--|, (?:but|while|although|though|whereas|and) ")
_STOPS: Final = re.compile(rf"{_STARTS.pattern}|, (?:which|where|who|whose|according) | (?:whose|which) ")


def _ends(line: str, offset: int) -> Iterator[int]:
    """Where in the text each sentence of a line ends, except the last; `offset` is where the line begins."""
    depth = position = 0  # of open brackets, and up to where they are counted
    last_closing = max(line.rfind(")"), line.rfind("]"))
    for match in _END.finditer(line):
        for character in line[position : match.end()]:
            depth = max(0, depth + (character in "([") - (character in ")]"))
        position = match.end()
        in_brackets = depth > 0 and last_closing >= position
        if in_brackets or _is_shortened(line, match.start(), match[1]):
            continue
        if not match[1].lstrip(_BEFORE_A_WORD)[:1].islower():
            depth = 0
            yield offset + position


def _is_shortened(line: str, stop: int, following: str) -> bool:
    """True if the period at `stop` is that of an abbreviation within a sentence."""
    if line[stop] != ".":
        return False
    start = max(0, stop - _ABBREVIATION)
    if following[:1].isdigit() and _BEFORE_DIGITS.search(line, start, stop + 1):
        return True
    shortened = _ABBREVIATED.search(line, start, stop + 1)
    initials = shortened is not None and "." in shortened.group()[:-1]
    return shortened is not None and not (initials and following in _BEGINNERS)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        yield Sentence(start, end, text[start:end])


def _says_something(words: str) -> bool:
    """True if the words have room for a subject and a verb."""
    return len(words.split(maxsplit=2)) >= 2


class Paragraph(NamedTuple):
    """A paragraph of an article, with a quote in it."""

    text: Annotated[str, "The paragraph."]
    start: Annotated[int, "Where in it the quote begins, in characters from 0."]
    end: Annotated[int, "Where in it the quote ends: the character after it."]


_WRAPPED: Final = 100
"""A text whose lines are all at most this long is wrapped by hand."""


def paragraph_of(fact: Fact, article: str | None) -> Paragraph | None:
    """The paragraph of the article that has the fact's quote, or None if there is no article or quote."""
    if article is None or fact.quote_at is None:
        return None
    start, end = fact.quote_at.span(article)
    held = [each for each in paragraphs(article) if each[0] < end and start < each[1]]
    first, last = held[0][0], held[-1][1]
    return Paragraph(article[first:last], start - first, end - first)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each paragraph of the text, in characters; blank lines are not in any.

    A paragraph is a line, but if the text is wrapped by hand, it goes from blank line to blank line.
    """
    lines = text.split("\n")
    wrapped = max(map(len, lines)) <= _WRAPPED
    start: int | None = None
    end = place = 0
    for line in lines:
        if start is not None and not (wrapped and line.strip()):
            yield start, end
            start = None
        if line.strip():
            start = place if start is None else start
            end = place + len(line.rstrip())
        place += len(line) + 1
    if start is not None:
        yield start, end
