"""`iraqforce.cite/1` and `iraqforce.reference/1`: references to paste, and one of them on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.contract.fields import choice, listing, mapping, part, record, text
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.citing import Style
    from iraqforce.citing.reference import Cited
    from iraqforce.contract.fields import Schema

STYLE_WORDS: Final[dict[Style, str]] = {
    "text": "running text",
    "bibtex": "an entry of BibTeX and biblatex",
    "ris": "a record of RIS",
    "csl-json": "an array of one item of CSL-JSON",
    "markdown": "a paragraph of CommonMark",
}
CITED: Final[dict[Cited, str]] = {
    "fact": "a document, with what a fact takes from it",
    "source": "a document",
    "software": "iraqforce",
    "dataset": "the base",
}

_STYLE: Final = choice("The style that each text is written in.", STYLE_WORDS)
_REFERENCE: Final = {
    "id": text("The id of the fact or the source; of the tool and the base a name with the version."),
    "kind": choice("What is cited.", CITED),
    "key": text("What names the reference among the others: its id, with a number where two share one."),
    "text": text("The reference in the style."),
    "url": text(
        "Where the document stands on the web; of a fact it leads to the words.", null="the base says none"
    ),
    "inferred": listing(
        text("A field: publisher."),
        "The fields that the document's text does not state; empty if none.",
    ),
    "csl": mapping({}, "The same as an item of CSL-JSON, whatever the style; what is unknown is absent."),
}


def cite() -> Schema:
    """What `iraqforce cite --json` prints."""
    return published(
        "iraqforce.cite/1",
        "The references of iraqforce cite",
        "References to facts, to sources, to the tool and to its base.",
        {
            "style": _STYLE,
            "references": listing(
                record("One reference.", _REFERENCE), "The references, in the order asked."
            ),
            "base": part("base"),
        },
    )


def reference() -> Schema:
    """A line of `iraqforce cite --format jsonl`."""
    return published(
        "iraqforce.reference/1",
        "A line of iraqforce cite",
        "One reference.",
        {"style": _STYLE, **_REFERENCE},
    )
