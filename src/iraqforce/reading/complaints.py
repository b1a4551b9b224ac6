"""One of pydantic's errors → a problem in our words, at the very key or value that it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iraqforce.dates import DateError
from iraqforce.errors import nearest
from iraqforce.numerals import CountError
from iraqforce.patterns import ID_PATTERN, SHA256_PATTERN, URL_PATTERN
from iraqforce.problems import Problem, at_node
from iraqforce.reading.tree import Line, Loc, Mapping, Node, locate
from iraqforce.rules import RULES
from iraqforce.schema import AcceptAsWritten
from iraqforce.schema.values import ID_TEMPLATE_PATTERN, VagueWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

ID_HINT: Final = "an id is lower-case words and digits joined by hyphens: us-iraq-2016-03-25"

_SHAPES: Final = {
    ID_PATTERN: ID_HINT,
    ID_TEMPLATE_PATTERN: "a pattern is made like an id, with {force}, {place}, {source}, {year} and *",
    SHA256_PATTERN: "give the 64 hexadecimal digits that `sha256sum` prints",
    URL_PATTERN: "an address of the web begins with https:// or http://",
}
_HELD: Final[dict[str | int, type[BaseModel]]] = {"accepts": AcceptAsWritten}
"""The records that stand within others, by the key that holds them."""

_WANTED: Final = {
    "list_type": "a list is wanted",
    "string_type": "text is wanted",
    "literal_error": "text is wanted",
    "count_type": "text or a mapping of keys is wanted",
    "dict_type": "a mapping is wanted",
    "model_type": "a mapping of keys is wanted",
}
SEE_SHAPES: Final = "docs/fact-base.md shows the shape of every record"


TODO: Final = re.compile(r"TODO\b")
"""What a value begins with that a person has still to write."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A record before it is validated: its data, where it stands, and what to call it."""

    data: object
    node: Node | Line
    path: str
    name: str = "the record"


def problems_of(error: ValidationError, raw: Raw, known: Sequence[str]) -> Iterator[Problem]:
    """The problems that `error` tells of the record, whose keys are `known`; of a TODO that alone is told."""
    open_ = list(todos(raw.data))
    for details in error.errors():
        if not any(details["loc"][: len(loc)] == loc for loc in open_):
            yield _problem_of(details, raw, known)


def todo_problems(raw: Raw) -> Iterator[Problem]:
    """A problem for each value of the record that begins with TODO."""
    for loc in todos(raw.data):
        what = f"'{loc[-1]}'" if loc and isinstance(loc[-1], str) else raw.name
        hint = "decide, and write the value in its place"
        yield at_node(raw.path, locate(raw.node, loc), "F109", f"{what} is still to be decided", hint)


def todos(data: object, loc: Loc = ()) -> Iterator[Loc]:
    """Where in the data a text begins with TODO."""
    match data:
        case str():
            if TODO.match(data):
                yield loc
        case dict():
            for key, value in data.items():
                yield from todos(value, (*loc, key))
        case list():
            for number, value in enumerate(data):
                yield from todos(value, (*loc, number))


def _problem_of(details: ErrorDetails, raw: Raw, known: Sequence[str]) -> Problem:
    """The problem that `details` tells of the record, whose keys are `known`."""
    loc = details["loc"]
    name = f"'{loc[-1]}'" if loc else raw.name
    at = locate(raw.node, loc)
    context = details.get("ctx", {})

    def problem(code: str, message: str, hint: str, node: Node | Line = at) -> Problem:
        return at_node(raw.path, node, code, message, hint)

    match details["type"]:
        case "missing":
            return problem("F102", f"the key {name} is missing", f"add '{loc[-1]}:' to this record")
        case "extra_forbidden":
            keys = known if len(loc) == 1 else list(_HELD.get(loc[0], VagueWords).model_fields)
            return problem("F101", f"unknown key {name}", _meant(str(loc[-1]), keys), _key(raw.node, loc))
        case "literal_error" if loc[-1] == "[key]":
            message = f"unknown key '{details['input']}'"
            hint = _meant(str(details["input"]), _options(context))
            return problem("F101", message, hint, _key(raw.node, loc[:-1]))
        case "literal_error" if isinstance(details["input"], str) and _is_other_rule(details):
            hint = f"mend what it tells; {', '.join(_options(context))} may be acknowledged"
            return problem("F106", f"{details['input']} cannot be acknowledged", hint)
        case "literal_error" if isinstance(details["input"], str):
            message = f"'{details['input']}' is not a choice here"
            return problem("F106", message, _chosen(details["input"], _options(context)))
        case "string_too_long":
            hint = f"an id has at most {context['max_length']} characters"
            return problem("F107", f"{name} is not well formed", hint)
        case "string_pattern_mismatch":
            hint = _SHAPES.get(str(context["pattern"]), "write text that says something")
            return problem("F107", f"{name} is not well formed", hint)
        case "value_error" if isinstance(context.get("error"), DateError):
            return problem("F104", str(context["error"]), "dates are ISO 8601 or EDTF, and exist")
        case "value_error" if isinstance(context.get("error"), CountError):
            return problem("F105", str(context["error"]), "word the count as its source does")
        case kind:
            wanted = _WANTED.get(kind, details["msg"])
            return problem("F103", f"{name} has the wrong type: {wanted}", SEE_SHAPES)


def _is_other_rule(details: ErrorDetails) -> bool:
    """True where a rule is acknowledged that there is, but that nothing may acknowledge."""
    return details["loc"][0] == "accepts" and details["input"] in RULES


def _options(context: dict[str, Any]) -> list[str]:
    return str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")


def _meant(written: str, known: Sequence[str]) -> str:
    return nearest(written, known) or f"known here: {', '.join(known)}"


def _chosen(written: str, options: Sequence[str]) -> str:
    return nearest(written, options) or f"choose from: {', '.join(options)}"


def _key(record: Node | Line, loc: tuple[str | int, ...]) -> Node | Line:
    """The key at the end of `loc`, not its value."""
    holder = locate(record, loc[:-1])
    return holder.keys[str(loc[-1])] if isinstance(holder, Mapping) else holder
