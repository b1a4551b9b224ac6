"""`iraqforce report` as a process: what is written where, what is said of it, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from processes import iraqforce, iraqforce_without


def test_a_page_is_written_and_said_on_stderr(tmp_path: Path) -> None:
    done = iraqforce("report -o report.html --date 2016-05-01", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "report.html: 8 levels, 5 sources\n")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert "<title>U.S. troops in Iraq, 1 May 2016</title>" in page
    assert page.endswith("</html>\n")


def test_standard_output_gets_the_same_bytes_and_nothing_else(tmp_path: Path) -> None:
    iraqforce("report -o report.html --date 2016-05-01", cwd=tmp_path)
    done = iraqforce("report -o - --date 2016-05-01", cwd=tmp_path, LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.encode() == (tmp_path / "report.html").read_bytes()


def test_today_is_the_date_where_none_is_given() -> None:
    today = json.loads(iraqforce("level --json").stdout)["question"]["date"]
    assert f"iraqforce report --date {today} --force us" in iraqforce("report -o -").stdout


def test_where_there_is_no_answer_the_page_says_so_and_is_written(tmp_path: Path) -> None:
    done = iraqforce("report -o report.html --date 2018-07-01", cwd=tmp_path)
    assert done.returncode == 0
    assert "No figure supports an answer." in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_existing_file_is_replaced_only_where_that_is_asked_for(tmp_path: Path) -> None:
    there = tmp_path / "report.html"
    there.write_text("before")
    refused = iraqforce("report -o report.html", cwd=tmp_path)
    assert (refused.returncode, there.read_text()) == (2, "before")
    assert "report.html exists already" in refused.stderr
    assert iraqforce("report -o report.html --overwrite", cwd=tmp_path).returncode == 0
    assert there.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


REFUSALS = [
    ("report", 2, "Missing option '-o'"),
    ("report -o ''", 2, "needs the name of a file"),
    ("report -o a.txt", 2, "a.txt: its ending asks for no page"),
    ("report -o a.html --date 2016-13", 2, "2016-13"),
    ("report -o a.html --date 2016/..", 2, "open at one end"),
    ("report -o a.html --force uk", 2, "unknown force 'uk'"),
    ("report -o none/a.html", 3, "there is no folder /"),
    ("report -o a.html --facts none.yaml", 3, "there is no such file"),
]


@pytest.mark.parametrize(("command", "exit_code", "words"), REFUSALS)
def test_what_cannot_be_done_leaves_nothing(tmp_path: Path, command: str, exit_code: int, words: str) -> None:
    done = iraqforce(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("module", "library"), [("jinja2", "jinja2"), ("vl_convert", "vl-convert-python")])
def test_without_an_extra_it_names_what_to_install_and_leaves_nothing(
    tmp_path: Path, module: str, library: str
) -> None:
    done = iraqforce_without(module, "report -o a.html", cwd=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (3, "", [])
    assert f"pip install {library}\n" in done.stderr
