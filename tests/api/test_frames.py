"""Results as tables of pandas: types of their own for the columns, NA for what is unknown, and never 0."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas
import pytest

import iraqforce
from iraqforce.api.frames import BOOLEANS, DAYS, INTEGERS, NUMBERS, SHARES, frame
from iraqforce.citing import view as citing
from iraqforce.present import check, compare, level, records, search, sources
from iraqforce.present.view import Table

BASE = iraqforce.open(base="articles")


def test_a_column_of_each_kind_has_its_type() -> None:
    table = BASE.levels(["2016-03-25", "2018-07", "2014-08"]).to_pandas()
    assert list(table.columns) == list(level.COLUMNS)
    types = {
        name: str(table.dtypes[name]) for name in ("value", "range_high", "contested", "text", "age_days")
    }
    assert types == {
        "value": "Int64",
        "range_high": "Int64",
        "contested": "boolean",
        "text": "string",
        "age_days": "Int64",
    }
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
    found = frame(Table(("first",), [("0001-01-01",), (None,), ("9999-12-31",)]))["first"]
    assert found.dtype.kind == "M"
    assert [day.year for day in found.dropna()] == [1, 9999]
    assert list(found.isna()) == [False, True, False]


def test_a_number_that_is_not_whole_makes_its_column_float_and_huge_ones_do_too() -> None:
    table = frame(Table(("value", "low", "high"), [(1, 2.5, 10**30), (None, None, 1)]))
    assert [str(each) for each in table.dtypes] == ["Int64", "Float64", "Float64"]
    assert table["low"].isna()[1]


def test_an_empty_table_keeps_its_columns_and_their_types() -> None:
    full, empty = BASE.facts("level").to_pandas(), BASE.facts("level", until="2000").to_pandas()
    assert len(empty) == 0
    assert list(empty.dtypes.astype(str)) == list(full.dtypes.astype(str))
    assert len(BASE.levels([]).to_pandas()) == 0


def test_every_cell_that_is_no_text_is_in_a_column_that_says_so() -> None:
    typed = NUMBERS | SHARES | INTEGERS | BOOLEANS | DAYS
    bad = iraqforce.open(Path(__file__).parent.parent / "bad" / "many-mistakes-of-evidence.yaml")
    found = BASE.search("troops"), BASE.compare("2016", "2021", "2018-07"), BASE.cite("us-iraq-2021-01")
    for result in (BASE.levels(["2016", "2018-07"]), BASE.facts(), BASE.sources(), bad.check(), *found):
        table = result._table()
        for row in table.rows:
            for name, cell in zip(table.columns, row, strict=True):
                assert name in typed or cell is None or isinstance(cell, str), name
    columns = {*level.COLUMNS, *records.FACT_COLUMNS, *sources.COLUMNS, *check.COLUMNS}
    columns |= {*search.COLUMNS, *compare.COLUMNS, *citing.COLUMNS}
    assert typed <= columns


def test_dates_come_from_a_column_of_pandas() -> None:
    days = pandas.Series(pandas.to_datetime(["2016-03-25", "2021-12-09"]))
    assert list(BASE.levels(days).to_pandas()["value"]) == [3800, 2500]
    with pytest.raises(iraqforce.DateError):
        BASE.levels([*days, pandas.NaT])  # type: ignore[list-item] # on purpose
    with pytest.raises(iraqforce.DateError):
        BASE.levels([pandas.NA])  # type: ignore[list-item] # on purpose


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(iraqforce.MissingExtraError) as refusal:
        BASE.level("2016").to_pandas()
    assert str(refusal.value) == "to_pandas() needs pandas, which is not installed"
    assert refusal.value.hint == "pip install pandas"
    assert isinstance(refusal.value, ImportError)
