"""The page of `iraqforce cite`: the references as paragraphs, or exactly as their style has them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from iraqforce.pages.blocks import Block, Paragraph, Verbatim


class _Reference(Protocol):
    @property
    def text(self) -> str: ...


class _References(Protocol):
    """What the page needs of `export.citations.References`."""

    @property
    def style(self) -> str: ...
    @property
    def references(self) -> Sequence[_Reference]: ...
    @property
    def document(self) -> str: ...


def page(result: _References) -> Iterator[Block]:
    """Paragraphs for people; a style for programs is not wrapped."""
    if result.style == "text":
        for reference in result.references:
            yield Paragraph(reference.text)
    else:
        yield Verbatim(result.document)
