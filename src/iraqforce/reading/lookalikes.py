"""For a quote that is not in its article: which article has it, or which passage is most like it.

This is for a person to read. Nothing here ever decides that a quote is found.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.facts import TextPlace
from iraqforce.problems import Lookalike
from iraqforce.reading.quotes import evened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iraqforce.reading.quotes import Article

_ALIKE: Final = 0.5
"""The share of words in common below which a passage is not worth showing."""

_LONGEST: Final = 600
"""Words of a quote that are compared; one so long is no quote but an article."""

_WORD: Final = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")


class _Words(NamedTuple):
    """The words of a text, evened out for comparison, and where each stands."""

    words: list[str]
    spans: list[tuple[int, int]]


def elsewhere(
    quote: str, own: str, articles: Mapping[str, Article], paths: Mapping[str, str]
) -> Lookalike | None:
    """The first other source whose article has these words, with the place; None where none has.

    `own` is the source that the quote is said to be from, `paths` where each article is stored.
    """
    for name, article in articles.items():
        found = article.find(quote) if name != own else None
        if found is not None:
            line, column = article.line_and_column(found.start)
            return Lookalike(
                name, TextPlace(paths[name], line, column), article.text[found.start : found.end]
            )
    return None


def nearest(quote: str, article: Article, path: str) -> Lookalike | None:
    """The passage of the article that shares most words with the quote, and the pieces that differ."""
    wanted, having = _words(quote, _LONGEST), _words(article.text)
    first = _most_alike(wanted.words, having.words)
    if first is None:
        return None
    slack = len(wanted.words) // 4 + 2
    first, last = max(0, first - slack), first + len(wanted.words) + slack
    matcher = SequenceMatcher(None, having.words[first:last], wanted.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size
    # What the quote has before its first and after its last word in common stands beside as many words here.
    start = max(first, start - blocks[0].b)
    end = min(last, len(having.words), end + len(wanted.words) - blocks[-1].b - blocks[-1].size)
    passage = _Words(having.words[start:end], having.spans[start:end])
    return _compared(quote, wanted, article, passage, path)


def _most_alike(wanted: list[str], having: list[str]) -> int | None:
    """Where the stretch of as many words begins that has most of those wanted; None where too few are shared.

    Signs count for nothing: every text has full stops.
    """
    missing = Counter(word for word in wanted if _is_word(word))
    enough, shared = _ALIKE * missing.total(), 0
    best, at = 0, None
    for place, word in enumerate(having):
        if word in missing:
            missing[word] -= 1
            shared += missing[word] >= 0
        left = having[place - len(wanted)] if place >= len(wanted) else ""
        if left in missing:
            missing[left] += 1
            shared -= missing[left] > 0
        if shared > best:
            best, at = shared, max(0, place - len(wanted) + 1)
    return at if best >= enough else None


def _compared(quote: str, wanted: _Words, article: Article, passage: _Words, path: str) -> Lookalike:
    """The passage beside the quote, with the pieces of both that the other does not have."""
    begin, stop = passage.spans[0][0], passage.spans[-1][1]
    if passage.words == wanted.words:
        return _cut(quote, article, (begin, stop), path)
    matcher = SequenceMatcher(None, passage.words, wanted.words, autojunk=False)
    marks, quote_marks = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            marks += list(_span(passage, a, b, begin))
            quote_marks += list(_span(wanted, c, d, 0))
    line, column = article.line_and_column(begin)
    text = article.text[begin:stop]
    return Lookalike(None, TextPlace(path, line, column), text, tuple(marks), quote, tuple(quote_marks))


def _cut(quote: str, article: Article, span: tuple[int, int], path: str) -> Lookalike:
    """The passage with the whole of what the quote cuts: the same words, in a longer word or number."""
    begin, stop = article.uncut(*span)
    line, column = article.line_and_column(begin)
    cut = ((0, span[0] - begin), (span[1] - begin, stop - begin))
    marks = tuple((first, last) for first, last in cut if first < last)
    return Lookalike(None, TextPlace(path, line, column), article.text[begin:stop], marks, quote)


def _span(words: _Words, first: int, last: int, origin: int) -> Iterator[tuple[int, int]]:
    if first < last:
        yield words.spans[first][0] - origin, words.spans[last - 1][1] - origin


def _words(text: str, most: int | None = None) -> _Words:
    found = list(_WORD.finditer(text))[:most]
    return _Words([evened(match.group()) for match in found], [match.span() for match in found])


def _is_word(word: str) -> bool:
    return any(sign.isalnum() for sign in word)
