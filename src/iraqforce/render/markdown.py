"""A page as Markdown (CommonMark with tables), for an issue, a wiki or a newsroom's notes."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from iraqforce.pages import blocks

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def escaped(text: str) -> str:
    """The text with Markdown's markup escaped, on one line; spaces at its ends are kept."""
    return re.sub(r"\s+", " ", _MARKUP.sub(r"\\\1", text))


_text = escaped


def render_blocks(page: Iterable[blocks.Block]) -> Iterator[str]:
    """The blocks as Markdown, a blank line between them."""
    for number, block in enumerate(page):
        yield ("\n" if number else "") + "\n".join(_block(block)) + "\n"


def _block(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading():
            badge = f" ({_text(block.badge.lower())})" if block.badge else ""
            yield f"## {_text(block.text)}{badge}"
        case blocks.Paragraph():
            yield _text(block.text)
        case blocks.Entries():
            yield from _entries(block)
        case blocks.Bars():
            yield from _entries(block.entries())
        case blocks.References():
            for reference in block.items:
                yield from _reference(reference)
        case blocks.Fields():
            for name, value in block.items:
                yield f"- **{_text(name)}:** {_text(value)}"
        case blocks.Passage():
            pieces = (f"**{_text(piece)}**" if marked else _text(piece) for piece, marked in block.pieces())
            yield f"> {''.join(pieces)}\n>\n> {_text(block.title)}"
        case blocks.Verbatim():
            yield from (f"> {_text(line)}" if line.strip() else ">" for line in block.text.split("\n"))
        case blocks.Code():
            fence = _fence(block.text, at_least=3)
            yield f"{fence}{block.language}\n{block.text.strip()}\n{fence}"
        case blocks.Excerpt():
            yield from _excerpt(block)
        case blocks.SideBySide():
            yield "\n\n".join("\n".join(_block(each)) for side in block.sides for each in side)
        case _:
            assert_never(block)


def _entries(block: blocks.Entries) -> Iterator[str]:
    if block.title:
        yield f"### {_text(block.title)}\n"
    yield f"| {' | '.join(_text(column) for column in block.columns)} |"
    yield "| --- | ---: | --- |"
    for entry in block.entries:
        words = "<br>".join(_text(line) for line in (entry.text, *entry.details))
        yield f"| {_text(entry.lead)} | {_text(entry.figure)} | {words} |"


def _reference(reference: blocks.Reference) -> Iterator[str]:
    yield f"{reference.number}. {_text(reference.text)}"
    for quote, place in reference.quotes:
        yield f"   - {_text(quote)} {_text(place)}".rstrip()


def _excerpt(block: blocks.Excerpt) -> Iterator[str]:
    yield f"- {_text(block.message)}"
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            label, fence = f"{_text(marked.label)} " if marked.label else "", _fence(marked.text)
            yield f"  {label}{fence} {marked.text.strip()} {fence}"
    yield f"  {_text(block.hint)}"


def _fence(text: str, at_least: int = 1) -> str:
    """More backticks in a row than the text has anywhere."""
    return "`" * max(at_least, *(len(run) + 1 for run in ("", *re.findall("`+", text))))
