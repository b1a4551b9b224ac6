"""A reference as running text: the pieces of which the styles for people are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from iraqforce.citing.reference import Reference


class Sentences(NamedTuple):
    """A reference in the order in which it is read; `opening` is empty where nothing is quoted."""

    opening: str
    document: str
    details: tuple[str, ...]


def sentences(reference: Reference) -> Sentences:
    """What is quoted and of whom, the document, and what there is to know of both."""
    end = "" if reference.document.endswith(".") else "."
    details = reference.statement.details if reference.statement else ()
    return Sentences(_opening(reference), f"{reference.document}{end}", (*details, *reference.notes))


def _opening(reference: Reference) -> str:
    if reference.statement is None:
        return ""
    speaker, quote, _ = reference.statement
    if speaker is None:
        return f"{quote}." if quote else ""
    return f"{speaker}{': ' if quote else ''}{quote}, as cited in:"
