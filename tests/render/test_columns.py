"""The columns of facts and sources are those of the model, and each cell is what its column says."""

from typing import Annotated, NamedTuple

import pytest

import iraqforce
from builders import level
from iraqforce.model.facts import Definition, Fact
from iraqforce.model.fields import fields_of
from iraqforce.model.positions import QuotePlace
from iraqforce.render.columns import FACT_COLUMNS, Column, columns_at, columns_of, rows_of
from iraqforce.render.tables import LEVEL_COLUMNS, table_of

BASE = iraqforce.open("articles")


def row(fact: Fact) -> dict[str, object]:
    """The cells of the fact by their columns."""
    (cells,) = rows_of(FACT_COLUMNS, [fact])
    return dict(zip((column.name for column in FACT_COLUMNS), cells, strict=True))


def test_every_field_of_a_fact_is_a_column_of_its_name() -> None:
    assert {field.name for field in fields_of(Fact)} <= {column.name for column in FACT_COLUMNS}


def test_no_two_columns_have_one_name_and_each_is_described() -> None:
    for columns in (FACT_COLUMNS, LEVEL_COLUMNS):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.description for column in columns)


def test_a_fact_is_one_flat_row() -> None:
    fact = level("about 2,500", "2021-12~", definition=Definition("some", "Counts some.", "partial"))
    cells = row(fact._replace(quote_at=QuotePlace("a.txt", 7, 3, 5)))
    expected = {
        "count": "about 2,500", "value": 2500, "qualifier": "about", "unit": None, "force": "us",
        "place": "iraq", "as_of": "2021-12~", "first": "2021-12-01", "last": "2021-12-31",
        "approximate": True, "definition": "some", "scope": "partial", "definition_text": "Counts some.",
        "source": "s", "source_title": "Title", "source_authors": None, "publisher": "Publisher",
        "published": "2016-01-01", "published_last": "2016-01-01", "quote_at": "a.txt:7",
        "written_at": "facts.yaml:1", "suppress": None,
    }  # fmt: skip
    assert {name: cells[name] for name in expected} == expected


def test_what_is_unknown_is_none_and_the_scope_is_known_without_a_definition() -> None:
    cells = row(level("5", "../2016")._replace(count=None, force=None))
    assert [cells[name] for name in ("count", "value", "force", "first", "definition")] == [None] * 5
    assert cells["scope"] == "total"


def test_a_new_plain_field_is_a_column() -> None:
    class Record(NamedTuple):
        id: Annotated[str, "The id."]
        weight: Annotated[float | None, "The weight."] = None

    assert columns_of(Record)[1][:3] == ("weight", "number", "The weight.")
    assert list(rows_of(columns_of(Record), [Record("a", 2.5), Record("b")])) == [("a", 2.5), ("b", None)]


def test_a_field_of_an_unknown_type_is_refused() -> None:
    class Record(NamedTuple):
        anything: Annotated[object, "It may be anything."]

    with pytest.raises(TypeError, match="no column is defined for 'anything'"):
        columns_of(Record)


def test_a_column_may_lie_deeper() -> None:
    (column,) = columns_at(Fact, "number=count.value")
    assert (column.name, column.type, column.optional) == ("number", "integer", True)
    assert column.get(level("5", "2016")) == 5


TYPES = {"text": str, "integer": int, "number": int | float, "boolean": bool, "date": str}


def fits(column: Column, cell: object) -> bool:
    """True if the cell is of the column's type and one of its choices; None only if it may be unknown."""
    if cell is None:
        return column.optional
    of_type = isinstance(cell, TYPES[column.type]) and (
        column.type == "boolean" or not isinstance(cell, bool)
    )
    return of_type and (not column.choices or cell in column.choices)


def test_every_cell_of_every_result_is_of_the_type_of_its_column() -> None:
    fact = BASE.facts()[0]
    for result in (
        BASE.level("2016"), BASE.level("2003"), BASE.compare("2016", "2021", "2018-07"), BASE.timeline(),
        BASE.facts(), BASE.show(fact.id), BASE.sources(), BASE.sources(fact.source.id, text=True),
        BASE.search("troops"), BASE.cite(fact.id, tool=True), BASE.check(), BASE.missing(),
    ):  # fmt: skip
        columns, rows = table_of(result)
        for cells in rows:
            for column, cell in zip(columns, cells, strict=True):
                assert fits(column, cell), (type(result).__name__, column.name, cell)


def test_a_row_of_an_answer_is_its_level_with_the_ids_of_what_it_rests_on() -> None:
    columns, rows = table_of(BASE.level("2016-03-25"))
    ((*cells,),) = rows
    found = dict(zip((column.name for column in columns), cells, strict=True))
    assert (found["value"], found["support"], found["contested"]) == (3800, "reported", True)
    assert found["fact"] == str(found["evidence"]).split()[0]
    assert (found["range_low"], found["range_high"]) == (3800, None)
    assert str(found["quote"]).startswith("there are 3,800 U.S. troops in Iraq")
    assert (found["agreement"], found["scope"], found["publisher"]) == ("conflict", "total", "Defense One")
    assert found["summary"] == "3,800 to more than 5,000, depending on who is counted."
    assert found["definition_text"] == BASE.contents.definition("excludes-temporary").text


def test_what_is_found_has_the_url_of_its_source() -> None:
    for result in (
        BASE.level("2021-12"), BASE.facts(source="the-hill-2021-12-09"), BASE.sources("the-hill-2021-12-09"),
        BASE.search("troops", source="the-hill-2021-12-09"), BASE.cite("the-hill-2021-12-09"),
    ):  # fmt: skip
        columns, rows = table_of(result)
        at = [column.name for column in columns].index("url")
        assert all(str(row[at]).startswith("https://thehill.com/policy/defense/585173-") for row in rows)
