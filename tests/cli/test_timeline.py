"""`iraqforce timeline` as a user runs it: the bundled base by value, colour, bases of all sizes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from processes import environment, iraqforce

HEAD: list[dict[str, Any]] = [
    {"base": {"name": "b", "title": "B"}},
    {"force": {"id": "us", "name": "U.S. troops"}},
    {"place": {"id": "iraq", "name": "Iraq"}},
    {"source": {"id": "r", "title": "R", "publisher": "The Paper", "published": "2030"}},
]


def level(name: str, as_of: str, count: object, **others: str) -> dict[str, Any]:
    known = {"kind": "level", "force": "us", "place": "iraq", "status": "actual", "basis": "press"}
    cited = {"source": "r", "locator": "page 1"}
    return {"fact": {"id": name, **known, **cited, "as_of": as_of, "count": count, **others}}


def base(folder: Path, *records: dict[str, Any], head: list[dict[str, Any]] = HEAD) -> Path:
    path = folder / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, [*head, *records])), encoding="utf-8")
    return path


def asked(command: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(iraqforce(f"{command} --json").stdout)
    return found


def ids(rows: list[dict[str, Any]], kind: str) -> list[tuple[str, list[str]]]:
    return [(row["as_of"]["text"], [fact["id"] for fact in row[kind]]) for row in rows if row[kind]]


def test_colour_is_forced_or_refused(snapshot: SnapshotAssertion) -> None:
    command = "timeline --from 2016-03-25 --to 2016-04-18 --no-events"
    forced = iraqforce(command, COLUMNS="60", FORCE_COLOR="1").stdout
    refused = iraqforce(command, COLUMNS="60", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in refused
    assert (forced, refused) == snapshot


# What the bundled base says


def test_the_levels_of_the_bundled_base_in_order_of_date() -> None:
    assert ids(asked("timeline")["rows"], "levels") == [
        ("2015-22", ["us-iraq-2015-summer"]),
        ("2016-03-25", ["us-iraq-2016-03-25-official", "us-iraq-2016-03-25-press"]),
        ("2016-04-18", ["us-iraq-2016-04-18"]),
        ("2021-01", ["us-iraq-2021-01"]),
        ("2021-12-09", ["us-iraq-2021-12-09"]),
        ("2023-03-07", ["us-iraq-2023-03-07"]),
    ]


def test_a_change_of_a_part_is_there_and_an_event_of_others_is_not() -> None:
    rows = asked("timeline --to 2016-03-20")["rows"]
    assert ("2015-22", ["us-anbar-2015-summer-increase"]) in ids(rows, "changes")
    events = [name for _, names in ids(rows, "events") for name in names]
    assert {"howitzer-fire-2016-03-18", "invasion-2003"} <= set(events)
    assert not {"isis-advance-2014", "ramadi-2015", "palmyra-2015-05"} & set(events)


def test_two_figures_of_one_day_share_a_bar_with_the_gap_between_them() -> None:
    lines = iraqforce(
        "timeline --from 2016-03-25 --to 2016-03-25 --no-events", COLUMNS="60"
    ).stdout.splitlines()
    (drawn,) = [line for line in lines if "│" in line]
    bar = drawn[drawn.index("│") + 1 :]
    # 36 cells for 5,000: 3,800 are 27 of them.
    assert bar == "█" * 27 + "╱" * 9 + "►"


def test_announced_and_planned_figures_look_different_without_colour() -> None:
    announced = iraqforce("timeline --from 2016-04-18 --to 2016-04-18").stdout
    assert "│" + "░" * 49 + "\n" in announced  # 4,087 of 5,000 on 60 cells
    planned = iraqforce("timeline --force nato").stdout
    assert "│" + "█" * 6 + "≈\n" in planned  # about 500
    assert "│" + "·" * 48 + "≈\n" in planned  # around 4,000


def test_what_is_left_out_is_counted_and_adds_up() -> None:
    record = asked("timeline --no-events")
    shown = sum(len(row["levels"]) + len(row["changes"]) for row in record["rows"])
    assert record["left_out"]["events"] == sum(len(row["events"]) for row in asked("timeline")["rows"])
    assert shown + sum(record["left_out"].values()) == record["base"]["facts"]


def test_csv_is_a_fact_a_row_and_tells_which_stand_together() -> None:
    table = list(csv.DictReader(io.StringIO(iraqforce("timeline --from 2016-03-25 -f csv").stdout)))
    row_of = {each["id"]: each["row"] for each in table}
    assert row_of["us-iraq-2016-03-25-official"] == row_of["us-iraq-2016-03-25-press"]
    assert row_of["us-iraq-2016-03-25-press"] != row_of["us-iraq-2016-04-18"]


def test_json_lines_are_the_rows() -> None:
    lines = [json.loads(line) for line in iraqforce("timeline -f jsonl").stdout.splitlines()]
    assert [{key: row[key] for key in row if key != "schema"} for row in lines] == asked("timeline")["rows"]
    assert {row["schema"] for row in lines} == {"iraqforce.timeline-row/1"}


# What can go wrong


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("timeline --from 2017 --to 2016", "--from 2017 is after --to 2016: nothing lies between."),
        ("timeline --force uss", "did you mean 'us'?"),
        ("timeline --place irak", "did you mean 'iraq'?"),
    ],
)
def test_wrong_usage_is_told(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_an_empty_timeline_says_that_it_is_no_evidence_of_zero() -> None:
    done = iraqforce("timeline --to 1999")
    assert (done.returncode, done.stderr) == (0, "")
    assert "No level of U.S. troops in Iraq is dated then. That is no evidence of zero." in done.stdout


# Bases of every size and of every text


def test_a_base_of_nothing(tmp_path: Path) -> None:
    printed = iraqforce(f"timeline --facts {base(tmp_path)}").stdout
    assert printed.startswith("U.S. troops in Iraq\n\n0 levels, 0 changes and 0 events.")


def test_zero_is_a_bar_that_only_begins_and_withheld_is_a_word(tmp_path: Path) -> None:
    path = base(tmp_path, level("zero", "2016-01-01", "0"), level("kept", "2017-12-01", "withheld"))
    lines = [line.split() for line in iraqforce(f"timeline --facts {path}").stdout.splitlines()]
    assert ["1", "Jan", "2016", "│"] in lines
    assert ["1", "Dec", "2017", "withheld", "press,", "The", "Paper", "[1]"] in lines


def test_a_change_has_its_sign_and_says_what_it_is(tmp_path: Path) -> None:
    changes = [
        level("a", "2016-01-01", "200 to 300", kind="change", direction="decrease"),
        level("b", "2016-01-02", "withheld", kind="change", direction="increase", status="planned"),
    ]
    lines = iraqforce(f"timeline --facts {base(tmp_path, *changes)}").stdout.splitlines()
    assert "  1 Jan 2016  −200 to 300  press, The Paper [1]" in lines
    assert "  2 Jan 2016  + withheld   planned: press, The Paper [1]" in lines
    assert sum(line.strip() == "cited, not quoted" for line in lines) == 2


def test_one_and_ten_million_stand_on_one_axis(tmp_path: Path) -> None:
    path = base(tmp_path, level("one", "2014-06-10", "1"), level("many", "2007-11-01", "10 million"))
    printed = iraqforce(f"timeline --facts {path}").stdout
    assert "│" + "█" * 60 + "\n" in printed
    assert "│▏\n" in printed
    assert "10,000,000\n" in printed


@pytest.mark.parametrize("columns", [20, 60])
@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "القوات الأمريكية", "x" * 500, "a word " * 70])
def test_any_name_fits_the_page(tmp_path: Path, name: str, columns: int) -> None:
    head = [*HEAD[:1], {"force": {"id": "us", "name": name.strip()}}, *HEAD[2:]]
    facts = [
        level("a", "2016", "1,000", stated_by=name.strip()),
        level("b", "2016", "2,000", basis="official"),
    ]
    done = iraqforce(f"timeline --facts {base(tmp_path, *facts, head=head)}", COLUMNS=str(columns))
    assert done.returncode == 0
    assert max(map(cell_len, done.stdout.splitlines())) <= columns


def test_a_thousand_levels_are_a_thousand_rows(tmp_path: Path) -> None:
    facts = [level(f"l{number}", f"{1000 + number}", f"{number + 1}") for number in range(1000)]
    record = json.loads(iraqforce(f"timeline --facts {base(tmp_path, *facts)} --json").stdout)
    assert len(record["rows"]) == 1000


# Screens that show ASCII alone


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_bars_are_of_ascii_where_the_locale_is_c(locale: str, snapshot: SnapshotAssertion) -> None:
    command = "timeline --from 2016-03-25 --to 2016-04-18 --no-events"
    printed = iraqforce(command, COLUMNS="60", LC_ALL=locale).stdout
    assert "|###########################/////////>" in printed
    assert printed.split("[1] ")[0].isascii()
    assert printed == snapshot(name="ascii")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_bars_are_of_ascii_where_the_encoding_has_no_other(encoding: str) -> None:
    command = [sys.executable, "-m", "iraqforce", "timeline", "--to", "2016-04-18"]
    settings = environment() | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command, env=settings, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"###/" in done.stdout


@pytest.mark.parametrize("locale", ["", "C.UTF-8"])
def test_bars_are_drawn_in_full_where_they_can_be(locale: str) -> None:
    assert "█╱" in iraqforce("timeline --to 2016-04-18", LC_ALL=locale).stdout


# Many levels, and levels of which one axis hides the smaller


def of_twenty_years(folder: Path) -> Path:
    """From 150,000 to 100, a figure each season: sixty levels, of which the last forty are small."""
    records = []
    for number in range(60):
        day, count = f"{2003 + number // 3}-0{1 + number % 3 * 4}-01", 150_000 if number < 20 else 100
        records.append(level(f"n{number}", day, f"{count + number:,}", definition="heads"))
    plans = [level(f"p{number}", "2012", f"{number}00", status="planned") for number in range(1, 14)]
    alike = [level(f"a{number}", "2022-12-01", "2,500", definition="heads") for number in range(4)]
    heads = {"definition": {"id": "heads", "name": "heads", "text": "counts heads in the country"}}
    return base(folder, *records, *plans, *alike, head=[*HEAD, heads])


def test_small_figures_of_many_years_have_an_axis_of_their_own(tmp_path: Path) -> None:
    path = of_twenty_years(tmp_path)
    page = iraqforce(f"timeline --facts {path}").stdout
    assert "Every bar begins at 0, on one of two axes: one axis ends at 200,000, the other at 2,500." in page
    assert "From 1 September 2009 on bars are drawn on another axis: it ends at 2,500." in page
    assert page.count("├") == 2
    one = iraqforce(f"timeline --facts {path} --axis linear").stdout
    assert "all share one axis" in one
    assert one.count("├") == 1


def test_many_levels_are_told_in_few_words(tmp_path: Path) -> None:
    page = iraqforce(f"timeline --facts {of_twenty_years(tmp_path)}").stdout
    assert page.startswith("U.S. troops in Iraq\n\n64 levels, 0 changes and 0 events, in order of date.")
    assert (
        "All are cited, not quoted. --from and --to show a part of them, and --all shows each in full."
        in page
    )
    assert (
        "Left out: 13 levels that only stand beside an answer: parts, plans, caps and what is told as" in page
    )
    assert "2,500    press, 1 source: The Paper [1] · heads" in page
    assert page.count("counts heads in the country") == 1
    assert page.count("cited, not quoted") == 1
    assert "Sources: [1] The Paper, 2030." in page


def test_all_of_them_are_shown_in_full_where_that_is_asked_for(tmp_path: Path) -> None:
    page = iraqforce(f"timeline --all --facts {of_twenty_years(tmp_path)}").stdout
    assert page.startswith("U.S. troops in Iraq\n\n77 levels, 0 changes and 0 events, in order of date.")
    assert "Left out" not in page
    assert (page.count("· heads"), page.count("counts heads in the country")) == (64, 1)


def test_every_other_form_holds_all_whatever_the_page_leaves_out(tmp_path: Path) -> None:
    path = of_twenty_years(tmp_path)
    rows = asked(f"timeline --facts {path}")["rows"]
    assert sum(len(row["levels"]) for row in rows) == 77
    assert iraqforce(f"timeline --facts {path} -f csv").stdout.count("\n") == 78
    assert asked(f"timeline --facts {path} --all") == asked(f"timeline --facts {path}")
