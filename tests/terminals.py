"""A shell on a terminal, for tests: what is typed into it, and what it shows."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from processes import environment

_CONTROL = re.compile(r"\x1b(\[[0-9;?>=]*[a-zA-Z]|\][^\x07]*\x07|[=>()][A-Z0-9]?)|[\x07\r]")


class Shell:
    """A shell that waits for keys."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self.shown = ""

    def type(self, keys: str) -> None:
        """Press the keys."""
        os.write(self._terminal, keys.encode())

    def until(self, words: str, *, within: float = 20) -> str:
        """All that is shown since the last call, when the words are; fails where they never come."""
        ending = time.monotonic() + within
        while words not in self.shown:
            assert time.monotonic() < ending, f"{words!r} was never shown, but {self.shown!r}"
            if select.select([self._terminal], [], [], 0.1)[0]:
                self.shown += _CONTROL.sub("", os.read(self._terminal, 65536).decode(errors="replace"))
        shown, self.shown = self.shown, ""
        return shown


@contextmanager
def shell(*command: str, **settings: str) -> Iterator[Shell]:
    """The shell, which is ended at the end."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command, env=environment(TERM="dumb", **settings), stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    try:
        yield Shell(ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
