"""A file or a folder written whole or not at all: made beside its place, and moved there when it is done."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from iraqforce.errors import BaseError, IraqforceError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


class ExistsError(IraqforceError):
    """What was to be written is there already."""

    code = "exists"


class UnwritableError(BaseError):
    """A file that cannot be written where it was asked for."""

    code = "output"


@contextmanager
def new_file(name: str, *, overwrite: bool) -> Iterator[Path]:
    """The path of a file to write, which becomes `name` when the block ends well, and else is removed.

    Where `name` is a link, what it leads to is replaced. Raises ExistsError, unless `overwrite` says that an
    existing file is replaced, and UnwritableError.
    """
    with _beside(name) as (place, new):
        _refuse_existing(name, place, overwrite=overwrite)
        yield new
        _synchronise(new)
        _refuse_existing(name, place, overwrite=overwrite)
        if place.exists():
            shutil.copymode(place, new)
        new.replace(place)


@contextmanager
def new_folder(name: str, holding: Collection[str], *, overwrite: bool) -> Iterator[Path]:
    """The path of a new folder to fill, which becomes `name` when the block ends well, and else is removed.

    An existing folder is replaced only with `overwrite`, and only if nothing is in it but files named in
    `holding`; an empty one always is. Raises ExistsError and UnwritableError.
    """
    with _beside(name) as (place, new):
        _refuse_folder(name, place, holding, overwrite=overwrite)
        new.mkdir()
        yield new
        for each in new.iterdir():
            _synchronise(each)
        _refuse_folder(name, place, holding, overwrite=overwrite)
        # Outside of the folder that is removed in any case: what cannot be put back is not lost.
        old = new.parent.with_suffix(".old")
        try:
            if place.exists():
                place.rename(old)
            new.rename(place)
        except BaseException:
            with suppress(OSError):
                old.rename(place)
            raise
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _beside(name: str) -> Iterator[tuple[Path, Path]]:
    """Where `name` leads, and the path of something new beside it, of which nothing is left.

    Raises UnwritableError for what is no name, and for every OSError.
    """
    try:
        place = Path(name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise UnwritableError(f"{name!r} is no name of a file", hint="give another name") from error
    try:
        if not place.parent.is_dir():
            message = f"{name} cannot be written: there is no folder {place.parent}"
            raise UnwritableError(message, hint="make the folder first, or write elsewhere")
        if not os.access(place.parent, os.W_OK):
            message = f"{name} cannot be written: nothing may be written into {place.parent}"
            raise UnwritableError(message, hint="write elsewhere, or change the folder's permissions")
        with _own_folder(place.parent) as own:
            yield place, own / "new"
        with suppress(OSError):
            _synchronise(place.parent)  # not every system can do that with a folder
    except OSError as error:
        message = f"{name} cannot be written: {error.strerror or error}"
        raise UnwritableError(message, hint="make room, or write elsewhere") from error


@contextmanager
def _own_folder(parent: Path) -> Iterator[Path]:
    """A folder in `parent` that no thread and no other call has, and that is gone after the block."""
    # What is made inside has the permissions of any new file; a file of `mkstemp` would be for us alone.
    own = Path(mkdtemp(prefix=".iraqforce-", suffix=".tmp", dir=parent))
    try:
        yield own
    finally:
        shutil.rmtree(own, ignore_errors=True)


_REPLACE: Final = "give another name, or --overwrite to replace it"


def _refuse_existing(name: str, place: Path, *, overwrite: bool) -> None:
    if place.is_dir():
        raise ExistsError(f"{name} is a folder", hint="give the name of a file")
    if place.exists() and not place.is_file():
        raise ExistsError(f"{name} is no regular file", hint="give the name of a file")
    if place.exists() and not overwrite:
        raise ExistsError(f"{name} exists already", hint=_REPLACE)


def _refuse_folder(name: str, place: Path, holding: Collection[str], *, overwrite: bool) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise ExistsError(f"{name} is a file", hint="give the name of a folder")
    there = {each.name for each in place.iterdir()}
    others = sorted(there - set(holding))
    if others:
        message = f"{name} is not replaced: it holds {others[0]}, which is not part of what is written"
        raise ExistsError(message, hint="give the name of a new folder")
    if there and not overwrite:
        raise ExistsError(f"{name} exists already", hint=_REPLACE)


def _synchronise(name: Path) -> None:
    """Have the system write what it still holds back of the file or the folder. Raises OSError."""
    descriptor = os.open(name, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
