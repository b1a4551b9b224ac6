"""`iraqforce chart`: a complete file or none, in the format of its extension, and clear errors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from made_bases import base, level
from processes import bash, iraqforce, iraqforce_without, on_a_terminal

DATA = "chart -o - -f vl.json"


@pytest.mark.parametrize(
    ("name", "starts"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.vl.json", b"{"), ("A.SVG", b"<svg")]
)
def test_the_extension_selects_the_format(tmp_path: Path, name: str, starts: bytes) -> None:
    done = iraqforce(f"chart -o {name}", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{name}: 8 figures\n")
    assert (tmp_path / name).read_bytes().startswith(starts)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("chart", "Missing option '-o'"),
        ("chart -o ''", "-o needs the name of a file."),
        ("chart -o -", "-o - needs --format"),
        ("chart -o a.gif", "a.gif: unsupported image format\n  known: .svg, .png, .vl.json\n"),
        ("chart -o a.svg --force natoo", "did you mean nato (NATO personnel)?"),
        ("chart -o a.svg --from 2017 --to 2016", "--from must not be later than --to: 2017 is after 2016."),
        ("chart -o a.png --scale nan", "Invalid value for '--scale': nan is not a number."),
        ("chart -o a.svg --scale nan", "Invalid value for '--scale': nan is not a number."),
        ("chart -o a.png --scale inf", "inf is not in the range 0.5<=x<=8"),
        (
            "chart -o a.png --scale 8 --width 4000",
            "(limit 35,000,000)",
        ),
        ("chart -o there.svg", "there.svg already exists\n  choose another name or use --overwrite"),
    ],
)
def test_wrong_usage_writes_nothing(tmp_path: Path, command: str, words: str) -> None:
    (tmp_path / "there.svg").write_text("before")
    done = iraqforce(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("there.svg", "before")]


def test_a_png_goes_into_a_pipe_and_not_to_a_terminal() -> None:
    assert bash("iraqforce chart -o - -f png").stdout.startswith(b"\x89PNG")
    shown = on_a_terminal(80, "chart -o - -f png")
    assert shown.startswith("Error: a PNG cannot be shown in a terminal: use -o FILE or a pipe.\n")


@pytest.mark.parametrize("command", ["chart -f svg -o own.svg", "report -o own.html --base own.html"])
def test_a_base_is_not_replaced_by_a_picture_of_it(tmp_path: Path, command: str) -> None:
    own = base(tmp_path, level("a", "2016", "1")).rename(tmp_path / command.rsplit(maxsplit=1)[-1])
    before = own.read_bytes()
    done = iraqforce(f"{command} --base {own.name} --overwrite", cwd=tmp_path)
    assert (done.returncode, own.read_bytes()) == (3, before)
    assert f"{own.name} is an input; the output would replace it" in done.stderr


def test_an_existing_file_is_replaced_with_overwrite(tmp_path: Path) -> None:
    name = tmp_path / "a.vl.json"
    name.write_text("before")
    assert iraqforce(f"chart -o {name} --overwrite").returncode == 0
    assert name.read_text().startswith("{")


def test_without_a_level_nothing_is_written_and_the_exit_status_is_1(tmp_path: Path) -> None:
    done = iraqforce("chart -o a.svg --to 2000", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "U.S. troops in Iraq: no levels to draw; nothing was written\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["svg", "png"])
def test_without_its_library_the_command_says_what_to_install(tmp_path: Path, form: str) -> None:
    done = iraqforce_without("vl_convert", f"chart -o a.{form}", cwd=tmp_path)
    assert (done.returncode, list(tmp_path.iterdir())) == (3, [])
    assert f"vl-convert-python, which is not installed\n  {sys.executable} -m pip install" in done.stderr


def test_vega_lite_needs_no_library(tmp_path: Path) -> None:
    done = iraqforce_without("vl_convert", "chart -o a.vl.json", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "a.vl.json").exists()) == (0, True)


def test_the_options_choose_the_dates_the_force_the_age_limit_and_the_axis() -> None:
    everything = iraqforce(DATA)
    assert (json.loads(everything.stdout)["title"]["text"], everything.stderr) == (
        ["U.S. troops in Iraq"],
        "",
    )
    nato = json.loads(iraqforce(f"{DATA} --no-events --force nato").stdout)
    assert nato["description"].startswith("NATO personnel in Iraq. 2 figures")
    march = iraqforce(f"{DATA} --no-events --from 2016-03 --to 2016-03").stdout
    assert '"4,087' not in march
    assert json.loads(march)["description"].startswith(
        "U.S. troops in Iraq. 3 figures as reported, March 25, 2016."
    )
    assert ", for at most 365 days." in everything.stdout
    assert ", for at most" not in iraqforce(f"{DATA} --max-age none").stdout
    assert '"people, logarithmic"' in iraqforce(f"{DATA} --axis log").stdout
    assert '"people, logarithmic"' not in everything.stdout


def test_many_figures_that_cannot_answer_are_drawn_with_all(tmp_path: Path) -> None:
    plans = [level(f"plan-{day}", f"2016-02-{day:02}", f"{day}0", status="planned") for day in range(1, 14)]
    command = f"{DATA} --base {base(tmp_path, level('so', '2016-01-01', '5'), *plans)}"
    assert json.loads(iraqforce(command).stdout)["description"].startswith(
        "U.S. troops in Iraq. 1 figure as reported, January 1, 2016. "
        "13 partial, planned or ceiling figures not shown."
    )
    assert json.loads(iraqforce(f"{command} --all").stdout)["description"].startswith(
        "U.S. troops in Iraq. 14 figures as reported, January 1, 2016 to February 13, 2016."
    )
