"""A page as text for a terminal or a pipe. Only the modules `terminal*` know rich and colors."""

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, assert_never

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column
from rich.table import Table as Grid
from rich.text import Text

from iraqforce.pages import blocks
from iraqforce.pages.blocks import is_web_address
from iraqforce.render.formats import Screen
from iraqforce.render.terminal_bars import bars
from iraqforce.render.terminal_excerpts import excerpt
from iraqforce.render.terminal_layout import (
    NO_BREAK,
    PADDING,
    Cells,
    entry_of,
    grid,
    indented,
    styled,
    table_widths,
    unbroken,
    width_of,
    widths_of,
)
from iraqforce.text.characters import visible

if TYPE_CHECKING:
    from iraqforce.render.columns import Table

_UNBOUNDED: Final = 100_000
"""The width if nothing may be wrapped: in a pipe."""

_WIDEST: Final = 100
"""Cells to which the cells of a table in a pipe are filled up, so that one long text widens no other row."""

_SIDE: Final = 72
"""Cells that each of several columns of blocks needs."""

_NAME: Final = 24
"""Cells to which the names of fields are wrapped, or half of a narrow screen."""

_GAP: Final = 4
"""Cells between two columns of blocks."""

_TONES: Final[dict[blocks.Tone, str]] = {
    "good": "bold green",
    "warning": "bold yellow",
    "bad": "bold red",
    "plain": "bold",
}


def render_blocks(page: Iterable[blocks.Block], screen: Screen) -> Iterator[str]:
    """The blocks as text, a blank line between them. No URL is ever broken: a reader clicks or copies it."""
    if screen.ascii_only:
        from iraqforce.render.ascii import in_ascii

        page = map(in_ascii, page)
    for number, block in enumerate(page):
        yield "\n" if number else ""
        match block:
            case blocks.Verbatim() | blocks.Code():
                text = visible(block.text)
                yield text if text.endswith("\n") else f"{text}\n"
            case blocks.Paragraph():
                yield _paragraph(block, screen)
            case blocks.Entries():
                yield from _entries(block, screen)
            case blocks.Fields():
                yield from _fields(block, screen)
            case blocks.Passage():
                yield _printed(_passage(block, screen), screen)
                yield from _url_line(block.url, 2, screen)
            case blocks.References():
                yield from _references(block, screen)
            case _:
                yield _printed(_block(block, screen), screen)


def table(found: "Table", screen: Screen) -> Iterator[str]:
    """A table of data, or one record below the other if there is no room; no date or URL is ever broken."""
    from iraqforce.render.ascii import ascii_text
    from iraqforce.render.columns import NUMBERS, cell_text

    spelled = ascii_text if screen.ascii_only else str
    rows = [[spelled(" ".join(cell_text(cell).split())) for cell in row] for row in found.rows]
    names = [column.name for column in found.columns]
    if screen.width is None and not screen.color:
        yield from _lines_of_cells([names, *rows], [column.type in NUMBERS for column in found.columns])
        return
    widths = table_widths([names, *rows], screen)
    if widths is None:
        for number, row in enumerate(rows):
            values = (blocks.Link(cell, cell) if is_web_address(cell) else cell for cell in row)
            known = tuple((name, value) for name, value in zip(names, values, strict=True) if value)
            yield "\n" if number else ""
            yield from _fields(blocks.Fields(known), screen)
        return
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column, width in zip(found.columns, widths, strict=True):
        justify: Literal["left", "right"] = "right" if column.type in NUMBERS else "left"
        grid.add_column(column.name, width=width, overflow="fold", justify=justify)
    for row in rows:
        grid.add_row(*map(styled, row))
    yield _printed(grid, screen)


def _lines_of_cells(rows: Sequence[Sequence[str]], numbers: Sequence[bool]) -> Iterator[str]:
    """The rows for a pipe: a cell wider than its column is whole, and moves only the rest of its line."""
    widths = [min(width_of(cells, None), _WIDEST) for cells in zip(*rows, strict=True)]
    for row in rows:
        line = ""
        for cell, width, is_number in zip(row, widths, numbers, strict=True):
            shown = visible(cell)
            space = " " * (width - cell_len(shown))
            line += f"{space}{shown}  " if is_number else f"{shown}{space}  "
        yield f"{line.rstrip()}\n"


def link(url: str, screen: Screen) -> str:
    """The URL, as a hyperlink (OSC 8) on a terminal that shows them."""
    is_link = screen.links and is_web_address(url)
    return f"\x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\" if is_link else visible(url)


def _url_line(url: str | None, indent: int, screen: Screen) -> Iterator[str]:
    """The URL on a line of its own, indented less if there is no room for it."""
    if url:
        fits = screen.width is None or indent + cell_len(url) <= screen.width
        yield f"{' ' * (indent if fits else min(indent, 6))}{link(url, screen)}\n"


def _paragraph(block: blocks.Paragraph, screen: Screen) -> str:
    if not any(is_url for _, is_url in block.pieces()):
        return _printed(styled(block.text), screen)
    lines = unbroken(visible(block.text)).split("\n")
    wrapped = blocks.Paragraph("\n".join(_wrapped(line, screen.width or _UNBOUNDED) for line in lines) + "\n")
    text = "".join(link(piece, screen) if is_url else piece for piece, is_url in wrapped.pieces())
    return text.replace(NO_BREAK, " ")


def _wrapped(text: str, width: int) -> str:
    """The text wrapped between words: a longer word, such as a URL, is not broken."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and cell_len(joined) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return "\n".join(lines)


def _fields(block: blocks.Fields, screen: Screen) -> Iterator[str]:
    most = screen.width and min(_NAME, screen.width // 2)
    widest = width_of([name for name, _ in block.items], most)
    for name, value in block.items:
        text, url = (value, None) if isinstance(value, str) else value
        label = styled(name, "dim")
        if text == url:
            gap = " " * (widest - cell_len(name) + 2)
            yield f"{_printed(indented(label), screen).rstrip()}{gap}{link(text, screen)}\n"
        else:
            yield _printed(indented(Cells(2, ((label, widest), (styled(text), None)))), screen)
            yield from _url_line(url, widest + 4, screen)


def _references(block: blocks.References, screen: Screen) -> Iterator[str]:
    """Each source with its URL below it."""
    yield _printed(styled(block.title, "bold"), screen) if block.title else ""
    for reference in block.items:
        number = styled(f"[{reference.number}]")
        cells = ((number, number.cell_len), (_reference(reference), None))
        yield _printed(indented(Cells(1, cells)), screen)
        yield from _url_line(reference.url, 6, screen)


def _printed(renderable: RenderableType, screen: Screen) -> str:
    """What is shown, line by line, without white space at their ends."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(renderable, screen))


def _lines(renderable: RenderableType, screen: Screen) -> list[str]:
    """The lines of what is shown.

    What is below each other is laid out piece by piece: rich makes all lines of one as long as its longest.
    """
    match renderable:
        case Group():
            return [line for each in renderable.renderables for line in _lines(each, screen)]
        case Padding():
            inner = _lines(renderable.renderable, _narrowed(screen, renderable.left))
            space = " " * renderable.left
            return [*[""] * renderable.top, *(space + line for line in inner), *[""] * renderable.bottom]
        case Cells() if not screen.color:
            return _lines_of(renderable, screen)
        case Text() if not screen.color and _fits(renderable, screen.width):
            return renderable.plain.replace(NO_BREAK, " ").split("\n")
    console = _console(screen.width or _UNBOUNDED, color=screen.color)
    with console.capture() as printed:
        console.print(renderable, crop=False)
    return printed.get().replace(NO_BREAK, " ").splitlines()


def _lines_of(cells: Cells, screen: Screen) -> list[str]:
    """The lines of pieces that are next to each other."""
    lines: list[str] = []
    left = 0
    for piece, width in cells.pieces:
        inner = _lines(piece, _narrowed(screen, left) if width is None else screen._replace(width=width))
        lines += [""] * (len(inner) - len(lines))
        for number, line in enumerate(inner):
            lines[number] += " " * (left - cell_len(lines[number])) + line
        left += (width or 0) + cells.gap
    return lines


def _narrowed(screen: Screen, left: int) -> Screen:
    return screen._replace(width=screen.width and max(1, screen.width - left))


def _fits(text: Text, width: int | None) -> bool:
    """True if the text has neither a line that is wrapped nor a tab, for which there would be spaces."""
    fits = width is None or len(text) * 2 <= width or max(map(cell_len, text.plain.split("\n"))) <= width
    return fits and "\t" not in text.plain


@lru_cache(maxsize=4)
def _console(width: int, *, color: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        height=25,  # not used, but else rich reads any number in LINES
        force_terminal=color,
        force_jupyter=False,  # in a notebook rich would show the page itself
        color_system="standard" if color else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _block(block: blocks.Block, screen: Screen) -> RenderableType:
    """The block as rich lays it out, also in one of several columns, where URLs have no room."""
    match block:
        case blocks.Heading():
            return _heading(block, screen)
        case blocks.Paragraph() | blocks.Verbatim() | blocks.Code():
            return styled(block.text)
        case blocks.References():
            return Group(*map(_reference, block.items))
        case blocks.Entries():
            widths = widths_of(block, screen)
            listed = [entry_of(entry, widths) for entry in block.entries]
            listing = Group(*listed) if widths else _spaced(listed)
            return Group(styled(block.title, "bold"), listing) if block.title else listing
        case blocks.Grid():
            return grid(block, screen)
        case blocks.Fields():
            values = ((name, value if isinstance(value, str) else value.text) for name, value in block.items)
            return Group(*(styled(f"{name}  {text}") for name, text in values))
        case blocks.Passage():
            return _passage(block, screen)
        case blocks.Excerpt():
            return excerpt(block, screen)
        case blocks.SideBySide():
            return _side_by_side(block, screen)
        case blocks.Bars():
            return bars(block, screen)
        case _:
            assert_never(block)


def _heading(block: blocks.Heading, screen: Screen) -> RenderableType:
    title, badge = styled(block.text, "bold"), styled(block.badge, _TONES[block.tone])
    if not block.badge:
        return title
    if screen.width is None or title.cell_len + badge.cell_len + 2 > screen.width:
        return Text.assemble(title, "  ", badge)
    grid = Grid.grid("", Column(justify="right"), expand=True)
    grid.add_row(title, badge)
    return grid


def _entries(block: blocks.Entries, screen: Screen) -> Iterator[str]:
    """The entries in three columns, or with their words below lead and figure if there is no room."""
    yield _printed(styled(block.title, "bold"), screen) if block.title else ""
    widths = widths_of(block, screen)
    indent = 2 + sum(width + PADDING for width in widths) if widths else 6
    for number, entry in enumerate(block.entries):
        yield "\n" if number and not widths else ""
        yield _printed(entry_of(entry, widths), screen)
        yield from _url_line(entry.source.url if entry.source else None, indent, screen)


def _side_by_side(block: blocks.SideBySide, screen: Screen) -> RenderableType:
    """Columns of equal width; one below the other in a pipe, which has no width, and if there is no room."""
    number = len(block.sides)
    width = ((screen.width or 0) - _GAP * (number - 1)) // number
    if width < _SIDE:
        return _spaced([_spaced([_block(each, screen) for each in side]) for side in block.sides])
    grid = Grid.grid(*(Column(width=width) for _ in block.sides), padding=(0, _GAP, 0, 0))
    column = screen._replace(width=width)
    grid.add_row(*(_spaced([_block(each, column) for each in side]) for side in block.sides))
    return grid


def _spaced(pieces: Sequence[RenderableType]) -> RenderableType:
    """The pieces below each other, a blank line between them."""
    return Group(*(Padding(piece, (min(number, 1), 0, 0, 0)) for number, piece in enumerate(pieces)))


def _reference(reference: blocks.Reference) -> RenderableType:
    lines: list[RenderableType] = [styled(reference.text)]
    for quote, place in reference.quotes:
        lines += [styled(quote)] if quote else []
        lines.append(indented(styled(place, "dim")))
    return Group(*lines)


def _passage(block: blocks.Passage, screen: Screen) -> RenderableType:
    """The words with the marked ones set off: by style, or by signs if there is no color."""
    words, (before, after) = Text(), "><" if screen.ascii_only else "»«"
    for piece, marked in block.pieces():
        if marked:
            words += styled(piece, "bold reverse") if screen.color else styled(f"{before}{piece}{after}")
        else:
            words += styled(piece)
    return indented(Group(words, styled(block.title, "dim")))
