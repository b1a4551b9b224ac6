"""References as plain text, a paragraph each: for a footnote, a message or an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.citing.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.citing.reference import Reference


def document(references: Sequence[Reference]) -> str:
    """The paragraphs, with a blank line between them."""
    return "\n".join(f"{paragraph(reference)}\n" for reference in references)


def paragraph(reference: Reference) -> str:
    """The reference on one line."""
    opening, words, details = sentences(reference)
    return " ".join(piece for piece in (opening, words, *details, reference.url) if piece)
