"""`iraqforce chart`: a file whole or none, the ending says what, and clear words where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from processes import iraqforce, iraqforce_without


@pytest.mark.parametrize(
    ("name", "starts"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.vl.json", b"{"), ("A.SVG", b"<svg")]
)
def test_the_ending_says_what_is_written(tmp_path: Path, name: str, starts: bytes) -> None:
    done = iraqforce(f"chart -o {tmp_path / name}")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{tmp_path / name}: 8 figures\n"
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_another_ending_is_wrong_usage(tmp_path: Path) -> None:
    done = iraqforce(f"chart -o {tmp_path / 'a.gif'}")
    assert done.returncode == 2
    assert "its ending asks for no picture" in done.stderr
    assert "known: .svg, .png, .vl.json" in done.stderr


def test_a_file_without_a_name_is_wrong_usage() -> None:
    done = iraqforce("chart -o ''")
    assert done.returncode == 2
    assert "-o needs the name of a file." in done.stderr


def test_standard_output_needs_a_format(tmp_path: Path) -> None:
    assert iraqforce("chart -o -").returncode == 2
    done = iraqforce("chart -o - --format vl.json")
    assert json.loads(done.stdout)["title"]["text"] == ["U.S. troops in Iraq"]
    assert done.stderr == ""


def test_an_existing_file_is_replaced_only_where_that_is_asked_for(tmp_path: Path) -> None:
    name = tmp_path / "a.vl.json"
    name.write_text("before")
    done = iraqforce(f"chart -o {name}")
    assert (done.returncode, name.read_text()) == (2, "before")
    assert "--overwrite" in done.stderr
    assert iraqforce(f"chart -o {name} --overwrite").returncode == 0
    assert name.read_text().startswith("{")


def test_where_there_is_no_level_the_question_is_not_answered_and_nothing_written(tmp_path: Path) -> None:
    done = iraqforce(f"chart -o {tmp_path / 'a.svg'} --to 2000")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "U.S. troops in Iraq: no level to draw, so nothing is written\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["svg", "png"])
def test_without_the_extra_the_command_cannot_work_and_says_what_to_install(
    tmp_path: Path, form: str
) -> None:
    done = iraqforce_without("vl_convert", f"chart -o a.{form}", cwd=tmp_path)
    assert done.returncode == 3
    assert "vl-convert-python, which is not installed" in done.stderr
    assert "pip install vl-convert-python" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_vega_lite_is_written_all_the_same(tmp_path: Path) -> None:
    done = iraqforce_without("vl_convert", "chart -o a.vl.json", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "a.vl.json").exists()) == (0, True)


def test_the_dates_the_force_and_the_age_limit_are_those_asked_for() -> None:
    asked = "chart -o - -f vl.json --no-events"
    nato = json.loads(iraqforce(f"{asked} --force nato").stdout)
    assert nato["description"].startswith("NATO personnel in Iraq. 2 figures")
    march = iraqforce(f"{asked} --from 2016-03 --to 2016-03").stdout
    assert '"4,087' not in march
    assert json.loads(march)["title"]["subtitle"] == [
        "2 figures, and 1 of a part, each as its source words it, 25 March 2016"
    ]
    assert '"line": "unsupported"' in iraqforce(asked).stdout
    assert '"line": "unsupported"' not in iraqforce(f"{asked} --max-age none").stdout


def test_many_levels_that_only_stand_beside_are_drawn_where_all_are_asked_for(tmp_path: Path) -> None:
    asked = f"chart -o - -f vl.json --facts {of_many_plans(tmp_path)}"
    assert json.loads(iraqforce(asked).stdout)["description"] == (
        "U.S. troops in Iraq. 1 figure, each as its source words it, 1 January 2016. "
        "13 levels more only stand beside an answer (parts, plans, caps) and are left out"
    )
    assert json.loads(iraqforce(f"{asked} --all").stdout)["description"] == (
        "U.S. troops in Iraq. 14 figures, each as its source words it, 1 January 2016 to 13 February 2016"
    )


def of_many_plans(folder: Path) -> Path:
    """A base of one figure and thirteen plans."""
    known = {"kind": "level", "force": "us", "place": "iraq", "basis": "press", "source": "r", "locator": "1"}
    records: list[dict[str, object]] = [
        {"base": {"name": "b", "title": "B"}},
        {"force": {"id": "us", "name": "U.S. troops"}},
        {"place": {"id": "iraq", "name": "Iraq"}},
        {"source": {"id": "r", "title": "R", "publisher": "The Paper", "published": "2016"}},
        {"fact": {"id": "so", **known, "as_of": "2016-01-01", "count": "5", "status": "actual"}},
    ]
    for day in range(1, 14):
        plan = {"id": f"plan-{day}", "as_of": f"2016-02-{day:02}", "count": f"{day}0", "status": "planned"}
        records.append({"fact": {**known, **plan}})
    path = folder / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def test_the_axis_is_the_one_asked_for() -> None:
    log = json.loads(iraqforce("chart -o - -f vl.json --axis log").stdout)
    assert log["description"].endswith(
        "The axis is logarithmic: each line is ten times the one below, and 0 has its own place"
    )
    assert '"symlog"' not in iraqforce("chart -o - -f vl.json").stdout


def test_nothing_lies_between_dates_the_wrong_way_round() -> None:
    done = iraqforce("chart -o - -f svg --from 2017 --to 2016")
    assert done.returncode == 2
    assert "--from 2017 is after --to 2016: nothing lies between." in done.stderr


def test_an_unknown_force_is_told(tmp_path: Path) -> None:
    done = iraqforce(f"chart -o {tmp_path / 'a.svg'} --force nat")
    assert done.returncode == 2
    assert "did you mean 'nato'?" in done.stderr


def test_the_help_has_examples() -> None:
    assert "iraqforce chart -o levels.svg" in iraqforce("chart --help").stdout
