"""Records of a base as written, and where each of their values is."""

from collections.abc import Mapping
from typing import Generic, Literal, NamedTuple, TypeVar

from pydantic import BaseModel

from iraqforce.loading.schema import WrittenFact, WrittenSource
from iraqforce.loading.yaml_nodes import MapNode, Mark, Node, locate, place_and_width
from iraqforce.model.positions import Lines, TextPlace
from iraqforce.problems import Problem

Model = TypeVar("Model", bound=BaseModel, covariant=True)  # noqa: PLC0105 - as in the rest of the package


class Spot(NamedTuple):
    """A place in a file of a base, and how many characters are written there."""

    at: TextPlace
    width: int


class Document(NamedTuple):
    """A file of a base that could be parsed: its name in messages, its articles' folder, and its lines."""

    shown: str
    folder: str
    lines: Lines
    has_todo: bool

    def spot(self, mark: Mark) -> Spot:
        """The place of a mark."""
        line, column, width = place_and_width(self.lines, mark)
        return Spot(TextPlace(self.shown, line, column), width)


class Located(NamedTuple):
    """A value as written, where it is, and what messages call it."""

    document: Document
    node: Node
    mark: Mark
    name: str = "the record"

    def get(self, key: str) -> "Located | None":
        """The value of a key, if this is a mapping that has it."""
        if not isinstance(self.node, MapNode) or key not in self.node:
            return None
        return Located(self.document, self.node[key], self.node.marks[key], f"'{key}'")

    def spot(self, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` is, or the last one on the way that exists."""
        return self.document.spot(locate(self.node, self.mark, keys)[1])

    def problem(self, code: str, message: str, hint: str, *keys: str | int) -> Problem:
        """A problem at the value at the end of `keys`."""
        return _problem(self.spot(*keys), code, message, hint)

    def key_problem(self, code: str, message: str, hint: str, *keys: str | int) -> Problem:
        """A problem at the key at the end of `keys`, not at its value."""
        *way, key = keys
        holder, mark = locate(self.node, self.mark, tuple(way))
        if isinstance(holder, MapNode) and key in holder:
            mark = holder.key_marks[str(key)]
        return _problem(self.document.spot(mark), code, message, hint)


class Record(NamedTuple, Generic[Model]):
    """A valid record: its id, its values, and where they are written."""

    id: str
    values: Model
    written: Located

    @property
    def place(self) -> str:
        """The file and the line where it begins, for messages."""
        at = self.written.spot().at
        return f"{at.path}:{at.line}"


class Records:
    """Where the sources and facts of a base are written, by their ids."""

    def __init__(
        self, sources: Mapping[str, Record[WrittenSource]], facts: Mapping[str, Record[WrittenFact]]
    ) -> None:
        self._written: dict[str, Mapping[str, Record[BaseModel]]] = {"source": sources, "fact": facts}

    def spot(self, noun: Literal["source", "fact"], name: str, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` is, or the last one on the way that exists."""
        return self._written[noun][name].written.spot(*keys)


def _problem(spot: Spot, code: str, message: str, hint: str) -> Problem:
    return Problem(spot.at, code, message, hint, width=spot.width)
