"""CSV (RFC 4180): a header, then rows. What is unknown is an empty cell; yes and no are true and false.

A spreadsheet runs a cell that begins like a formula. Such a text gets an apostrophe before it, which marks it
as text; numbers stay as they are.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from iraqforce.model.result import Result
from iraqforce.render.columns import Cell
from iraqforce.render.tables import table_of


def lines(result: Result, *, header: bool = True) -> Iterator[str]:
    """The table of the result, row by row."""
    table = table_of(result)
    if header:
        yield line([column.name for column in table.columns])
    for row in table.rows:
        yield line(row)


def line(cells: Iterable[Cell]) -> str:
    """The cells as one row, with a line end."""
    texts = [_text(cell) for cell in cells]
    return ",".join(texts) + "\n" if texts != [""] else '""\n'


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = safe(cell)
        return f'"{text.replace(_QUOTE, _TWO_QUOTES)}"' if _QUOTED(text) else text
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


# Not the csv module: to set up a writer for each row takes as long as to find half an answer.
_QUOTED: Final = re.compile('[",\r\n]').search
_QUOTE: Final = '"'
_TWO_QUOTES: Final = '""'

# Apostrophes may come first: removing one then gives back every text, whatever it began with.
_BEGINNINGS: Final = frozenset("'=+-@\t\r\n＝＋－＠")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def safe(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would run it (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in _BEGINNINGS and _FORMULA.match(text) else text


def unsafe(cell: str) -> str:
    """The text that `safe` made the cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
