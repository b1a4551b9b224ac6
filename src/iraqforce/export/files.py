"""Atomic writing: a file or a folder is made next to its destination and moved there when it is complete."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from iraqforce.errors import BaseError, IraqforceError


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
def new_folder(
    name: str, is_ours: Callable[[str], object], fill: Callable[[Path], object], *, overwrite: bool
) -> Iterator[None]:
    """A new folder, filled by `fill`. It is in its place for the block, and is removed if that fails.

    An existing folder is replaced if it is empty, or with `overwrite` if it contains only files whose names
    are ours. Raises ExistsError and UnwritableError.
    """
    with _next_to(name) as (place, new):
        _refuse_folder(name, place, is_ours, overwrite=overwrite)
        new.mkdir()
        fill(new)
        for each in new.iterdir():
            _synchronize(each)
        _refuse_folder(name, place, is_ours, overwrite=overwrite)
        # Outside the folder that is always removed: if the old folder cannot be put back, it is not lost.
        old = new.parent.with_suffix(".old")
        with undisturbed():
            try:
                if place.exists():
                    place.rename(old)
                new.rename(place)
                yield
            except BaseException:
                with suppress(OSError):
                    if not new.exists():
                        place.rename(new)
                    old.rename(place)
                raise
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals that interrupt or end the process wait until the end of the block."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_temporary: Final = set[Path]()
"""The temporary folders of everything that is being written."""


def remove_temporary() -> None:
    """Remove what is being written, because the process ends before it is complete."""
    for own in tuple(_temporary):
        shutil.rmtree(own, ignore_errors=True)


@contextmanager
def _next_to(name: str) -> Iterator[tuple[Path, Path]]:
    """The path that `name` resolves to, and a temporary path in the same folder, removed after the block.

    Raises UnwritableError for an invalid name and for every OSError.
    """
    try:
        place = Path(name).resolve()
    except FileNotFoundError as error:
        message = f"{name} cannot be written: the working folder no longer exists"
        raise UnwritableError(message, hint="give an absolute path") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise UnwritableError(f"{name!r} is not a valid file name", hint="choose another name") from error
    try:
        if not place.parent.is_dir():
            message = f"{name} cannot be written: folder {place.parent} does not exist"
            raise UnwritableError(message, hint="create the folder first, or choose another location")
        if not os.access(place.parent, os.W_OK):
            message = f"{name} cannot be written: no write permission for {place.parent}"
            raise UnwritableError(message, hint="choose another location, or change the folder's permissions")
        # A temporary folder, so that the file in it gets the permissions of any new file. Its name is kept
        # before it is made: a signal may come in between.
        own = place.parent / f".iraqforce-{os.urandom(8).hex()}.tmp"
        _temporary.add(own)
        try:
            own.mkdir(mode=0o700)
            yield place, own / "new"
        finally:
            shutil.rmtree(own, ignore_errors=True)
            _temporary.discard(own)
        with suppress(OSError):
            _synchronize(place.parent)  # not every system can synchronize a folder
    except OSError as error:
        message = f"{name} cannot be written: {error.strerror or error}"
        raise UnwritableError(message, hint="free up space, or choose another location") from error


def refuse_input(name: str, *, is_input: bool) -> None:
    """Raise UnwritableError if the file to write is one that is read: a base, its article, a manuscript."""
    if is_input:
        message = f"{name} is an input; the output would replace it"
        raise UnwritableError(message, hint="choose another name")


_REPLACE: Final = "choose another name or use --overwrite"


def _refuse_existing(name: str, place: Path, *, overwrite: bool) -> None:
    if place.is_dir():
        raise ExistsError(f"{name} is a folder", hint="choose the name of a file")
    if place.exists() and not place.is_file():
        raise ExistsError(f"{name} is not a regular file", hint="choose the name of a file")
    if place.exists() and not overwrite:
        raise ExistsError(f"{name} already exists", hint=_REPLACE)


def _refuse_folder(name: str, place: Path, is_ours: Callable[[str], object], *, overwrite: bool) -> None:
    if not place.exists():
        return
    if not place.is_dir():
        raise ExistsError(f"{name} is a file", hint="choose the name of a folder")
    found = sorted(place.iterdir())
    files = [each for each in found if each.is_file() and not each.is_symlink()]
    others = [each.name for each in found if each not in files or not is_ours(each.name)]
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
