"""An article as a draft: its source with what the text says of it, and the proposals."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final

from iraqforce.drafting.proposals import proposals
from iraqforce.drafting.sentences import sentences
from iraqforce.drafting.values import TODO, Draft, SourceDraft
from iraqforce.mentions.dating import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.checked import DeclaredWords
    from iraqforce.reading.articles import ArticleFile


def draft(article: ArticleFile, path: str, words: DeclaredWords) -> Draft:
    """What could be entered from the article, which the source names by `path`."""
    name = f"draft-{_slug(path)}"
    source = SourceDraft(name, path, article.sha256, _title(article.text), _todo(article.text))
    return Draft(source, tuple(proposals(article.text, words, name)))


def _todo(text: str) -> dict[str, str]:
    """What the text leaves to a person to say of its source."""
    stated = dict.fromkeys(
        each.words for each in dates(text) if each.date is not None and each.date.precision == "day"
    )
    days = f"the text states {', '.join(stated)}" if stated else "the text states no full date"
    return {
        "title": f"{TODO}: the title, or leave it out",
        "publisher": f"{TODO}: who published it",
        "published": f"{TODO}: when it was published; {days}",
    }


def _title(text: str) -> str | None:
    """The first line that reads like a heading, or None where none does."""
    return next((line for line in islice(_lines(text), _TITLE_WITHIN) if _is_heading(line)), None)


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.split("\n") if line.strip())


def _is_heading(line: str) -> bool:
    words = line.split()
    return (
        _HEADING_WORDS[0] <= len(words) <= _HEADING_WORDS[1]
        and _HEADING.fullmatch(line) is not None
        and len(list(sentences(line))) == 1
        and not any(date.date for date in dates(line))
    )


def _slug(path: str) -> str:
    """The stem of the file as words of an id, or `article` where it has no letter or digit that may stand."""
    stem = re.split(r"[/\\]", path)[-1].rpartition(".")
    name = unicodedata.normalize("NFKD", stem[0] or stem[2]).lower()
    words = re.findall(r"[a-z0-9]+", "".join(each for each in name if not unicodedata.combining(each)))
    return "-".join(words)[:_SLUG_LENGTH].strip("-") or "article"


_TITLE_WITHIN: Final = 8
"""Lines among which a title is looked for."""
_HEADING_WORDS: Final = (4, 25)
_HEADING: Final = re.compile(r"[\w“‘\"'«][^@]{0,158}[^\s.,;:@)\]]")
_SLUG_LENGTH: Final = 80
"""An id has at most 100 characters, and facts add a number to this one."""
