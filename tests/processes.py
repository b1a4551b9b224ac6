"""Real processes of the command, for tests: of settings, only those of conftest.py reach them."""

from __future__ import annotations

import fcntl
import os
import pty
import shlex
import struct
import subprocess
import sys
import termios
from pathlib import Path

from contracts import hold

SETTINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LC_ALL", "LANG")


def environment(**settings: str) -> dict[str, str]:
    """The environment with only the named settings of those that change what is printed."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "IRAQFORCE_BASE" or not (name in SETTINGS or name.startswith(("IRAQFORCE_", "PYTHON")))
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


def bash(script: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """What a script printed in which `iraqforce` is the command; one that hangs is ended."""
    alias = f'iraqforce() {{ {shlex.quote(sys.executable)} -m iraqforce "$@"; }}\n'
    command = ["bash", "-c", alias + script]
    return subprocess.run(command, env=environment(**settings), capture_output=True, check=False, timeout=60)


def python(
    program: str, *options: str, cwd: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """What a Python of its own printed, run with those options on the program; one that hangs is ended."""
    return subprocess.run(
        [sys.executable, *options, "-c", program],
        env=environment(**settings),
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def iraqforce_after(
    first: str, command: str, *, cwd: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """What a run of the command printed in a Python that did something `first`."""
    words = ["iraqforce", *shlex.split(command)]
    program = f"import sys\n{first}\nsys.argv = {words!r}\nfrom iraqforce.cli import main\nmain()\n"
    return python(program, cwd=cwd, **settings)


def iraqforce_without(
    module: str, command: str, *, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """What a run of the command printed where the module cannot be imported."""
    return iraqforce_after(f"sys.modules[{module!r}] = None", command, cwd=cwd)


def modules_of(command: str, **settings: str) -> set[str]:
    """The modules that a run of the command has imported when it ends, which it does well."""
    report = "import atexit; atexit.register(lambda: sys.stderr.write('\\n'.join(sys.modules)))"
    done = iraqforce_after(report, command, cwd=None, **settings)
    assert done.returncode == 0
    return set(done.stderr.split())


def on_a_terminal(columns: int, command: str, **settings: str) -> str:
    """What the command prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    words = [sys.executable, "-m", "iraqforce", *shlex.split(command)]
    with subprocess.Popen(words, env=environment(**settings), stdout=theirs, stderr=theirs):
        os.close(theirs)
        printed = b""
        while chunk := _read(ours):
            printed += chunk
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    """The next bytes, or none when the other side has closed (Linux says EIO)."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
