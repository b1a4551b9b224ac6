"""The formats that commands print. Only the renderer that is asked for is imported; only the CLI prints."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from iraqforce.model.result import Result

if TYPE_CHECKING:
    from iraqforce.pages.blocks import Block

Format = Literal["table", "json", "jsonl", "csv", "markdown"]

FORMATS: Final[dict[Format, str]] = {
    "table": "a page for people",
    "json": "one JSON object",
    "jsonl": "JSON Lines: one object a line",
    "csv": "a table for spreadsheets",
    "markdown": "the page as Markdown",
}

PAGES: Final = {
    "Answer": "level",
    "Answers": "level",
    "CheckResult": "check",
    "Comparisons": "compare",
    "Draft": "draft",
    "FactList": "facts",
    "FactPage": "facts",
    "MissingNumbers": "missing",
    "References": "cite",
    "RuleList": "rules",
    "SearchResult": "search",
    "SourceList": "sources",
    "Timeline": "timeline",
}
"""Each type of result with the module of `pages` that has its `page(result, **options)`."""

SIGNS: Final = "█░·╌╱▏≈►•│├─┼┤−"
"""What a page may draw with, if the screen can show it."""

TEXT_WIDTH: Final = 80
"""The width of `str(result)`: what every terminal has."""


class Screen(NamedTuple):
    """What text is laid out for: the width in cells, None for no limit, and whether it shows color.

    `ascii_only` if bars and signs must be drawn in ASCII.
    """

    width: int | None = None
    color: bool = False
    ascii_only: bool = False


def render(
    result: Result, fmt: Format, screen: Screen, *, first: bool = True, **page_options: Any
) -> Iterator[str]:
    """The result in the format, in pieces of text; `first` unless another result is printed before it.

    `page_options` are options of its page; the other formats always have everything.
    """
    match fmt:
        case "table":
            yield "" if first else "\n"
            yield from import_module("iraqforce.render.terminal").render_blocks(
                page_of(result, **page_options), screen
            )
        case "markdown":
            yield "" if first else "\n"
            yield from import_module("iraqforce.render.markdown").render_blocks(
                page_of(result, **page_options)
            )
        case "json":
            yield import_module("iraqforce.render.json_text").object_text(result)
        case "jsonl":
            yield from import_module("iraqforce.render.json_text").lines(result)
        case "csv":
            yield from import_module("iraqforce.render.csv_text").lines(result, header=first)


def page_of(result: Result, **options: Any) -> "Iterator[Block]":
    """The blocks of the result's page."""
    module = import_module(f"iraqforce.pages.{PAGES[type(result).__name__]}")
    blocks: Iterator[Block] = module.page(result, **options)
    return blocks


def text_of(result: Result) -> str:
    """The result's page as plain text, 80 columns wide."""
    return "".join(render(result, "table", Screen(width=TEXT_WIDTH))).rstrip("\n")
