"""What a base's files write: records, each validated alone against its model, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from iraqforce import schema
from iraqforce.errors import nearest
from iraqforce.reading.complaints import problem_of
from iraqforce.reading.problems import Problem, at_node
from iraqforce.reading.tree import Line, Node, locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.locations import FileState

Model = TypeVar("Model", bound=BaseModel)
Model_co = TypeVar("Model_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class Written(Generic[Model_co]):
    """A valid record, its id, and the node it was read from, which knows the place of every value."""

    id: str
    record: Model_co
    node: Node | Line
    path: str

    def problem(self, key: str, code: str, message: str, hint: str) -> Problem:
        """A problem at the value of `key`, or at the record where it has no such key."""
        return at_node(self.path, locate(self.node, (key,)), code, message, hint)


@dataclass
class Declarations:
    """Everything but the facts that the files of a base write, and the problems met on the way."""

    headers: list[schema.BaseHeader] = field(default_factory=list)
    forces: list[Written[schema.ForceAsWritten]] = field(default_factory=list)
    places: list[Written[schema.PlaceAsWritten]] = field(default_factory=list)
    definitions: list[Written[schema.DefinitionAsWritten]] = field(default_factory=list)
    sources: list[Written[schema.SourceAsWritten]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class WrittenFile(Protocol):
    """A file of a base in one of its written forms. It is declared first; then its facts can be read."""

    def declare(self, into: Declarations) -> FileState:
        """Add what the file declares, and return the file's state. Raises BaseError."""
        ...

    def facts(self, problems: list[Problem]) -> Iterator[Written[schema.FactAsWritten]]:
        """The valid facts, one after the other; a problem is added for each value that is not valid."""
        ...


def validated(
    model: type[Model],
    data: object,
    node: Node | Line,
    path: str,
    problems: list[Problem],
    *,
    more_keys: tuple[str, ...] = (),
) -> Model | None:
    """The record that `data` makes, or None and a problem for each value that is not valid."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        known = [*model.model_fields, *more_keys]
        problems += [problem_of(details, node, path, known) for details in error.errors()]
        return None


def written_fact(
    data: object, node: Node | Line, path: str, problems: list[Problem]
) -> Written[schema.FactAsWritten] | None:
    """The fact that `data` makes, or None and its problems.

    The model is chosen by `kind` first, so that every problem is told against the right one.
    """
    if not isinstance(data, dict):
        problems.append(at_node(path, node, "F103", "a fact is a mapping of keys", "begin it with '- id: …'"))
        return None
    kind = data.get("kind")
    model = schema.FACT_MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        problems.append(_no_kind(data, node, path))
        return None
    record = validated(model, data, node, path, problems)
    return None if record is None else Written(record.id, record, node, path)


KINDS: Final = tuple(schema.FACT_MODELS)


def _no_kind(data: dict[str, object], node: Node | Line, path: str) -> Problem:
    choose = f"choose from: {', '.join(KINDS)}"
    if "kind" not in data:
        return at_node(path, node, "F102", "the key 'kind' is missing", choose)
    kind = data["kind"]
    at = locate(node, ("kind",))
    if not isinstance(kind, str):
        return at_node(path, at, "F103", "'kind' has the wrong type: text is wanted", choose)
    return at_node(path, at, "F106", f"unknown kind '{kind}'", nearest(kind, KINDS) or choose)
