"""References in Markdown (CommonMark), a paragraph each; the document is a link where it has an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iraqforce.citing.links import on_the_web
from iraqforce.citing.sentences import sentences
from iraqforce.present.escapes import for_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.citing.reference import Reference

# At the start of a line these make a list of what is none.
_BULLET = re.compile(r"^([-+])")
_NUMBER = re.compile(r"^([0-9]+)([.)])")


def document(references: Sequence[Reference]) -> str:
    """The paragraphs, with a blank line between them."""
    return "\n".join(f"{_paragraph(reference)}\n" for reference in references)


def _paragraph(reference: Reference) -> str:
    opening, words, details = sentences(reference)
    cited = _linked(for_markdown(words), reference.url)
    pieces = (for_markdown(opening), cited, *map(for_markdown, details))
    paragraph = " ".join(piece for piece in pieces if piece)
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", paragraph))


def _linked(words: str, url: str | None) -> str:
    """The words as a link where the address is one of the web; any other address follows them as it is."""
    if url is None:
        return words
    if on_the_web(url):
        return f"[{words}](<{url}>)"
    return f"{words} {for_markdown(url)}"
