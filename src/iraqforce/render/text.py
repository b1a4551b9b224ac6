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

from iraqforce.present.escapes import for_terminal
from iraqforce.present.page import (
    Bars,
    Block,
    Code,
    Entries,
    Entry,
    Excerpt,
    Fields,
    Heading,
    Marked,
    Paragraph,
    Passage,
    References,
    SideBySide,
    Tone,
    Verbatim,
)
from iraqforce.render.bars import bars

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.present.view import View
    from iraqforce.render import Screen

_UNBOUNDED: Final = 100_000
"""Cells to a line where nothing may be wrapped: in a pipe."""

Drawn = Heading | Paragraph | Entries | References | Fields | Passage | Excerpt | SideBySide | Bars
"""The blocks that are laid out; Verbatim and Code are not."""

_READABLE: Final = 26
"""Cells that a column of words needs; with fewer, words go below what they belong to."""

_SIDE: Final = 36
"""Cells that a side needs where several stand beside each other."""

_GAP: Final = 4
"""Cells between two sides."""

_TONES: Final[dict[Tone, str]] = {
    "good": "bold green",
    "warning": "bold yellow",
    "bad": "bold red",
    "plain": "bold",
}
_WHITE = re.compile(r"\s")


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:
    """The view's page, a blank line between its blocks."""
    if not first:
        yield "\n"
    yield from render_blocks(view.page(), screen)


def render_blocks(blocks: Iterable[Block], screen: Screen) -> Iterator[str]:
    """The blocks as text, a blank line between them."""
    for number, block in enumerate(blocks):
        yield "\n" if number else ""
        if isinstance(block, Verbatim | Code):
            text = for_terminal(block.text)
            yield text if text.endswith("\n") else f"{text}\n"
        else:
            yield _drawn(_block(block, screen), screen)


def _drawn(renderable: RenderableType, screen: Screen) -> str:
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=screen.width or _UNBOUNDED,
        force_terminal=screen.colour,
        force_jupyter=False,  # in a notebook rich would show the page itself
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
        case SideBySide():
            return _side_by_side(block, screen)
        case Bars():
            return bars(block, screen)
        case _:
            assert_never(block)


def _text(text: str, style: str = "") -> Text:
    """The text as it is, with what a terminal would obey made visible."""
    return Text(for_terminal(text), style=style)


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


def _side_by_side(block: SideBySide, screen: Screen) -> RenderableType:
    """Columns of one width; in a pipe, which has none, and where there is no room, one below the other."""
    number = len(block.sides)
    width = ((screen.width or 0) - _GAP * (number - 1)) // number
    if width < _SIDE:
        return _spaced(_spaced(_block(each, screen) for each in side) for side in block.sides)
    grid = _grid(gap=_GAP)
    for _ in block.sides:
        grid.add_column(width=width)
    column = screen._replace(width=width)
    grid.add_row(*(_spaced(_block(each, column) for each in side) for side in block.sides))
    return grid


def _spaced(pieces: Iterable[RenderableType]) -> RenderableType:
    """The pieces below each other, a blank line between them."""
    return Group(*(Padding(piece, (1 if number else 0, 0, 0, 0)) for number, piece in enumerate(pieces)))


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
            lines += [Padding(_text(marked.label), (0, 0, 0, 2), expand=False)] if marked.label else []
            lines += _marked(marked, screen)
    lines += [Padding(_text(f"hint: {block.hint}"), (0, 0, 0, 2), expand=False)] if block.hint else []
    return Group(*lines)


def _marked(block: Marked, screen: Screen) -> list[RenderableType]:
    """The text on one line, and carets below its marks."""
    # A tab or the end of a line, and what a terminal obeys, would take the carets out of line.
    text, first = for_terminal(_WHITE.sub(" ", block.text)), 0
    if screen.width is not None:
        start = block.marks[0][0] if block.marks else 0
        text, first = _cropped(text, start, screen.width - 6)
    below = _carets(f"{text} ", [(begin - first, end - first) for begin, end in block.marks])
    lines: list[RenderableType] = [_text(f"    {text}", "dim")]
    return [*lines, _text(f"    {below}", "bold red")] if below else lines


def _carets(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """Carets in the cells below those marks of the text that it has; an empty mark gets one."""
    marked: set[int] = set()
    for begin, end in marks:
        first, last = max(0, begin), min(max(end, begin + 1), len(text))
        if first < last:
            start, stop = cell_len(text[:first]), cell_len(text[:last])
            # What takes no cell, such as a vowel sign, is shown below the letter that it stands on.
            marked.update(range(min(start, max(0, stop - 1)), stop))
    return "".join("^" if cell in marked else " " for cell in range(max(marked, default=-1) + 1))


def _cropped(line: str, start: int, width: int) -> tuple[str, int]:
    """At most `width` cells of the line around `start`, and how many characters are left out before them."""
    if cell_len(line) <= width:
        return line, 0
    cells = [cell_len(sign) for sign in line]
    first = min(start, len(line))
    # A third of the room for what stands before; more where less stands after.
    room = max(width // 3, width - sum(cells[first:]))
    while first and cells[first - 1] <= room:
        first -= 1
        room -= cells[first]
    head = "…" if first else ""
    last, room = first + len(head), width - len(head) - 1
    while last < len(line) and cells[last] <= room:
        room -= cells[last]
        last += 1
    # The sign of what is left out takes the place of a character that fits as well.
    last += last == len(line) - 1 and cells[last] <= room + 1
    tail = "…" if last < len(line) else ""
    return f"{head}{line[first + len(head) : last]}{tail}", first
