"""A command that is interrupted or ended leaves nothing half-written, and says nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from processes import environment

KILLS = int(os.environ.get("IRAQFORCE_KILLS", "12"))
COMMANDS = ("export -o m.yaml", "export -o m.sqlite", "export -o p/", "facts -o f.csv", "init my")
WHOLE: dict[str, int] = {"m.yaml": 6, "m.sqlite": 2, "p/": 6, "f.csv": 1, "my": 2}
"""The number of files of each output, with the articles or the metadata that it needs."""

# The package sets its signals before anything else; Python, which starts before that, has said so by then.
STARTED = "print('started', flush=True)\n"
PROGRAM = "import sys\nsys.argv = {words!r}\nfrom iraqforce import __main__\n{first}__main__.main()"


def ended(words: list[str], number: signal.Signals, after: float, folder: Path) -> tuple[int, bytes]:
    """The exit code and the standard error of a command that gets the signal `after` its start."""
    program = PROGRAM.format(words=["iraqforce", *words], first=STARTED)
    settings = environment(XDG_CACHE_HOME=str(folder / "cache"))
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=folder / "work", env=settings, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == b"started\n"
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_at_any_moment_nothing_is_left_but_what_is_whole(tmp_path: Path, number: signal.Signals) -> None:
    moments = random.Random(17)  # noqa: S311 - no secret
    for turn in range(KILLS):
        folder = tmp_path / str(turn)
        (folder / "work").mkdir(parents=True)
        words = COMMANDS[turn % len(COMMANDS)].split()
        code, errors = ended(words, number, moments.uniform(0.02, 0.5), folder)
        assert code in (0, 128 + number, -number)  # before and after ours, Python has the signal
        assert b"Traceback" not in errors
        left = [each for each in (folder / "work").rglob("*") if each.is_file()]
        assert len(left) in (0, WHOLE[words[-1]])
        assert [*folder.rglob(".iraqforce*"), *folder.rglob("*.new")] == []


def test_an_interrupted_question_from_standard_input_ends_quietly_with_130(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    read, write = os.pipe()  # nothing is ever written into it
    program = PROGRAM.format(words=["iraqforce", "level", "-", "2021"], first="")
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=read, stdout=-1, stderr=-1, env=environment()) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
        assert process.returncode == 130
    os.close(read)
    os.close(write)


def test_a_signal_that_is_ignored_stays_so() -> None:
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "sys.argv = ['iraqforce', '--version']\n"
        "from iraqforce import __main__\n"
        "try: __main__.main()\n"
        "finally: os.kill(os.getpid(), signal.SIGHUP)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"iraqforce, version 0.2.0\n")
