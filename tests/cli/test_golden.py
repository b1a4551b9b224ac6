"""Every command in every format, as printed. Rewritten on purpose (`--snapshot-update`), read as diffs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from processes import iraqforce

URL = re.compile(r" *https?://\S+|  (url|archived) +https?://\S+").fullmatch
"""A line that may be wider than the screen: a URL is never broken."""

BAD = Path(__file__).parent.parent / "bad"
COMMANDS = [
    "level --date 2016-03",
    "level --date 2016-05-01",
    "level --date 2016",
    "level --date 2021-01-05",
    "level --date 2021-07-26",
    "level --date 2018-07-01",
    "level --date 2014-08",
    "level --date 2021-03-01 --force nato",
    "facts --kind level --from 2021",
    "facts --kind level --to 2000",
    "show us-iraq-2016-03-25-press",
    "show mosul-population",
    "sources",
    "sources dcnf-2023-03-07",
    "info",
    "timeline",
    "timeline --from 2016-03 --to 2016-04-18",
    "timeline --no-events",
    "timeline --force nato",
    "timeline --to 1999",
    "series --from 2016 --to 2023-02 --every quarter",
    "series --every year --max-age none",
    "compare 2016-03-25 2016-05-01",
    "compare 2021-12 2023-03",
    "compare 2014 2016",
    "compare 2016-05-01 2016-06-01",
    "compare 2016 2021-12 2023-03",
    "compare 2016 2017-01 --known-by 2016-03-25",
    "search 2,500",
    "search Mosul Apache",
    "search mosol",
    "search '*'",
    "search us --limit 2",
    "check",
    "draft --missing",
    "check --explain F305",
    "verify docs/examples/column.md --published 2021-12-10",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_gets_everything_at_full_width(command: str, snapshot: SnapshotAssertion) -> None:
    assert iraqforce(command).stdout == snapshot


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_fits_its_columns(command: str, columns: int, snapshot: SnapshotAssertion) -> None:
    printed = iraqforce(command, COLUMNS=str(columns)).stdout
    assert max(len(line) for line in printed.splitlines() if not URL(line)) <= columns
    assert printed == snapshot


@pytest.mark.parametrize("settings", [{}, {"COLUMNS": "60"}, {"COLUMNS": "120"}], ids=["pipe", "60", "120"])
@pytest.mark.parametrize("name", ["quote-that-is-not-there", "many-mistakes-of-evidence"])
def test_a_bad_base_shows_what_is_wrong_with_it(
    name: str, settings: dict[str, str], snapshot: SnapshotAssertion
) -> None:
    assert iraqforce(f"check {name}.yaml", cwd=BAD, **settings).stdout == snapshot


@pytest.mark.parametrize("fmt", ["json", "jsonl", "csv", "markdown", "github"])
def test_a_bad_base_keeps_its_shape_in_a_format(
    fmt: str, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    bad = shutil.copytree(BAD, tmp_path / "bad")  # outside of any repository, whose root paths may be from
    assert iraqforce(f"check quote-that-is-not-there.yaml --format {fmt}", cwd=bad).stdout == snapshot


@pytest.mark.parametrize("fmt", ["json", "jsonl", "csv", "markdown"])
@pytest.mark.parametrize(
    "command",
    [
        "level --date 2016-05-01",
        "facts --kind level --from 2021",
        "show us-iraq-2016-03-25-press",
        "sources the-hill-2021-12-09",
        "timeline --from 2016-03-24 --to 2016-04",
        "series --from 2015-12 --to 2016-03 --evidence",
        "compare 2016-03-25 2016-05-01",
        "search 4,087",
        "check",
        "draft seeds/001_ad80b223e4c2fa0d.txt",
        "draft --missing",
        "check --explain F305",
        "verify docs/examples/column.md --only contested,outdated,unclear",
    ],
)
def test_a_format_keeps_its_shape(command: str, fmt: str, snapshot: SnapshotAssertion) -> None:
    assert iraqforce(f"{command} --format {fmt}").stdout == snapshot
