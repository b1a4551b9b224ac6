"""Answers to millions of questions: a function for the workers of Dask, Spark and similar engines.

Questions and facts are tables; the facts are those of the Parquet export. docs/large.md shows how to use it.
The answers come from `queries.as_of`, like those of every other interface.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from iraqforce.model import dates
from iraqforce.model.counts import Count
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Definition, Fact, Force, Place, Source
from iraqforce.model.fields import fields_of
from iraqforce.model.positions import TextPlace
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels
from iraqforce.render.columns import Cell, Table, rows_of
from iraqforce.render.frames import frame_of
from iraqforce.render.tables import LEVEL_COLUMNS

if TYPE_CHECKING:
    import pandas

Row = Mapping[str, Any]

SUBJECT: Final = ["force", "place"]
"""The columns by which an engine groups questions and facts."""

ANSWER_COLUMNS: Final = LEVEL_COLUMNS
"""The columns of `iraqforce level --format csv`; only the caution about the base's last update is missing."""

_SPARK_TYPES: Final = {"text": "string", "integer": "long", "number": "double", "date": "timestamp"}
SPARK_SCHEMA: Final = ", ".join(
    ["number long", *(f"`{each.name}` {_SPARK_TYPES.get(each.type, each.type)}" for each in ANSWER_COLUMNS)]
)
"""The columns of the answers as Spark declares them."""

_INFO: Final = BaseInfo("", "", None, None, 0, 0, "")


def answer_frame(questions: "pandas.DataFrame", facts: "pandas.DataFrame") -> "pandas.DataFrame":
    """The answers to questions (columns `number`, `force`, `place`, `date`), each with its number.

    `facts` are rows of the Parquet export, with at least the levels and changes of each force and place asked
    about. An ID that is not in them gets the answer `none`. Raises DateError.
    """
    known = _by_subject(facts[facts["kind"].isin(["level", "change"])])
    numbers: list[int] = []
    rows: list[tuple[Cell, ...]] = []
    subject: Any
    for subject, asked in questions.groupby(SUBJECT, sort=False):
        force, place = subject
        numbers += asked["number"].tolist()
        levels = Levels(Force(force, force), Place(place, place, ""), known.get(subject, ()), _INFO)
        asked_dates = map(dates.closed, asked["date"])
        answers = (answer(Question(levels.force, levels.place, date), levels) for date in asked_dates)
        rows += rows_of(ANSWER_COLUMNS, answers)
    return _frame(numbers, rows)


def no_answers() -> "pandas.DataFrame":
    """The table of answers without a row, for engines that must know its columns in advance."""
    return _frame([], [])


def _frame(numbers: Sequence[int], rows: Sequence[tuple[Cell, ...]]) -> "pandas.DataFrame":
    """The answers, each with the number of its question."""
    found = frame_of(Table(ANSWER_COLUMNS, rows))
    found.insert(0, "number", numbers)
    return found.astype({"number": "int64"})


def _by_subject(facts: "pandas.DataFrame") -> dict[Any, list[Fact]]:
    """The facts of rows by the IDs of their force and place."""
    plain = facts.astype(object)
    found: dict[Any, list[Fact]] = {}
    rows: Any = plain.where(plain.notna(), None).to_dict("records")  # what is unknown is None
    for row in rows:
        found.setdefault((row["force"], row["place"]), []).append(_fact(row))
    return found


def _fact(row: Row) -> Fact:
    """The fact of a row, with the fields that are columns. Plain fields have the same name."""
    # pandas has whole numbers as floats where some are missing.
    value, low, high = (
        int(each) if each is not None and each == int(each) else each
        for each in map(row.get, ("value", "low", "high"))
    )
    fields: dict[str, Any] = {field.name: row.get(field.name) for field in fields_of(Fact)}
    fields |= {
        "force": Force(row["force"], row["force"]),
        "place": Place(row["place"], row["place"], ""),
        "count": row["count"] and Count(row["count"], value, low, high, row["qualifier"]),
        "as_of": _date(row["as_of"]),
        "due": row["due"] and _date(row["due"]),
        "definition": row["definition"]
        and Definition(row["definition"], row["definition_text"], row["scope"], (), row["definition_name"]),
        "source": Source(
            row["source"], None, row["source_title"], (), row["publisher"], _date(row["published"]),
            row["url"], None, None, (), None, None, None,
        ),
        "quote_at": None,
        "written_at": TextPlace("", 0, 0),
        "suppress": (),
    }  # fmt: skip
    return Fact(**fields)


_date = lru_cache(maxsize=100_000)(dates.parse)
