"""A page as text for a terminal or a pipe. The only place that knows rich, and any colour."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final, assert_never

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from iraqforce.present.page import (
    Block,
    Entries,
    Entry,
    Example,
    Excerpt,
    Fields,
    Heading,
    Marked,
    Paragraph,
    Passage,
    References,
    Tone,
    Verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.present.view import View
    from iraqforce.render import Screen

_UNBOUNDED: Final = 100_000
"""Cells to a line where nothing may be wrapped: in a pipe."""

Drawn = Heading | Paragraph | Entries | References | Fields | Passage | Excerpt | Example
"""The blocks that are laid out; a Verbatim is not."""

_READABLE: Final = 26
"""Cells that a column of words needs; with fewer, words go below what they belong to."""

_TONES: Final[dict[Tone, str]] = {
    "good": "bold green",
    "warning": "bold yellow",
    "bad": "bold red",
    "plain": "bold",
}
# Control characters could move the cursor or recolour the screen: an article's text must not.
_WHITE = re.compile(r"\s")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:
    """The view's page, a blank line between its blocks."""
    if not first:
        yield "\n"
    yield from render_blocks(view.page(), screen)


def render_blocks(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """The blocks as text, a blank line between them."""
    for number, block in enumerate(blocks):
        yield "\n" if number else ""
        if isinstance(block, Verbatim):
            text = _CONTROL.sub("\ufffd", block.text)
            yield text if text.endswith("\n") else f"{text}\n"
        else:
            yield _drawn(_block(block, screen), screen)


def _drawn(renderable: RenderableType, screen: Screen) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=screen.width or _UNBOUNDED,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.print(renderable)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _block(block: Drawn, screen: Screen) -> RenderableType:
    match block:
        case Heading():
            return _heading(block, screen)
        case Paragraph():
            return _text(block.text)
        case Entries():
            return _entries(block, screen)
        case References():
            return _references(block)
        case Fields():
            return _fields(block)
        case Passage():
            return _passage(block, screen)
        case Excerpt():
            return _excerpt(block, screen)
        case Example():
            return Group(_text(block.title, "bold"), Padding(_text(block.text.rstrip()), (0, 0, 0, 4)))
        case _:
            assert_never(block)


def _text(text: str, style: str = "") -> Text:
    """The text as it is, with what a terminal would obey made visible."""
    return Text(_CONTROL.sub("\ufffd", text), style=style)


def _heading(block: Heading, screen: Screen) -> RenderableType:
    title, badge = _text(block.text, "bold"), _text(block.badge, _TONES[block.tone])
    if not block.badge:
        return title
    if screen.width is None or title.cell_len + badge.cell_len + 2 > screen.width:
        return Text.assemble(title, "  ", badge)
    grid = Table.grid(expand=True)
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_row(title, badge)
    return grid


def _entries(block: Entries, screen: Screen) -> RenderableType:
    listing = _stacked(block) if _too_narrow(block, screen) else _columns(block)
    indented = Padding(listing, (0, 0, 0, 2), expand=False)
    return Group(_text(block.title, "bold"), indented) if block.title else indented


def _too_narrow(block: Entries, screen: Screen) -> bool:
    """True where lead and figure beside the words would leave these less than a readable line."""
    if screen.width is None:
        return False
    lead = max((cell_len(entry.lead) for entry in block.entries), default=0)
    figure = max((cell_len(entry.figure) for entry in block.entries), default=0)
    return screen.width - lead - figure - 8 < _READABLE


def _columns(block: Entries) -> RenderableType:
    grid = _grid(gap=3)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, min_width=8)
    grid.add_column(ratio=1, overflow="fold")
    for entry in block.entries:
        grid.add_row(_text(entry.lead), _text(entry.figure, "bold"), _described(entry))
    return grid


def _stacked(block: Entries) -> RenderableType:
    """Lead and figure on a line of their own, the words below them."""
    pieces: list[RenderableType] = []
    for number, entry in enumerate(block.entries):
        first = Text("   ").join(part for part in (_text(entry.lead), _text(entry.figure, "bold")) if part)
        above = 1 if number else 0
        pieces += [Padding(first, (above, 0, 0, 0)), Padding(_described(entry), (0, 0, 0, 4))]
    return Group(*pieces)


def _grid(gap: int) -> Table:
    return Table.grid(padding=(0, gap, 0, 0))


def _described(entry: Entry) -> RenderableType:
    return Group(_text(entry.text), *(_text(line, "dim") for line in entry.details))


def _references(block: References) -> RenderableType:
    grid = _grid(gap=1)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for reference in block.items:
        lines: list[RenderableType] = [_text(reference.text)]
        for quote, place in reference.quotes:
            lines += [_text(quote)] if quote else []
            lines.append(Padding(_text(place, "dim"), (0, 0, 0, 2), expand=False))
        grid.add_row(_text(f"[{reference.number}]"), Group(*lines))
    return Padding(grid, (0, 0, 0, 2), expand=False)


def _fields(block: Fields) -> RenderableType:
    grid = _grid(gap=2)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for name, value in block.items:
        grid.add_row(_text(name, "dim"), _text(value))
    return Padding(grid, (0, 0, 0, 2), expand=False)


def _passage(block: Passage, screen: Screen) -> RenderableType:
    """The words with the marked ones set off: by style, or by signs where there is none."""
    words = Text()
    for piece, marked in block.pieces():
        if marked:
            words += _text(piece, "bold reverse") if screen.colour else _text(f"»{piece}«")
        else:
            words += _text(piece)
    passage = Group(words, _text(block.title, "dim"))
    return Padding(passage, (0, 0, 0, 2), expand=False)


def _excerpt(block: Excerpt, screen: Screen) -> RenderableType:
    """The message, the line with what is wrong underlined, what to compare, and the hint."""
    lines: list[RenderableType] = [_text(block.message, "bold")]
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            lines += [_text(f"  {marked.label}")] if marked.label else []
            lines += _marked(marked, screen)
    lines += [_text(f"  hint: {block.hint}")] if block.hint else []
    return Group(*lines)


def _marked(block: Marked, screen: Screen) -> list[RenderableType]:
    """The text on one line, and carets below its marks."""
    # A tab or the end of a line would take the carets out of line.
    text, start = _WHITE.sub(" ", block.text), 0
    if screen.width is not None:
        first = block.marks[0][0] if block.marks else 0
        text, at = _cropped(text, first, screen.width - 6)
        start = first - at
    marked = {place - start for begin, end in block.marks for place in range(begin, max(end, begin + 1))}
    cells = [
        ("^" if place in marked else " ") * max(1, cell_len(sign)) for place, sign in enumerate(f"{text} ")
    ]
    below = "".join(cells).rstrip()
    lines: list[RenderableType] = [_text(f"    {text}", "dim")]
    return [*lines, _text(f"    {below}", "bold red")] if below else lines


def _cropped(line: str, start: int, width: int) -> tuple[str, int]:
    """At most `width` characters of the line around `start`, and where that falls among them."""
    if len(line) <= width:
        return line, start
    first = max(0, min(start - width // 3, len(line) - width))
    head, tail = "…" if first else "", "…" if first + width < len(line) else ""
    piece = line[first + len(head) : first + width - len(tail)]
    return f"{head}{piece}{tail}", start - first
