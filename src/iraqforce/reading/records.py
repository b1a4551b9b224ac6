"""The tree of one file → its records, each validated alone against its model, with where it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from iraqforce import schema
from iraqforce.errors import nearest
from iraqforce.reading.complaints import ID_HINT, problem_of
from iraqforce.reading.problems import Problem, at_node
from iraqforce.reading.tree import Mapping, Node, Scalar, Sequence, data_of, locate

Model = TypeVar("Model", bound=BaseModel)
Model_co = TypeVar("Model_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Written(Generic[Model_co]):
    """A valid record, its id, and the node it was read from, which knows the place of every value."""

    id: str
    record: Model_co
    node: Node
    path: str

    def problem(self, key: str, code: str, message: str, hint: str) -> Problem:
        """A problem at the value of `key`, or at the record where it has no such key."""
        return at_node(self.path, locate(self.node, (key,)), code, message, hint)


@dataclass
class Records:
    """What the files of a base write, in their order, and the problems met on the way."""

    headers: list[schema.BaseHeader] = field(default_factory=list)
    forces: list[Written[schema.ForceAsWritten]] = field(default_factory=list)
    places: list[Written[schema.PlaceAsWritten]] = field(default_factory=list)
    definitions: list[Written[schema.DefinitionAsWritten]] = field(default_factory=list)
    sources: list[Written[schema.SourceAsWritten]] = field(default_factory=list)
    facts: list[Written[schema.FactAsWritten]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


_SECTIONS: Final = ("forces", "places", "definitions", "sources", "facts")
_OPTIONAL: Final = ("definitions",)


def read_records(root: Mapping, path: str, into: Records) -> None:
    """Add the records of one file's tree to `into`, and a problem for each value that is not valid."""
    header = root.without(_SECTIONS)
    validated = _validated(schema.BaseHeader, header, path, into.problems, more_keys=_SECTIONS)
    if validated is not None:
        into.headers.append(validated)
    for section in _SECTIONS:
        if section not in root.items and section not in _OPTIONAL:
            message, hint = f"the key '{section}' is missing", f"add '{section}:' to the base"
            into.problems.append(at_node(path, root, "F102", message, hint))
    into.forces += _named(schema.ForceAsWritten, root, "forces", path, into.problems)
    into.places += _named(schema.PlaceAsWritten, root, "places", path, into.problems)
    into.definitions += _named(schema.DefinitionAsWritten, root, "definitions", path, into.problems)
    into.sources += _named(schema.SourceAsWritten, root, "sources", path, into.problems)
    into.facts += _facts(root, path, into.problems)


def _named(
    model: type[Model], root: Mapping, section: str, path: str, problems: list[Problem]
) -> list[Written[Model]]:
    """The records of a section that is a mapping from ids."""
    node = root.items.get(section)
    if node is None:
        return []
    if not isinstance(node, Mapping):
        message, hint = f"'{section}' is a mapping from ids", f"write '{section}:', and below it 'id: …'"
        problems.append(at_node(path, node, "F103", message, hint))
        return []
    written = []
    for name, value in node.items.items():
        if not schema.is_id(name):
            problems.append(at_node(path, node.keys[name], "F107", f"'{name}' is not an id", ID_HINT))
        record = _validated(model, value, path, problems)
        if record is not None:
            written.append(Written(name, record, value, path))
    return written


def _facts(root: Mapping, path: str, problems: list[Problem]) -> list[Written[schema.FactAsWritten]]:
    node = root.items.get("facts")
    if node is None:
        return []
    if not isinstance(node, Sequence):
        problems.append(at_node(path, node, "F103", "'facts' is a list", "begin each fact with '- id: …'"))
        return []
    written: list[Written[schema.FactAsWritten]] = []
    for item in node.items:
        model = _model_of(item)
        if isinstance(model, str):
            problems.append(_no_kind(item, path, model))
            continue
        record = _validated(model, item, path, problems)
        if record is not None:
            written.append(Written(record.id, record, item, path))
    return written


def _model_of(item: Node) -> type[schema.FactAsWritten] | str:
    """The model for the fact's kind, chosen first so that every problem is told against the right one.

    Where there is none, the words that stand for the kind: empty if it is missing.
    """
    kind = item.items.get("kind") if isinstance(item, Mapping) else None
    text = kind.text if isinstance(kind, Scalar) else ""
    return schema.FACT_MODELS[text] if text in schema.FACT_MODELS else text  # noqa: SIM401 - .get() has no such overload


def _no_kind(item: Node, path: str, written: str) -> Problem:
    if not isinstance(item, Mapping):
        return at_node(path, item, "F103", "a fact is a mapping of keys", "begin it with '- id: …'")
    kinds = list(schema.FACT_MODELS)
    choose = f"choose from: {', '.join(kinds)}"
    if "kind" not in item.items:
        return at_node(path, item, "F102", "the key 'kind' is missing", choose)
    message, hint = f"unknown kind '{written}'", nearest(written, kinds) or choose
    return at_node(path, item.items["kind"], "F106", message, hint)


def _validated(
    model: type[Model], node: Node, path: str, problems: list[Problem], *, more_keys: tuple[str, ...] = ()
) -> Model | None:
    try:
        return model.model_validate(data_of(node))
    except ValidationError as error:
        known = [*model.model_fields, *more_keys]
        problems += [problem_of(details, node, path, known) for details in error.errors()]
        return None
