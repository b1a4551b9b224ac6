"""`iraqforce.search/1` and `iraqforce.hit/1`: what a search found, and one passage on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.choices import KINDS
from iraqforce.contract.fields import (
    choice,
    identifier,
    listing,
    part,
    pieces,
    record,
    text,
    truth,
    whole,
)
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema
    from iraqforce.store.full_text import Field

FIELDS: Final[dict[Field, str]] = {
    "quote": "the quote of a fact",
    "label": "what a fact is, in the curator's words",
    "stated_by": "whose claim a fact is",
    "note": "what the curator notes of a fact or a source",
    "title": "the title of a source",
    "author": "the author of a source",
    "publisher": "the publisher of a source",
    "article": "a paragraph of the article",
}
TYPES: Final = {"fact": "a fact", "source": "a source or its article"}

_TERM: Final = {
    "words": listing(text("A word."), "The words, which stand next to each other in this order."),
    "prefix": truth("True where the last word may go on."),
}
_QUESTION: Final = {
    "query": text("The words as they were asked."),
    "terms": listing(record("One term.", _TERM), "What they were taken to mean: a passage has every term."),
    "source": identifier("Only this source and the facts taken from it.", null="every source"),
    "kind": choice("Only facts of this kind.", KINDS, null="every fact, and every source"),
    "limit": whole("How many passages at most.", null="all of them", least=1),
}
_UNKNOWN: Final = {
    "term": text("The term as it was written."),
    "nearest": text("What may have been meant.", null="the base has nothing like it"),
}
_HIT: Final = {
    "type": choice("Whose words these are.", TYPES),
    "fact": identifier("The id of the fact.", null="the words are those of a source"),
    "source": identifier("The id of the source, or of the source of the fact."),
    "field": choice("Where the words stand.", FIELDS),
    "at": part(
        "place",
        "Where: the first match in the article, the quote of a fact, or the fact in its base.",
        null="the words are those of a source's own record",
    ),
    "text": text("The passage on one line, cut where it is long: … stands for what is cut."),
    "marks": pieces("The matches in the text."),
    "quoted_by": listing(
        identifier("The id of a fact."), "The facts whose quotes hold a match of this article."
    ),
}


def search() -> Schema:
    """What `iraqforce search --json` prints."""
    found = {
        "facts": whole("How many facts have every term."),
        "sources": whole("How many sources have every term, themselves or in their article."),
    }
    return published(
        "iraqforce.search/1",
        "The hits of iraqforce search",
        "The passages of facts and articles that have the words, the best first.",
        {
            "question": record("What was asked, with what it was taken to mean.", _QUESTION),
            "found": record("How much there is, shown or not.", found),
            "more": truth("True where the limit leaves passages out."),
            "unknown": listing(
                record("One term.", _UNKNOWN),
                "Where nothing was found: the terms that nothing in the base has, ten at most.",
            ),
            "hits": listing(record("One passage.", _HIT), "The passages; empty where nothing was found."),
            "base": part("base"),
        },
    )


def hit() -> Schema:
    """A line of `iraqforce search --format jsonl`."""
    return published(
        "iraqforce.hit/1", "A line of iraqforce search", "A passage that has the words, with its marks.", _HIT
    )
