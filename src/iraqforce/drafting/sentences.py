"""An article's sentences, and the words of one that can be quoted for something said in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.mentions.people import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sentence(NamedTuple):
    """Characters of an article from `start` up to, not including, `end`; `text` are those characters."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the text in their order; a line break ends one, an abbreviation does not."""
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (*_ends(line.group(), line.start()), line.end()):
            yield from _trimmed(text, start, end)
            start = end


def clause(sentence: Sentence, start: int, end: int) -> Sentence:
    """The whole sentence, or of a long one the clause that holds the characters `start` to `end`.

    A clause keeps what stands before those characters, unless that is a statement of its own.
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
    """The words without the full stop and the quotation marks that have no partner among them."""
    text = found.text.rstrip()
    if text.endswith(".") and not _ABBREVIATED.search(text):
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

_LINE: Final = re.compile(r"[^\n]+")
_END: Final = re.compile(r"[.!?…؟。][\"”’»)\]]*\s+(?=(\S[\w.’']*))")
_TITLES: Final = (
    "Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Lt|Maj|Mr|Mrs|Ms|Pfc|Pres|Prof|Pvt|Rep|Rev|Sen|Sgt|Spc|St"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|Co|Corp|Inc|Ltd|Jr|Sr|Mt|Ft|vs|approx|c|ca|excl|incl|pp"
)
_ABBREVIATED: Final = re.compile(rf"(?:\b(?:{_TITLES})|\b(?:[^\W\d_]\.)*[^\W\d_])\.$")
# These end a sentence as any word does, but not before a digit.
_BEFORE_DIGITS: Final = re.compile(r"\b(?:est|fig|no|nos)\.$")
# After `U.S.` a sentence may begin all the same, where the next word is one that begins sentences.
_BEGINNERS: Final = word_set(
    "The A An It He She They We This That These Those But In On At However Meanwhile For If When"
)
_BEFORE_A_WORD: Final = "\"“‘’'«(["
_OPENING: Final = {"“": "”", '"': '"', "‘": "’", "«": "»", "(": ")"}
_CLOSING: Final = {"”": "“", '"': '"', "»": "«", ")": "("}

_STARTS: Final = re.compile(r"; |\s[—–]\s|—|, (?:but|while|although|though|whereas|and) ")
_STOPS: Final = re.compile(rf"{_STARTS.pattern}|, (?:which|where|who|whose|according) | (?:whose|which) ")


def _ends(line: str, offset: int) -> Iterator[int]:
    start = 0
    for match in _END.finditer(line):
        following = match[1]
        if _in_brackets(line, start, match.end()) or _is_shortened(line, match.start(), following):
            continue
        if not following.lstrip(_BEFORE_A_WORD)[:1].islower():
            start = match.end()
            yield offset + start


def _is_shortened(line: str, stop: int, following: str) -> bool:
    """True where the full stop at `stop` is that of an abbreviation, within a sentence."""
    if line[stop] != ".":
        return False
    if following[:1].isdigit() and _BEFORE_DIGITS.search(line, 0, stop + 1):
        return True
    shortened = _ABBREVIATED.search(line, 0, stop + 1)
    initials = shortened is not None and "." in shortened.group()[:-1]
    return shortened is not None and not (initials and following in _BEGINNERS)


def _in_brackets(line: str, start: int, end: int) -> bool:
    """True where a bracket opened since `start` is still open at `end`, and is closed later in the line."""
    depth = 0
    for character in line[start:end]:
        depth = max(0, depth + (character in "([") - (character in ")]"))
    return depth > 0 and any(mark in line[end:] for mark in ")]")


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        yield Sentence(start, end, text[start:end])


def _says_something(words: str) -> bool:
    """True where the words have room for a subject and a verb."""
    return len(words.split()) >= 2
