"""`iraqforce verify` as an editor runs it: files, formats, what is shown and how it ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from processes import iraqforce

DRAFT = """# A column

In June 2018, 5,000 American troops were in
Iraq. In June 2018, **12,000** U.S. troops were in Iraq.

On March 25, 2016, 3,800 U.S. troops were in Iraq. There are 2,500 U.S. troops in Iraq.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written = {
        "draft.md": DRAFT,
        "good.md": "In June 2018, 5,000 U.S. troops were in Iraq.\n",
        "open.md": "On March 25, 2016, 3,800 U.S. troops were in Iraq.\n",
        "none.md": "Nothing to see here.\n",
        "empty.md": "",
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "binary.md").write_bytes(b"\x7fELF\xff\xfe\x00")
    (tmp_path / "windows.md").write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "summary"),
    [
        ("draft.md", 1, "4 claims: 1 supported, 1 contested, 1 not supported, 1 unclear.\n"),
        ("draft.md --only supported", 1, "4 claims: 1 supported, 1 contested, 1 not supported, 1 unclear.\n"),
        (
            "draft.md good.md --published 2021-12-10",
            1,
            "5 claims: 3 supported, 1 contested, 1 not supported.\n",
        ),
        ("good.md", 0, "1 claim: 1 supported.\n"),
        ("good.md --strict", 0, "1 claim: 1 supported.\n"),
        ("open.md", 0, "1 claim: 1 contested.\n"),
        ("open.md --strict", 1, "1 claim: 1 contested.\n"),
        ("none.md", 0, "No claims found.\n"),
    ],
)
def test_the_exit_code_and_the_summary(folder: Path, words: str, code: int, summary: str) -> None:
    done = iraqforce(f"verify {words}", cwd=folder, IRAQFORCE_BASE="")
    assert (done.returncode, done.stderr) == (code, summary)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("missing.md", 3, "missing.md: no such file"),
        (".", 3, ". is a directory"),
        ("empty.md", 3, "empty.md is empty"),
        ("binary.md", 3, "binary.md:1: not UTF-8: byte 0xff"),
        ("", 2, "Missing argument 'FILE...'."),
        ("good.md --only outdate", 2, "unknown verdict 'outdate': did you mean 'outdated'?"),
        ("good.md --published tomorrow", 2, "Invalid value for '--published'"),
    ],
)
def test_what_cannot_be_read_is_an_error(folder: Path, words: str, code: int, message: str) -> None:
    done = iraqforce(f"verify {words}", cwd=folder)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_standard_input_is_read_as_a_file_is(folder: Path) -> None:
    piped = iraqforce("verify - --json", cwd=folder, stdin=DRAFT, IRAQFORCE_BASE="")
    read = iraqforce("verify draft.md --json", cwd=folder, IRAQFORCE_BASE="")
    assert piped.stdout == read.stdout.replace('"path": "draft.md"', '"path": "stdin"')


def test_places_are_those_of_the_file_whatever_its_line_ends(folder: Path) -> None:
    rows = [
        list(csv.DictReader(io.StringIO(iraqforce(f"verify {name} -f csv", cwd=folder).stdout)))
        for name in ("draft.md", "windows.md")
    ]
    places = [[(row["line"], row["column"], row["words"]) for row in each] for each in rows]
    assert places[0] == places[1]
    assert places[0][:2] == [("3", "15", "5,000"), ("4", "23", "12,000")]


def test_only_lists_the_claims_with_these_verdicts(folder: Path) -> None:
    for words in ("--only not-supported,contested", "--only contested --only not-supported"):
        done = iraqforce(f"verify draft.md {words} -f jsonl", cwd=folder, IRAQFORCE_BASE="")
        verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
        assert verdicts == ["not-supported", "contested"]


def test_a_claim_that_fails_is_an_annotation(folder: Path) -> None:
    done = iraqforce("verify draft.md -f github", cwd=folder, IRAQFORCE_BASE="")
    error, contested, unclear, notice = done.stdout.splitlines()
    assert error.startswith(
        "::error file=draft.md,line=4,col=23,endColumn=29,title=Not supported::“12,000”: No figure agrees."
    )
    assert error.endswith(
        "%0ASuggested: an estimated 5,000, according to the U.S. government, as of May 4, 2018"
    )
    assert contested.startswith("::warning file=draft.md,line=6,")
    assert unclear.startswith("::warning file=draft.md,line=6,")
    assert notice == "::notice::4 claims: 1 supported, 1 contested, 1 not supported, 1 unclear."


def test_the_page_has_the_verdict_the_sentence_and_the_source(folder: Path) -> None:
    page = iraqforce(
        "verify draft.md --only not-supported", cwd=folder, COLUMNS="80", IRAQFORCE_BASE=""
    ).stdout
    assert page == (
        "1 of 4 claims\n"
        "\n"
        f"{'draft.md:4:23':<67}NOT SUPPORTED\n"
        "\n"
        "  In June 2018, »12,000« U.S. troops were in Iraq.\n"
        "  Read as: U.S. troops in Iraq, June 2018\n"
        "\n"
        "  why        No figure agrees. At that time: an estimated 5,000 (U.S.\n"
        "             government, May 4, 2018).\n"
        "  suggested  an estimated 5,000, according to the U.S. government, as of\n"
        "             May 4, 2018\n"
        "  source     Voice of America, May 4, 2018\n"
        "      https://www.voanews.com/a/us-led-coalition-to-reduce-forces-in-iraq/4378785.html\n"
    )


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_page_fits_its_columns(folder: Path, columns: int) -> None:
    page = iraqforce("verify draft.md", cwd=folder, COLUMNS=str(columns), IRAQFORCE_BASE="").stdout
    assert max(len(line) for line in page.splitlines() if "http" not in line) <= columns


def test_the_number_is_marked_in_ascii_too(folder: Path) -> None:
    done = iraqforce("verify good.md", cwd=folder, LC_ALL="C", COLUMNS="80", IRAQFORCE_BASE="")
    assert "In June 2018, >5,000< U.S. troops were in Iraq." in done.stdout
