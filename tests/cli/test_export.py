"""`iraqforce export` as a process: what is written where, what is said of it, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from iraqforce.locations import bundled
from processes import environment, iraqforce, iraqforce_without

SEEDS = sorted(Path(bundled("articles")[0].folder, "seeds").glob("*.txt"))


def left(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("name", ["facts.csv", "facts.sqlite", "facts.db", "facts.parquet", "FACTS.CSV"])
def test_a_file_is_written_and_said_on_stderr(tmp_path: Path, name: str) -> None:
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{name}: 88 facts\n")
    assert left(tmp_path) == [name]


@pytest.mark.parametrize("name", ["facts.jsonl", "facts.yaml", "facts.yml"])
def test_a_base_is_written_with_its_articles_and_is_valid(tmp_path: Path, name: str) -> None:
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    said = f"{name}: 88 facts\n{tmp_path}: 5 articles copied, which {name} needs beside it\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    assert left(tmp_path) == sorted([name, *(f"seeds/{each.name}" for each in SEEDS)])
    for each in SEEDS:
        assert (tmp_path / "seeds" / each.name).read_bytes() == each.read_bytes()
    assert iraqforce(f"check {name} --strict", cwd=tmp_path).returncode == 0
    again = iraqforce(f"export -o {name} --overwrite", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, f"{name}: 88 facts\n")


def test_an_article_is_never_put_over_another_file(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    other = tmp_path / "seeds" / SEEDS[0].name
    other.write_text("mine")
    done = iraqforce("export -o facts.jsonl", cwd=tmp_path)
    assert done.returncode == 3
    assert "another file is there" in done.stderr
    assert (left(tmp_path), other.read_text()) == ([f"seeds/{other.name}"], "mine")


def test_an_export_into_a_folder_called_data_has_its_articles_beside_that(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert iraqforce("export -o data/facts.yaml", cwd=tmp_path).returncode == 0
    assert left(tmp_path) == sorted(["data/facts.yaml", *(f"seeds/{each.name}" for each in SEEDS)])
    assert iraqforce("check data/facts.yaml", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("name", ["datapackage", "datapackage/", "package/"])
def test_a_folder_becomes_a_data_package(tmp_path: Path, name: str) -> None:
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, f"{name}: 88 facts\n")
    tables = ["datapackage.json", "definitions.csv", "facts.csv", "forces.csv", "places.csv", "sources.csv"]
    assert left(tmp_path / name) == tables


@pytest.mark.parametrize("form", ["csv", "jsonl", "yaml"])
def test_standard_output_gets_the_same_text_and_nothing_else_is_written(tmp_path: Path, form: str) -> None:
    done = iraqforce(f"export -o - -f {form}", cwd=tmp_path)
    assert (done.returncode, done.stderr, left(tmp_path)) == (0, "", [])
    iraqforce(f"export -o facts.{form}", cwd=tmp_path)
    assert done.stdout == (tmp_path / f"facts.{form}").read_text(encoding="utf-8")


def test_the_format_is_stronger_than_the_ending(tmp_path: Path) -> None:
    assert iraqforce("export -o facts.txt --format csv", cwd=tmp_path).returncode == 0
    assert (tmp_path / "facts.txt").read_text(encoding="utf-8").startswith("id,kind,label,force,place,count,")


WRONG = [
    ("export", 2, "usage", "Missing option '-o'"),
    ("export -o ''", 2, "usage", "needs the name of a file"),
    ("export -o -", 2, "usage", "-o - needs --format"),
    ("export -o - --format sqlite", 2, "usage", "sqlite is no text"),
    ("export -o a.csv --format xls", 2, "usage", "'xls' is not one of"),
    ("export -o facts", 2, "ending", "a name without an ending"),
    ("export -o facts.cvs", 2, "ending", "did you mean '.csv'?"),
    ("export -o facts.xlsx", 2, "ending", "known: .csv, .jsonl, .yaml"),
    ("export -o there.csv", 2, "exists", "there.csv exists already"),
    ("export -o folder.csv --overwrite", 2, "exists", "folder.csv is a folder"),
    ("export -o none/a.csv", 3, "output", "none/a.csv cannot be written: there is no folder /"),
    ("export -o a.csv --facts none.yaml", 3, "base", "there is no such file"),
    ("export -o own.yaml --facts own.yaml --overwrite", 3, "output", "own.yaml is the base itself"),
]


@pytest.mark.parametrize(("command", "exit_code", "code", "words"), WRONG)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    tmp_path: Path, command: str, exit_code: int, code: str, words: str
) -> None:
    (tmp_path / "there.csv").write_text("before")
    (tmp_path / "folder.csv").mkdir()
    own = "name: own\ntitle: Own\nforces: {}\nplaces: {}\nsources: {}\nfacts: []\n"
    (tmp_path / "own.yaml").write_text(own)
    done = iraqforce(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert words in done.stderr + json.dumps(done.stderr)
    assert "Traceback" not in done.stderr
    as_json = iraqforce(command, cwd=tmp_path, IRAQFORCE_FORMAT="json")
    if "--format" not in command:
        assert json.loads(as_json.stderr)["code"] == code
    assert left(tmp_path) == ["own.yaml", "there.csv"]
    assert ((tmp_path / "there.csv").read_text(), (tmp_path / "own.yaml").read_text()) == ("before", own)


def test_parquet_without_its_library_names_the_extra(tmp_path: Path) -> None:
    done = iraqforce_without("pyarrow", "export -o a.parquet", cwd=tmp_path)
    assert (done.returncode, done.stdout, left(tmp_path)) == (3, "", [])
    assert "pip install pyarrow" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_is_an_error_that_says_so() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "iraqforce", "export", "-o", "-", "-f", "csv"],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, "No space left" in done.stderr) == (3, True)
