"""The table of each type of result, with a row for each thing that it lists, and tables as CSV (RFC 4180).

In CSV what is unknown is an empty cell. A spreadsheet runs a cell that begins like a formula: such a text
gets an apostrophe before it, which marks it as text; numbers stay as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Final, get_args

from iraqforce.errors import UnknownNameError, nearest
from iraqforce.model.facts import Fact
from iraqforce.model.fields import fields_of
from iraqforce.model.result import Result
from iraqforce.queries.answers import Answer
from iraqforce.render.columns import (
    FACT_COLUMNS,
    SOURCE_COLUMNS,
    Cell,
    Column,
    Table,
    cell_text,
    columns_at,
    rows_of,
)

if TYPE_CHECKING:
    from iraqforce.problems import LineReport


def table_of(result: Result) -> Table:
    """The table of a result."""
    name = type(result).__name__
    if name in _MADE:
        columns, values = _MADE[name](result)
    else:
        listing, paths = _LISTED[name]
        columns, values = columns_at(_listed_type(type(result), listing), paths), getattr(result, listing)
    return Table(columns, rows_of(columns, values))


def columns_of_list(of: type[Result]) -> tuple[Column, ...]:
    """The columns of a list of facts or of sources, by its type."""
    from iraqforce.queries.listings import SourceList

    return _source_columns(of) if of is SourceList else FACT_COLUMNS


def selected(table: Table, names: Sequence[str]) -> Table:
    """Only the columns of these names, in their order. Raises UnknownNameError."""
    known = [column.name for column in table.columns]
    for name in names:
        if name not in known:
            near, every = nearest(name, known), f"known: {', '.join(known)}"
            raise UnknownNameError("column", name, known, hint=f"{near}\n  {every}" if near else every)
    places = [known.index(name) for name in names]
    columns = tuple(table.columns[place] for place in places)
    return Table(columns, (tuple(row[place] for place in places) for row in table.rows))


Made = tuple[tuple[Column, ...], Iterable[Any]]
"""The columns of a table, and the values that its rows are made of."""

_LISTED: Final = {
    "CheckResult": (
        "problems",
        "path=at.path line=at.line column=at.column code severity message excerpt hint"
        " elsewhere=nearest.source",
    ),
    "Draft": (
        "proposals",
        "id kind force place words value=count.value low=count.low high=count.high qualifier=count.qualifier"
        " unit direction as_of=as_of.text dated quote path=quote_at.path line=quote_at.line"
        " column=quote_at.column todo",
    ),
    "MissingNumbers": ("missing", "source path=at.path line=at.line column=at.column words sentence"),
    "Overview": (
        "subjects",
        "force=force.id force_name=force.name place=place.id place_name=place.name levels=facts.levels"
        " changes=facts.changes events=facts.events figures=facts.figures first=facts.earliest.first"
        " last=facts.latest.last first_level=facts.earliest_level.first last_level=facts.latest_level.last",
    ),
    "References": (
        "references",
        "id kind text title authors publisher published=published.text version url"
        " accessed=accessed.text inferred facts",
    ),
    "RuleList": ("rules", "code severity suppressible name reason fix bad good"),
    "SearchResult": (
        "hits",
        "type fact source publisher url field path=at.path line=at.line column=at.column text marks"
        " quoted_by",
    ),
    "Series": (
        "rows",
        "period date value low high text support contested age_days definition scope status basis"
        " as_of_first=as_of.first as_of_last=as_of.last stated_by source_title publisher url fact",
    ),
}
"""The field of a result that lists the rows, and where in each the cells are."""


def _listed_type(of: Any, listing: str) -> type:
    """The type of what a field of this name lists."""
    kind: type = next(get_args(field.type)[0] for field in fields_of(of) if field.name == listing)
    return kind


def _part(position: int, columns: Iterable[Column], prefix: str = "") -> tuple[Column, ...]:
    """The columns for rows that are made of tuples, with their cells from the part at this position."""

    def within(get: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda row: get(row[position])

    return tuple(each._replace(name=prefix + each.name, get=within(each.get)) for each in columns)


def _of_first(facts: str, paths: str) -> Iterator[Column]:
    """Columns of the first of the facts that a record lists: of an answer's evidence, it is the level."""
    listed = attrgetter(facts)

    def within(get: Callable[[Any], Any]) -> Callable[[Any], Cell]:
        return lambda record: get(listed(record)[0]) if listed(record) else None

    for column in columns_at(Fact, paths):
        yield column._replace(get=within(column.get), optional=True)


LEVEL_COLUMNS: Final = (
    *columns_at(
        Answer,
        "force=question.force.id place=question.place.id date=question.date.text first=question.date.first"
        " last=question.date.last summary support contested agreement age_days date_certain text=level.text"
        " value=level.value low=level.low high=level.high qualifier=level.qualifier status=level.status"
        " basis=level.basis definition=level.definition scope=level.scope",
    ),
    *_of_first("evidence", "definition_text=definition.text"),
    *columns_at(Answer, "as_of=level.as_of.text stated_by=level.stated_by fact=level.fact"),
    *_of_first(
        "evidence",
        "quote source=source.id source_title=source.title publisher=source.publisher url=source.url",
    ),
    *columns_at(
        Answer,
        "range_low=range.low range_high=range.high cautions evidence other_counts since withheld parts"
        " related previous next",
    ),
)
"""One row is one answer; the columns from `text` to `url` are those of its level."""


def _of_line(column: Column) -> Column:
    """The column of the answer to a line. A line that is not a date has one cell: as its date, its text."""

    def cell(found: "Answer | LineReport") -> Cell:
        if isinstance(found, Answer):
            return column.get(found)
        return found.text if column.name == "date" else None

    return column._replace(get=cell, optional=True)


def _message(found: "Answer | LineReport") -> Cell:
    return None if isinstance(found, Answer) else found.message


LINE_COLUMNS: Final = (
    *map(_of_line, LEVEL_COLUMNS),
    Column("error", "text", "Why the line of standard input has no answer: it is not a date.", _message),
)
"""One row is one line of standard input, so that rows and lines stay aligned."""


def _source_columns(of: type) -> tuple[Column, ...]:
    return (*_part(0, SOURCE_COLUMNS), *columns_at(_listed_type(of, "sources"), "facts article"))


def _timeline(result: Any) -> Made:
    """One fact is a row; facts with the same number in `row` have one time."""
    number = Column("row", "integer", "The row of the timeline, from 1.", itemgetter(0), optional=False)
    numbered = enumerate(result.rows, start=1)
    return (number, *_part(1, FACT_COLUMNS)), ((row, fact) for row, each in numbered for fact in each.facts)


def _verification(result: Any) -> Made:
    """One claim is a row, with the first of the facts that decide."""
    columns = (
        *columns_at(
            _listed_type(type(result), "claims"),
            "verdict why words path=at.path line=at.line column=at.column sentence value=count.value"
            " low=count.low high=count.high qualifier=count.qualifier kind direction force=force.id"
            " place=place.id date=date.text dated_by suggestion",
        ),
        *_of_first("facts", "fact=id source_title=source.title publisher=source.publisher url=source.url"),
    )
    return columns, result.claims


def _comparisons(result: Any) -> Made:
    """One comparison is a row, made of its two answers and itself."""
    side = columns_at(
        Answer,
        "support contested text=level.text definition=level.definition scope=level.scope fact=level.fact"
        " url=level.url",
    )
    first, second = _part(0, side, "from_"), _part(1, side, "to_")
    compared = columns_at(
        type(result.overall),
        "from=first.text to=second.text difference=difference.text value=difference.value low=difference.low"
        " high=difference.high percent=percent.value percent_low=percent.low percent_high=percent.high"
        " range_low=range.low range_high=range.high cautions between perhaps",
    )
    columns = (
        *_part(0, columns_at(Answer, "force=question.force.id place=question.place.id")),
        *_part(2, compared[:2]),
        *(column for pair in zip(first, second, strict=True) for column in pair),
        *_part(2, compared[2:]),
    )
    rows = ((*pair, each) for pair, each in zip(result.pairs, result.comparisons, strict=True))
    return columns, rows


_MADE: Final[dict[str, Callable[[Any], Made]]] = {
    "Answer": lambda answer: (LEVEL_COLUMNS, answer.items()),
    "Answers": lambda answers: (LEVEL_COLUMNS, answers.items()),
    "Comparisons": _comparisons,
    "FactList": lambda found: (FACT_COLUMNS, found.facts),
    "FactPage": lambda page: (FACT_COLUMNS, (page.fact,)),
    "Line": lambda line: (LINE_COLUMNS, line.items()),
    "SourceList": lambda found: (_source_columns(type(found)), found.sources),
    "Timeline": _timeline,
    "Verification": _verification,
}


def csv_lines(table: Table, *, header: bool = True) -> Iterator[str]:
    """The table as CSV, row by row."""
    yield from [line(column.name for column in table.columns)] if header else ()
    yield from map(line, table.rows)


def line(cells: Iterable[Cell]) -> str:
    """The cells as one row, with a line end."""
    texts = [_text(cell) for cell in cells]
    return ",".join(texts) + "\n" if texts != [""] else '""\n'


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        text = safe(cell)
        return '"' + text.replace('"', '""') + '"' if _QUOTED(text) else text
    return cell_text(cell)


# Not the csv module: to set up a writer for each row takes as long as to find half an answer, and before
# Python 3.13 it leaves a lone \r unquoted. Quoted is also every other character at which some reader
# begins a new line: those of str.splitlines.
_QUOTED: Final = re.compile('[",\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]').search

# Apostrophes may come first: removing one then gives back every text, whatever it began with.
_BEGINNINGS: Final = frozenset("'=+-@\t\r\n＝＋－＠")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def safe(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would run it (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in _BEGINNINGS and _FORMULA.match(text) else text


def unsafe(cell: str) -> str:
    """The text that `safe` made the cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
