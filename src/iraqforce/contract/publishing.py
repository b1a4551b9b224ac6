"""From the fields of one object to its JSON Schema, draft 2020-12: the published one, and a strict one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iraqforce.contract.fields import Schema, record
from iraqforce.contract.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def published(name: str, title: str, description: str, fields: Mapping[str, Schema]) -> Schema:
    """The schema of the object whose `schema` is `name`, with the shared parts that it uses.

    A reader may rely on every field. Fields that are not named here are allowed: a later version may add
    some, and what was written by this one's schema must go on reading it.
    """
    own = {"const": name, "description": "What this object is, and the version of its shape."}
    top = {"$schema": DIALECT, "title": title, **record(description, {"schema": own, **fields})}
    return {**top, "$defs": {part: PARTS[part] for part in PARTS if part in _used(fields)}}


def strict(schema: Schema) -> Schema:
    """The same schema, which allows no field but those it names: for tests, that none goes undescribed."""
    return _strict(schema)  # type: ignore[no-any-return] # an object stays an object


def _strict(value: Any) -> Any:
    if isinstance(value, list):
        return [_strict(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _strict(item) for key, item in value.items()}
    if "required" in inner:
        inner.setdefault("additionalProperties", False)
    return inner


def _used(value: Any) -> set[str]:
    """The names of the parts that the value refers to, also by way of other parts."""
    found: set[str] = set()
    waiting = list(_references(value))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(PARTS[name])
    return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].removeprefix("#/$defs/")
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
