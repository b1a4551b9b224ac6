"""Real processes of the command, for tests: nothing of the caller's own settings reaches them."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from contracts import hold

SETTINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LC_ALL", "LANG")


def environment(**settings: str) -> dict[str, str]:
    """The environment with only the named settings of those that change what is printed."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in SETTINGS and not name.startswith(("IRAQFORCE_", "PYTHON"))
    }
    return {**kept, **settings}


def iraqforce(
    command: str, *, cwd: Path | None = None, stdin: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """What a run of the command printed into pipes, and its exit code; its JSON is held to its schema."""
    done = subprocess.run(
        [sys.executable, "-m", "iraqforce", *shlex.split(command)],
        env=environment(**settings),
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    hold(done.stdout)
    hold(done.stderr)
    return done
