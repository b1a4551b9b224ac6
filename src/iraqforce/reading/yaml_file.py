"""A base written as YAML: the form for people. The whole file is parsed before anything of it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce import schema
from iraqforce.problems import Problem, at_node
from iraqforce.reading.complaints import ID_HINT, Raw
from iraqforce.reading.files import UndecodableError, decode, read_base
from iraqforce.reading.records import Declarations, Model, Written, validated, written_fact
from iraqforce.reading.tree import Mapping, NotATreeError, Sequence, data_of, read_tree
from iraqforce.schema.values import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.locations import BaseFile, FileState

_SECTIONS: Final = ("forces", "places", "definitions", "sources", "facts")
_OPTIONAL: Final = ("definitions",)


class YamlFile:
    """One YAML file of a base."""

    def __init__(self, file: BaseFile) -> None:
        self._file = file
        self._root: Mapping | None = None

    def declare(self, into: Declarations) -> FileState:
        """Add what the file declares, and return the file's state. Raises BaseError."""
        read = read_base(self._file)
        path = self._file.shown
        try:
            root, duplicates = read_tree(decode(read.data, path), path)
        except (UndecodableError, NotATreeError) as error:
            into.problems.append(error.problem)
            return read.state
        self._root = root
        into.problems += duplicates
        self._header(root, into)
        into.forces += self._named(schema.ForceAsWritten, "force", into)
        into.places += self._named(schema.PlaceAsWritten, "place", into)
        into.definitions += self._named(schema.DefinitionAsWritten, "definition", into)
        into.sources += self._named(schema.SourceAsWritten, "source", into)
        return read.state

    def facts(self, problems: list[Problem]) -> Iterator[Written[schema.FactAsWritten]]:
        """The valid facts, in the order written; a problem is added for each value that is not valid."""
        node = self._root.items.get("facts") if self._root else None
        if node is None:
            return
        if not isinstance(node, Sequence):
            hint = "begin each fact with '- id: …'"
            problems.append(at_node(self._file.shown, node, "F103", "'facts' is a list", hint))
            return
        for item in node.items:
            written = written_fact(Raw(data_of(item), item, self._file.shown), problems)
            if written is not None:
                yield written

    def _header(self, root: Mapping, into: Declarations) -> None:
        path = self._file.shown
        header = root.without(_SECTIONS)
        raw = Raw(data_of(header), header, path, "the base")
        record = validated(schema.BaseHeader, raw, into.problems, more_keys=_SECTIONS)
        if record is not None:
            into.headers.append(record)
        for section in _SECTIONS:
            if section not in root.items and section not in _OPTIONAL:
                message, hint = f"the key '{section}' is missing", f"add '{section}:' to the base"
                into.lacking.setdefault(section, []).append(at_node(path, root, "F102", message, hint))

    def _named(self, model: type[Model], noun: str, into: Declarations) -> list[Written[Model]]:
        """The records of a section, which is a mapping from ids."""
        path, section, problems = self._file.shown, f"{noun}s", into.problems_of(noun)
        node = self._root.items.get(section) if self._root else None
        if node is None:
            return []
        if not isinstance(node, Mapping):
            message, hint = f"'{section}' is a mapping from ids", f"write '{section}:', and below it 'id: …'"
            problems.append(at_node(path, node, "F103", message, hint))
            return []
        into.names[noun] |= node.items.keys()
        written = []
        for name, value in node.items.items():
            if not is_id(name):
                problems.append(at_node(path, node.keys[name], "F107", f"'{name}' is not an id", ID_HINT))
            record = validated(model, Raw(data_of(value), value, path, f"'{name}'"), problems)
            if record is not None:
                written.append(Written(name, record, value, path))
        return written
