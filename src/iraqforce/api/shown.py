"""What every result of the API can be shown as: a table of pandas, a page for people, a command's JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from iraqforce.present.page import Block
    from iraqforce.present.view import Table, View

_COLUMNS: Final = 80
"""The width of a page as text: what every terminal has."""


class Shown:
    """What has a table and a page."""

    def to_pandas(self) -> pandas.DataFrame:
        """The rows that the command prints as CSV, each column with a type of its own.

        Numbers are Int64 (Float64 where a count is not whole), yes and no `boolean`, words `string`, the
        `first` and `last` days of dates datetime64, and a date as written text. Unknown is NA, never 0.
        Raises MissingExtraError where pandas is not installed.
        """
        from iraqforce.api.frames import frame

        return frame(self._table())

    def __str__(self) -> str:
        """The page that the command prints, on 80 columns and without colour."""
        from iraqforce.render import Screen
        from iraqforce.render.text import render_blocks

        return "".join(render_blocks(self._page(), Screen(width=_COLUMNS))).rstrip("\n")

    def _repr_html_(self) -> str:
        """The page as a notebook shows it."""
        from iraqforce.render.html import display

        return display(self._page())

    def _table(self) -> Table:
        raise NotImplementedError

    def _page(self) -> Iterator[Block]:
        raise NotImplementedError


class Printed(Shown):
    """What one command prints."""

    _view: View

    def to_dict(self) -> dict[str, Any]:
        """The object that the command prints with `--json`: numbers as numbers, what is unknown as None."""
        return self._view.record()

    def _table(self) -> Table:
        return self._view.table()

    def _page(self) -> Iterator[Block]:
        return self._view.page()
