"""CSV (RFC 4180): a header, then rows. What is unknown is an empty cell; yes and no are true and false."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import Cell, View
    from iraqforce.render import Screen


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:  # noqa: ARG001 - CSV has no width
    """The view's table; the header only once in an output."""
    table = view.table()
    if first:
        yield _line(table.columns)
    for row in table.rows:
        yield _line(tuple(_text(cell) for cell in row))


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case _:
            return str(cell)


def _line(cells: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
