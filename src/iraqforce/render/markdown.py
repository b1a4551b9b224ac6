"""A page as Markdown (CommonMark with tables), for an issue, a wiki or a newsroom's notes."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from iraqforce.pages import blocks
from iraqforce.pages.blocks import is_web_address
from iraqforce.render.columns import NUMBERS, Table, cell_text
from iraqforce.text.characters import visible

_UNSAFE = re.compile(r"[<>]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")


def escaped(text: str) -> str:
    """The text with Markdown's markup escaped, on one line; spaces at its ends are kept."""
    return visible(re.sub(r"\s+", " ", _MARKUP.sub(r"\\\1", text)))


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
            lines = (blocks.Paragraph(line) for line in block.text.split("\n"))
            yield "  \n".join(_paragraph(line) for line in lines)
        case blocks.Entries() | blocks.Bars():
            yield from _entries(block.entries() if isinstance(block, blocks.Bars) else block)
        case blocks.Grid():
            yield from _grid(block)
        case blocks.References():
            yield from _references(block)
        case blocks.Fields():
            yield from (f"- **{_text(name)}:** {_value(value)}" for name, value in block.items)
        case blocks.Passage():
            pieces = (f"**{_text(piece)}**" if marked else _text(piece) for piece, marked in block.pieces())
            yield f"> {''.join(pieces)}\n>\n> {link(block.title, block.url)}"
        case blocks.Verbatim():
            yield from (f"> {_text(line)}" if line.strip() else ">" for line in block.text.split("\n"))
        case blocks.Code():
            fence = _fence(block.text, at_least=3)
            yield f"{fence}{block.language}\n{visible(block.text.strip())}\n{fence}"
        case blocks.Excerpt():
            yield from _excerpt(block)
        case blocks.SideBySide():
            yield "\n\n".join("\n".join(_block(each)) for side in block.sides for each in side)
        case _:
            assert_never(block)


def table(found: Table) -> Iterator[str]:
    """A table of data, with numbers to the right and URLs as links."""
    numbers = ["---:" if column.type in NUMBERS else "---" for column in found.columns]
    head = [[escaped(column.name) for column in found.columns], numbers]
    for cells in (*head, *([link(cell_text(cell), cell_text(cell)) for cell in row] for row in found.rows)):
        yield f"| {' | '.join(cells)} |\n"


def _titled(title: str, columns: Iterable[str]) -> Iterator[str]:
    """The title of a table, if it has one, and the names of its columns."""
    if title:
        yield f"### {_text(title)}\n"
    yield f"| {' | '.join(map(_text, columns))} |"


def _paragraph(block: blocks.Paragraph) -> str:
    return "".join(link(piece, piece) if is_url else _text(piece) for piece, is_url in block.pieces())


def _entries(block: blocks.Entries) -> Iterator[str]:
    yield from _titled(block.title, block.columns)
    yield "| --- | ---: | --- |"
    for entry in block.entries:
        lines = [*map(_text, (entry.text, *entry.details)), *([_value(entry.source)] if entry.source else [])]
        words = "<br>".join(lines)
        yield f"| {_text(entry.lead)} | {_text(entry.figure)} | {words} |"


def _grid(block: blocks.Grid) -> Iterator[str]:
    yield from _titled(block.title, block.columns)
    right = block.numbers or block.columns[:1]
    yield f"| {' | '.join('---:' if name in right else '---' for name in block.columns)} |"
    for row in block.rows:
        first, words, *rest = map(_text, row.cells)
        detail = f"<br>{_text(row.detail)}" if row.detail else ""
        yield f"| {' | '.join((first, words + detail, *rest))} |"


def _references(block: blocks.References) -> Iterator[str]:
    if block.title:
        yield f"### {_text(block.title)}\n"
    for reference in block.items:
        yield f"{reference.number}. {link(reference.text, reference.url)}"
        yield from (f"   - {_text(quote)} {_text(place)}".rstrip() for quote, place in reference.quotes)


def _value(value: str | blocks.Link) -> str:
    return _text(value) if isinstance(value, str) else link(*value)


def link(text: str, url: str | None) -> str:
    """The text as a link to the URL, if that is of the web."""
    if not is_web_address(url):
        return _text(text)
    address = _UNSAFE.sub(_percent, url)
    return f"[{_text(text)}](<{address}>)"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())


def _excerpt(block: blocks.Excerpt) -> Iterator[str]:
    yield f"- {_text(block.message)}"
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            label, fence = f"{_text(marked.label)} " if marked.label else "", _fence(marked.text)
            yield f"  {label}{fence} {visible(marked.text.strip())} {fence}"
    yield f"  {_text(block.hint)}"


def _fence(text: str, at_least: int = 1) -> str:
    """More backticks in a row than the text has anywhere."""
    return "`" * max(at_least, *(len(run) + 1 for run in ("", *re.findall("`+", text))))
