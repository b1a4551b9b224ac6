"""Each format of export, read by a library or a program that knows nothing of iraqforce."""

import csv
import json
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import frictionless
import polars
import pyarrow.parquet
import pytest

import iraqforce
import made_bases
from builders import base_of
from iraqforce import __version__
from iraqforce.errors import ArgumentError, IraqforceError, UnknownEndingError
from iraqforce.export.base_tables import PACKAGE_FILES, write_parquet
from iraqforce.export.citation_styles import Style
from iraqforce.export.citations import cite
from iraqforce.export.tables import FORMS, Exported, export, form_of, text_pieces
from iraqforce.loading.locations import bundled, given
from iraqforce.loading.reader import load
from iraqforce.model.fact_base import FactBase
from iraqforce.render.tables import unsafe

ARTICLES = bundled("articles")
PRESS = "us-iraq-2016-03-25-press"


@pytest.fixture(scope="module")
def base() -> FactBase:
    return load(ARTICLES)


def write(base: FactBase, form: str, place: Path) -> Path:
    sizes = {"facts": "88 facts", "sources": "5 sources"}
    assert export(base, ARTICLES, str(place), form).size == sizes[FORMS[form].lists]
    return place


def test_csv_has_a_row_for_each_fact(base: FactBase, tmp_path: Path) -> None:
    with write(base, "csv", tmp_path / "facts.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert len(rows) == 88
    row = rows[PRESS]
    assert (row["count"], row["value"], row["low"], row["high"]) == ("more than 5,000", "5000", "5000", "")
    assert (
        unsafe(row["quote"]) == "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    )
    assert (row["scope"], row["source_title"][:6], row["source_authors"]) == ("total", "Citing", "")


def test_json_lines_have_a_whole_fact_each(base: FactBase, tmp_path: Path) -> None:
    text = write(base, "jsonl", tmp_path / "facts.jsonl").read_text(encoding="utf-8")
    facts = {each["id"]: each for each in map(json.loads, text.splitlines())}
    assert len(facts) == 88
    fact = facts[PRESS]
    assert (fact["schema"], fact["force"], fact["count"]["low"]) == ("iraqforce.fact/1", "us", 5000)
    assert (fact["as_of"]["first"], fact["source"]["title"][:6]) == ("2016-03-25", "Citing")
    assert [each.name for each in tmp_path.iterdir()] == ["facts.jsonl"]
    assert polars.read_ndjson(tmp_path / "facts.jsonl").height == 88


def test_polars_reads_the_json_lines_of_both_bases(tmp_path: Path) -> None:
    iraqforce.open().export(tmp_path / "facts.jsonl")
    assert polars.read_ndjson(tmp_path / "facts.jsonl").height == 999


def test_parquet_is_typed_and_names_its_base(base: FactBase, tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(write(base, "parquet", tmp_path / "facts.parquet"))
    types = {field.name: str(field.type) for field in table.schema}
    assert {types[name] for name in ("value", "low", "high")} == {"int64"}
    assert {types[name] for name in ("first", "last", "published_last")} == {"date32[day]"}
    assert (types["approximate"], types["id"]) == ("bool", "string")
    [row] = [each for each in table.to_pylist() if each["id"] == PRESS]
    assert (row["value"], row["low"], row["high"]) == (5000, 5000, None)
    assert (row["first"], row["last"], row["approximate"]) == (date(2016, 3, 25), date(2016, 3, 25), False)
    metadata = table.schema.metadata
    assert metadata[b"iraqforce.sha256"].decode() == base.info.sha256
    assert (metadata[b"iraqforce.base"], metadata[b"iraqforce.version"]) == (
        b"articles",
        __version__.encode(),
    )


@pytest.mark.parametrize(
    ("count", "types", "value"),
    [("45", ("int64", "integer", "Int64"), 45), ("4.5", ("double", "number", "Float64"), 4.5)],
)
def test_a_count_is_whole_through_every_door_unless_a_figure_is_not(
    tmp_path: Path, count: str, types: tuple[str, ...], value: float
) -> None:
    figure: made_bases.Fact = {
        "id": "f", "kind": "figure", "source": "r", "locator": "page 1", "as_of": "2016", "count": count,
        "unit": "percent", "label": "a share",
    }  # fmt: skip
    base = iraqforce.open(made_bases.base(tmp_path, made_bases.level("a", "2016", "5"), figure))
    base.export(tmp_path / "facts.parquet")
    base.export(f"{tmp_path}/p/")
    table = pyarrow.parquet.read_table(tmp_path / "facts.parquet")
    fields = frictionless.Package(str(tmp_path / "p" / "datapackage.json")).get_table_resource("facts").schema
    found = str(table.schema.field("value").type), fields.get_field("value").type
    assert (*found, str(base.facts().to_pandas()["value"].dtype)) == types
    assert table.column("value").to_pylist() == [5, value]
    assert f",{count},{value},{value},{value}," in "".join(text_pieces(base.contents, "csv"))
    assert problems(tmp_path / "p") == []


def test_parquet_of_a_base_without_facts_has_its_columns(base: FactBase, tmp_path: Path) -> None:
    write_parquet(FactBase(base.info, {}, {}, {}, {}, {}, {}), tmp_path / "none.parquet")
    write_parquet(base, tmp_path / "all.parquet")
    none, complete = (pyarrow.parquet.read_table(tmp_path / f"{name}.parquet") for name in ("none", "all"))
    assert (none.num_rows, complete.num_rows) == (0, 88)
    assert none.schema == complete.schema


def package(base: FactBase, folder: Path) -> Path:
    return write(base, "datapackage", folder)


def problems(folder: Path) -> list[list[object]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [*report.flatten(["fieldName", "type"])]


def test_a_data_package_is_valid_by_frictionless(base: FactBase, tmp_path: Path) -> None:
    assert problems(package(base, tmp_path / "p")) == []
    facts = frictionless.Package(str(tmp_path / "p" / "datapackage.json")).get_table_resource("facts")
    [first, *_] = facts.read_rows()
    assert (first["id"], first["value"], first["first"]) == (
        "us-iraq-2016-04-18-increase",
        217,
        date(2016, 4, 18),
    )
    assert first["label"] is None


def test_no_line_end_in_a_text_breaks_a_row_of_a_data_package(base: FactBase, tmp_path: Path) -> None:
    notes = [f'x{end}=cmd|"/C calc"!A0' for end in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"]
    noted = base_of(*(fact._replace(note=note) for fact, note in zip(base.facts, cycle(notes), strict=False)))
    folder = package(noted, tmp_path / "p")
    assert problems(folder) == []
    facts = frictionless.Package(str(folder / "datapackage.json")).get_table_resource("facts")
    assert [row["note"] for row in facts.read_rows()] == [fact.note for fact in noted.facts]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (",press,", ",rumour,", ["basis", "constraint-error"]),
        (",us,iraq,", ",us,irak,", [None, "foreign-key"]),
        (",2016-04-18,2016-04-18,2016-04-18,", ",2016-04-18,2016-04-31,2016-04-18,", ["first", "type-error"]),
    ],
)
def test_a_data_package_that_was_changed_is_not(
    base: FactBase, tmp_path: Path, right: str, wrong: str, expected: list[object]
) -> None:
    facts = package(base, tmp_path / "p") / "facts.csv"
    facts.write_text(facts.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    assert expected in problems(tmp_path / "p")


def descriptor_of(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def test_the_descriptor_has_version_2_and_a_label_for_missing_values(base: FactBase, tmp_path: Path) -> None:
    descriptor = descriptor_of(package(base, tmp_path / "p"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["licenses"][0]["name"] == "CC0-1.0"
    assert len(descriptor["sources"]) == 5
    for resource in descriptor["resources"]:
        assert resource["schema"]["missingValues"] == [{"value": "", "label": "not stated"}]
    assert "fields" in descriptor["resources"][0]["schema"]["foreignKeys"][0]["reference"]
    assert "resource" not in descriptor["resources"][2]["schema"]["foreignKeys"][0]["reference"]


def test_a_base_of_others_gets_no_license_from_us(base: FactBase, tmp_path: Path) -> None:
    export(base, [given(file.path) for file in ARTICLES], str(tmp_path / "p"), "datapackage")
    assert "licenses" not in descriptor_of(tmp_path / "p")


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.makes != "folder"])
def test_the_same_base_gives_the_same_bytes(base: FactBase, tmp_path: Path, form: str) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write(base, form, tmp_path / folder / "facts")
    assert (tmp_path / "one" / "facts").read_bytes() == (tmp_path / "two" / "facts").read_bytes()


def test_the_same_base_gives_the_same_package(base: FactBase, tmp_path: Path) -> None:
    one, two = (package(base, tmp_path / name) for name in ("one", "two"))
    assert sorted(each.name for each in one.iterdir()) == sorted(PACKAGE_FILES)
    for each in one.iterdir():
        assert each.read_bytes() == (two / each.name).read_bytes()


def test_an_export_is_counted(base: FactBase, tmp_path: Path) -> None:
    assert export(base, ARTICLES, str(tmp_path / "facts.csv")) == Exported("88 facts")
    done = export(base, ARTICLES, str(tmp_path / "facts.yaml"))
    assert (done.size, len(done.copied), done.folder) == ("88 facts", 5, tmp_path / "facts-articles")
    database = tmp_path / "facts.sqlite"
    assert export(base, ARTICLES, str(database)) == Exported(
        "88 facts", metadata=str(tmp_path / "facts.metadata.json")
    )


@pytest.mark.parametrize(("name", "style"), [("base.bib", "bibtex"), ("base.RIS", "ris")])
def test_references_to_every_source_are_those_of_cite(
    base: FactBase, tmp_path: Path, name: str, style: Style
) -> None:
    assert export(base, ARTICLES, str(tmp_path / name)).size == "5 sources"
    cited = cite(base, [], style, all_sources=True).document
    assert (tmp_path / name).read_text(encoding="utf-8") == cited
    assert all(source in cited for source in base.sources)


@pytest.mark.parametrize("name", ["datapackage", "datapackage/", "package/", "a/datapackage"])
def test_a_folder_becomes_a_data_package(name: str) -> None:
    assert form_of(name) == "datapackage"


def test_the_format_overrides_the_ending_which_may_be_in_capitals(base: FactBase, tmp_path: Path) -> None:
    assert form_of("FACTS.CSV") == "csv"
    text = write(base, "csv", tmp_path / "facts.txt").read_text(encoding="utf-8")
    assert text == "".join(text_pieces(base, "csv"))
    with pytest.raises(ArgumentError, match="sqlite is not a text format: use -o with the name of a file"):
        text_pieces(base, "sqlite")


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("facts", "facts: no file extension", "known: .csv, .jsonl, .yaml"),
        ("facts.cvs", "facts.cvs: unsupported format '.cvs'", "did you mean '.csv'?"),
    ],
)
def test_an_unknown_ending_is_an_error_with_what_is_known(name: str, message: str, hint: str) -> None:
    with pytest.raises(UnknownEndingError) as raised:
        form_of(name)
    assert raised.value.message == message
    assert (raised.value.hint or "").startswith(hint)


def test_an_unknown_form_is_an_error(base: FactBase, tmp_path: Path) -> None:
    with pytest.raises(IraqforceError, match="unknown format 'xls'"):
        export(base, ARTICLES, str(tmp_path / "a.csv"), "xls")
    assert list(tmp_path.iterdir()) == []
