"""The base that a command asks, opened with a progress bar on a terminal where that takes long."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from iraqforce.cli.settings import setting
from iraqforce.locations import BUNDLED, DEFAULT_BASE, asked
from iraqforce.progress import silent
from iraqforce.store.opening import open_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqforce.locations import BaseFile, Bundled
    from iraqforce.store.protocol import Store


def base_asked(ctx: click.Context, paths: Sequence[str], bundled: Bundled | None) -> tuple[BaseFile, ...]:
    """The files of the base that `--facts` and `--base` ask for, or the environment where they do not.

    The command line is stronger than the environment, and in this IRAQFORCE_FACTS than IRAQFORCE_BASE.
    Raises click.UsageError.
    """
    if bundled is None:
        return asked(paths) if paths else asked((), setting(ctx, "IRAQFORCE_BASE", BUNDLED, DEFAULT_BASE))
    if ctx.get_parameter_source("paths") is ParameterSource.COMMANDLINE:
        message = "--facts asks a base of your own, and --base a bundled one: leave one of them out."
        raise click.UsageError(message, ctx)
    return asked((), bundled)


def open_base(files: Sequence[BaseFile]) -> Store:
    """A store of the base of these files, which is closed when the command ends.

    Raises BaseError and InvalidBaseError.
    """
    with progress("Compiling the base") as report:
        store = open_files(files, report)
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
