"""A page as Markdown (CommonMark with tables), for an issue, a wiki or a newsroom's notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from iraqforce.present.escapes import for_markdown as _text
from iraqforce.present.page import (
    Bars,
    Block,
    Code,
    Entries,
    Excerpt,
    Fields,
    Heading,
    Paragraph,
    Passage,
    Reference,
    References,
    SideBySide,
    Verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import View
    from iraqforce.render import Screen


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:  # noqa: ARG001 - it has no width
    """The view's page, a blank line between its blocks."""
    for number, block in enumerate(view.page()):
        yield ("" if first and number == 0 else "\n") + "\n".join(_block(block)) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            badge = f" ({_text(block.badge.lower())})" if block.badge else ""
            yield f"## {_text(block.text)}{badge}"
        case Paragraph():
            yield _text(block.text)
        case Entries():
            yield from _entries(block)
        case Bars():
            yield from _entries(block.entries())
        case References():
            for reference in block.items:
                yield from _reference(reference)
        case Fields():
            for name, value in block.items:
                yield f"- **{_text(name)}:** {_text(value)}"
        case Passage():
            yield f"> {''.join(_piece(piece, marked=marked) for piece, marked in block.pieces())}"
            yield ">"
            yield f"> {_text(block.title)}"
        case Verbatim():
            yield from (f"> {_text(line)}" if line.strip() else ">" for line in block.text.split("\n"))
        case Code():
            fence = _fence(block.text, at_least=3)
            yield f"{fence}{block.language}\n{block.text.strip()}\n{fence}"
        case Excerpt():
            yield from _excerpt(block)
        case SideBySide():
            yield "\n\n".join("\n".join(_block(each)) for side in block.sides for each in side)
        case _:
            assert_never(block)


def _entries(block: Entries) -> Iterator[str]:
    if block.title:
        yield f"### {_text(block.title)}"
        yield ""
    yield f"| {' | '.join(_text(column) for column in block.columns)} |"
    yield "| --- | ---: | --- |"
    for entry in block.entries:
        words = "<br>".join(_text(line) for line in (entry.text, *entry.details))
        yield f"| {_text(entry.lead)} | {_text(entry.figure)} | {words} |"


def _reference(reference: Reference) -> Iterator[str]:
    yield f"{reference.number}. {_text(reference.text)}"
    for quote, place in reference.quotes:
        yield f"   - {_text(quote)} {_text(place)}".rstrip()


def _excerpt(block: Excerpt) -> Iterator[str]:
    yield f"- {_text(block.message)}"
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            label = f"{_text(marked.label)} " if marked.label else ""
            yield f"  {label}{_code(marked.text)}"
    yield f"  {_text(block.hint)}"


def _piece(piece: str, *, marked: bool) -> str:
    return f"**{_text(piece)}**" if marked else _text(piece)


def _code(line: str) -> str:
    fence = _fence(line)
    return f"{fence} {line.strip()} {fence}" if line.strip() else ""


def _fence(text: str, at_least: int = 1) -> str:
    """More grave accents in a row than stand anywhere in the text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(longest + 1, at_least)
