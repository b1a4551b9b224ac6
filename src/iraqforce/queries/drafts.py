"""An article as a draft of facts, and the numbers of a base's articles that no fact covers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, ClassVar, Final, NamedTuple

from iraqforce.errors import limited
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Source
from iraqforce.model.positions import TextPlace, text_place
from iraqforce.model.result import Result
from iraqforce.queries.proposals import TODO, Proposal, proposals
from iraqforce.text.dates_in_text import dates
from iraqforce.text.mentions import numbers, quoted_count, uncovered
from iraqforce.text.sentences import part_around, sentences


class SourceDraft(NamedTuple):
    """The source of the drafted facts."""

    id: Annotated[str, "The id proposed for the source."]
    title: Annotated[str | None, "The first line of the text that looks like a title."]
    text: Annotated[str, "The path of the article."]
    sha256: Annotated[str, "The SHA-256 of the article's bytes."]
    todo: Annotated[
        dict[str, str], "What a person must decide, by key of the fact base; each begins with TODO."
    ]


@dataclass(frozen=True, repr=False)
class Draft(Result):
    """A source and facts drafted from an article, with what a person must decide."""

    schema: ClassVar[str] = "iraqforce.draft/1"
    _lists: ClassVar[str] = "proposals"

    source: Annotated[SourceDraft, "The source proposed."]
    proposals: Annotated[tuple[Proposal, ...], "The facts proposed, in the order of the article."]


class Gap(NamedTuple):
    """A number of an article that no fact covers."""

    source: Annotated[str, "The id of the source whose article has the number."]
    at: Annotated[TextPlace, "Where the number is in the article."]
    words: Annotated[str, "The words of the number."]
    sentence: Annotated[str, "The sentence that it is in; of a very long one, the words around the number."]


@dataclass(frozen=True, repr=False)
class MissingNumbers(Result):
    """The numbers of a base's articles that no fact covers."""

    schema: ClassVar[str] = "iraqforce.missing/1"
    _lists: ClassVar[str] = "missing"

    compared: Annotated[tuple[Source, ...], "The sources whose articles were compared with their facts."]
    missing: Annotated[tuple[Gap, ...], "The numbers; empty if each of them is entered."]
    base: Annotated[BaseInfo, "The base."]


def draft(base: FactBase, text: str, path: str, sha256: str) -> Draft:
    """The draft of the article at `path`, using the names of the base.

    Raises ArticleError if more facts would be proposed than anybody could read.
    """
    name = f"draft-{_slug(path)}"
    title = _title(text)
    source = SourceDraft(name, title, path, sha256, _todo(text, title))
    found = limited(proposals(text, path, base, name), MOST_FOUND, path, "numbers")
    return Draft(source, tuple(found))


def missing(base: FactBase, source: str | None = None) -> MissingNumbers:
    """The numbers of the articles, or of the one of that source, that no fact covers.

    Raises UnknownNameError, and ArticleError if there are more of them than anybody could read.
    """
    asked = base.sources.values() if source is None else [base.source(source)]
    compared = tuple(each for each in asked if each.id in base.articles)
    gaps = [
        gap for each in compared for gap in limited(_gaps(base, each), MOST_FOUND, str(each.text), "numbers")
    ]
    return MissingNumbers(compared, tuple(gaps), base.info)


def _gaps(base: FactBase, source: Source) -> Iterator[Gap]:
    """The numbers of the source's article that none of its facts covers, in their order."""
    text = base.articles[source.id]
    quoted = [each for fact in base.facts_from(source.id) if (each := quoted_count(fact, text)) is not None]
    found = sentences(text)
    sentence = next(found)
    for mention in uncovered(numbers(text), quoted):
        while sentence.end <= mention.start:
            sentence = next(found)
        place = text_place(source.text or "", text, mention.start)
        yield Gap(source.id, place, mention.words, part_around(sentence, mention.start, mention.end).text)


def _todo(text: str, title: str | None) -> dict[str, str]:
    """What a person must decide about the source."""
    stated = dict.fromkeys(each.words for each in dates(text) if each.date and each.date.precision == "day")
    days = f"the text says {', '.join(stated)}" if stated else "no full date in the text"
    return {
        **({} if title else {"title": f"{TODO}: title, or delete this key"}),
        "publisher": f"{TODO}: publisher",
        "published": f"{TODO}: date of publication ({days})",
    }


def _title(text: str) -> str | None:
    """The first line that reads like a heading, or None."""
    lines = (line.strip() for line in text.split("\n") if line.strip())
    return next((line for line in islice(lines, _TITLE_WITHIN) if _is_heading(line)), None)


def _is_heading(line: str) -> bool:
    return (
        _HEADING_WORDS[0] <= len(line.split()) <= _HEADING_WORDS[1]
        and _HEADING.fullmatch(line) is not None
        and len(list(sentences(line))) == 1
        and not any(date.date for date in dates(line))
    )


def _slug(path: str) -> str:
    """The stem of the file as words of an id, or `article` if it has no letter or digit allowed in ids."""
    stem = re.split(r"[/\\]", path)[-1].rpartition(".")
    name = unicodedata.normalize("NFKD", stem[0] or stem[2]).lower()
    words = re.findall(r"[a-z0-9]+", "".join(each for each in name if not unicodedata.combining(each)))
    return "-".join(words)[:_SLUG_LENGTH].strip("-") or "article"


MOST_FOUND: Final = 20_000
"""Numbers of one article that are drafted, or listed as missing."""
_TITLE_WITHIN: Final = 8
"""Lines in which a title is looked for."""
_HEADING_WORDS: Final = (4, 25)
_HEADING: Final = re.compile(r"[\w“‘\"'«][^@]{0,158}[^\s.,;:@)\]]")
_SLUG_LENGTH: Final = 80
"""An id has at most 100 characters, and facts add a number to this one."""
