"""A view → text, JSON, JSON Lines, CSV or Markdown. A renderer yields text; only the command line prints."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from iraqforce.present.view import View

    class Renderer(Protocol):
        """A module of this folder."""

        def render(self, view: View, screen: Screen, *, first: bool) -> Iterator[str]:
            """The view in pieces of text; `first` unless another stands before it in the same output."""
            ...


Format = Literal["table", "json", "jsonl", "csv", "markdown"]

FORMATS: Final[dict[Format, str]] = {
    "table": "text",
    "json": "json_object",
    "jsonl": "json_lines",
    "csv": "csv_rows",
    "markdown": "markdown",
}
"""Each format with the module of this folder that renders it; only the one that is asked for is imported."""


SIGNS: Final = "█░·╌╱▏≈►•│├─┼┤−"
"""What a page may draw with, where the screen can show it."""


class Screen(NamedTuple):
    """What text is laid out for: `width` in cells, None for as wide as it gets, and whether in colour.

    `ascii_only` where bars and signs must be drawn with what every screen can show.
    """

    width: int | None = None
    colour: bool = False
    ascii_only: bool = False


def render(view: View, fmt: Format, screen: Screen, *, first: bool = True) -> Iterator[str]:
    """The view in the format, in pieces of text; `first` unless another stands before it in the output."""
    renderer = cast("Renderer", import_module(f"iraqforce.render.{FORMATS[fmt]}"))
    return renderer.render(view, screen, first=first)
