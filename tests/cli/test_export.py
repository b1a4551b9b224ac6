"""`iraqforce export` and `iraqforce report` as processes: what they write, say and refuse."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from iraqforce.loading.locations import bundled
from processes import iraqforce, iraqforce_without

SEEDS = sorted(Path(bundled("articles")[0].folder, "seeds").glob("*.txt"))
OWN = "name: own\ntitle: Own\nforces: {}\nplaces: {}\nsources: {}\nfacts: []\n"


def left(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("name", ["facts.csv", "facts.sqlite", "facts.parquet", "facts.jsonl", "FACTS.CSV"])
def test_a_file_is_written_and_reported_on_stderr(tmp_path: Path, name: str) -> None:
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    beside = "facts.metadata.json: metadata for Datasette\n" if name == "facts.sqlite" else ""
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{name}: 88 facts\n{beside}")
    assert left(tmp_path) == sorted([name, *beside.partition(":")[0].split()])


COPIES = [
    "001-ibtimes-2016-04-18.txt",
    "002-daily-caller-2021-02-19.txt",
    "003-the-hill-2021-12-09.txt",
    "004-dcnf-2023-03-07.txt",
    "005-defense-one-2016-03-25.txt",
]


@pytest.mark.parametrize("name", ["facts.yaml", "facts.yml", "data/facts.yaml"])
def test_a_base_is_written_with_its_articles_and_is_valid(tmp_path: Path, name: str) -> None:
    (tmp_path / "data").mkdir()
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    folder = f"{name.removesuffix('.yaml')}-articles"
    listed = "".join(f"  {each}\n" for each in COPIES)
    reported = f"{name}: 88 facts\n{folder}: 5 articles copied, which {name} needs\n{listed}"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", reported)
    assert left(tmp_path) == sorted([name, *(f"{folder}/{each}" for each in COPIES)])
    assert {(tmp_path / folder / each).read_bytes() for each in COPIES} == {
        each.read_bytes() for each in SEEDS
    }
    assert iraqforce(f"check {name} --strict", cwd=tmp_path).returncode == 0
    again = iraqforce(f"export -o {name} --overwrite", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, reported)


def test_a_folder_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "facts-articles").mkdir()
    other = tmp_path / "facts-articles" / COPIES[0]
    other.write_text("mine")
    done = iraqforce("export -o facts.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "facts-articles already exists" in done.stderr
    assert (left(tmp_path), other.read_text()) == ([f"facts-articles/{other.name}"], "mine")


@pytest.mark.parametrize("name", ["datapackage", "package/"])
def test_a_folder_becomes_a_data_package(tmp_path: Path, name: str) -> None:
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, f"{name}: 88 facts\n")
    tables = ["datapackage.json", "definitions.csv", "facts.csv", "forces.csv", "places.csv", "sources.csv"]
    assert left(tmp_path / name) == tables


@pytest.mark.parametrize("form", ["csv", "jsonl", "yaml"])
def test_standard_output_gets_the_same_text_and_nothing_else_is_written(tmp_path: Path, form: str) -> None:
    done = iraqforce(f"export -o - -f {form}", cwd=tmp_path)
    assert (done.returncode, done.stderr, left(tmp_path)) == (0, "", [])
    iraqforce(f"export -o facts.txt -f {form}", cwd=tmp_path)
    written = (tmp_path / "facts.txt").read_text(encoding="utf-8")
    # Only where articles are copied do their paths change.
    assert re.sub("text: seeds/.*", "", done.stdout) == re.sub("text: facts.txt-articles/.*", "", written)


def test_a_report_is_written_and_standard_output_gets_the_same_bytes(tmp_path: Path) -> None:
    written = iraqforce("report -o report.html --date 2016-05-01", cwd=tmp_path)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", "report.html: written\n")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert "<title>U.S. troops in Iraq, May 1, 2016</title>" in page
    assert page.endswith("</html>\n")
    done = iraqforce("report -o - --date 2016-05-01", cwd=tmp_path, LC_ALL="C")
    assert (done.returncode, done.stdout, done.stderr) == (0, page, "")


def test_a_report_is_of_today_if_no_date_is_given() -> None:
    today = json.loads(iraqforce("level --json").stdout)["question"]["date"]["text"]
    assert f"iraqforce report --date {today} --force us" in iraqforce("report -o -").stdout


def test_a_report_without_an_answer_says_so(tmp_path: Path) -> None:
    assert iraqforce("report -o report.html --date 2018-07-01", cwd=tmp_path).returncode == 0
    assert "No answer: the latest figure (4,087" in (tmp_path / "report.html").read_text(encoding="utf-8")


WRONG = [
    ("export", 2, "usage", "Missing option '-o'"),
    ("export -o ''", 2, "usage", "needs the name of a file"),
    ("export -o -", 2, "usage", "-o - needs --format"),
    ("export -o - --format sqlite", 2, "usage", "sqlite is not a text format"),
    ("export -o a.csv --format xls", 2, "usage", "'xls' is not one of"),
    ("export -o facts", 2, "ending", "no file extension"),
    ("export -o facts.cvs", 2, "ending", "did you mean '.csv'?"),
    ("export -o facts.xlsx", 2, "ending", "known: .csv, .jsonl, .yaml"),
    ("export -o there.csv", 2, "exists", "there.csv already exists"),
    ("export -o folder.csv --overwrite", 2, "exists", "folder.csv is a folder"),
    ("export -o none/a.csv", 3, "output", "none/a.csv cannot be written: folder /"),
    ("export -o a.csv --base none.yaml", 3, "base", "no such file"),
    ("export -o own.yaml --base own.yaml --overwrite", 3, "output", "own.yaml is an input"),
    ("report", 2, "usage", "Missing option '-o'"),
    ("report -o ''", 2, "usage", "needs the name of a file"),
    ("report -o a.txt", 2, "ending", "a.txt: unsupported page format"),
    ("report -o a.html --date 2016-13", 2, "usage", "2016-13"),
    ("report -o a.html --date 2016/..", 2, "usage", "open at one end"),
    ("report -o a.html --force xx", 2, "unknown-name", "unknown force 'xx'"),
    ("report -o there.html", 2, "exists", "there.html already exists"),
    ("report -o none/a.html", 3, "output", "folder /"),
    ("report -o a.html --base none.yaml", 3, "base", "no such file"),
]


@pytest.mark.parametrize(("command", "exit_code", "code", "words"), WRONG)
def test_what_cannot_be_done_is_an_error_and_changes_nothing(
    tmp_path: Path, command: str, exit_code: int, code: str, words: str
) -> None:
    before = {"there.csv": "before", "there.html": "before", "own.yaml": OWN}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "folder.csv").mkdir()
    done = iraqforce(command, cwd=tmp_path, IRAQFORCE_FORMAT="json" if "--format" not in command else "")
    assert (done.returncode, done.stdout) == (exit_code, "")
    if "--format" not in command:
        error = json.loads(done.stderr)
        assert error["code"] == code
        assert words in f"{error['message']} {error['hint']}"
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert {name: (tmp_path / name).read_text() for name in left(tmp_path)} == before


def test_an_existing_report_is_replaced_with_overwrite(tmp_path: Path) -> None:
    there = tmp_path / "report.html"
    there.write_text("before")
    assert iraqforce("report -o report.html --overwrite", cwd=tmp_path).returncode == 0
    assert there.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("module", "command", "library"),
    [
        ("pyarrow", "export -o a.parquet", "pyarrow"),
        ("jinja2", "report -o a.html", "jinja2"),
        ("vl_convert", "report -o a.html", "vl-convert-python"),
    ],
)
def test_without_its_library_a_command_says_what_to_install(
    tmp_path: Path, module: str, command: str, library: str
) -> None:
    done = iraqforce_without(module, command, cwd=tmp_path)
    assert (done.returncode, done.stdout, left(tmp_path)) == (3, "", [])
    assert f"{sys.executable} -m pip install {library}\n" in done.stderr
