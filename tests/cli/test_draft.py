"""`iraqforce draft` as a user runs it: which article and base it takes, and the numbers left out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from processes import iraqforce

ARTICLE = (
    "Danes return to Camp Tapa\n\n"
    "TALLINN, 3 March 2022 — Denmark has 200 soldiers at Camp Tapa, the army said."
    " Several hundred Danish soldiers are to follow.\n"
)
UNFINISHED = """name: tapa
title: Danes in Estonia
forces:
  dk:
    name: Danish soldiers
places:
  tapa:
    name: Camp Tapa"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A base without sources and facts, whose file ends without a line end, and an article next to it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "Danes return.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "tapa.yaml").write_text(UNFINISHED, encoding="utf-8")
    return tmp_path


def drafted(folder: Path, words: str = "") -> str:
    done = iraqforce(f"draft --base tapa.yaml 'articles/Danes return.txt' {words}", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_programs_get_the_proposals_with_what_is_open(folder: Path) -> None:
    record = json.loads(drafted(folder, "--json"))
    assert record["source"]["todo"].keys() == {"publisher", "published"}
    first, second = record["proposals"]
    assert (first["count"]["value"], first["as_of"]["text"]) == (200, "2022-03-03")
    assert first["todo"].keys() == {"force", "dated_by", "status", "basis"}
    assert (second["words"], second["count"], second["force"]) == ("Several hundred", None, "dk")
    assert second["quote_at"] == {"path": "articles/Danes return.txt", "line": 3, "column": 79, "length": 45}
    lines = [json.loads(line) for line in drafted(folder, "-f jsonl").splitlines()]
    assert lines == [{"schema": "iraqforce.proposal/1", **each} for each in (first, second)]


@pytest.mark.parametrize(
    ("base", "working", "path"),
    [
        ("tapa.yaml", ".", "articles/Danes return.txt"),
        ("../tapa.yaml", "articles", "articles/Danes return.txt"),
        ("data/tapa.yaml", ".", "articles/Danes return.txt"),  # articles are next to `data`
        ("other/tapa.yaml", ".", "articles/Danes return.txt"),  # outside: from the working folder
        ("../other/tapa.yaml", "articles", "Danes return.txt"),
    ],
)
def test_the_article_is_named_from_the_folder_of_the_base(
    folder: Path, base: str, working: str, path: str
) -> None:
    file = folder / working / base
    file.parent.mkdir(exist_ok=True)
    file.write_text(UNFINISHED, encoding="utf-8")
    article = folder / "articles" / "Danes return.txt"
    done = iraqforce(f"draft --base {base} '{article}' --json", cwd=folder / working)
    assert json.loads(done.stdout)["source"]["text"] == path
    assert ("(F205)" in done.stderr) == ("other" in base)


def test_an_article_that_check_will_refuse_gets_a_warning_that_says_where_it_belongs(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "tapa.yaml").write_text(UNFINISHED, encoding="utf-8")
    done = iraqforce("draft --base other/tapa.yaml 'articles/Danes return.txt'", cwd=folder)
    assert done.returncode == 0
    assert done.stderr == (
        "Warning: articles/Danes return.txt is outside the base's folder: `iraqforce check` will reject its"
        " path (F205)\n  move the article into other, next to other/tapa.yaml, and draft it again\n"
    )


def test_a_draft_without_a_base_of_ones_own_says_whose_names_it_has_and_how_to_start_one(
    folder: Path,
) -> None:
    (folder / "new.txt").write_text("There are 70 U.S. troops in Iraq.\n", encoding="utf-8")
    done = iraqforce("draft new.txt", cwd=folder, IRAQFORCE_BASE="")
    assert done.returncode == 0
    assert "    force: us\n    place: iraq\n    count: 70\n" in done.stdout
    assert done.stderr == (
        "Warning: no base of your own given: this draft uses the bundled forces and places\n"
        "  start your own base with `iraqforce init my`, move new.txt into my/, and draft it again with"
        " --base my/facts.yaml\n"
    )


@pytest.mark.parametrize(
    ("base", "hint"),
    [
        ("my/facts.yaml", "`iraqforce init DIR` starts a base of your own"),
        ("articles", "give a file; `iraqforce init DIR` starts a base of your own"),
        ("bases", "give a file in it: --base bases/facts.yaml"),
    ],
)
def test_a_base_that_is_not_there_is_an_error_that_says_how_to_start_one(
    folder: Path, base: str, hint: str
) -> None:
    (folder / "bases").mkdir()
    (folder / "bases" / "facts.yaml").write_text(UNFINISHED, encoding="utf-8")
    done = iraqforce(f"draft 'articles/Danes return.txt' --base ./{base}", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert hint in done.stderr


def test_an_unfinished_source_does_not_stop_the_next_draft(folder: Path) -> None:
    (folder / "danes.yaml").write_text(drafted(folder), encoding="utf-8")
    assert drafted(folder, "--base danes.yaml") == drafted(folder)


def test_a_mistake_in_what_the_base_declares_stops_it(folder: Path) -> None:
    (folder / "tapa.yaml").write_text(f"{UNFINISHED}\n    whithin: dk\n", encoding="utf-8")
    done = iraqforce("draft --base tapa.yaml 'articles/Danes return.txt'", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "F101 unknown key 'whithin'" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "no such file"),
        ("articles", None, "is a directory"),
        ("latin.txt", b"caf\xe9", "latin.txt:1: not UTF-8: byte 0xe9"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\n", "is empty"),
    ],
)
def test_an_article_that_cannot_be_read_is_an_error_with_the_next_step(
    folder: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    done = iraqforce(f"draft {name} --json", cwd=folder)
    error = json.loads(done.stderr)
    assert (done.returncode, done.stdout, error["code"]) == (3, "", "article")
    assert name in error["message"]
    assert words in error["message"]
    assert error["hint"]


@pytest.mark.parametrize("words", ["", "--missing a.txt"])
def test_it_needs_an_article_or_missing_and_not_both(words: str) -> None:
    done = iraqforce(f"draft {words}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ARTICLE" in done.stderr


def test_missing_lists_the_numbers_that_no_fact_covers(folder: Path) -> None:
    text = "There are 500 Danish soldiers at Camp Tapa.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"sources:\n  a: {{publisher: ERR, published: 2022, text: a.txt, sha256: {digest}}}\n"
    (folder / "gap.yaml").write_text(f"{UNFINISHED}\n{source}facts: []\n", encoding="utf-8")
    gap = iraqforce("draft --missing --base gap.yaml", cwd=folder)
    assert "a.txt:1:11   500        There are 500 Danish soldiers at Camp Tapa." in gap.stdout
    assert gap.returncode == 0
    [line] = iraqforce("draft --missing --base gap.yaml -f jsonl", cwd=folder).stdout.splitlines()
    assert json.loads(line) == {
        "schema": "iraqforce.gap/1",
        "source": "a",
        "at": {"path": "a.txt", "line": 1, "column": 11},
        "words": "500",
        "sentence": "There are 500 Danish soldiers at Camp Tapa.",
    }
