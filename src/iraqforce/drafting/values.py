"""A draft as frozen values: a source, and proposals of facts in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqforce.counts import Count
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Direction, Kind

TODO = "TODO"
"""The word with which a value begins that a person must decide."""


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """The source of the drafted facts; `todo` says, by key, what a person must decide."""

    id: str
    path: str
    sha256: str
    title: str | None
    todo: dict[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be one fact: words of the article, and what they say of it.

    `words` are those of the number, None for a dated statement; `count` is None too where they name no
    number. `dated` are the words that may date it. The quote stands at `line` and `column` of the article;
    the words that it is proposed for are the characters of the article from `start` up to `end`.
    """

    id: str
    kind: Kind
    force: str | None
    place: str | None
    words: str | None
    count: Count | None
    unit: str | None
    direction: Direction | None
    as_of: PartialDate | None
    dated: tuple[str, ...]
    quote: str
    line: int
    column: int
    start: int
    end: int
    todo: dict[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A source and the facts proposed from its text."""

    source: SourceDraft
    proposals: tuple[Proposal, ...]
