"""One of pydantic's errors → a problem in our words, at the very key or value that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce import schema
from iraqforce.dates import DateError
from iraqforce.errors import nearest
from iraqforce.numerals import CountError
from iraqforce.reading.problems import Problem, at_node
from iraqforce.reading.tree import Line, Mapping, Node, locate

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ID_HINT: Final = "an id is lower-case words and digits joined by hyphens: us-iraq-2016-03-25"

_SHAPES: Final = {
    schema.ID_PATTERN: ID_HINT,
    schema.SHA256_PATTERN: "give the 64 hexadecimal digits that `sha256sum` prints",
}
_WANTED: Final = {
    "string_type": "text is wanted",
    "dict_type": "a mapping is wanted",
    "model_type": "a mapping of keys is wanted",
}
_SEE: Final = "docs/fact-base.md shows the shape of every record"


def problem_of(details: ErrorDetails, record: Node | Line, path: str, known: list[str]) -> Problem:
    """The problem that `details` tells of `record`, whose keys are `known`."""
    loc = details["loc"]
    name = str(loc[-1]) if loc else "the record"
    at = locate(record, loc)
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return at_node(path, at, "F102", f"the key '{name}' is missing", f"add '{name}:' to this record")
        case "extra_forbidden":
            keys = known if len(loc) == 1 else list(schema.VagueWords.model_fields)
            hint = nearest(name, keys) or f"known here: {', '.join(keys)}"
            return at_node(path, _key(record, loc), "F101", f"unknown key '{name}'", hint)
        case "literal_error" if name == "[key]":
            return _not_a_choice(path, _key(record, loc[:-1]), str(details["input"]), context)
        case "literal_error":
            return _not_a_choice(path, at, str(details["input"]), context)
        case "string_pattern_mismatch" | "string_too_long":
            hint = _SHAPES.get(
                str(context.get("pattern", schema.ID_PATTERN)), "write text that says something"
            )
            return at_node(path, at, "F107", f"'{name}' is not well formed", hint)
        case "value_error" if isinstance(context.get("error"), DateError):
            return at_node(path, at, "F104", str(context["error"]), "dates are ISO 8601 or EDTF, and exist")
        case "value_error" if isinstance(context.get("error"), CountError):
            return at_node(path, at, "F105", str(context["error"]), "word the count as its source does")
        case kind:
            wanted = _WANTED.get(kind, details["msg"])
            return at_node(path, at, "F103", f"'{name}' has the wrong type: {wanted}", _SEE)


def _not_a_choice(path: str, at: Node | Line, written: str, context: dict[str, object]) -> Problem:
    options = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    hint = nearest(written, options) or f"choose from: {', '.join(options)}"
    return at_node(path, at, "F106", f"'{written}' is not a choice here", hint)


def _key(record: Node | Line, loc: tuple[str | int, ...]) -> Node | Line:
    """The key at the end of `loc`, not its value."""
    holder = locate(record, loc[:-1])
    return holder.keys[str(loc[-1])] if isinstance(holder, Mapping) else holder
