"""`iraqforce cite` as a user runs it: styles and formats together, settings, and what can go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from processes import iraqforce
from reference_readers import of_bibtex

STYLES = ["text", "bibtex", "ris", "csl-json", "markdown"]
IDS = "us-iraq-2016-03-25-press us-iraq-2015-summer dcnf-2023-03-07"


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_printed_as_it_is(style: str, snapshot: SnapshotAssertion) -> None:
    done = iraqforce(f"cite {IDS} --style {style}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == snapshot
    if style != "text":  # no terminal is so narrow that a style for programs is wrapped
        assert iraqforce(f"cite {IDS} --style {style}", COLUMNS="40").stdout == done.stdout


@pytest.mark.parametrize("fmt", ["json", "jsonl", "csv", "markdown"])
def test_a_format_keeps_its_shape(fmt: str, snapshot: SnapshotAssertion) -> None:
    assert iraqforce(f"cite {IDS} --format {fmt}").stdout == snapshot


@pytest.mark.parametrize("columns", [60, 120])
def test_text_for_people_fits_its_columns(columns: int) -> None:
    done = iraqforce("cite us-iraq-2016-03-25-press", COLUMNS=str(columns))
    assert max(len(line) for line in done.stdout.splitlines()) <= columns


def test_a_style_is_utf_8_in_a_locale_that_is_not() -> None:
    done = iraqforce("cite the-hill-2021-12-09 us-iraq-2021-01 --style bibtex", LC_ALL="C", PYTHONUTF8="0")
    assert "“by the end of Trump’s term”" not in done.stdout
    assert "Trump’s term" in done.stdout


@pytest.mark.parametrize("style", STYLES)
def test_json_has_one_shape_whatever_the_style(style: str) -> None:
    record = json.loads(iraqforce(f"cite us-iraq-2021-12-09 --style {style} --json").stdout)
    assert (list(record), record["style"]) == (["schema", "style", "references", "base"], style)
    [reference] = record["references"]
    assert reference["csl"]["issued"] == {"date-parts": [[2021, 12, 9]]}
    assert reference["text"] == iraqforce(f"cite us-iraq-2021-12-09 --style {style}").stdout.rstrip("\n")


def test_a_style_on_the_command_line_overrides_a_format_in_the_environment() -> None:
    plain = iraqforce("cite us-iraq-2021-12-09 --style bibtex").stdout
    for fmt in ("json", "csv", "markdown"):
        done = iraqforce("cite us-iraq-2021-12-09 --style bibtex", IRAQFORCE_FORMAT=fmt)
        assert done.stdout == plain
    assert json.loads(iraqforce("cite us-iraq-2021-12-09", IRAQFORCE_FORMAT="json").stdout)["style"] == "text"


def test_the_markdown_of_format_and_of_style_are_the_same() -> None:
    by_format = iraqforce("cite us-iraq-2021-12-09 --format markdown").stdout
    assert by_format == iraqforce("cite us-iraq-2021-12-09 --style markdown").stdout


def test_an_id_given_twice_is_cited_once() -> None:
    printed = iraqforce("cite us-iraq-2021-12-09 us-iraq-2021-12-09 --style bibtex").stdout
    assert list(of_bibtex(printed)) == ["the-hill-2021-12-09"]


def test_two_facts_of_one_source_are_one_reference_with_two_places() -> None:
    ids = "us-iraq-2016-03-25-press us-iraq-2016-03-25-official"
    [reference] = json.loads(iraqforce(f"cite {ids} --json").stdout)["references"]
    assert (reference["id"], reference["kind"]) == ("defense-one-2016-03-25", "news")
    assert [(each["id"], each["cite_as"]) for each in reference["facts"]] == [
        ("us-iraq-2016-03-25-press", "[@defense-one-2016-03-25, para. 8]"),
        ("us-iraq-2016-03-25-official", "[@defense-one-2016-03-25, para. 8]"),
    ]


@pytest.mark.parametrize("style", ["bibtex", "ris"])
def test_all_sources_are_those_that_export_writes(style: str, tmp_path: Path) -> None:
    name = {"bibtex": "base.bib", "ris": "base.ris"}[style]
    done = iraqforce(f"export -o {name}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, f"{name}: 5 sources\n")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert iraqforce(f"cite --all --style {style}").stdout == text
    assert iraqforce(f"export -o - --format {style}").stdout == text


def test_the_tool_comes_after_what_else_is_cited() -> None:
    record = json.loads(iraqforce("cite the-hill-2021-12-09 --tool --json").stdout)
    news, tool, base = record["references"]
    assert [each["kind"] for each in (news, tool, base)] == ["news", "software", "dataset"]
    assert (tool["csl"]["version"], tool["csl"]["issued"]) == ("0.2.0", {"date-parts": [[2026, 11, 30]]})
    assert base["csl"]["version"] == record["base"]["sha256"][:12]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("cite", "Error: give the ID of a fact or of a source, --all, or --tool.\n"),
        (
            "cite us-iraq-2016-04-19",
            "fact or source 'us-iraq-2016-04-19': did you mean 'us-iraq-2016-04-18'?",
        ),
        ("cite the-hill-2021", "fact or source 'the-hill-2021': did you mean 'the-hill-2021-12-09'?"),
        (
            "cite zzz",
            "unknown fact or source 'zzz'\n  run `iraqforce facts` or `iraqforce sources` for a list",
        ),
        ("cite us-iraq-2021-12-09 zzz", "unknown fact or source 'zzz'"),
        ("cite us-iraq-2021-12-09 --style apa", "'apa' is not one of 'text', 'bibtex', 'ris', 'csl-json'"),
    ],
)
def test_a_mistake_prints_no_reference_and_says_what_is_wrong(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
