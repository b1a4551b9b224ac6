"""The SQLite export: its schema, and what Datasette and sqlite-utils find in it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import made_bases
from iraqforce.export.database import SEARCHED
from iraqforce.export.files import ExistsError
from iraqforce.export.tables import export
from iraqforce.loading.locations import bundled, given
from iraqforce.loading.reader import load

ARTICLES = bundled("articles")
PRESS = "us-iraq-2016-03-25-press"
QUERY = (
    "SELECT facts.id, count, stated_by, sources.publisher FROM facts JOIN sources ON sources.id = source"
    " WHERE facts.kind = 'level' AND force = 'us' AND first = '2016-03-25' AND low >= 3800 ORDER BY facts.id"
)
ROWS = [
    (PRESS.replace("press", "official"), "3,800", "Pentagon", "Defense One"),
    (PRESS, "more than 5,000", "Nancy Youssef, The Daily Beast", "Defense One"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles as a database, in a folder that has nothing but it and its metadata."""
    place = tmp_path_factory.mktemp("database") / "base.sqlite"
    export(load(ARTICLES), ARTICLES, str(place))
    return place


def asked(place: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True)) as connection:
        return connection.execute(query, values).fetchall()


def test_it_has_five_tables_whose_references_hold(database: Path) -> None:
    assert sorted(each.name for each in database.parent.iterdir()) == ["base.metadata.json", "base.sqlite"]
    tables = asked(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'")
    assert {name for (name,) in tables} == {"facts", "sources", "forces", "places", "definitions"}
    assert asked(database, "PRAGMA integrity_check") == [("ok",)]
    assert asked(database, "PRAGMA foreign_key_check") == []
    keys = asked(database, 'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', "facts")
    assert {column: (table, to) for column, table, to in keys} == {
        "force": ("forces", "id"),
        "place": ("places", "id"),
        "definition": ("definitions", "id"),
        "source": ("sources", "id"),
    }
    assert asked(database, "SELECT name FROM pragma_table_info(?) WHERE pk", "facts") == [("id",)]
    assert [row for row in asked(database, QUERY) if row in ROWS] == ROWS


def test_counts_are_integers_and_days_are_iso_8601(database: Path) -> None:
    columns = dict(asked(database, "SELECT name, type FROM pragma_table_info(?)", "facts"))
    assert [columns[name] for name in ("value", "low", "high")] == ["INTEGER"] * 3
    types = "typeof(value), typeof(high), first, date(first) = first"
    query = f"SELECT {types} FROM facts WHERE id = ?"  # noqa: S608 - constant
    assert asked(database, query, PRESS) == [("integer", "null", "2016-03-25", 1)]


def test_a_figure_with_a_fraction_makes_its_columns_real(tmp_path: Path) -> None:
    figure: made_bases.Fact = {
        "id": "f", "kind": "figure", "source": "r", "locator": "page 1", "as_of": "2016", "count": "4.5",
        "unit": "percent", "label": "a share",
    }  # fmt: skip
    files = (given(str(made_bases.base(tmp_path, made_bases.level("a", "2016", "5"), figure))),)
    export(load(files), files, str(tmp_path / "made.db"))
    found = asked(tmp_path / "made.db", "SELECT value, typeof(value) FROM facts ORDER BY value")
    assert found == [(4.5, "real"), (5.0, "real")]


def test_the_search_is_attached_to_facts_and_its_index_agrees_with_them(
    database: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("INSERT INTO facts_fts (facts_fts, rank) VALUES ('integrity-check', 1)")
    names = {name for (name,) in asked(database, "SELECT name FROM pragma_table_info(?)", "facts")}
    assert set(SEARCHED) <= names


def found_by_sqlite_utils(database: Path, words: str) -> set[str]:
    command = [sys.executable, "-m", "sqlite_utils", "search", str(database), "facts", words, "-c", "id"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return {row["id"] for row in json.loads(done.stdout)}


def datasette(database: Path, path: str) -> str:
    metadata = database.with_suffix(".metadata.json")
    options = ["--immutable", str(database), "--metadata", str(metadata), "--get", path]
    command = [sys.executable, "-W", "ignore", "-m", "datasette", *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.slow
def test_sqlite_utils_and_datasette_find_the_same_facts(database: Path) -> None:
    found = found_by_sqlite_utils(database, "combat mission")
    rows = json.loads(datasette(database, "/base/facts.json?_search=combat+mission&_shape=array&_col=id"))
    assert "combat-mission-ends-2021-12-09" in found
    assert found == {row["id"] for row in rows}
    assert found_by_sqlite_utils(database, "combat missions") == found  # words are found in all their forms
    assert found_by_sqlite_utils(database, "zebra") == set()


@pytest.mark.slow
def test_datasette_serves_it_with_its_metadata(database: Path) -> None:
    path = "/base/facts.json?_shape=array&force__exact=us&kind__exact=level&first__exact=2016-03-25"
    rows = json.loads(datasette(database, path))
    assert {(row["id"], row["count"], row["stated_by"], row["publisher"]) for row in rows} >= {*ROWS}
    page = datasette(database, "/base/facts")
    for words in (
        "Facts: one statement from one source each",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "The number, in the source&#39;s words.",
        'name="_search"',
        "88 rows",
        "sorted by first",
    ):
        assert words in page


def test_every_column_is_described(database: Path) -> None:
    described = json.loads(database.with_suffix(".metadata.json").read_text(encoding="utf-8"))
    assert described["title"] == "Five news articles on U.S. troops in Iraq, 2016 to 2023"
    assert described["description"].endswith("Last updated: 2026-11-30.")
    for table, found in described["databases"]["base"]["tables"].items():
        columns = [name for (name,) in asked(database, "SELECT name FROM pragma_table_info(?)", table)]
        assert list(found["columns"]) == columns
        assert all(found["columns"].values())
        assert {*found.get("facets", ()), *filter(None, [found.get("sort")])} <= {*columns}


def test_a_base_of_others_has_the_license_that_it_states(tmp_path: Path) -> None:
    level = made_bases.level("a", "2016", "5")
    files = (given(str(made_bases.base(tmp_path, level))),)
    export(load(files), files, str(tmp_path / "a.db"))
    described = json.loads((tmp_path / "a.metadata.json").read_text(encoding="utf-8"))
    assert "license" not in described
    made_bases.base(tmp_path, level, license="ODbL-1.0")
    export(load(files), files, str(tmp_path / "a.db"), overwrite=True)
    described = json.loads((tmp_path / "a.metadata.json").read_text(encoding="utf-8"))
    assert described["license"] == "ODbL-1.0"


@pytest.mark.parametrize("there", ["base.sqlite", "base.metadata.json"])
def test_neither_file_is_written_if_one_exists(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("before", encoding="utf-8")
    base = load(ARTICLES)
    with pytest.raises(ExistsError, match=there):
        export(base, ARTICLES, str(tmp_path / "base.sqlite"))
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [
        (there, "before")
    ]
    export(base, ARTICLES, str(tmp_path / "base.sqlite"), overwrite=True)
    assert len(list(tmp_path.iterdir())) == 2
