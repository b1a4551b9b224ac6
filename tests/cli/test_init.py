"""`iraqforce init`: a base that is valid and answers, in a folder that was not there or had nothing in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from iraqforce.model.dates import today
from processes import iraqforce

PRINTED = """my/facts.yaml: three facts from a made-up article, example.txt

Next steps:

  iraqforce check --base my/facts.yaml
  iraqforce level 2019-03 --base my/facts.yaml
  iraqforce draft --base my/facts.yaml my/new.txt -o my/new.yaml
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a base in its folder `my`."""
    done = iraqforce("init my", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, PRINTED, "")
    return tmp_path


def test_the_base_is_valid_and_every_number_of_its_article_is_covered(folder: Path) -> None:
    assert sorted(contents(folder)) == ["my/example.txt", "my/facts.yaml"]
    done = iraqforce("check --strict --base my/facts.yaml", cwd=folder)
    assert (done.returncode, done.stdout) == (
        0,
        "No problems found  VALID\n\nChecked 3 facts: 3 quotes (3 exact), 2 counts, 1 article checksum.\n",
    )
    assert "All numbers are covered" in iraqforce("draft --missing --base my/facts.yaml", cwd=folder).stdout


def test_the_commands_that_it_names_do_what_they_say(folder: Path) -> None:
    answer = iraqforce("level 2019-03 --base my/facts.yaml", cwd=folder)
    assert answer.returncode == 0
    assert "About 5,200, according to the U.S. Embassy." in answer.stdout
    assert "“About 5,200 U.S. troops are in Iraq”" in answer.stdout
    (folder / "my" / "new.txt").write_text("There are 70 American soldiers in Iraq.\n", encoding="utf-8")
    draft = iraqforce("draft --base my/facts.yaml my/new.txt", cwd=folder)
    assert (draft.returncode, draft.stderr) == (0, "")
    assert "    force: us\n    place: iraq\n    count: 70\n" in draft.stdout


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    done = iraqforce(f"init {'x' * 256}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "cannot be written: File name too long\n" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_new_article_can_be_added_on_the_day_of_the_start(folder: Path) -> None:
    text = (folder / "my" / "facts.yaml").read_text(encoding="utf-8")
    assert f"\nupdated: {today().text}\n" in text


def test_its_comments_explain_and_its_lines_are_short(folder: Path) -> None:
    lines = (folder / "my" / "facts.yaml").read_text(encoding="utf-8").splitlines()
    assert sum(line.lstrip().startswith("#") for line in lines) >= 15
    assert max(map(len, lines)) <= 110


@pytest.mark.parametrize("name", ["data", "link", "empty", "a b", "parent/data"])
def test_the_base_is_valid_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "parent").mkdir()
    (tmp_path / "link").symlink_to("data")
    assert iraqforce(f"init '{name}'", cwd=tmp_path).returncode == 0
    done = iraqforce(f"check --strict --base '{name}/facts.yaml'", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "No problems found  VALID")


def test_names_with_spaces_are_quoted_in_the_commands(tmp_path: Path) -> None:
    assert (
        "--base 'a b/facts.yaml' 'a b/new.txt' -o 'a b/new.yaml'"
        in iraqforce("init 'a b'", cwd=tmp_path).stdout
    )


@pytest.mark.parametrize(
    ("name", "exit_code", "words"),
    [
        ("my", 2, "my already exists"),
        ("my/", 2, "my already exists"),
        (".", 2, ". already exists"),
        ("''", 2, "DIR is empty: give the name of a new folder"),
        ("my/facts.yaml", 2, "my/facts.yaml is a file"),
        ("no/such", 3, "folder "),
        ("", 2, "Missing argument 'DIR'"),
    ],
)
def test_nothing_is_overwritten_or_left_half_done(
    folder: Path, name: str, exit_code: int, words: str
) -> None:
    before = contents(folder)
    done = iraqforce(f"init {name}", cwd=folder)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert words in done.stderr
    assert contents(folder) == before
    assert os.listdir(folder) == ["my"]  # noqa: PTH208 - hidden files too
