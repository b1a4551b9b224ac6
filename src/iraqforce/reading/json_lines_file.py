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
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce import schema
from iraqforce.errors import BaseError, nearest
from iraqforce.facts import TextPlace
from iraqforce.locations import FileState
from iraqforce.problems import Problem, at_node
from iraqforce.reading.complaints import ID_HINT, Raw
from iraqforce.reading.files import UndecodableError, decode, refuse_what_never_ends, unreadable
from iraqforce.reading.records import Declarations, Model, Written, validated, written_fact
from iraqforce.reading.tree import Line
from iraqforce.schema.values import is_id

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
        self._odd_facts: set[int] = set()

    def declare(self, into: Declarations) -> FileState:
        """Add what the file declares, and return the file's state. Raises BaseError."""
        digest = hashlib.sha256()
        empty, named = True, False
        path = Path(self._file.path)
        try:
            refuse_what_never_ends(path)
            with path.open("rb") as stream:
                found = os.fstat(stream.fileno())
                for number, line in enumerate(stream, start=1):
                    digest.update(line)
                    if line.strip(_NOTHING):
                        empty = False
                        # A line that cannot be read may be the one that names the base.
                        named = self._declare_line(line, number, into) in ("base", None) or named
        except OSError as error:
            raise unreadable(self._file, error) from None
        self._size = found.st_size
        self._digest = digest.hexdigest()
        place = TextPlace(self._file.shown, 1, 1)
        if empty:
            into.problems.append(Problem(place, "F004", "the file holds no fact base", _LINE_HINT))
        elif not named:
            missing = Problem(place, "F102", "the record 'base' is missing", _BASE_HINT)
            into.lacking.setdefault("base", []).append(missing)
        return FileState.of(self._file.path, found, self._digest)

    def facts(self, problems: list[Problem]) -> Iterator[Written[schema.FactAsWritten]]:
        """The valid facts, one after the other; a problem is added for each value that is not valid.

        Raises BaseError where the file is no longer the one that was declared.
        """
        digest = hashlib.sha256()
        for number, line in enumerate(self._lines_again(), start=1):
            digest.update(line)
            if line.startswith(_FACT_LINE) or number in self._odd_facts:
                written = self._fact(line, number, problems)
                if written is not None:
                    yield written
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

    def _declare_line(self, line: bytes, number: int, into: Declarations) -> str | None:
        """Add what the line declares, and return what it says it is; None where it cannot be read."""
        if line.startswith(_FACT_LINE):
            return "fact"  # as programs write it: it is left for the second reading
        found = _parse(line, number, self._file.shown)
        if isinstance(found, Problem):
            into.problems.append(found)
            return None
        match found.kind:
            case "base":
                raw = Raw(found.data, Line(number), self._file.shown, "the base")
                header = validated(schema.BaseHeader, raw, into.problems)
                into.headers += [header] if header is not None else []
            case "force":
                into.forces += self._named(schema.ForceAsWritten, found, number, into)
            case "place":
                into.places += self._named(schema.PlaceAsWritten, found, number, into)
            case "definition":
                into.definitions += self._named(schema.DefinitionAsWritten, found, number, into)
            case "source":
                into.sources += self._named(schema.SourceAsWritten, found, number, into)
            case _:
                self._odd_facts.add(number)
        return found.kind

    def _fact(
        self, line: bytes, number: int, problems: list[Problem]
    ) -> Written[schema.FactAsWritten] | None:
        found = _parse(line, number, self._file.shown)
        if isinstance(found, Problem):
            problems.append(found)
            return None
        if not isinstance(found.data, dict):
            problems.append(at_node(self._file.shown, Line(number), "F103", _NO_OBJECT, _LINE_HINT))
            return None
        return written_fact(Raw(found.data, Line(number), self._file.shown), problems)

    def _named(
        self, model: type[Model], found: _Parsed, number: int, into: Declarations
    ) -> list[Written[Model]]:
        """The record, in a list, whose id stands beside its keys; an empty list and problems otherwise."""
        path, line, problems = self._file.shown, Line(number), into.problems_of(found.kind)
        if not isinstance(found.data, dict):
            problems.append(at_node(path, line, "F103", _NO_OBJECT, _LINE_HINT))
            return []
        rest = dict(found.data)
        name = rest.pop("id", None)
        if name is None:
            problems.append(at_node(path, line, "F102", "the key 'id' is missing", ID_HINT))
        elif not isinstance(name, str) or not is_id(name):
            problems.append(at_node(path, line, "F107", f"'{name}' is not an id", ID_HINT))
        if isinstance(name, str):
            into.names[found.kind].add(name)
        raw = Raw(rest, line, path, f"'{name}'" if isinstance(name, str) else "the record")
        record = validated(model, raw, problems, more_keys=("id",))
        return [Written(name, record, line, path)] if record is not None and isinstance(name, str) else []


class _Parsed(NamedTuple):
    """A line: what it says it is, and its data."""

    kind: str
    data: object


_NOTHING: Final = b"\xef\xbb\xbf \t\r\n\x0b\x0c"
"""What a line without a record is made of: white space, and a byte order mark."""

_LINE_HINT: Final = 'a line is one record, such as {"fact": {"id": …, "kind": "level", …}}'
_BASE_HINT: Final = 'add a line {"base": {"name": …, "title": …}}'
_NO_OBJECT: Final = "a record is an object of keys"


def _parse(line: bytes, number: int, path: str) -> _Parsed | Problem:
    """What the line holds, or what is wrong with it as a line."""

    def problem(code: str, message: str, hint: str, column: int = 1) -> Problem:
        return Problem(TextPlace(path, number, column), code, message, hint)

    try:
        text = decode(line, path, number).rstrip("\r\n")
        value = json.loads(text, object_pairs_hook=_object)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except UndecodableError as error:
        return error.problem
    except UnicodeEncodeError:
        return problem("F003", "not JSON: half of a surrogate pair", "write the character itself")
    except _DuplicateKeyError as error:
        return problem("F005", f"the key '{error}' is given twice", "keep one of the two")
    except json.JSONDecodeError as error:
        return problem("F003", f"not JSON: {error.msg}", _LINE_HINT, error.colno)
    except RecursionError:
        return problem("F003", "not JSON: nested too deep", _LINE_HINT)
    except ValueError as error:
        return problem("F003", f"not JSON: {error}", _LINE_HINT)
    if not isinstance(value, dict) or len(value) != 1:
        return problem("F103", "a line is an object with one key that says what it is", _LINE_HINT)
    [(kind, data)] = value.items()
    if kind not in _RECORDS:
        return problem("F101", f"unknown record '{kind}'", nearest(kind, _RECORDS) or _LINE_HINT)
    return _Parsed(kind, data)


class _DuplicateKeyError(ValueError):
    """A JSON object with a key given twice, which JSON itself does not refuse."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object without its nulls, which say that nothing is known. Raises _DuplicateKeyError."""
    found = {key: value for key, value in pairs if value is not None}
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise _DuplicateKeyError(key)
    return found
