"""`iraqforce timeline` as a user runs it: bars by value, options, formats, and screens of every kind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from made_bases import base, level
from processes import bash, iraqforce


def test_two_figures_of_one_day_share_a_bar_with_the_gap_between_them() -> None:
    command = "timeline --from 2016-03-25 --to 2016-03-25 --no-events"
    (drawn,) = [line for line in iraqforce(command, COLUMNS="60").stdout.splitlines() if "│" in line]
    # 36 cells for 5,000: 3,800 are 27 of them.
    assert drawn[drawn.index("│") + 1 :] == "█" * 27 + "╱" * 9 + "►"


def test_announced_and_planned_figures_look_different_without_color() -> None:
    announced = iraqforce("timeline --from 2016-04-18 --to 2016-04-18").stdout
    assert "│" + "░" * 49 + "\n" in announced  # 4,087 of 5,000 on 60 cells
    planned = iraqforce("timeline --force nato").stdout
    assert "│" + "█" * 6 + "≈\n" in planned  # about 500
    assert "│" + "·" * 48 + "≈\n" in planned  # around 4,000


def test_csv_has_a_fact_in_each_row_with_the_number_of_its_time() -> None:
    table = list(csv.DictReader(io.StringIO(iraqforce("timeline --from 2016-03-25 -f csv").stdout)))
    row_of = {each["id"]: each["row"] for each in table}
    assert row_of["us-iraq-2016-03-25-official"] == row_of["us-iraq-2016-03-25-press"]
    assert row_of["us-iraq-2016-03-25-press"] != row_of["us-iraq-2016-04-18"]


def test_json_lines_are_the_rows() -> None:
    lines = [json.loads(line) for line in iraqforce("timeline -f jsonl").stdout.splitlines()]
    rows = json.loads(iraqforce("timeline --json").stdout)["rows"]
    assert lines == [{"schema": "iraqforce.timeline-row/1", **row} for row in rows]


def test_the_record_has_two_scales_and_leaves_out_levels_unless_the_options_say_otherwise() -> None:
    pages = [
        iraqforce(f"timeline --base record {option}").stdout for option in ("", "--axis linear", "--details")
    ]
    assert ["the scale changes: 0–" in page for page in pages] == [True, False, True]
    assert ["partial, planned or ceiling figures (--details)" in page for page in pages] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("columns", [20, 60])
@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "القوات الأمريكية", "x" * 500, "a word " * 70])
def test_any_name_fits_the_page(tmp_path: Path, name: str, columns: int) -> None:
    facts = level("a", "2016", "1,000", stated_by=name.strip()), level("b", "2016", "2,000", basis="official")
    path = base(tmp_path, *facts, forces={"us": {"name": name.strip()}})
    done = iraqforce(f"timeline --base {path}", COLUMNS=str(columns))
    assert done.returncode == 0
    assert max(map(cell_len, done.stdout.splitlines())) <= columns


def test_color_is_forced_or_refused(snapshot: SnapshotAssertion) -> None:
    command = "timeline --from 2016-03-25 --to 2016-04-18 --no-events"
    forced = iraqforce(command, COLUMNS="60", FORCE_COLOR="1").stdout
    refused = iraqforce(command, COLUMNS="60", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in refused
    assert (forced, refused) == snapshot


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_bars_are_ascii_if_the_locale_is_c(locale: str, snapshot: SnapshotAssertion) -> None:
    command = "timeline --from 2016-03-25 --to 2016-04-18 --no-events"
    printed = iraqforce(command, COLUMNS="60", LC_ALL=locale).stdout
    assert "|###########################/////////>" in printed
    assert printed.isascii()
    assert printed == snapshot(name="ascii")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_bars_are_ascii_if_the_encoding_has_no_other(encoding: str) -> None:
    done = bash("iraqforce timeline --to 2016-04-18", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"###/" in done.stdout


@pytest.mark.parametrize("locale", ["", "C.UTF-8"])
def test_bars_are_drawn_in_full_if_they_can_be(locale: str) -> None:
    assert "█╱" in iraqforce("timeline --to 2016-04-18", LC_ALL=locale).stdout
