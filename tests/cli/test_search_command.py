"""`iraqforce search` as users meet it: hits, exit codes and every argument wrong."""

from __future__ import annotations

import csv
import io
import json

import pytest

from processes import iraqforce


def test_a_hit_has_its_words_its_place_and_the_matches() -> None:
    found = json.loads(iraqforce("search 4087 --json").stdout)
    first = found["hits"][0]
    assert (first["type"], first["fact"], first["field"]) == ("fact", "us-iraq-2016-04-18", "quote")
    [[start, end]] = first["marks"]
    assert first["text"][start:end] == "4,087"
    last = found["hits"][-1]
    assert (last["type"], last["fact"], last["source"]) == ("source", None, "ibtimes-2016-04-18")
    assert last["at"] == {"path": "seeds/000_3a3f390f122c08f1.txt", "line": 3, "column": 127}
    assert last["quoted_by"] == ["us-iraq-2016-04-18"]


def test_every_format_has_the_same_hits() -> None:
    hits = json.loads(iraqforce("search 2,500 --json").stdout)["hits"]
    lines = [json.loads(line) for line in iraqforce("search 2,500 -f jsonl").stdout.splitlines()]
    assert [{"schema": "iraqforce.hit/1", **hit} for hit in hits] == lines
    rows = csv.DictReader(io.StringIO(iraqforce("search 2,500 -f csv").stdout))
    assert [row["text"] for row in rows] == [hit["text"] for hit in hits]


def test_matches_are_set_off_by_style_in_color_and_by_signs_without() -> None:
    assert "»4,087«" in iraqforce("search 4087").stdout
    colored = iraqforce("search 4087", FORCE_COLOR="1").stdout
    assert "»" not in colored
    assert "\x1b[1;7m4,087\x1b[0m" in colored


@pytest.mark.parametrize(
    ("words", "exit_code"),
    [
        ("Mosul", 0),
        ("mosol", 1),
        ("''", 1),
        ("'\"'", 1),
        ("'NEAR('", 0),  # "one near Palmyra"
        ("'a AND'", 0),
        ("-x", 1),
        ("-2,500", 0),
        ("-- --limit", 1),
        ("Mosul --limit 5 Iraq", 0),
    ],
)
def test_any_words_are_searched_for(words: str, exit_code: int) -> None:
    done = iraqforce(f"search {words}")
    assert (done.returncode, done.stderr) == (exit_code, "")
    assert done.stdout


@pytest.mark.parametrize(
    ("words", "errors"),
    [
        ("", ["Missing argument 'WORDS...'"]),
        ("x --limit 0", ["--limit", "'0' is not a number of passages", "all for no limit"]),
        ("x --limit -1", ["--limit", "'-1' is not a number of passages"]),
        ("x --soruce y", ["No such option '--soruce'", "'--source'", "`iraqforce search --help`"]),
        ("x --soruce=y --json", ['"usage"', "No such option '--soruce'"]),
        ("x --kind leve", ["--kind", "'leve'", "'level'"]),
        ("x --source the-hil-2021-12-09", ["unknown source", "did you mean 'the-hill-2021-12-09'?"]),
        ("x -f jsno", ["--format", "'jsno'"]),
    ],
)
def test_wrong_usage_says_what_and_what_next(words: str, errors: list[str]) -> None:
    done = iraqforce(f"search {words}")
    assert (done.returncode, done.stdout) == (2, "")
    assert all(each in done.stderr for each in errors)
