"""For a quote that is not in its article: which other article has it, or which passage is most similar.

This is for a person to read. Nothing here decides that a quote is found.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from iraqforce.model.positions import TextPlace, lines_of
from iraqforce.problems import SimilarPassage
from iraqforce.text.normalize import plain_punctuation
from iraqforce.text.quotes import Article

_SIMILAR: Final = 0.5
"""The share of words in common below which a passage is not worth showing."""

_LONGEST: Final = 600
"""Words of a quote that are compared; what is longer is an article, not a quote."""

_WORD: Final = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")


class _Words(NamedTuple):
    """The words of a text, with plain punctuation for comparison, and where each is."""

    words: list[str]
    spans: list[tuple[int, int]]


def found_elsewhere(
    quote: str, own: str, articles: Mapping[str, Article], paths: Mapping[str, str]
) -> SimilarPassage | None:
    """The first other source whose article has these words, with the place; None if none has.

    `own` is the id of the source that the quote is said to be from, `paths` where each article is stored.
    """
    for name, article in articles.items():
        found = article.find(quote) if name != own else None
        if found is not None:
            place = TextPlace(paths[name], *lines_of(article.text).place(found.start))
            return SimilarPassage(name, place, article.text[found.start : found.end])
    return None


def nearest_passage(quote: str, article: Article, path: str) -> SimilarPassage | None:
    """The passage of the article that shares most words with the quote, and the pieces that differ."""
    wanted, having = _words(quote, _LONGEST), _words(article.text)
    first = _most_similar(wanted.words, having.words)
    if first is None:
        return None
    slack = len(wanted.words) // 4 + 2
    first, last = max(0, first - slack), first + len(wanted.words) + slack
    matcher = SequenceMatcher(None, having.words[first:last], wanted.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start, end = first + blocks[0].a, first + blocks[-1].a + blocks[-1].size
    # What the quote has before its first and after its last word in common is compared with as many words.
    start = max(first, start - blocks[0].b)
    end = min(last, len(having.words), end + len(wanted.words) - blocks[-1].b - blocks[-1].size)
    passage = _Words(having.words[start:end], having.spans[start:end])
    return _compared(quote, wanted, article, passage, path)


def _most_similar(wanted: list[str], having: list[str]) -> int | None:
    """Where the stretch of as many words begins that has most of those wanted; None if too few are shared.

    Punctuation does not count: every text has periods.
    """
    missing = Counter(word for word in wanted if _is_word(word))
    enough, shared = _SIMILAR * missing.total(), 0
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


def _compared(quote: str, wanted: _Words, article: Article, passage: _Words, path: str) -> SimilarPassage:
    """The passage and the quote, with the pieces of each that the other does not have."""
    start, end = passage.spans[0][0], passage.spans[-1][1]
    if passage.words == wanted.words:
        return _cut(quote, article, (start, end), path)
    matcher = SequenceMatcher(None, passage.words, wanted.words, autojunk=False)
    differences, quote_differences = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            differences += list(_span(passage, a, b, start))
            quote_differences += list(_span(wanted, c, d, 0))
    place = TextPlace(path, *lines_of(article.text).place(start))
    return SimilarPassage(
        None, place, article.text[start:end], tuple(differences), quote, tuple(quote_differences)
    )


def _cut(quote: str, article: Article, span: tuple[int, int], path: str) -> SimilarPassage:
    """The passage with the rest of what the quote cuts: the same words, in a longer word or number."""
    start, end = article.without_cuts(*span)
    place = TextPlace(path, *lines_of(article.text).place(start))
    rests = ((0, span[0] - start), (span[1] - start, end - start))
    differences = tuple((first, last) for first, last in rests if first < last)
    return SimilarPassage(None, place, article.text[start:end], differences, quote)


def _span(words: _Words, first: int, last: int, origin: int) -> Iterator[tuple[int, int]]:
    if first < last:
        yield words.spans[first][0] - origin, words.spans[last - 1][1] - origin


@lru_cache(maxsize=4)
def _words(text: str, most: int | None = None) -> _Words:
    found = list(_WORD.finditer(text))[:most]
    return _Words([plain_punctuation(match.group()) for match in found], [match.span() for match in found])


def _is_word(word: str) -> bool:
    return any(sign.isalnum() for sign in word)
