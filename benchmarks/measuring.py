"""Whole processes, as a user starts them: how long each takes and how much memory, one after the other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SETTINGS: Final = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LC_ALL", "LANG")
"""Settings that change what is printed; with those of Python and of iraqforce, no process gets them."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds from start to end, and its peak of memory in MB (10⁶ bytes)."""

    seconds: float
    megabytes: float


Task = Callable[[], Run]


def run(command: Sequence[str], folder: Path, cache: Path, stdin: Path | None = None) -> Run:
    """What the command took, run in the folder with that cache and its output thrown away.

    Ends the program where the command fails or complains. A child's peak of memory begins at that of the
    process that starts it, as Linux counts it: this one must stay small.
    """
    complaints = folder / "stderr"
    with complaints.open("wb") as stderr, (stdin or Path(os.devnull)).open("rb") as given:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - real processes are what is measured
            command,
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            env=_environment(cache),
            cwd=folder,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    said = complaints.read_text(encoding="utf-8", errors="replace")
    # Of many days one may have no answer: that is code 1.
    if said or process.returncode not in ((0, 1) if stdin else (0,)):
        sys.exit(f"{' '.join(command)}\nleft with {process.returncode}\n{said}")
    return Run(seconds, usage.ru_maxrss * 1024 / 1e6)  # Linux counts in KiB


def in_turn(rounds: int, *tasks: Task, warm_up: bool = True) -> list[list[Run]]:
    """The runs of each task, measured A B A B. With `warm_up`, a first round is not counted."""
    for task in tasks if warm_up else ():
        task()
    turns = [[task() for task in tasks] for _ in range(rounds)]
    return [list(runs) for runs in zip(*turns, strict=True)]


def seconds(runs: Iterable[Run]) -> float:
    """The median time."""
    return median(run.seconds for run in runs)


def megabytes(runs: Iterable[Run]) -> float:
    """The median peak of memory."""
    return median(run.megabytes for run in runs)


def _environment(cache: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in SETTINGS and not name.startswith(("IRAQFORCE_", "PYTHON"))
    }
    return {**kept, "XDG_CACHE_HOME": str(cache)}
