"""The tables of docs/json.md: every object that a command prints, field by field, from the schemas."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final

from iraqforce.cli.schema import SCHEMAS
from iraqforce.contract.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = "<!-- What follows is made from the schemas: `python docs/making` writes it anew. -->\n"

_TYPES: Final = {"string": "text", "integer": "whole number", "array": "list"}
"""Types of JSON whose names a reader of this page may not know."""


def page(current: str) -> str:
    """The page in Markdown: what a person wrote of it, up to MARK, and then the tables."""
    written, mark, _ = current.partition(MARK)
    return "\n".join([written + mark, *_parts()])


def _parts() -> Iterator[str]:
    for name in SCHEMAS:
        if name != "base":
            schema = resolve_name(SCHEMAS[name])()
            yield f"## iraqforce.{name}/1\n"
            yield f"{schema['title']}. {schema['description']}\n"
            yield from _table(schema)
    yield "## The shared parts\n"
    yield "Objects of the same shape wherever they occur.\n"
    for name, part in PARTS.items():
        yield f"### {name}\n"
        yield f"{part['description']}\n"
        yield from _table(part.get("items", part))


def _table(schema: dict[str, Any]) -> Iterator[str]:
    yield "| field | type | what it says |"
    yield "| --- | --- | --- |"
    yield from _rows(schema, "")
    yield ""


def _rows(schema: dict[str, Any], path: str) -> Iterator[str]:
    for name, field in schema["properties"].items():
        yield f"| `{path}{name}` | {_type(field)} | {_words(field)} |"
        if "properties" in field:
            yield from _rows(field, f"{path}{name}.")
        if "properties" in field.get("items", {}):
            yield from _rows(field["items"], f"{path}{name}[].")


def _type(field: dict[str, Any]) -> str:
    """What the field may be: types of JSON, or a shared part."""
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        name = field["$ref"].removeprefix("#/$defs/")
        return f"[{name}](#{name})"
    if "anyOf" in field:
        return " or ".join(_type(each) for each in field["anyOf"])
    kinds: list[str] = field["type"] if isinstance(field["type"], list) else [field["type"]]
    told = [_TYPES.get(kind, kind) for kind in kinds]
    if field.get("items"):
        told[0] = f"list of {_type(field['items'])}"
    return " or ".join(told)


def _words(field: dict[str, Any]) -> str:
    text = field.get("description") or PARTS[field["$ref"].removeprefix("#/$defs/")]["description"]
    first, *choices = text.split("\n- ")
    told = [f"`{name}`: {words}" for name, _, words in (choice.partition(": ") for choice in choices)]
    return "<br>".join([first, *told])
