"""The compiled file: its tables, what each column holds, and the way of a fact in and out of a row.

`FORMAT` changes whenever a table, a column or the meaning of one does: no file of another format is read.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from iraqforce.counts import Count
from iraqforce.dates import PartialDate
from iraqforce.facts import Accept, Definition, Fact, Force, Place, QuotePlace, Source, TextPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Row = tuple[Any, ...]
"""A row as sqlite3 gives and takes it: text, numbers and None."""

FORMAT: Final = 5

APPLICATION: Final = 0x49524651
"""`IRFQ`: SQLite's application id of the compiled file."""

TABLES: Final = """
CREATE TABLE base (name TEXT, title TEXT, sha256 TEXT, ids TEXT, facts INTEGER, sources INTEGER);
CREATE TABLE forces (id TEXT, name TEXT, part_of TEXT);
CREATE TABLE places (id TEXT, name TEXT, phrase TEXT, within TEXT);
CREATE TABLE definitions (id TEXT, name TEXT, text TEXT, covers TEXT, words TEXT);
CREATE TABLE sources (
    id TEXT PRIMARY KEY, title TEXT, author TEXT, publisher TEXT,
    published TEXT, published_first TEXT, published_last TEXT, published_precision TEXT,
    published_approximate INTEGER, published_uncertain INTEGER,
    url TEXT, path TEXT, sha256 TEXT, inferred TEXT, note TEXT, accepts TEXT, article TEXT
);
-- One row a group of levels that are compared with each other; `longest` is the longest span of a date in it.
CREATE TABLE series (
    id INTEGER PRIMARY KEY, force TEXT, place TEXT, basis TEXT, definition TEXT, covers TEXT,
    told INTEGER, status TEXT, breadth INTEGER, longest INTEGER
);
CREATE TABLE facts (
    number INTEGER PRIMARY KEY, id TEXT, kind TEXT, label TEXT, force TEXT, place TEXT,
    count TEXT, value NUMERIC, low NUMERIC, high NUMERIC, qualifier TEXT, unit TEXT, direction TEXT,
    as_of TEXT, first TEXT, last TEXT, precision TEXT, approximate INTEGER, uncertain INTEGER, dated_by TEXT,
    status TEXT, basis TEXT, definition TEXT, stated_by TEXT, source TEXT, quote TEXT,
    found_path TEXT, found_line INTEGER, found_column INTEGER, found_length INTEGER, locator TEXT,
    written_path TEXT, written_line INTEGER, written_column INTEGER, verdict TEXT, note TEXT,
    context TEXT, accepts TEXT,
    -- For the as-of question: days since 1 January of the year 1; open ends are the ends of the calendar.
    starts INTEGER, ends INTEGER, published INTEGER, series INTEGER
);
"""

INDEXES: Final = """
CREATE INDEX facts_by_as_of ON facts (series, starts, ends) WHERE series IS NOT NULL;
CREATE INDEX facts_by_source ON facts (source);
CREATE INDEX series_by_force_and_place ON series (force, place);
"""

UNIQUE: Final = "CREATE UNIQUE INDEX facts_by_id ON facts (id)"

FACT_COLUMNS: Final = (
    "id, kind, label, force, place, count, value, low, high, qualifier, unit, direction, "
    "as_of, first, last, precision, approximate, uncertain, dated_by, "
    "status, basis, definition, stated_by, source, quote, "
    "found_path, found_line, found_column, found_length, locator, "
    "written_path, written_line, written_column, verdict, note, context, accepts"
)
"""The columns that make a Fact, in the order of `fact_row` and `fact_of`."""


def fact_row(fact: Fact) -> Row:
    """The fact in FACT_COLUMNS, and then `starts`, `ends` and `published` as numbers of days."""
    count, found = fact.count, fact.found_at
    return (
        fact.id,
        fact.kind,
        fact.label,
        fact.force.id if fact.force else None,
        fact.place.id if fact.place else None,
        *(count or _NO_COUNT),
        fact.direction,
        *date_cells(fact.as_of),
        fact.dated_by,
        fact.status,
        fact.basis,
        fact.definition.id if fact.definition else None,
        fact.stated_by,
        fact.source.id,
        fact.quote,
        *(found or _NOT_FOUND),
        fact.locator,
        fact.written_at.path,
        fact.written_at.line,
        fact.written_at.column,
        fact.verdict,
        fact.note,
        fact.context,
        accepts_cell(fact.accepts),
        fact.as_of.starts.toordinal(),
        fact.as_of.ends.toordinal(),
        fact.source.published.ends.toordinal(),
    )


_NO_COUNT: Final = (None,) * 6
_NOT_FOUND: Final = (None,) * 4


def fact_of(
    row: Row,
    forces: Mapping[str, Force],
    places: Mapping[str, Place],
    definitions: Mapping[str, Definition],
    source: Callable[[str], Source],
) -> Fact:
    """The fact that a row of FACT_COLUMNS holds."""
    return Fact(
        id=row[0],
        kind=row[1],
        label=row[2],
        force=forces[row[3]] if row[3] else None,
        place=places[row[4]] if row[4] else None,
        count=Count(*row[5:11]) if row[5] is not None else None,
        direction=row[11],
        as_of=date_of(row[12:18]),
        dated_by=row[18],
        status=row[19],
        basis=row[20],
        definition=definitions[row[21]] if row[21] else None,
        stated_by=row[22],
        source=source(row[23]),
        quote=row[24],
        found_at=QuotePlace(*row[25:29]) if row[25] is not None else None,
        locator=row[29],
        written_at=TextPlace(*row[30:33]),
        verdict=row[33],
        note=row[34],
        context=row[35],
        accepts=accepts_of(row[36]),
    )


def accepts_cell(accepts: tuple[Accept, ...]) -> str | None:
    """Acknowledgements in a cell: a JSON list of rules, reasons and words, None for none."""
    return json.dumps(accepts, ensure_ascii=False) if accepts else None


def accepts_of(cell: str | None) -> tuple[Accept, ...]:
    """The acknowledgements that a cell holds."""
    found = json.loads(cell) if cell else ()
    return tuple(Accept(rule, because, tuple(words)) for rule, because, words in found)


def date_cells(value: PartialDate) -> Row:
    """A date in six cells: as written, first and last day, precision, approximate, uncertain."""
    return (
        value.text,
        value.first.isoformat() if value.first else None,
        value.last.isoformat() if value.last else None,
        value.precision,
        int(value.approximate),
        int(value.uncertain),
    )


def date_of(cells: Row) -> PartialDate:
    """The date that six cells hold."""
    text, first, last, precision, approximate, uncertain = cells
    return PartialDate(
        text,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        precision,
        bool(approximate),
        bool(uncertain),
    )
