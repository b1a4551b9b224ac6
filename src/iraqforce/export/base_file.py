"""A base in memory as the YAML file that a curator would write, and copies of the articles that it needs.

When loaded again, every record is equal except for its place in the file. Comments are not kept.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final, NamedTuple

from iraqforce.errors import BaseError
from iraqforce.export.files import UnwritableError, new_file
from iraqforce.loading.locations import BaseFile, given
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Inference, Place, Source
from iraqforce.pages.yaml_text import Value, yaml_text

NOT_WRITTEN: Final = frozenset({"quote_match", "quote_at", "written_at"})
"""Fields of a fact that are set by loading, not by a curator."""


def yaml_lines(base: FactBase) -> Iterator[str]:
    """The file, line by line. A base merged from several files becomes one, named after all of them."""
    info = base.info
    header = {
        "name": info.name.replace("+", "-"),
        "title": info.title,
        "updated": info.updated,
        "license": info.license,
        "ids": _undisputed_patterns(base),
    }
    sections: dict[str, Any] = {
        **_known(header),
        "forces": _by_id(base.forces),
        "places": _by_id(base.places),
        **_known({"definitions": _by_id(base.definitions)}),
        "sources": _by_id(base.sources),
        "facts": map(written, base.facts),
    }
    return yaml_text(sections)


def written(record: Any) -> dict[str, Value]:
    """A record of the model as a curator writes it: unknown values and defaults are left out."""
    defaults = type(record)._field_defaults
    fields = {
        name: value
        for name, value in record._asdict().items()
        if name not in NOT_WRITTEN
        and value is not False
        and (name not in defaults or value != defaults[name])
    }
    if isinstance(record, Place) and record.phrase == f"in {record.name}":
        del fields["phrase"]
    # Levels and changes count people: only the others have a unit of their own, which follows the count.
    if isinstance(record, Fact) and record.kind in ("event", "figure") and record.count and record.count.unit:
        names = [name for each in fields for name in ((each, "unit") if each == "count" else (each,))]
        fields = {name: fields.get(name, record.count.unit) for name in names}
    return _known(fields)


def _by_id(records: Mapping[str, Any]) -> dict[str, Value]:
    return {name: {k: v for k, v in written(each).items() if k != "id"} for name, each in records.items()}


def _undisputed_patterns(base: FactBase) -> dict[str, str]:
    """The pattern of ids for each kind for which the merged files have only one."""
    found: dict[str, set[str]] = {}
    for kind, pattern in base.id_patterns:
        found.setdefault(kind, set()).add(pattern)
    return {kind: patterns.pop() for kind, patterns in found.items() if len(patterns) == 1}


def _known(fields: Mapping[str, Any]) -> dict[str, Value]:
    """The fields in their written form, without what is unknown or empty; a zero is known."""
    values = ((name, _value(each)) for name, each in fields.items() if each is not None)
    return {name: value for name, value in values if value not in ({}, [])}


def _value(value: Any) -> Value:
    match value:
        case True:
            return "true"
        case str():
            return value
        case int():
            return str(value)
        case float():
            return f"{value:.12f}".rstrip("0")
        case PartialDate():
            return value.text
        case Count(qualifier="vague"):
            return _known({"text": value.text, "low": value.low, "high": value.high})
        case Count():
            return value.text
        case Mapping():
            return _known(value)
        case tuple() if hasattr(value, "id"):
            return str(value.id)
        case tuple() if hasattr(value, "_fields"):
            return written(value)
        case _ if value and isinstance(value[0], Inference):
            return {each.field: each.reason for each in value}
        case _:
            return [_value(each) for each in value]


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
            message = f"cannot copy the articles into {self.folder}: {error.strerror}"
            raise UnwritableError(message, hint="choose another location") from error


def missing_articles(sources: Iterable[Source], files: Sequence[BaseFile], export: str) -> ArticleCopies:
    """The articles that a base written to `export` needs and that are not there yet.

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
            message = f"cannot copy article {source.text} next to {export}: another file has that name"
            raise UnwritableError(message, hint="export into an empty folder, or export each base separately")
        if not place.resolve().is_relative_to(folder.resolve()):
            message = f"article {source.text} would be written outside {folder} through a link"
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
    raise BaseError(f"article {name} changed while the base was being exported", hint="export again")


def _is_another(place: Path, sha256: str) -> bool:
    """True if another file is in the article's place."""
    if not os.path.lexists(place):
        return False
    try:
        return _sha256(place) != sha256
    except OSError:
        return True


def _sha256(place: Path) -> str:
    with place.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
