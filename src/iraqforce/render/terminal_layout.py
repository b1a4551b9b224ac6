"""Listings and grids on a terminal: which columns they have, and where their words wrap."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from iraqforce.pages import blocks
from iraqforce.render.formats import Screen
from iraqforce.text.characters import visible

_READABLE: Final = 26
"""Cells that a column of words needs; with fewer, words go below what they belong to."""

PADDING: Final = 3
"""Cells between two columns of a listing."""

_WORDS: Final = 10
"""Cells that the words of a grid need, or more if a word is longer."""

_LONGEST: Final = 16
"""Cells to which dates and figures are wrapped if words need the room: `Nov 21, 2011 to`."""


NO_BREAK: Final = "\ufdd0"
"""What a space is until the lines are broken, for one at which none is: rich breaks at every white space.

No text that is shown has this character: it is a noncharacter.
"""

_DATE: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,4}(?:, \d{4})?\b"
)


def styled(text: str, style: str = "") -> Text:
    """The text without control characters, in one of rich's styles. No date in it is broken."""
    return Text(unbroken(visible(text)), style=style)


def unbroken(text: str) -> str:
    """The text with NO_BREAK for the spaces within its dates."""
    return _DATE.sub(lambda date: date[0].replace(" ", NO_BREAK), text)


def indented(renderable: RenderableType) -> RenderableType:
    """What is shown, two cells to the right."""
    return Padding(renderable, (0, 0, 0, 2), expand=False)


class Cells(NamedTuple):
    """Pieces next to each other, each with its width in cells; the last may have None, for the rest.

    Where none is colored, they are laid out without this table, which takes ten times as long.
    """

    gap: int
    pieces: tuple[tuple[RenderableType, int | None], ...]

    def __rich__(self) -> Table:
        columns = (Column(width=width, overflow="fold") for _, width in self.pieces)
        grid = Table.grid(*columns, padding=(0, self.gap, 0, 0))
        grid.add_row(*(piece for piece, _ in self.pieces))
        return grid


def widths_of(block: blocks.Entries, screen: Screen) -> tuple[int, int] | None:
    """The cells of lead and figure; None if they would leave the words less than a readable line."""
    most = None if screen.width is None else _LONGEST
    lead = width_of([entry.lead for entry in block.entries], most)
    figure = width_of([entry.figure for entry in block.entries], most)
    figure = max(8, figure) if figure else 0
    if screen.width is not None and screen.width - lead - figure - 2 - 2 * PADDING < _READABLE:
        return None
    return lead, figure


def width_of(cells: Sequence[str], most: int | None) -> int:
    """The cells that a column needs; with `most`, wider ones are wrapped to it, but not within a word."""
    widest = max(map(cell_len, cells), default=0)
    if most is None:
        return widest
    return min(widest, max([most, *(cell_len(word) for cell in cells for word in unbroken(cell).split())]))


def table_widths(rows: Sequence[Sequence[str]], screen: Screen) -> list[int] | None:
    """The cells of each column of a table, wrapped only between words; None if there is no room for them."""
    columns = list(zip(*rows, strict=True))
    widths = [width_of(cells, None) for cells in columns]
    if screen.width is None:
        return widths
    least = [width_of(cells, _LONGEST) for cells in columns]
    room = screen.width - 2 * len(widths) + 2
    if sum(least) > room:
        return None
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda place: (widths[place] > least[place], widths[place]))
        widths[widest] -= 1
    return widths


def entry_of(entry: blocks.Entry, widths: tuple[int, int] | None) -> RenderableType:
    """The entry with columns of these widths for lead and figure, or with its words below them."""
    origin = [entry.source.text] if entry.source else []
    words = Group(styled(entry.text), *(styled(line, "dim") for line in (*entry.details, *origin)))
    lead, figure = styled(entry.lead), styled(entry.figure, "bold")
    if widths is None:
        first = Text("   ").join(part for part in (lead, figure) if part)
        return indented(Group(first, Padding(words, (0, 0, 0, 4))))
    return indented(Cells(PADDING, ((lead, widths[0]), (figure, widths[1]), (words, None))))


def grid(block: blocks.Grid, screen: Screen) -> RenderableType:
    """The figures left, the words, and to their right what is short; the detail is below the words.

    If there is no room for the words, they are below the rest. Only words are ever broken.
    """
    head = (blocks.Row(block.columns),) if block.numbers else ()
    shown = block._replace(rows=(*head, *block.rows))
    widths = _grid_widths(shown, screen, None) or _grid_widths(shown, screen, _LONGEST)
    if widths is None:
        listing = indented(Group(*(_stacked(row, block) for row in block.rows)))
    else:
        listing = indented(Group(*(_grid_row(row, block, widths) for row in shown.rows)))
    return Group(styled(block.title, "bold"), listing) if block.title else listing


def _grid_widths(block: blocks.Grid, screen: Screen, most: int | None) -> list[int] | None:
    """The cells of each column, or None if the words have no room; `most` is for the other columns."""
    columns = list(zip(*(row.cells for row in block.rows), strict=True))
    widths = [width_of(cells, None if number == 1 else most) for number, cells in enumerate(columns)]
    if screen.width is None or not widths:
        return widths
    room = screen.width - 2 * len(widths) - sum(widths) + widths[1]
    if room < width_of(columns[1], _WORDS):
        return None
    widths[1] = min(room, widths[1])
    return widths


def _stacked(row: blocks.Row, block: blocks.Grid) -> RenderableType:
    """The row with its words and detail below the rest, and bare numbers after the names of their columns."""
    names = (f"{name} " if name in block.numbers else "" for name in block.columns)
    cells = (name + cell if cell else "" for name, cell in zip(names, row.cells, strict=True))
    first, second, *rest = map(styled, cells)
    first.stylize("bold")
    short = Text("  ").join(cell for cell in (first, *rest) if cell)
    below = (second, styled(row.detail, "dim"))
    return Group(short, *(Padding(words, (0, 0, 0, 4)) for words in below if words))


def _grid_row(row: blocks.Row, block: blocks.Grid, widths: Sequence[int]) -> RenderableType:
    is_head = row.cells == block.columns
    cells = [styled(cell, "dim" if is_head else "") for cell in row.cells]
    for cell, name, width in zip(cells, block.columns, widths, strict=True):
        if name in block.numbers:
            cell.pad_left(max(0, width - cell.cell_len))
    if not is_head:
        cells[0].stylize("bold")
    detail = styled(row.detail, "dim")
    line = Cells(2, tuple(zip(cells, widths, strict=True)))
    return Group(line, Padding(detail, (0, 0, 0, widths[0] + 2))) if detail else line
