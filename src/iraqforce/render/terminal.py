"""A page as text for a terminal or a pipe. Only the modules `terminal*` know rich and colors."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, assert_never

from rich.cells import cell_len
from rich.text import Text

from iraqforce.pages import blocks
from iraqforce.pages.blocks import is_web_address
from iraqforce.render.formats import Screen
from iraqforce.render.terminal_bars import bars
from iraqforce.render.terminal_excerpts import excerpt
from iraqforce.render.terminal_layout import (
    CONSOLE,
    NO_BREAK,
    PADDING,
    Cells,
    Indented,
    Piece,
    align,
    entry_of,
    grid,
    lines,
    styled,
    table_widths,
    unbroken,
    width_of,
    widths_of,
)
from iraqforce.text.characters import visible

if TYPE_CHECKING:
    from iraqforce.render.columns import Table

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
    numbers = [column.type in NUMBERS for column in found.columns]
    if screen.width is None and not screen.color:
        yield from _lines_of_cells([names, *rows], numbers)
        return
    widths = table_widths([names, *rows], screen)
    if widths is None:
        for number, row in enumerate(rows):
            values = (blocks.Link(cell, cell) if is_web_address(cell) else cell for cell in row)
            known = tuple((name, value) for name, value in zip(names, values, strict=True) if value)
            yield "\n" if number else ""
            yield from _fields(blocks.Fields(known), screen)
        return
    for row in [names, *rows]:
        cells = [styled(cell, "bold" if row is names else "") for cell in row]
        align(cells, widths, numbers)
        yield _printed(Cells(2, tuple(zip(cells, widths, strict=True))), screen)


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
    given = unbroken(visible(block.text)).split("\n")
    wrapped = blocks.Paragraph("\n".join(_wrapped(line, screen.width) for line in given) + "\n")
    text = "".join(link(piece, screen) if is_url else piece for piece, is_url in wrapped.pieces())
    return text.replace(NO_BREAK, " ")


def _wrapped(text: str, width: int | None) -> str:
    """The text wrapped between words: a longer word, such as a URL, is not broken."""
    found = [""]
    for word in text.split():
        joined = f"{found[-1]} {word}".strip()
        if found[-1] and width is not None and cell_len(joined) > width:
            found.append(word)
        else:
            found[-1] = joined
    return "\n".join(found)


def _fields(block: blocks.Fields, screen: Screen) -> Iterator[str]:
    most = screen.width and min(_NAME, screen.width // 2)
    widest = width_of([name for name, _ in block.items], most)
    for name, value in block.items:
        text, url = (value, None) if isinstance(value, str) else value
        label = styled(name, "dim")
        if text == url:
            gap = " " * (widest - cell_len(name) + 2)
            yield f"{_printed(Indented(label), screen).rstrip()}{gap}{link(text, screen)}\n"
        else:
            yield _printed(Indented(Cells(2, ((label, widest), (styled(text), None)))), screen)
            yield from _url_line(url, widest + 4, screen)


def _references(block: blocks.References, screen: Screen) -> Iterator[str]:
    """Each source with its URL below it."""
    yield _printed(styled(block.title, "bold"), screen) if block.title else ""
    for reference in block.items:
        number = styled(f"[{reference.number}]")
        cells = ((number, number.cell_len), (_reference(reference), None))
        yield _printed(Indented(Cells(1, cells)), screen)
        yield from _url_line(reference.url, 6, screen)


def _printed(piece: Piece, screen: Screen) -> str:
    """What is shown, line by line, without white space at their ends."""
    found = lines(piece, screen.width)
    if screen.color:
        with CONSOLE.capture() as printed:
            CONSOLE.print(Text("\n").join(found), soft_wrap=True)
        shown = printed.get().splitlines()
    else:
        shown = [line.plain for line in found]
    return "".join(f"{line.replace(NO_BREAK, ' ').rstrip()}\n" for line in shown)


def _block(block: blocks.Block, screen: Screen) -> Piece:
    """The block as it is laid out, also in one of several columns, where URLs have no room."""
    match block:
        case blocks.Heading():
            return _heading(block, screen)
        case blocks.Paragraph() | blocks.Verbatim() | blocks.Code():
            return styled(block.text)
        case blocks.References():
            return [_reference(each) for each in block.items]
        case blocks.Entries():
            widths = widths_of(block, screen)
            listed = [entry_of(entry, widths) for entry in block.entries]
            listing = listed if widths else _spaced(listed)
            return (styled(block.title, "bold"), listing) if block.title else listing
        case blocks.Grid():
            return grid(block, screen)
        case blocks.Fields():
            values = ((name, value if isinstance(value, str) else value.text) for name, value in block.items)
            return [styled(f"{name}  {text}") for name, text in values]
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


def _heading(block: blocks.Heading, screen: Screen) -> Piece:
    title, badge = styled(block.text, "bold"), styled(block.badge, _TONES[block.tone])
    if not block.badge:
        return title
    if screen.width is None or title.cell_len + badge.cell_len + 2 > screen.width:
        return Text.assemble(title, "  ", badge)
    return Text.assemble(title, " " * (screen.width - title.cell_len - badge.cell_len), badge)


def _entries(block: blocks.Entries, screen: Screen) -> Iterator[str]:
    """The entries in three columns, or with their words below lead and figure if there is no room."""
    yield _printed(styled(block.title, "bold"), screen) if block.title else ""
    widths = widths_of(block, screen)
    indent = 2 + sum(width + PADDING for width in widths) if widths else 6
    for number, entry in enumerate(block.entries):
        yield "\n" if number and not widths else ""
        yield _printed(entry_of(entry, widths), screen)
        yield from _url_line(entry.source.url if entry.source else None, indent, screen)


def _side_by_side(block: blocks.SideBySide, screen: Screen) -> Piece:
    """Columns of equal width; one below the other in a pipe, which has no width, and if there is no room."""
    number = len(block.sides)
    width = ((screen.width or 0) - _GAP * (number - 1)) // number
    if width < _SIDE:
        return _spaced([_spaced([_block(each, screen) for each in side]) for side in block.sides])
    column = screen._replace(width=width)
    sides = (_spaced([_block(each, column) for each in side]) for side in block.sides)
    return Cells(_GAP, tuple((side, width) for side in sides))


def _spaced(pieces: Sequence[Piece]) -> Piece:
    """The pieces below each other, a blank line between them."""
    return [Indented(piece, 0, above=min(number, 1)) for number, piece in enumerate(pieces)]


def _reference(reference: blocks.Reference) -> Piece:
    found: list[Piece] = [styled(reference.text)]
    for quote, place in reference.quotes:
        found += [styled(quote)] if quote else []
        found.append(Indented(styled(place, "dim")))
    return found


def _passage(block: blocks.Passage, screen: Screen) -> Piece:
    """The words with the marked ones set off: by style, or by signs if there is no color."""
    words, (before, after) = Text(), "><" if screen.ascii_only else "»«"
    for piece, marked in block.pieces():
        if marked:
            words += styled(piece, "bold reverse") if screen.color else styled(f"{before}{piece}{after}")
        else:
            words += styled(piece)
    return Indented((words, styled(block.title, "dim")))
