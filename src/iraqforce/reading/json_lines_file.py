"""A base written as JSON Lines: the form for programs, read in a stream however long it is.

One record a line, an object with one key that says what it is:
`{"base": {…}}`, `{"force": {"id": …}}`, `{"place": …}`, `{"definition": …}`, `{"source": …}`, `{"fact": …}`.
The file is read twice, so that a fact may stand before the source that it names.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iraqforce import schema
from iraqforce.errors import BaseError, nearest
from iraqforce.facts import TextPlace
from iraqforce.locations import FileState
from iraqforce.reading.complaints import ID_HINT, Raw
from iraqforce.reading.files import UndecodableError, decode, refuse_what_never_ends, unreadable
from iraqforce.reading.problems import Problem, at_node
from iraqforce.reading.records import Declarations, Model, Written, validated, written_fact
from iraqforce.reading.tree import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqforce.locations import BaseFile

_RECORDS: Final = ("base", "force", "place", "definition", "source", "fact")
_FACT_LINE: Final = b'{"fact":'
_STEP: Final = 1000
"""Lines between two reports of progress."""


class JsonLinesFile:
    """One JSON Lines file of a base; `progress` is told the bytes read and the bytes there are."""

    def __init__(self, file: BaseFile, progress: Callable[[int, int], None]) -> None:
        self._file = file
        self._progress = progress
        self._digest = ""
        self._size = 0

    def declare(self, into: Declarations) -> FileState:
        """Add what the file declares, and return the file's state. Raises BaseError."""
        digest = hashlib.sha256()
        empty = True
        path = Path(self._file.path)
        try:
            refuse_what_never_ends(path)
            with path.open("rb") as stream:
                found = os.fstat(stream.fileno())
                for number, line in enumerate(stream, start=1):
                    digest.update(line)
                    if not line.isspace():
                        empty = False
                        self._declare_line(line, number, into)
        except OSError as error:
            raise unreadable(self._file, error) from None
        self._size = found.st_size
        self._digest = digest.hexdigest()
        if empty:
            place = TextPlace(self._file.shown, 1, 1)
            into.problems.append(Problem(place, "F004", "the file holds no fact base", _LINE_HINT))
        return FileState.of(self._file.path, found, self._digest)

    def facts(self, problems: list[Problem]) -> Iterator[Written[schema.FactAsWritten]]:
        """The valid facts, one after the other; a problem is added for each value that is not valid.

        Raises BaseError where the file is no longer the one that was declared.
        """
        digest = hashlib.sha256()
        for number, line in enumerate(self._lines_again(), start=1):
            digest.update(line)
            if line.startswith(_FACT_LINE) or b'"fact"' in line:
                yield from self._fact_line(line, number, problems)
        if digest.hexdigest() != self._digest:
            message = f"{self._file.shown} changed while it was read"
            raise BaseError(message, hint="ask again when it is no longer written to")

    def _lines_again(self) -> Iterator[bytes]:
        """The lines, with progress reported. Raises BaseError."""
        try:
            with Path(self._file.path).open("rb") as stream:
                for number, line in enumerate(stream, start=1):
                    if number % _STEP == 0:
                        self._progress(stream.tell(), self._size)
                    yield line
        except OSError as error:
            raise unreadable(self._file, error) from None

    def _declare_line(self, line: bytes, number: int, into: Declarations) -> None:
        # A fact in the form that programs write is left for the second reading.
        if line.startswith(_FACT_LINE):
            return
        kind, data = self._record(line, number, into.problems)
        match kind:
            case "base":
                raw = Raw(data, Line(number), self._file.shown, "the base")
                header = validated(schema.BaseHeader, raw, into.problems)
                into.headers += [header] if header is not None else []
            case "force":
                into.forces += self._named(schema.ForceAsWritten, kind, data, number, into)
            case "place":
                into.places += self._named(schema.PlaceAsWritten, kind, data, number, into)
            case "definition":
                into.definitions += self._named(schema.DefinitionAsWritten, kind, data, number, into)
            case "source":
                into.sources += self._named(schema.SourceAsWritten, kind, data, number, into)

    def _fact_line(
        self, line: bytes, number: int, problems: list[Problem]
    ) -> Iterator[Written[schema.FactAsWritten]]:
        own: list[Problem] = []
        kind, data = self._record(line, number, own)
        if kind is None and not line.startswith(_FACT_LINE):
            return  # told when the file was declared
        problems += own
        if kind == "fact":
            written = written_fact(Raw(data, Line(number), self._file.shown), problems)
            if written is not None:
                yield written

    def _record(self, line: bytes, number: int, problems: list[Problem]) -> tuple[str | None, object]:
        """What the line says it is, and its data; or None and a problem."""
        path = self._file.shown
        try:
            value = json.loads(decode(line, path, number), object_pairs_hook=_without_duplicates)
        except UndecodableError as error:
            problems.append(error.problem)
            return None, None
        except _DuplicateKeyError as error:
            message = f"the key '{error}' is given twice"
            problems.append(at_node(path, Line(number), "F005", message, "keep one of the two"))
            return None, None
        except json.JSONDecodeError as error:
            place = TextPlace(path, number, error.colno)
            problems.append(Problem(place, "F003", f"not JSON: {error.msg}", _LINE_HINT))
            return None, None
        except RecursionError:
            problems.append(at_node(path, Line(number), "F003", "not JSON: nested too deep", _LINE_HINT))
            return None, None
        if not isinstance(value, dict) or len(value) != 1:
            message = "a line is an object with one key that says what it is"
            problems.append(at_node(path, Line(number), "F103", message, _LINE_HINT))
            return None, None
        [(kind, data)] = value.items()
        if kind not in _RECORDS:
            hint = nearest(kind, _RECORDS) or _LINE_HINT
            problems.append(at_node(path, Line(number), "F101", f"unknown record '{kind}'", hint))
            return None, None
        return kind, data

    def _named(
        self, model: type[Model], noun: str, data: object, number: int, into: Declarations
    ) -> list[Written[Model]]:
        """The record, in a list, whose id stands beside its keys; an empty list and problems otherwise."""
        path, line = self._file.shown, Line(number)
        if not isinstance(data, dict):
            into.problems.append(at_node(path, line, "F103", "a record is an object of keys", _LINE_HINT))
            return []
        rest = dict(data)
        name = rest.pop("id", None)
        if not isinstance(name, str) or not schema.is_id(name):
            what = "the key 'id' is missing" if name is None else f"'{name}' is not an id"
            into.problems.append(at_node(path, line, "F102" if name is None else "F107", what, ID_HINT))
            name = ""
        into.names[noun].add(name)
        record = validated(model, Raw(rest, line, path, f"'{name}'"), into.problems)
        return [Written(name, record, line, path)] if record is not None else []


_LINE_HINT: Final = 'a line is one record, such as {"fact": {"id": …, "kind": "level", …}}'


class _DuplicateKeyError(ValueError):
    """A JSON object with a key given twice, which JSON itself does not refuse."""


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _DuplicateKeyError(key)
            seen.add(key)
    return found
