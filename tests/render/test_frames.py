"""Results as tables of pandas: types of their own for the columns, NA for what is unknown, and never 0."""

import sys

import pandas
import pytest

import iraqforce
from iraqforce.render.columns import Cell, Column, Table, Type
from iraqforce.render.frames import frame, frame_of

BASE = iraqforce.open("articles")


def made(type_: Type, *columns: list[Cell], name: str = "value") -> pandas.DataFrame:
    """A table of columns of one type."""
    heads = [Column(f"{name}{at}", type_, "", lambda row: row) for at in range(len(columns))]
    return frame_of(Table(tuple(heads), list(zip(*columns, strict=True))))


def test_a_column_of_each_kind_has_its_type() -> None:
    table = frame(*BASE.levels(["2016-03-25", "2018-07", "2014-08"]))
    whole = dict.fromkeys(("value", "range_high", "age_days"), "Int64")
    expected = {**whole, "contested": "boolean", "text": "string"}
    assert {name: str(table.dtypes[name]) for name in expected} == expected
    assert list(table["value"].isna()) == [False, True, True]
    assert table["value"][0] == 3800
    assert table["value"].sum() == 3800
    assert list(table["range_high"].isna()) == [True, True, True]
    assert table["age_days"][1] == 804
    assert table["date_certain"].isna()[1]
    assert table["text"].isna()[1]


def test_the_numbers_of_a_comparison_are_numbers_also_where_there_is_none() -> None:
    for dates in (("2016-03-25", "2016-05-01"), ("2016-03-25", "2018-07-01")):
        table = BASE.compare(*dates).to_pandas()
        assert (str(table.dtypes["value"]), str(table.dtypes["percent"])) == ("Int64", "Float64")
    assert table["percent"].isna().all()


def test_days_are_dates_and_an_open_end_is_none() -> None:
    table = BASE.facts().to_pandas()
    assert table["first"].dtype.kind == table["last"].dtype.kind == "M"
    by_id = table.set_index("id")
    assert by_id["as_of"]["us-iraq-2015-summer"] == "2015-22"
    assert by_id["first"]["us-iraq-2015-summer"] == pandas.Timestamp("2015-06-01")
    assert by_id["last"]["us-iraq-2015-summer"] == pandas.Timestamp("2015-08-31")
    open_ends = by_id[by_id["as_of"].str.startswith("../")]
    assert len(open_ends) > 0
    assert open_ends["first"].isna().all()


def test_days_join_with_days_that_pandas_read_itself() -> None:
    table = BASE.facts("level", force="us", place="iraq").to_pandas().sort_values("first")
    asked = pandas.DataFrame({"day": pandas.to_datetime(["2016-04-20", "2021-12-31"])})
    joined = pandas.merge_asof(asked, table, left_on="day", right_on="first")
    assert list(joined["id"]) == ["us-iraq-2016-04-18", "us-iraq-2021-12-09"]


def test_days_too_far_off_for_nanoseconds_are_days_all_the_same() -> None:
    found = made("date", ["0001-01-01", None, "9999-12-31"])["value0"]
    assert found.dtype.kind == "M"
    assert [day.year for day in found.dropna()] == [1, 9999]
    assert list(found.isna()) == [False, True, False]


def test_a_number_that_is_not_whole_makes_its_column_float() -> None:
    table = made("integer", [1, None], [2.5, None], [10**15, 1])
    assert [str(each) for each in table.dtypes] == ["Int64", "Float64", "Int64"]
    assert table["value1"].isna()[1]


def test_a_percentage_is_a_float_even_if_each_is_whole() -> None:
    assert [str(each) for each in made("number", [1.0, None], [None, None]).dtypes] == ["Float64", "Float64"]


def test_an_empty_table_keeps_its_columns_and_their_types() -> None:
    full, empty = BASE.facts("level").to_pandas(), BASE.facts("level", until="2000").to_pandas()
    assert len(empty) == 0
    assert list(empty.dtypes.astype(str)) == list(full.dtypes.astype(str))


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(iraqforce.MissingExtraError) as refusal:
        BASE.level("2016").to_pandas()
    assert str(refusal.value) == "to_pandas() needs pandas, which is not installed"
    assert refusal.value.hint == f"{sys.executable} -m pip install pandas"
    assert isinstance(refusal.value, ImportError)
