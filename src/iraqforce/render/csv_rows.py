"""CSV (RFC 4180): a header, then rows. What is unknown is an empty cell; yes and no are true and false.

A spreadsheet runs a cell that begins like a formula. Such a text gets an apostrophe before it, which says to
spreadsheets that it is text; numbers stay as they are.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import Cell, View
    from iraqforce.render import Screen


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:  # noqa: ARG001 - CSV has no width
    """The view's table; the header only once in an output."""
    table = view.table()
    if first:
        yield line(table.columns)
    for row in table.rows:
        yield line(row)


def line(cells: tuple[Cell, ...]) -> str:
    """The cells as one row, with a line end."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([_text(cell) for cell in cells])
    return buffer.getvalue()


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return safe(cell)
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case _:
            return str(cell)


# Apostrophes may stand before: to take one away then gives back every text, whatever it began with.
_BEGINNINGS: Final = frozenset("'=+-@\t\r\n＝＋－＠")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def safe(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it (OWASP, CSV injection)."""
    # Few texts begin so, and of a large base there are many: most are let pass at a glance.
    return f"'{text}" if text[:1] in _BEGINNINGS and _FORMULA.match(text) else text


def unsafe(cell: str) -> str:
    """The text that `safe` made the cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
