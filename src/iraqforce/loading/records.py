"""Records of a base as written: where each value is, and its validation against the record's model."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from iraqforce.errors import nearest
from iraqforce.loading.schema import (
    FACT_MODELS,
    ID_TEMPLATE_PATTERN,
    LINE_PATTERN,
    VagueWords,
    WrittenFact,
    WrittenSuppression,
)
from iraqforce.loading.yaml_nodes import Keys, MapNode, Mark, Node, locate, place_and_width
from iraqforce.model.dates import DateError
from iraqforce.model.facts import ID_PATTERN, SHA256_PATTERN, URL_PATTERN
from iraqforce.model.positions import Lines, TextPlace
from iraqforce.problems import Problem, Problems
from iraqforce.text.numbers import CountError

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
    """A value as written, its place, and its name in messages."""

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
        at, width = self.spot(*keys)
        return Problem(at, code, message, hint, width=width)

    def key_problem(self, code: str, message: str, hint: str, *keys: str | int) -> Problem:
        """A problem at the key at the end of `keys`, not at its value."""
        *way, key = keys
        holder, mark = locate(self.node, self.mark, tuple(way))
        if isinstance(holder, MapNode) and key in holder:
            mark = holder.key_marks[str(key)]
        at, width = self.document.spot(mark)
        return Problem(at, code, message, hint, width=width)


class Record(NamedTuple, Generic[Model]):
    """A valid record: its id, its values, and where they are written."""

    id: str
    values: Model
    written: Located

    @property
    def place(self) -> str:
        """The file and the line of its id, for messages."""
        at = self.written.spot("id").at
        return f"{at.path}:{at.line}"


def repeated(records: Iterable[Record[Model]]) -> Iterator[tuple[Record[Model], Record[Model]]]:
    """Each record whose id an earlier one has, and the first one that has it."""
    first: dict[str, Record[Model]] = {}
    for each in records:
        earlier = first.setdefault(each.id, each)
        if earlier is not each:
            yield each, earlier


def given_twice(noun: str, records: Iterable[Record[Any]]) -> Iterator[Problem]:
    """A problem for each record whose id an earlier one has."""
    for each, earlier in repeated(records):
        hint = f"first used at {earlier.place}; give each its own ID"
        yield each.written.problem("F111", f"duplicate {noun} ID '{each.id}'", hint, "id")


ID_HINT: Final = "use lowercase words and digits joined by hyphens: us-iraq-2016-03-25"
_SHAPES_HINT: Final = "see docs/fact-base.md for the structure of each record"
_PATTERN_HINTS: Final = {
    ID_PATTERN: ID_HINT,
    ID_TEMPLATE_PATTERN: "use lowercase words and hyphens, {force}, {place}, {source}, {year} and *",
    SHA256_PATTERN: "use the 64 hexadecimal digits that `sha256sum` prints",
    URL_PATTERN: "a URL begins with https:// or http:// and has no spaces",
}
_NESTED: Final[dict[str | int, type[BaseModel]]] = {"suppress": WrittenSuppression, "count": VagueWords}
"""The records within others, by the key that has them."""

_WANTED: Final = {
    "list_type": "expected a list",
    "tuple_type": "expected a list",
    "string_type": "expected text",
    "literal_error": "expected text",
    "count_type": "expected text or a mapping of keys",
    "dict_type": "expected a mapping",
    "model_type": "expected a mapping of keys",
}
MAX_RECORD_VALUES: Final = 10_000
"""The keys and values of one record; a fact has about 25."""

_TODO: Final = re.compile(r"TODO\b")
_UNSUPPRESSIBLE: Final = re.compile(r"F[0-2][0-9]{2}|F310")
"""Rules about the files themselves, or about suppressions."""


def validated(
    model: type[Model], written: Located, problems: Problems, *, more_keys: Sequence[str] = ()
) -> Model | None:
    """The values of the record, or None and a problem for each that is not valid.

    `more_keys` are names that a hint may suggest besides those of the model.
    """
    if _size(written.node) > MAX_RECORD_VALUES:
        message = f"{written.name} has more than {MAX_RECORD_VALUES:,} keys and values"
        problems.append(written.problem("F103", message, _SHAPES_HINT))
        return None
    open_ = list(_todos(written.node)) if written.document.has_todo else []
    problems.extend(_todo_problems(written, open_))
    try:
        return model.model_validate(written.node)
    except ValidationError as error:
        known = [*model.model_fields, *more_keys]
        for details in error.errors(include_url=False):
            if not any(details["loc"][: len(keys)] == keys for keys in open_):
                problems.append(_problem_of(details, written, known, suggest=not problems.many))
        return None


def _size(node: Node) -> int:
    """How many keys and values there are in the node."""
    if isinstance(node, str):
        return 1
    return len(node) + sum(map(_size, node.values() if isinstance(node, MapNode) else node))


def validated_fact(written: Located, problems: Problems) -> Record[WrittenFact] | None:
    """The fact, or None and its problems. Its kind selects the model that it is checked against."""
    node = written.node
    if not isinstance(node, dict):
        problems.append(
            written.problem("F103", "a fact must be a mapping of keys", "begin it with '- id: …'")
        )
        return None
    kind = node.get("kind")
    model = FACT_MODELS.get(kind) if isinstance(kind, str) else None
    if model is None:
        problems.extend(_todo_problems(written, list(_todos(node))))
        if not (isinstance(kind, str) and _TODO.match(kind)):
            problems.append(_unknown_kind(written, kind, suggest=not problems.many))
        return None
    values = validated(model, written, problems)
    return None if values is None else Record(values.id, values, written)


def _unknown_kind(written: Located, kind: Node | None, *, suggest: bool) -> Problem:
    choose = f"choose from: {', '.join(FACT_MODELS)}"
    if kind is None:
        return written.problem("F102", "missing key 'kind'", choose)
    if not isinstance(kind, str):
        return written.problem("F103", "'kind' has the wrong type: expected text", _SHAPES_HINT, "kind")
    hint = (nearest(kind, FACT_MODELS) if suggest else None) or choose
    return written.problem("F106", f"unknown kind '{kind}'", hint, "kind")


def _todos(node: Node, keys: Keys = ()) -> Iterator[Keys]:
    """Where a text begins with TODO: values that a person must still decide."""
    if isinstance(node, str):
        if _TODO.match(node):
            yield keys
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _todos(value, (*keys, key))
    else:
        for number, value in enumerate(node):
            yield from _todos(value, (*keys, number))


def _todo_problems(written: Located, open_: list[Keys]) -> Iterator[Problem]:
    for keys in open_:
        what = f"'{keys[-1]}'" if keys and isinstance(keys[-1], str) else written.name
        yield written.problem("F109", f"{what} is still TODO", "replace it with a value", *keys)


def _problem_of(details: ErrorDetails, written: Located, known: Sequence[str], *, suggest: bool) -> Problem:
    """The problem for one of pydantic's errors, at the key or value that it is about.

    The hint is the known word that may be meant, if `suggest`, else all of them.
    """
    keys, context, given = details["loc"], details.get("ctx", {}), details["input"]
    name = f"'{keys[-1]}'" if keys else written.name
    match details["type"]:
        case "missing":
            hint = f"add '{keys[-1]}:' to this record"
            return written.problem("F102", f"missing key {name}", hint, *keys)
        case "extra_forbidden":
            names = known if len(keys) == 1 else list(_NESTED[keys[0]].model_fields)
            hint = _meant(str(keys[-1]), names, suggest=suggest)
            return written.key_problem("F101", f"unknown key {name}", hint, *keys)
        case "literal_error" if keys[-1] == "[key]":
            hint = _meant(str(given), _options(context), suggest=suggest)
            return written.key_problem("F101", f"unknown key '{given}'", hint, *keys[:-1])
        case "literal_error" if isinstance(given, str):
            return _not_a_choice(given, _options(context), written, keys, suggest=suggest)
        case "string_too_long":
            hint = f"use at most {context['max_length']} characters"
            return written.problem("F107", f"invalid format of {name}", hint, *keys)
        case "string_pattern_mismatch" if context["pattern"] == LINE_PATTERN and given.strip():
            hint = "write it on one line"
            return written.problem("F114", "line end U+000A is not allowed here", hint, *keys)
        case "string_pattern_mismatch":
            hint = _PATTERN_HINTS.get(str(context["pattern"]), "the text must not be blank")
            return written.problem("F107", f"invalid format of {name}", hint, *keys)
        case "value_error" if isinstance(error := context.get("error"), DateError):
            return written.problem("F104", str(error), "use a valid ISO 8601 or EDTF date", *keys)
        case "value_error" if isinstance(error := context.get("error"), CountError):
            return written.problem("F105", str(error), "use the source's wording of the count", *keys)
        case kind:
            message = f"{name} has the wrong type: {_WANTED.get(kind, details['msg'])}"
            return written.problem("F103", message, _SHAPES_HINT, *keys)


def _not_a_choice(given: str, options: list[str], written: Located, keys: Keys, *, suggest: bool) -> Problem:
    if keys[0] == "suppress" and _UNSUPPRESSIBLE.fullmatch(given):
        hint = f"fix the problem instead; only {', '.join(options)} can be suppressed"
        return written.problem("F106", f"{given} cannot be suppressed", hint, *keys)
    hint = (nearest(given, options) if suggest else None) or f"choose from: {', '.join(options)}"
    name = next((key for key in reversed(keys) if isinstance(key, str)), "choice")
    return written.problem("F106", f"invalid {name} '{given}'", hint, *keys)


def _options(context: dict[str, Any]) -> list[str]:
    return str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")


def _meant(given: str, known: Sequence[str], *, suggest: bool) -> str:
    return (nearest(given, known) if suggest else None) or f"known keys: {', '.join(known)}"
