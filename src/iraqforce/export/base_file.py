"""A base in memory as the YAML file that a curator would write, and copies of the articles that it needs.

When loaded again, every record is equal except for its place in the file and the paths of the articles.
Comments are not kept.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, Final

from iraqforce.errors import BaseError
from iraqforce.export.files import ExistsError, UnwritableError, new_folder
from iraqforce.loading.files import sha256_of
from iraqforce.loading.locations import BaseFile, given
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Inference, Place, Source
from iraqforce.pages.yaml_text import Value, yaml_text
from iraqforce.text.characters import forbidden

NOT_WRITTEN: Final = frozenset({"quote_match", "quote_at", "written_at"})
"""Fields of a fact that are set by loading, not by a curator."""


_COPY: Final = re.compile(r"[0-9]{3,}-[a-z0-9-]+\.txt")
"""The name of the copy of an article."""


def yaml_lines(base: FactBase, articles: Mapping[str, str] | None = None) -> Iterator[str]:
    """The file, line by line. A base merged from several files becomes one, named after all of them.

    `articles` replaces the path of the article of each source that it names.
    """
    paths = articles or {}
    sources = {name: each._replace(text=paths.get(name, each.text)) for name, each in base.sources.items()}
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
        "sources": _by_id(sources),
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


class ArticleCopies:
    """The stored articles of a base as they are copied for its export: into one folder, by names of our own.

    For `mine.yaml` it is `mine-articles` (for `mine.yml` `mine.yml-articles`, as each has its own), with
    `001-SOURCE.txt` and so on. `paths` has the path of each
    source's article relative to the folder of the exported base.
    """

    def __init__(self, sources: Iterable[Source], files: Sequence[BaseFile], export: str) -> None:
        self._files = files
        self.folder = Path(export).with_name(f"{Path(export).name.removesuffix('.yaml')}-articles")
        self.paths: dict[str, str] = {}
        self._sources: dict[str, Source] = {}
        names: dict[str | None, str] = {}
        place = self.folder.parent.resolve() / self.folder.name
        beside = os.path.relpath(place, given(export).folder)
        for source in sources:
            if source.text is not None:
                name = names.setdefault(source.sha256, f"{len(names) + 1:03}-{source.id[:100]}.txt")
                self.paths[source.id] = (Path(beside) / name).as_posix()
                self._sources.setdefault(name, source)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the copies."""
        return tuple(self._sources)

    def written(self, *, overwrite: bool) -> AbstractContextManager[None]:
        """The folder is there for the block, and is removed or as before if that fails.

        Raises ExistsError and UnwritableError, and BaseError if an article has changed.
        """
        if "\n" in self.folder.name or forbidden(self.folder.name):
            message = f"{str(self.folder)!r} is not a path that a base can have"
            raise UnwritableError(message, hint="choose another name")
        if self.folder.is_symlink():
            raise ExistsError(f"{self.folder} is a link", hint="choose another name")
        return new_folder(str(self.folder), _COPY.fullmatch, self._fill, overwrite=overwrite)

    def _fill(self, folder: Path) -> None:
        for name, source in self._sources.items():
            (folder / name).write_bytes(self._content(source))

    def _content(self, source: Source) -> bytes:
        """The stored article, from the folder of one of the base's files. Raises BaseError."""
        for file in self._files:
            article = Path(file.folder) / str(source.text)
            if article.resolve().is_relative_to(self.folder.resolve()):
                message = f"{self.folder} has articles of the base itself; the export would replace them"
                raise UnwritableError(message, hint="choose another name")
            with suppress(OSError):
                content = article.read_bytes() if article.is_file() else b""
                if sha256_of(content) == source.sha256:
                    return content
        message = f"article {source.text} changed while the base was being exported"
        raise BaseError(message, hint="export again")
