"""What every command hands to a renderer: what it found, in each of the shapes it can be shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from iraqforce.present.page import Block

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Record = dict[str, Json]
Cell = None | bool | int | float | str


class Table(NamedTuple):
    """Named columns of cells: numbers are numbers, and what is unknown is None."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


if TYPE_CHECKING:

    class View(Protocol):
        """What a command found, in each of the shapes in which it can be shown."""

        def record(self) -> Record:
            """The one JSON object that says everything."""
            ...

        def lines(self) -> Iterator[Record]:
            """The objects of JSON Lines: one to a line."""
            ...

        def table(self) -> Table:
            """The rows of a spreadsheet."""
            ...

        def page(self) -> Iterator[Block]:
            """The page for people."""
            ...
