"""Opening the base that a command asks, with a progress bar on a terminal where that takes long."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from iraqforce.progress import silent
from iraqforce.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqforce.store.protocol import Store


def open_base(paths: Sequence[str]) -> Store:
    """A store of the base at `paths`, or of the bundled one, which is closed when the command ends.

    Raises BaseError and InvalidBaseError.
    """
    with progress("Compiling the base") as report:
        store = open_store(paths, report)
    click.get_current_context().call_on_close(store.close)
    return store


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to tell what is done and what there is to do; on a terminal it draws a bar on stderr."""
    bar: click.progressbar[int] | None = None  # type: ignore[valid-type]
    visible = sys.stderr is not None and sys.stderr.isatty()

    def report(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
        bar.update(done - bar.pos)

    try:
        yield report if visible else silent
    finally:
        if bar is not None:
            bar.render_finish()
