"""Listings and grids on a terminal: which columns they have, and where their words wrap."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.console import Console
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

It is a noncharacter, which `visible` leaves in no text.
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


class Cells(NamedTuple):
    """Pieces next to each other, each with its width in cells; the last may have None, for the rest."""

    gap: int
    pieces: tuple[tuple["Piece", int | None], ...]


class Indented(NamedTuple):
    """A piece so many cells to the right, with empty lines above and below it."""

    piece: "Piece"
    left: int = 2
    above: int = 0
    below: int = 0


Piece: TypeAlias = Text | Cells | Indented | Sequence["Piece"]
"""What a page is laid out from; pieces in a sequence are below each other."""


def lines(piece: Piece, width: int | None) -> list[Text]:
    """The lines of a piece in so many cells, None for no limit."""
    match piece:
        case Text():
            return _text_lines(piece, width)
        case Cells():
            return _row_lines(piece, width)
        case Indented():
            inner = lines(piece.piece, _narrowed(width, piece.left))
            space = Text(" " * piece.left)
            return [*[Text()] * piece.above, *(space + line for line in inner), *[Text()] * piece.below]
        case _:
            return [line for each in piece for line in lines(each, width)]


def _text_lines(text: Text, width: int | None) -> list[Text]:
    plain = text.plain
    if "\n" not in plain and "\t" not in plain and (width is None or text.cell_len <= width):
        return [text]
    return list(text.wrap(CONSOLE, width or _UNBOUNDED, overflow="fold"))


def _row_lines(cells: Cells, width: int | None) -> list[Text]:
    found: list[Text] = []
    left = 0
    for piece, own in cells.pieces:
        inner = lines(piece, _narrowed(width, left) if own is None else own)
        found += (Text() for _ in range(len(inner) - len(found)))
        for line, added in zip(found, inner, strict=False):
            line.pad_right(left - line.cell_len)
            line.append_text(added)
        left += (own or 0) + cells.gap
    return found


def _narrowed(width: int | None, left: int) -> int | None:
    return width and max(1, width - left)


CONSOLE: Final = Console(
    file=io.StringIO(),
    width=80,  # nothing is wrapped to it, but else rich asks the terminal
    height=25,  # not used either, but else rich reads any number in LINES
    force_terminal=True,
    force_jupyter=False,  # in a notebook rich would show the page itself
    color_system="standard",
    legacy_windows=False,
    markup=False,
    highlight=False,
    emoji=False,
)
"""Wraps text, and turns styles into the codes of a terminal."""

_UNBOUNDED: Final = 100_000
"""The width if nothing may be wrapped: in a pipe."""


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


def entry_of(entry: blocks.Entry, widths: tuple[int, int] | None) -> Piece:
    """The entry with columns of these widths for lead and figure, or with its words below them."""
    origin = [entry.source.text] if entry.source else []
    words = [styled(entry.text), *(styled(line, "dim") for line in (*entry.details, *origin))]
    lead, figure = styled(entry.lead), styled(entry.figure, "bold")
    if widths is None:
        first = Text("   ").join(part for part in (lead, figure) if part)
        return Indented((first, Indented(words, 4)))
    return Indented(Cells(PADDING, ((lead, widths[0]), (figure, widths[1]), (words, None))))


def align(cells: Iterable[Text], widths: Iterable[int], numbers: Iterable[bool]) -> None:
    """Move the cells that are numbers to the right of their columns."""
    for cell, width, is_number in zip(cells, widths, numbers, strict=True):
        if is_number:
            cell.pad_left(max(0, width - cell.cell_len))


def grid(block: blocks.Grid, screen: Screen) -> Piece:
    """The figures left, the words, and to their right what is short; the detail is below the words.

    If there is no room for the words, they are below the rest. Only words are ever broken.
    """
    head = (blocks.Row(block.columns),) if block.numbers else ()
    shown = block._replace(rows=(*head, *block.rows))
    widths = _grid_widths(shown, screen, None) or _grid_widths(shown, screen, _LONGEST)
    if widths is None:
        listing = Indented([_stacked(row, block) for row in block.rows])
    else:
        listing = Indented([_grid_row(row, block, widths) for row in shown.rows])
    return (styled(block.title, "bold"), listing) if block.title else listing


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


def _stacked(row: blocks.Row, block: blocks.Grid) -> Piece:
    """The row with its words and detail below the rest, and bare numbers after the names of their columns."""
    names = (f"{name} " if name in block.numbers else "" for name in block.columns)
    cells = (name + cell if cell else "" for name, cell in zip(names, row.cells, strict=True))
    first, second, *rest = map(styled, cells)
    first.stylize("bold")
    short = Text("  ").join(cell for cell in (first, *rest) if cell)
    below = (second, styled(row.detail, "dim"))
    return (short, *(Indented(words, 4) for words in below if words))


def _grid_row(row: blocks.Row, block: blocks.Grid, widths: Sequence[int]) -> Piece:
    is_head = row.cells == block.columns
    cells = [styled(cell, "dim" if is_head else "") for cell in row.cells]
    align(cells, widths, [name in block.numbers for name in block.columns])
    if not is_head:
        cells[0].stylize("bold")
    detail = styled(row.detail, "dim")
    line = Cells(2, tuple(zip(cells, widths, strict=True)))
    return (line, Indented(detail, widths[0] + 2)) if detail else line
