"""Columns of tables: each has a name, a type and a description, and gets its cell from a row's value.

The columns of facts and sources are read off from the fields of the model, so that a new field appears in
CSV, pandas, Parquet, SQLite and the Data Package by itself. `tables` has the table of each result.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

from iraqforce.model.counts import Count, Number
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Definition, Fact, Force, Place, Source
from iraqforce.model.fields import Field, fields_of, is_record
from iraqforce.model.positions import QuotePlace, TextPlace

Cell = None | bool | int | float | str
Type = Literal["text", "integer", "number", "date", "boolean"]

NUMBERS: Final[frozenset[Type]] = frozenset({"integer", "number"})


class Column(NamedTuple):
    """A column of a table. `get` gives the cell of a row's value: None if unknown, dates in ISO 8601."""

    name: str
    type: Type
    description: str
    get: Callable[[Any], Cell]
    optional: bool = True
    choices: tuple[str, ...] = ()


class Table(NamedTuple):
    """Columns, and rows with a cell for each: numbers are numbers, what is unknown is None."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]


def rows_of(columns: tuple[Column, ...], values: Iterable[Any]) -> Iterator[tuple[Cell, ...]]:
    """A row for each value."""
    getters = [column.get for column in columns]
    for value in values:
        yield tuple([get(value) for get in getters])


def cell_text(cell: Cell) -> str:
    """The cell as text: empty if unknown; `true` and `false`."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def typed(table: Table) -> Table:
    """The table with the type `number` for each integer column of which a cell has a fraction.

    The count of a level or a change is always whole (rule F311), but a figure can be `4.5` percent.
    """
    rows = list(table.rows)
    fractions = {at for row in rows for at, cell in enumerate(row) if isinstance(cell, float)}
    columns = (
        column._replace(type="number") if at in fractions and column.type == "integer" else column
        for at, column in enumerate(table.columns)
    )
    return Table(tuple(columns), rows)


def columns_of(record: type) -> tuple[Column, ...]:
    """The columns of a type of the model, in the order of its fields."""
    columns = []
    for field in fields_of(record):
        dates = _DATES.get(field.name) if field.type is PartialDate else None
        parts = dates or _NESTED.get(field.type) or {"": ""}
        columns += [
            column_at(record, f"{field.name}.{path}".strip("."), name or field.name)
            for path, name in parts.items()
        ]
    return tuple(columns)


def columns_at(record: type, paths: str) -> tuple[Column, ...]:
    """The columns of values at paths in a record, separated by spaces: `id`, or `value=count.value`."""
    pairs = (each.split("=") for each in paths.split())
    return tuple(column_at(record, pair[-1], pair[0]) for pair in pairs)


def column_at(record: type, path: str, name: str) -> Column:
    """The column of the value at a path in a record: `source.published.text`. It is None if a part is."""
    fields: list[Field] = []
    for part in path.split("."):
        of = fields[-1].type if fields else record
        fields.append(next(field for field in fields_of(of) if field.name == part))
    last = fields[-1]
    # The id of a force or the text of a date is what the field of the force or the date describes.
    named = len(fields) > 1 and _NESTED.get(fields[-2].type, {}).get(last.name) == ""
    return Column(
        name,
        _TYPES.get(last.type, "text"),
        fields[-2].description if named else last.description,
        _cell_of(last, _found(path, fields)),
        any(field.optional for field in fields) or get_origin(last.type) is tuple,
        get_args(last.type) if get_origin(last.type) is Literal else (),
    )


_NESTED: Final[dict[Any, dict[str, str]]] = {
    Force: {"id": ""},
    Place: {"id": ""},
    Definition: {"id": "", "scope": "scope", "text": "definition_text", "name": "definition_name"},
    Count: {"text": "", **{name: name for name in ("value", "low", "high", "qualifier", "unit")}},
    PartialDate: {"text": ""},
    Source: {
        "id": "",
        "title": "source_title",
        "authors": "source_authors",
        "publisher": "publisher",
        "published.text": "published",
        "published.first": "published_first",
        "published.last": "published_last",
        "url": "url",
        "inferred": "source_inferred",
    },
}
"""The parts of a record within a record that are columns, by their names; empty is the field's own name."""

_DATES: Final[dict[str, dict[str, str]]] = {
    "as_of": {"text": "", **{name: name for name in ("first", "last", "approximate", "uncertain")}},
    "published": {"text": "", "first": "published_first", "last": "published_last"},
}
"""The dates of which more than the text is a column."""

_TYPES: Final[dict[Any, Type]] = {
    str: "text", bool: "boolean", int: "integer", float: "number", Number: "integer", date: "date",
}  # fmt: skip
"""A number of a source is whole, except for a few that are not headcounts: see `typed`."""


def _found(path: str, fields: Sequence[Field]) -> Callable[[Any], Any]:
    """What gets the value at the path."""
    names = path.split(".")
    for number, field in enumerate(fields[:-1], start=1):
        if field.optional:
            inner = _found(".".join(names[number:]), fields[number:])
            return _unless_none(attrgetter(".".join(names[:number])), inner)
    return attrgetter(path)


def _cell_of(field: Field, get: Callable[[Any], Any]) -> Callable[[Any], Cell]:
    """What gets the cell of the field. Raises TypeError for a type of which no cell is defined."""
    kind = field.type
    if kind in _TYPES or get_origin(kind) is Literal:
        return _unless_none(get, date.isoformat) if kind is date else get
    if kind in (TextPlace, QuotePlace):
        return _unless_none(get, lambda place: f"{place.path}:{place.line}")
    if kind is Fact:
        return _unless_none(get, attrgetter("id"))
    if get_origin(kind) is dict:
        return _unless_none(get, " ".join)  # its keys
    if get_origin(kind) is tuple:
        items = get_args(kind)[0]
        if is_record(items):  # ids of facts, codes of rules, names of inferred fields
            return _unless_none(get, lambda records: " ".join(record[0] for record in records))
        if get_origin(items) is tuple:
            return _unless_none(get, lambda spans: " ".join(f"{start}-{end}" for start, end in spans))
        return _unless_none(get, "; ".join)
    raise TypeError(f"no column is defined for '{field.name}', which is {kind}")


def _unless_none(get: Callable[[Any], Any], then: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What gets a value of the value, or None if that is None or empty."""

    def found(value: Any) -> Any:
        inner = get(value)
        return then(inner) if inner else None

    return found


FACT_COLUMNS: Final = tuple(
    # A fact without a definition has a scope all the same.
    column._replace(get=attrgetter("scope"), optional=False) if column.name == "scope" else column
    for column in columns_of(Fact)
)
SOURCE_COLUMNS: Final = columns_of(Source)
