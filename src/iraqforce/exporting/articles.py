"""The stored articles of a base beside its export: a base is valid only with them."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iraqforce.errors import BaseError
from iraqforce.locations import given
from iraqforce.whole import UnwritableError, new_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqforce.facts import Source
    from iraqforce.locations import BaseFile


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles that an export in `folder` lacks: the path of each from there, and where it is copied from."""

    folder: Path
    lacking: tuple[tuple[str, Path], ...]

    @contextmanager
    def written(self) -> Iterator[None]:
        """They are in their places in the block, and stay there if it ends well, else none of them.

        Raises UnwritableError.
        """
        made: list[Path] = []
        try:
            for name, article in self.lacking:
                self._copy(article, self.folder / name, made)
            yield
        except BaseException:
            for each in reversed(made):
                with suppress(OSError):
                    each.rmdir() if each.is_dir() else each.unlink()
            raise

    def _copy(self, article: Path, place: Path, made: list[Path]) -> None:
        """Copy the article to its place; what is new of folders and files is added to `made`."""
        try:
            folders = [each for each in place.parents if not each.exists()]
            place.parent.mkdir(parents=True, exist_ok=True)
            made += reversed(folders)
            with new_file(str(place), overwrite=False) as new:
                new.write_bytes(article.read_bytes())
            made.append(place)
        except OSError as error:
            message = f"the articles cannot be copied into {self.folder}: {error.strerror}"
            raise UnwritableError(message, hint="write elsewhere") from error


def lacking(sources: Iterable[Source], files: Sequence[BaseFile], export: str) -> Copies:
    """The articles of the sources that are not yet where a base written to `export` looks for them.

    Raises UnwritableError where another file is in the place of one, and BaseError where one is gone.
    """
    folder = Path(given(export).folder)
    wanted: dict[str, str] = {}
    found: list[tuple[str, Path]] = []
    for source in sources:
        if source.path is None or source.sha256 is None:
            continue
        sha256 = wanted.setdefault(os.path.normpath(source.path), source.sha256)
        place = folder / source.path
        if sha256 != source.sha256 or _is_another(place, source.sha256):
            message = f"the article {source.path} cannot stand beside {export}: another file is there"
            raise UnwritableError(message, hint="export into an empty folder, or every base by itself")
        if not place.resolve().is_relative_to(folder.resolve()):
            message = f"the article {source.path} would be written outside {folder}, by way of a link"
            raise UnwritableError(message, hint="export into an empty folder")
        if not place.exists():
            found.append((source.path, _original(source.path, source.sha256, files)))
    return Copies(folder, tuple(dict(found).items()))


def _original(name: str, sha256: str, files: Iterable[BaseFile]) -> Path:
    """The stored article, in the folder of one of the base's files. Raises BaseError."""
    for file in files:
        place = Path(file.folder) / name
        with suppress(OSError):
            if _hash(place) == sha256:
                return place
    raise BaseError(f"the article {name} has changed while the base was exported", hint="export again")


def _is_another(place: Path, sha256: str) -> bool:
    """True where something else than the article is in its place."""
    if not os.path.lexists(place):
        return False
    try:
        return _hash(place) != sha256
    except OSError:
        return True


def _hash(place: Path) -> str:
    from hashlib import file_digest

    with place.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
