"""A page as text for a terminal or a pipe. Only this module and `terminal_bars` know rich and colors."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from iraqforce.pages import blocks
from iraqforce.pages.blocks import for_terminal
from iraqforce.render.formats import Screen
from iraqforce.render.terminal_bars import bars, columns

_UNBOUNDED: Final = 100_000
"""The width if nothing may be wrapped: in a pipe."""

_READABLE: Final = 26
"""Cells that a column of words needs; with fewer, words go below what they belong to."""

_SIDE: Final = 36
"""Cells that each of several columns of blocks needs."""

_GAP: Final = 4
"""Cells between two columns of blocks."""

_TONES: Final[dict[blocks.Tone, str]] = {
    "good": "bold green",
    "warning": "bold yellow",
    "bad": "bold red",
    "plain": "bold",
}
_WHITE = re.compile(r"\s")


def render_blocks(page: Iterable[blocks.Block], screen: Screen) -> Iterator[str]:
    """The blocks as text, a blank line between them."""
    for number, block in enumerate(page):
        yield "\n" if number else ""
        if isinstance(block, blocks.Verbatim | blocks.Code):
            text = for_terminal(block.text)
            yield text if text.endswith("\n") else f"{text}\n"
        else:
            yield _printed(_block(block, screen), screen)


def _printed(renderable: RenderableType, screen: Screen) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=screen.width or _UNBOUNDED,
        force_terminal=screen.color,
        force_jupyter=False,  # in a notebook rich would show the page itself
        color_system="standard" if screen.color else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    console.print(renderable)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _block(block: blocks.Block, screen: Screen) -> RenderableType:
    match block:
        case blocks.Heading():
            return _heading(block, screen)
        case blocks.Paragraph() | blocks.Verbatim() | blocks.Code():
            return _text(block.text)
        case blocks.Entries():
            return _entries(block, screen)
        case blocks.References():
            return _indented(
                columns(1, *((_text(f"[{each.number}]"), _reference(each)) for each in block.items))
            )
        case blocks.Fields():
            return _indented(columns(2, *((_text(name, "dim"), _text(value)) for name, value in block.items)))
        case blocks.Passage():
            return _passage(block, screen)
        case blocks.Excerpt():
            return _excerpt(block, screen)
        case blocks.SideBySide():
            return _side_by_side(block, screen)
        case blocks.Bars():
            return bars(block, screen)
        case _:
            assert_never(block)


def _text(text: str, style: str = "") -> Text:
    return Text(for_terminal(text), style=style)


def _indented(renderable: RenderableType) -> RenderableType:
    return Padding(renderable, (0, 0, 0, 2), expand=False)


def _heading(block: blocks.Heading, screen: Screen) -> RenderableType:
    title, badge = _text(block.text, "bold"), _text(block.badge, _TONES[block.tone])
    if not block.badge:
        return title
    if screen.width is None or title.cell_len + badge.cell_len + 2 > screen.width:
        return Text.assemble(title, "  ", badge)
    grid = Table.grid("", Column(justify="right"), expand=True)
    grid.add_row(title, badge)
    return grid


def _entries(block: blocks.Entries, screen: Screen) -> RenderableType:
    listing = _indented(_stacked(block) if _too_narrow(block, screen) else _tabular(block))
    return Group(_text(block.title, "bold"), listing) if block.title else listing


def _too_narrow(block: blocks.Entries, screen: Screen) -> bool:
    """True if lead and figure would leave the words less than a readable line."""
    lead = max((cell_len(entry.lead) for entry in block.entries), default=0)
    figure = max((cell_len(entry.figure) for entry in block.entries), default=0)
    return screen.width is not None and screen.width - lead - figure - 8 < _READABLE


def _tabular(block: blocks.Entries) -> RenderableType:
    widths = Column(no_wrap=True), Column(no_wrap=True, min_width=8), Column(ratio=1, overflow="fold")
    grid = Table.grid(*widths, padding=(0, 3, 0, 0))
    for entry in block.entries:
        grid.add_row(_text(entry.lead), _text(entry.figure, "bold"), _described(entry))
    return grid


def _stacked(block: blocks.Entries) -> RenderableType:
    """Lead and figure on a line of their own, the words below them."""
    pieces: list[RenderableType] = []
    for number, entry in enumerate(block.entries):
        first = Text("   ").join(part for part in (_text(entry.lead), _text(entry.figure, "bold")) if part)
        pieces += [Padding(first, (min(number, 1), 0, 0, 0)), Padding(_described(entry), (0, 0, 0, 4))]
    return Group(*pieces)


def _described(entry: blocks.Entry) -> RenderableType:
    return Group(_text(entry.text), *(_text(line, "dim") for line in entry.details))


def _side_by_side(block: blocks.SideBySide, screen: Screen) -> RenderableType:
    """Columns of equal width; one below the other in a pipe, which has no width, and if there is no room."""
    number = len(block.sides)
    width = ((screen.width or 0) - _GAP * (number - 1)) // number
    if width < _SIDE:
        return _spaced([_spaced([_block(each, screen) for each in side]) for side in block.sides])
    grid = Table.grid(*(Column(width=width) for _ in block.sides), padding=(0, _GAP, 0, 0))
    column = screen._replace(width=width)
    grid.add_row(*(_spaced([_block(each, column) for each in side]) for side in block.sides))
    return grid


def _spaced(pieces: Sequence[RenderableType]) -> RenderableType:
    """The pieces below each other, a blank line between them."""
    return Group(*(Padding(piece, (min(number, 1), 0, 0, 0)) for number, piece in enumerate(pieces)))


def _reference(reference: blocks.Reference) -> RenderableType:
    lines: list[RenderableType] = [_text(reference.text)]
    for quote, place in reference.quotes:
        lines += [_text(quote)] if quote else []
        lines.append(_indented(_text(place, "dim")))
    return Group(*lines)


def _passage(block: blocks.Passage, screen: Screen) -> RenderableType:
    """The words with the marked ones set off: by style, or by signs if there is no color."""
    words = Text()
    for piece, marked in block.pieces():
        if marked:
            words += _text(piece, "bold reverse") if screen.color else _text(f"»{piece}«")
        else:
            words += _text(piece)
    return _indented(Group(words, _text(block.title, "dim")))


def _excerpt(block: blocks.Excerpt, screen: Screen) -> RenderableType:
    """The message, the line with the problem underlined, what to compare, and the hint."""
    lines: list[RenderableType] = [_text(block.message, "bold")]
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            lines += [_indented(_text(marked.label))] if marked.label else []
            lines += _marked(marked, screen)
    lines += [_indented(_text(f"hint: {block.hint}"))] if block.hint else []
    return Group(*lines)


def _marked(block: blocks.Marked, screen: Screen) -> list[RenderableType]:
    """The text on one line, and carets below its marks."""
    # A tab, a line end or a control character would shift the carets.
    text, first = for_terminal(_WHITE.sub(" ", block.text)), 0
    if screen.width is not None:
        start = block.marks[0][0] if block.marks else 0
        text, first = _cropped(text, start, screen.width - 6)
    below = _carets(f"{text} ", [(begin - first, end - first) for begin, end in block.marks])
    lines: list[RenderableType] = [_text(f"    {text}", "dim")]
    return [*lines, _text(f"    {below}", "bold red")] if below else lines


def _carets(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """Carets in the cells below the marks, as far as they are in the text; an empty mark gets one."""
    marked: set[int] = set()
    for begin, end in marks:
        first, last = max(0, begin), min(max(end, begin + 1), len(text))
        if first < last:
            start, stop = cell_len(text[:first]), cell_len(text[:last])
            # What takes no cell, such as a vowel sign, is marked below the letter before it.
            marked.update(range(min(start, max(0, stop - 1)), stop))
    return "".join("^" if cell in marked else " " for cell in range(max(marked, default=-1) + 1))


def _cropped(line: str, start: int, width: int) -> tuple[str, int]:
    """At most `width` cells of the line around `start`, and how many characters are left out before them."""
    if cell_len(line) <= width:
        return line, 0
    cells = [cell_len(sign) for sign in line]
    first = min(start, len(line))
    # A third of the room for what comes before; more if less comes after.
    room = max(width // 3, width - sum(cells[first:]))
    while first and cells[first - 1] <= room:
        first -= 1
        room -= cells[first]
    head = "…" if first else ""
    last, room = first + len(head), width - len(head) - 1
    while last < len(line) and cells[last] <= room:
        room -= cells[last]
        last += 1
    # An ellipsis must not replace a single last character that fits as well.
    last += last == len(line) - 1 and cells[last] <= room + 1
    tail = "…" if last < len(line) else ""
    return f"{head}{line[first + len(head) : last]}{tail}", first
