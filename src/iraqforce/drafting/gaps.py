"""The numbers of a base's stored articles that no fact covers, each in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.coverage import Entered, entered, missing
from iraqforce.drafting.sentences import sentences
from iraqforce.reading.quotes import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.facts import Fact, Source


class Gap(NamedTuple):
    """A number that nobody entered: its words and its sentence, at `line` and `column` of the article."""

    source: Source
    line: int
    column: int
    words: str
    sentence: str


def gaps(source: Source, text: str, facts: Iterable[Fact]) -> list[Gap]:
    """The numbers of the source's text that none of its facts covers, in their order."""
    spans: list[Entered] = [span for fact in facts if (span := entered(fact, text)) is not None]
    article, whole = Article(text), list(sentences(text))
    return [
        Gap(
            source,
            *article.line_and_column(mention.start),
            mention.words,
            next(each.text for each in whole if mention.start < each.end),
        )
        for mention in missing(text, spans)
    ]
