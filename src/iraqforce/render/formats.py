"""The formats that commands print, and JSON itself. The other renderers are imported when asked for."""

import json
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Fact
from iraqforce.model.fields import names_of
from iraqforce.model.result import Result, plain
from iraqforce.queries.answers import Level

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
    "Line": "level",
    "MissingNumbers": "draft",
    "Overview": "overview",
    "References": "facts",
    "RuleList": "check",
    "SearchResult": "search",
    "Series": "series",
    "SourceList": "facts",
    "Timeline": "timeline",
    "Verification": "verify",
}
"""Each type of result with the module of `pages` that has its `page(result, **options)`."""

ITEM_SCHEMAS: Final = {
    "Claim": "iraqforce.claim/1",
    "Fact": "iraqforce.fact/1",
    "Gap": "iraqforce.gap/1",
    "Hit": "iraqforce.hit/1",
    "LineReport": "iraqforce.line-error/1",
    "Problem": "iraqforce.problem/1",
    "Proposal": "iraqforce.proposal/1",
    "Reference": "iraqforce.reference/1",
    "Row": "iraqforce.timeline-row/1",
    "Rule": "iraqforce.rule/1",
    "SeriesRow": "iraqforce.series-row/1",
    "SourceEntry": "iraqforce.source/1",
    "SubjectEntry": "iraqforce.subject/1",
}
"""The schema that a line of JSON Lines names, by the type of its item; a whole result names its own."""

SIGNS: Final = "█░·╌╱▏≈►•│├─┼┤−"
"""What a page may draw with, if the screen can show it."""


class Screen(NamedTuple):
    """What text is laid out for: the width in cells, None for no limit, and whether it shows color and links.

    `ascii_only` if it shows only ASCII.
    """

    width: int | None = None
    color: bool = False
    links: bool = False
    ascii_only: bool = False


def render(
    result: Result,
    fmt: Format,
    screen: Screen,
    *,
    first: bool = True,
    columns: Sequence[str] | None = None,
    **page_options: Any,
) -> Iterator[str]:
    """The result in the format, in pieces of text; `first` unless another result is printed before it.

    With `columns`, a table of these takes the place of a page. `page_options` are options of its page; the
    other formats always have everything.
    """
    if columns is not None:
        yield from _table(result, fmt, screen, columns)
        return
    match fmt:
        case "table":
            from iraqforce.render import terminal

            yield "" if first else "\n"
            yield from terminal.render_blocks(page_of(result, **page_options), screen)
        case "markdown":
            from iraqforce.render import markdown

            yield "" if first else "\n"
            yield from markdown.render_blocks(page_of(result, **page_options))
        case "json":
            yield from _indented(result.to_dict())
        case "jsonl":
            yield from json_lines(result)
        case "csv":
            from iraqforce.render.tables import csv_lines, table_of

            yield from csv_lines(table_of(result), header=first)


def _table(result: Result, fmt: Format, screen: Screen, columns: Sequence[str]) -> Iterator[str]:
    """The result's table, with only these columns. Raises UnknownNameError."""
    from iraqforce.render.tables import csv_lines, selected, table_of

    table = selected(table_of(result), columns)
    match fmt:
        case "csv":
            yield from csv_lines(table)
        case "markdown":
            from iraqforce.render import markdown

            yield from markdown.table(table)
        case _:
            from iraqforce.render import terminal

            yield from terminal.table(table, screen)


def page_of(result: Result, **options: Any) -> "Iterator[Block]":
    """The blocks of the result's page."""
    module = import_module(f"iraqforce.pages.{PAGES[type(result).__name__]}")
    blocks: Iterator[Block] = module.page(result, **options)
    return blocks


def text_of(result: Result) -> str:
    """The result's page as plain text, 80 columns wide."""
    return "".join(render(result, "table", Screen(width=80))).rstrip("\n")


def indented(record: Any) -> str:
    """Plain JSON data, indented, with a line end: UTF-8 unescaped, unknown as null."""
    return "".join(_indented(record))


def _indented(record: Any) -> Iterator[str]:
    pieces = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False).iterencode(record)
    while batch := "".join(islice(pieces, _BATCH)):
        yield batch
    yield "\n"


def json_lines(result: Result) -> Iterator[str]:
    """JSON Lines: a line for each item of the result."""
    items = result.items()
    for item in inferable(items) if items and type(items[0]) is Fact else items:
        schema = item.schema if isinstance(item, Result) else ITEM_SCHEMAS[type(item).__name__]
        kind: Any = type(item)
        fields = ", ".join(f'"{name}": {_text(getattr(item, name))}' for name in names_of(kind))
        yield f'{{"schema": "{schema}", {fields}}}\n'


_BATCH: Final = 10_000
"""Pieces of JSON that are printed at once: together they would take several times the memory of the text."""

INFERRED: Final = 100
"""Polars takes the types of fields from so many lines, and fails at a later value of another type."""


def inferable(facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts in their order, but for a few that are moved up to the first 100.

    These together have a value of each type in every field in which any fact has one.
    """
    if len(facts) <= INFERRED:
        return facts
    first, moved, rest = list(facts[: INFERRED // 2]), list[Fact](), list[Fact]()
    seen = {each for fact in first for each in _paths(plain(fact))}
    for fact in facts[len(first) :]:
        new = set(_paths(plain(fact))) - seen
        (moved if new else rest).append(fact)
        seen |= new
    return first + moved + rest


def _paths(value: Any, path: str = "") -> Iterator[str]:
    """The path and the type of each value in JSON data that is not null."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _paths(each, f"{path}.{name}")
    elif isinstance(value, list):
        for each in value:
            yield from _paths(each, path)
    elif value is not None:
        yield f"{path} {type(value).__name__}"


_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

_REPEATED: Final = (Fact, Level, BaseInfo)
"""What a long list of answers has again and again, so that its text is kept."""


def _text(value: Any) -> str:
    if type(value) in _REPEATED:
        return _kept_text(value)
    if type(value) is tuple and value and type(value[0]) in _REPEATED:
        return f"[{', '.join(map(_kept_text, value))}]"
    return _ENCODE(plain(value))


_MOST_KEPT: Final = 5_000_000
"""Characters of the texts that are kept."""

_kept: Final[dict[Any, str]] = {}
_kept_characters = 0


def _kept_text(value: Any) -> str:
    """The value as JSON, kept for the next answer that has it too."""
    global _kept_characters  # noqa: PLW0603 - one store for all answers
    text = _kept.get(value)
    if text is None:
        text = _ENCODE(plain(value))
        _kept_characters += len(text)
        if _kept_characters > _MOST_KEPT:
            _kept.clear()
            _kept_characters = len(text)
        _kept[value] = text
    return text
