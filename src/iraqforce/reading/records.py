"""What a base's files write: records, each validated alone against its model, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from iraqforce import schema
from iraqforce.errors import nearest
from iraqforce.facts import TextPlace
from iraqforce.problems import Problem, at_node
from iraqforce.reading.complaints import SEE_SHAPES, TODO, Raw, problems_of, todo_problems
from iraqforce.reading.tree import Line, Node, locate
from iraqforce.rules.rule import Spot

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

    def spot(self, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` stands, or the last thing on the way that exists."""
        node = locate(self.node, keys)
        return Spot(TextPlace(self.path, node.line, node.column), node.width)

    def problem(self, key: str, code: str, message: str, hint: str) -> Problem:
        """A problem at the value of `key`, or at the record where it has no such key."""
        return at_node(self.path, locate(self.node, (key,)), code, message, hint)


NOUNS: Final = ("force", "place", "definition", "source")
"""What a fact refers to, each by the key of that name."""


@dataclass
class Declarations:
    """Everything but the facts that the files of a base write, and the problems met on the way.

    `lacking` are the sections that a file leaves out, which is a problem only if every file does.
    Problems of sources stand apart, as a base can have words before it has a source.
    `names` are all that are declared, by noun, also of records that are not valid: what refers to one of
    these is not wrong on that account.
    """

    headers: list[schema.BaseHeader] = field(default_factory=list)
    forces: list[Written[schema.ForceAsWritten]] = field(default_factory=list)
    places: list[Written[schema.PlaceAsWritten]] = field(default_factory=list)
    definitions: list[Written[schema.DefinitionAsWritten]] = field(default_factory=list)
    sources: list[Written[schema.SourceAsWritten]] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=lambda: {noun: set() for noun in NOUNS})
    lacking: dict[str, list[Problem]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    source_problems: list[Problem] = field(default_factory=list)

    def problems_of(self, noun: str) -> list[Problem]:
        """The list that takes the problems of records of that noun."""
        return self.source_problems if noun == "source" else self.problems


class WrittenFile(Protocol):
    """A file of a base in one of its written forms. It is declared first; then its facts can be read."""

    def declare(self, into: Declarations) -> FileState:
        """Add what the file declares, and return the file's state. Raises BaseError."""
        ...

    def facts(self, problems: list[Problem]) -> Iterator[Written[schema.FactAsWritten]]:
        """The valid facts, one after the other; a problem is added for each value that is not valid."""
        ...


def validated(
    model: type[Model], raw: Raw, problems: list[Problem], *, more_keys: tuple[str, ...] = ()
) -> Model | None:
    """The record that the raw one makes, or None and a problem for each value that is not valid."""
    problems += todo_problems(raw)
    try:
        return model.model_validate(raw.data)
    except ValidationError as error:
        problems += problems_of(error, raw, [*model.model_fields, *more_keys])
        return None


def written_fact(raw: Raw, problems: list[Problem]) -> Written[schema.FactAsWritten] | None:
    """The fact that the raw record makes, or None and its problems.

    The model is chosen by `kind` first, so that every problem is told against the right one.
    """
    if not isinstance(raw.data, dict):
        message = "a fact is a mapping of keys"
        problems.append(at_node(raw.path, raw.node, "F103", message, "begin it with '- id: …'"))
        return None
    kind = raw.data.get("kind")
    model = schema.FACT_MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        open_ = list(todo_problems(raw))
        problems += open_ if isinstance(kind, str) and TODO.match(kind) else [*open_, _no_kind(raw, kind)]
        return None
    record = validated(model, raw, problems)
    return None if record is None else Written(record.id, record, raw.node, raw.path)


_KINDS: Final = tuple(schema.FACT_MODELS)


def _no_kind(raw: Raw, kind: object) -> Problem:
    choose = f"choose from: {', '.join(_KINDS)}"
    at = locate(raw.node, ("kind",))
    if kind is None:
        return at_node(raw.path, at, "F102", "the key 'kind' is missing", choose)
    if not isinstance(kind, str):
        return at_node(raw.path, at, "F103", "'kind' has the wrong type: text is wanted", SEE_SHAPES)
    return at_node(raw.path, at, "F106", f"unknown kind '{kind}'", nearest(kind, _KINDS) or choose)
