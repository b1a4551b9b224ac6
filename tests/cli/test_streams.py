"""Where the output goes: pipes, terminals, locales and colours, each with a real process."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from processes import environment, iraqforce

ESCAPE = "\x1b["


def on_a_terminal(columns: int, *words: str, **settings: str) -> str:
    """What the command prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = [sys.executable, "-m", "iraqforce", *words]
    with subprocess.Popen(command, env=environment(**settings), stdout=theirs, stderr=theirs):
        os.close(theirs)
        printed = b""
        while chunk := read(ours):
            printed += chunk
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def read(descriptor: int) -> bytes:
    """The next bytes, or none when the other side has closed (Linux says EIO)."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_a_page_keeps_within_the_terminal(columns: int) -> None:
    printed = on_a_terminal(columns, "level", "--date", "2016-03", TERM="dumb")
    assert "more than 5,000" in printed
    assert max(len(line) for line in printed.splitlines()) <= columns


def test_a_terminal_gets_colour_and_a_pipe_none() -> None:
    assert ESCAPE in on_a_terminal(80, "level", "--date", "2021-12", TERM="xterm")
    assert ESCAPE not in iraqforce("level --date 2021-12", TERM="xterm").stdout


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(settings: dict[str, str]) -> None:
    assert ESCAPE not in on_a_terminal(80, "level", "--date", "2021-12", **settings)


def test_colour_can_be_forced_into_a_pipe_and_no_color_is_stronger() -> None:
    assert ESCAPE in iraqforce("level --date 2021-12", FORCE_COLOR="1").stdout
    assert ESCAPE not in iraqforce("level --date 2021-12", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_no_format_but_the_table_is_ever_coloured() -> None:
    assert ESCAPE not in iraqforce("level --date 2021-12 --format markdown", FORCE_COLOR="1").stdout


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m iraqforce facts --json | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_is_an_error_that_says_so() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "iraqforce", "facts"],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 3
    assert "the output cannot be written: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "nonsense"])
def test_json_is_utf8_in_every_locale(locale: str) -> None:
    done = iraqforce("show us-iraq-2016-03-25-press --json", LC_ALL=locale)
    assert "“temporary”" in json.loads(done.stdout)["fact"]["definition"]["text"]


def test_text_in_a_narrow_encoding_replaces_what_it_cannot_say() -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2021-12"]
    settings = environment() | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=settings, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?about 2,500 service members still in Iraq?" in done.stdout


def test_the_environment_sets_the_format_and_an_option_is_stronger() -> None:
    by_setting = iraqforce("level --date 2021-12", IRAQFORCE_FORMAT="json").stdout
    assert json.loads(by_setting)["level"]["value"] == 2500
    assert iraqforce("level --date 2021-12 -f table", IRAQFORCE_FORMAT="json").stdout[0] == "U"


def test_the_one_line_version() -> None:
    assert iraqforce("--version").stdout == "iraqforce, version 0.1.0\n"


def test_a_long_compilation_shows_a_bar_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    base = tmp_path / "many.jsonl"
    fact = '{"fact":{"id":"f-%d","kind":"event","as_of":"2016","source":"r","locator":"page 1"}}'
    lines = [
        '{"base":{"name":"many","title":"Many"}}',
        '{"force":{"id":"us","name":"U.S. troops"}}',
        '{"place":{"id":"iraq","name":"Iraq"}}',
        '{"source":{"id":"r","title":"R","publisher":"P","published":"2016"}}',
        *(fact % number for number in range(2500)),
    ]
    base.write_text("\n".join(lines))
    assert "Compiling the base" in on_a_terminal(
        80, "facts", "--to", "2015", "--facts", str(base), TERM="xterm"
    )
    base.write_text("\n".join([*lines, fact % 2500]))
    assert iraqforce(f"facts --to 2015 --facts {base}").stderr == ""
