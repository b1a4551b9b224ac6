"""The stored articles that an exported base needs: they are copied to where it looks for them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from iraqforce.errors import BaseError
from iraqforce.export.files import UnwritableError, new_file
from iraqforce.loading.locations import BaseFile, given
from iraqforce.model.facts import Source


class ArticleCopies(NamedTuple):
    """Articles to copy into `folder`: the path of each relative to it, and the file it is copied from."""

    folder: Path
    missing: tuple[tuple[str, Path], ...]

    @contextmanager
    def written(self) -> Iterator[None]:
        """Copies the articles for the block; they are removed again if it fails. Raises UnwritableError."""
        made: list[Path] = []
        try:
            for name, article in self.missing:
                self._copy(article, self.folder / name, made)
            yield
        except BaseException:
            for each in reversed(made):
                with suppress(OSError):
                    each.rmdir() if each.is_dir() else each.unlink()
            raise

    def _copy(self, article: Path, place: Path, made: list[Path]) -> None:
        """Copy the article to its place; add the new folders and the file to `made`."""
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


def missing_articles(sources: Iterable[Source], files: Sequence[BaseFile], export: str) -> ArticleCopies:
    """The articles that a base written to `export` needs and does not find yet.

    Raises UnwritableError if another file is in the place of an article, and BaseError if an article is gone.
    """
    folder = Path(given(export).folder)
    wanted: dict[str, str] = {}
    found: dict[str, Path] = {}
    for source in sources:
        if source.text is None or source.sha256 is None:
            continue
        sha256 = wanted.setdefault(os.path.normpath(source.text), source.sha256)
        place = folder / source.text
        if sha256 != source.sha256 or _is_another(place, source.sha256):
            message = f"the article {source.text} cannot stand beside {export}: another file is there"
            raise UnwritableError(message, hint="export into an empty folder, or every base by itself")
        if not place.resolve().is_relative_to(folder.resolve()):
            message = f"the article {source.text} would be written outside {folder}, by way of a link"
            raise UnwritableError(message, hint="export into an empty folder")
        if not place.exists():
            found[source.text] = _original(source.text, source.sha256, files)
    return ArticleCopies(folder, tuple(found.items()))


def _original(name: str, sha256: str, files: Iterable[BaseFile]) -> Path:
    """The stored article, in the folder of one of the base's files. Raises BaseError."""
    for file in files:
        place = Path(file.folder) / name
        with suppress(OSError):
            if _sha256(place) == sha256:
                return place
    raise BaseError(f"the article {name} has changed while the base was exported", hint="export again")


def _is_another(place: Path, sha256: str) -> bool:
    """True if something other than the article is in its place."""
    if not os.path.lexists(place):
        return False
    try:
        return _sha256(place) != sha256
    except OSError:
        return True


def _sha256(place: Path) -> str:
    with place.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
