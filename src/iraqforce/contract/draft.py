"""`iraqforce.draft/1` and `iraqforce.missing/1`, each with its line: what to enter, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.choices import DIRECTIONS, KINDS
from iraqforce.contract.fields import choice, identifier, listing, mapping, part, record, text, whole
from iraqforce.contract.parts import PLACE_FIELDS
from iraqforce.contract.publishing import published
from iraqforce.patterns import SHA256_PATTERN

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema

_TODO: Final = mapping(
    text("What to decide; it begins with TODO."), "What a person must decide, by the key of the fact base."
)
_SOURCE: Final = {
    "id": identifier("The id proposed for the source."),
    "title": text("The first line of the text that looks like a title.", null="none does"),
    "text": text("The path of the article."),
    "sha256": text("The SHA-256 of the article's bytes.", pattern=SHA256_PATTERN),
    "todo": _TODO,
}
_PROPOSAL: Final = {
    "id": identifier("The id proposed for the fact."),
    "kind": choice("What sort of statement it seems to be.", KINDS),
    "force": identifier("Whose people, where the words name one force of the base.", null="they do not"),
    "place": identifier("Where, where the words name one place of the base.", null="they do not"),
    "words": text("The words of the number.", null="a dated statement without one"),
    "count": part("count", "The number that the words name.", null="there are none, or they name none"),
    "direction": choice("Which way a change goes.", DIRECTIONS, null="it is no change, or says neither"),
    "as_of": part("date", "The date, where the quote states it in full.", null="it does not"),
    "dated": listing(text("Words that may date it."), "The words of its sentence that may date it."),
    "quote": text("The words of the article that carry it."),
    "found_at": part("place", "Where the quote stands in the article."),
    "source": identifier("The id proposed for the source."),
    "todo": _TODO,
}
_GAP: Final = {
    "source": identifier("The source whose article has the number."),
    **PLACE_FIELDS,
    "words": text("The words of the number."),
    "sentence": text("The sentence that it stands in."),
}


def draft() -> Schema:
    """What `iraqforce draft ARTICLE --json` prints."""
    return published(
        "iraqforce.draft/1",
        "The proposals of iraqforce draft",
        "What an article holds to be entered: a source and facts, each with what a person must decide.",
        {
            "source": record("The source proposed.", _SOURCE),
            "proposals": listing(
                record("One fact proposed.", _PROPOSAL), "The facts proposed, in the order of the article."
            ),
        },
    )


def proposal() -> Schema:
    """A line of `iraqforce draft ARTICLE --format jsonl`."""
    return published(
        "iraqforce.proposal/1", "A line of iraqforce draft", "One fact that an article proposes.", _PROPOSAL
    )


def missing() -> Schema:
    """What `iraqforce draft --missing --json` prints."""
    return published(
        "iraqforce.missing/1",
        "The numbers of iraqforce draft --missing",
        "The numbers of a base's articles that no fact covers.",
        {
            "articles": whole("How many articles were compared with their facts."),
            "missing": listing(record("One number.", _GAP), "The numbers; empty where each is entered."),
            "base": part("base"),
        },
    )


def gap() -> Schema:
    """A line of `iraqforce draft --missing --format jsonl`."""
    return published(
        "iraqforce.gap/1",
        "A line of iraqforce draft --missing",
        "A number of an article that no fact covers.",
        _GAP,
    )
