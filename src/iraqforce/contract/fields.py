"""What a field of our JSON may be, each with what it says and, where it may be null, what null says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iraqforce.choices import Choice, explained
from iraqforce.patterns import ID_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]
"""A JSON Schema or a part of one."""

RULE_PATTERN: Final = "^F[0-9]{3}$"


def text(description: str, *, null: str = "", pattern: str = "") -> Schema:
    """A text."""
    return _field("string", description, null) | ({"pattern": pattern} if pattern else {})


def identifier(description: str, *, null: str = "") -> Schema:
    """An id of the base."""
    return text(description, null=null, pattern=ID_PATTERN)


def number(description: str, *, null: str = "") -> Schema:
    """A number that counts something: not negative, perhaps with decimals."""
    return _field("number", description, null) | {"minimum": 0}


def signed(description: str, *, null: str = "") -> Schema:
    """A number that may be negative: a difference."""
    return _field("number", description, null)


def whole(description: str, *, null: str = "", least: int = 0) -> Schema:
    """A whole number."""
    return _field("integer", description, null) | {"minimum": least}


def truth(description: str, *, null: str = "") -> Schema:
    """True or false."""
    return _field("boolean", description, null)


def day(description: str, *, null: str = "") -> Schema:
    """A calendar day of ISO 8601."""
    return _field("string", description, null) | {"format": "date"}


def choice(question: str, choices: Mapping[Choice, str], *, null: str = "") -> Schema:
    """One of a closed list, which says what each choice means."""
    description = explained(question, choices)
    if null:
        description += f"\n- null: {null}"
    names: list[str | None] = list(choices)
    kinds = ["string", "null"] if null else "string"
    return {"type": kinds, "enum": [*names, None] if null else names, "description": description}


def listing(items: Schema, description: str, *, null: str = "") -> Schema:
    """A list, which may be empty."""
    return _field("array", description, null) | {"items": items}


def pieces(description: str) -> Schema:
    """A list of pieces of a text, each a start and an end."""
    pair = {
        "type": "array",
        "prefixItems": [whole("Start."), whole("End.")],
        "items": False,
        "minItems": 2,
    }
    return listing(pair, f"{description[:-1]}: start and end, in characters from 0.")


def record(description: str, fields: Mapping[str, Schema], *, null: str = "") -> Schema:
    """An object with these fields, which are always there."""
    return _field("object", description, null) | {"properties": dict(fields), "required": list(fields)}


def mapping(values: Schema, description: str) -> Schema:
    """An object whose keys are data."""
    return {"type": "object", "description": description, "additionalProperties": values}


def part(name: str, description: str = "", *, null: str = "") -> Schema:
    """One of the shared parts, by its name."""
    reference = {"$ref": f"#/$defs/{name}"}
    if null:
        return {"anyOf": [reference, {"type": "null"}], "description": f"{description} Null: {null}."}
    return reference | ({"description": description} if description else {})


def _field(kind: str, description: str, null: str) -> Schema:
    if null:
        return {"type": [kind, "null"], "description": f"{description} Null: {null}."}
    return {"type": kind, "description": description}
