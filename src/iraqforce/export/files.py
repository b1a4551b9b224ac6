"""Atomic writing: a file or a folder is made next to its destination and moved there when it is complete."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from iraqforce.errors import BaseError, IraqforceError
from iraqforce.loading.locations import BaseFile


class ExistsError(IraqforceError):
    """The file or folder to write already exists."""

    code = "exists"


class UnwritableError(BaseError):
    """A file that cannot be written at the given path."""

    code = "output"


@contextmanager
def new_file(name: str, *, overwrite: bool) -> Iterator[Path]:
    """The path of a file to write. It becomes `name` if the block succeeds, and is removed if it fails.

    If `name` is a link, its target is replaced. Raises ExistsError if the file exists and `overwrite` is
    false, and UnwritableError.
    """
    with _next_to(name) as (place, new):
        _refuse_existing(name, place, overwrite=overwrite)
        yield new
        _synchronize(new)
        _refuse_existing(name, place, overwrite=overwrite)
        if place.exists():
            shutil.copymode(place, new)
        new.replace(place)


@contextmanager
def new_folder(name: str, holding: Collection[str], *, overwrite: bool) -> Iterator[Path]:
    """The path of a new folder to fill. It becomes `name` if the block succeeds, and is removed if it fails.

    An existing folder is replaced if it is empty, or with `overwrite` if it contains only files named in
    `holding`. Raises ExistsError and UnwritableError.
    """
    with _next_to(name) as (place, new):
        _refuse_folder(name, place, holding, overwrite=overwrite)
        new.mkdir()
        yield new
        for each in new.iterdir():
            _synchronize(each)
        _refuse_folder(name, place, holding, overwrite=overwrite)
        # Outside the folder that is always removed: if the old folder cannot be put back, it is not lost.
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
def _next_to(name: str) -> Iterator[tuple[Path, Path]]:
    """The path that `name` resolves to, and a temporary path in the same folder, removed after the block.

    Raises UnwritableError for an invalid name and for every OSError.
    """
    try:
        place = Path(name).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise UnwritableError(f"{name!r} is not a valid file name", hint="choose another name") from error
    try:
        if not place.parent.is_dir():
            message = f"{name} cannot be written: folder {place.parent} does not exist"
            raise UnwritableError(message, hint="create the folder first, or choose another location")
        if not os.access(place.parent, os.W_OK):
            message = f"{name} cannot be written: no write permission for {place.parent}"
            raise UnwritableError(message, hint="choose another location, or change the folder's permissions")
        # A temporary folder, so that the file in it gets the permissions of any new file.
        own = Path(mkdtemp(prefix=".iraqforce-", suffix=".tmp", dir=place.parent))
        try:
            yield place, own / "new"
        finally:
            shutil.rmtree(own, ignore_errors=True)
        with suppress(OSError):
            _synchronize(place.parent)  # not every system can synchronize a folder
    except OSError as error:
        message = f"{name} cannot be written: {error.strerror or error}"
        raise UnwritableError(message, hint="free up space, or choose another location") from error


def refuse_base(name: str, files: Iterable[BaseFile]) -> None:
    """Raise UnwritableError if the file to write is one of those that a base is read from."""
    for file in files:
        if os.path.realpath(file.path) == os.path.realpath(name):
            message = f"{name} is the base itself; the output would replace it"
            raise UnwritableError(message, hint="choose another name")


_REPLACE: Final = "choose another name or use --overwrite"


def _refuse_existing(name: str, place: Path, *, overwrite: bool) -> None:
    if place.is_dir():
        raise ExistsError(f"{name} is a folder", hint="choose the name of a file")
    if place.exists() and not place.is_file():
        raise ExistsError(f"{name} is not a regular file", hint="choose the name of a file")
    if place.exists() and not overwrite:
        raise ExistsError(f"{name} already exists", hint=_REPLACE)


def _refuse_folder(name: str, place: Path, holding: Collection[str], *, overwrite: bool) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise ExistsError(f"{name} is a file", hint="choose the name of a folder")
    found = {each.name for each in place.iterdir()}
    others = sorted(found - set(holding))
    if others:
        message = f"{name} not replaced: it contains {others[0]}, which is not part of the export"
        raise ExistsError(message, hint="choose the name of a new folder")
    if found and not overwrite:
        raise ExistsError(f"{name} already exists", hint=_REPLACE)


def _synchronize(name: Path) -> None:
    """Flush the file or the folder to disk. Raises OSError."""
    descriptor = os.open(name, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
