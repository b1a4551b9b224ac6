"""How long whole processes take, started one after the other as a user starts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SETTINGS: Final = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LC_ALL", "LANG")
"""Settings that change what is printed; a process gets none of them."""


def run(command: Sequence[str], cache: Path, stdin: Path | None = None) -> float:
    """The seconds that the command takes, with that cache folder; its output is discarded.

    Exits if the command fails or writes an error. Exit code 1, of an answer that is no, is not a failure.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in SETTINGS and not name.startswith(("IRAQFORCE_", "PYTHON"))
    }
    with (stdin or Path(os.devnull)).open("rb") as given:
        began = time.perf_counter()
        done = subprocess.run(  # noqa: S603 - real processes are measured
            command,
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**kept, "XDG_CACHE_HOME": str(cache)},
            check=False,
        )
        seconds = time.perf_counter() - began
    if b"Error" in done.stderr or done.returncode not in (0, 1):
        sys.exit(
            f"{' '.join(command)}\nexited with {done.returncode}\n{done.stderr.decode(errors='replace')}"
        )
    return seconds


def medians(rounds: int, *tasks: Callable[[], float]) -> list[float]:
    """The median seconds of each task, measured in turn: A B A B. A first round is not counted."""
    turns = [[task() for task in tasks] for _ in range(rounds + 1)]
    return [median(each) for each in zip(*turns[1:], strict=True)]
