"""Each form of export, read by a library or a program that knows nothing of iraqforce."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import pyarrow.parquet
import pytest

from iraqforce import __version__
from iraqforce.exporting import FORMS
from iraqforce.exporting.exported import Exported
from iraqforce.locations import bundled
from iraqforce.reading.base import read
from iraqforce.render.csv_rows import unsafe
from iraqforce.store.memory import MemoryStore
from iraqforce.store.opening import open_files

PRESS = "us-iraq-2016-03-25-press"


def write(form: str, place: Path) -> Path:
    """The bundled base in that form at `place`."""
    store = open_files(bundled("articles"))
    try:
        base = Exported(store, bundled=True)
        if FORMS[form].makes == "text":
            place.write_text("".join(FORMS[form].text_writer().pieces(base)), encoding="utf-8", newline="")
        else:
            FORMS[form].file_writer().write(base, place)
    finally:
        store.close()
    return place


def test_csv_has_a_row_for_each_fact(tmp_path: Path) -> None:
    with write("csv", tmp_path / "facts.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert len(rows) == 88
    row = rows[PRESS]
    assert (row["count"], row["value"], row["low"], row["high"]) == ("more than 5,000", "5000", "5000", "")
    assert (
        unsafe(row["quote"]) == "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    )
    assert (row["covers"], row["source_title"][:6], row["source_author"]) == ("whole", "Citing", "")


def test_parquet_is_typed_and_names_its_base(tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(write("parquet", tmp_path / "facts.parquet"))
    types = {field.name: str(field.type) for field in table.schema}
    assert {types[name] for name in ("value", "low", "high")} == {"double"}
    assert {types[name] for name in ("first", "last", "source_published_last")} == {"date32[day]"}
    assert (types["approximate"], types["id"]) == ("bool", "string")
    [row] = [each for each in table.to_pylist() if each["id"] == PRESS]
    assert (row["value"], row["low"], row["high"]) == (5000, 5000, None)
    assert (row["first"], row["last"], row["approximate"]) == (date(2016, 3, 25), date(2016, 3, 25), False)
    metadata = table.schema.metadata
    assert metadata[b"iraqforce.sha256"].decode() == read(bundled("articles")).declared.base.sha256
    assert (metadata[b"iraqforce.base"], metadata[b"iraqforce.version"]) == (
        b"articles",
        __version__.encode(),
    )


def test_parquet_of_a_base_without_facts_has_its_columns(tmp_path: Path) -> None:
    base = read(bundled("articles"))
    empty = MemoryStore(type(base)(base.declared, ()))
    FORMS["parquet"].file_writer().write(Exported(empty), tmp_path / "none.parquet")
    FORMS["parquet"].file_writer().write(Exported(MemoryStore(base)), tmp_path / "all.parquet")
    none, whole = (pyarrow.parquet.read_table(tmp_path / f"{name}.parquet") for name in ("none", "all"))
    assert (none.num_rows, whole.num_rows) == (0, 88)
    assert none.schema == whole.schema


QUERY = (
    "SELECT id, count, speaker, publisher FROM levels WHERE force = 'us' AND first = '2016-03-25' ORDER BY id"
)
ROWS = [
    (PRESS.replace("press", "official"), "3,800", "The Pentagon", "Defense One"),
    (PRESS, "more than 5,000", "Nancy Youssef, The Daily Beast", "Defense One"),
]


def test_sqlite_is_one_file_that_is_opened_for_reading_alone(tmp_path: Path) -> None:
    place = write("sqlite", tmp_path / "facts.sqlite")
    assert [each.name for each in tmp_path.iterdir()] == ["facts.sqlite"]
    with closing(sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True)) as connection:
        found = connection.execute(QUERY).fetchall()
        assert connection.execute("PRAGMA journal_mode").fetchall() == [("delete",)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM facts_with_sources").fetchall() == [(88,)]
    assert [row for row in found if row[0] in (PRESS, ROWS[0][0])] == ROWS


def test_a_base_in_memory_is_the_same_database(tmp_path: Path) -> None:
    FORMS["sqlite"].file_writer().write(
        Exported(MemoryStore(read(bundled("articles")))), tmp_path / "memory.sqlite"
    )
    dumps = []
    for place in (tmp_path / "memory.sqlite", write("sqlite", tmp_path / "compiled.sqlite")):
        with closing(sqlite3.connect(place)) as connection:
            dumps.append(list(connection.iterdump()))
    assert dumps[0] == dumps[1]


def served(place: Path, path: str) -> list[dict[str, Any]]:
    """The rows that Datasette gives for the address."""
    command = [sys.executable, "-W", "ignore", "-m", "datasette", "--immutable", str(place)]
    done = subprocess.run([*command, "--get", path], capture_output=True, encoding="utf-8", check=True)
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


@pytest.mark.slow
def test_datasette_serves_it(tmp_path: Path) -> None:
    place = write("sqlite", tmp_path / "facts.sqlite")
    rows = served(place, "/facts/levels.json?_shape=array&force__exact=us&first__exact=2016-03-25")
    assert {(row["id"], row["count"], row["speaker"], row["publisher"]) for row in rows} == {*ROWS}


@pytest.mark.slow
@pytest.mark.parametrize(("words", "found"), [("tops+5000", [ROWS[0][0], PRESS]), ("tops+50", [])])
def test_datasette_searches_it(tmp_path: Path, words: str, found: list[str]) -> None:
    place = write("sqlite", tmp_path / "facts.sqlite")
    asked = f"/facts/facts.json?_shape=array&_fts_table=words&_fts_pk=number&_search={words}"
    assert [row["id"] for row in served(place, asked)] == found


def package(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return write("datapackage", folder)


def problems(folder: Path) -> list[list[object]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [*report.flatten(["fieldName", "type"])]


def test_a_data_package_is_valid_by_frictionless(tmp_path: Path) -> None:
    assert problems(package(tmp_path)) == []
    facts = frictionless.Package(str(tmp_path / "datapackage.json")).get_table_resource("facts")
    [first, *_] = facts.read_rows()
    assert (first["id"], first["value"], first["first"]) == (
        "us-iraq-2016-04-18-increase",
        217,
        date(2016, 4, 18),
    )
    assert first["label"] is None


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (",press,", ",rumour,", ["basis", "constraint-error"]),
        (",us,iraq,", ",us,irak,", [None, "foreign-key"]),
        (",2016-04-18,2016-04-18,2016-04-18,", ",2016-04-18,2016-04-31,2016-04-18,", ["first", "type-error"]),
    ],
)
def test_a_data_package_that_was_changed_is_not(
    tmp_path: Path, right: str, wrong: str, expected: list[object]
) -> None:
    facts = package(tmp_path) / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    assert expected in problems(tmp_path)


def test_the_descriptor_is_of_version_2_and_says_what_is_missing(tmp_path: Path) -> None:
    descriptor = json.loads((package(tmp_path) / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["licenses"][0]["name"] == "MIT"
    assert len(descriptor["sources"]) == 5
    for resource in descriptor["resources"]:
        assert resource["schema"]["missingValues"] == [{"value": "", "label": "not stated"}]
    assert "fields" in descriptor["resources"][0]["schema"]["foreignKeys"][0]["reference"]
    assert "resource" not in descriptor["resources"][2]["schema"]["foreignKeys"][0]["reference"]


def test_a_base_of_others_gets_no_licence_from_us(tmp_path: Path) -> None:
    FORMS["datapackage"].file_writer().write(Exported(MemoryStore(read(bundled("articles")))), tmp_path)
    assert "licenses" not in json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", ["csv", "jsonl", "yaml", "sqlite", "parquet"])
def test_the_same_base_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    assert write(form, tmp_path / "one").read_bytes() == write(form, tmp_path / "two").read_bytes()


def test_the_same_base_gives_the_same_package(tmp_path: Path) -> None:
    one, two = (package(tmp_path / name) for name in ("one", "two"))
    assert sorted(each.name for each in one.iterdir()) == sorted(FORMS["datapackage"].holding())
    for each in one.iterdir():
        assert each.read_bytes() == (two / each.name).read_bytes()
