"""The fields of a model type, read off its annotations: name, type, whether it may be unknown, description.

Whatever is made from the model (JSON Schema, columns, snapshots) reads the types here, at run time: modules
that define such types must not use `from __future__ import annotations`.
"""

from functools import cache
from inspect import get_annotations
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin


class Field(NamedTuple):
    """One field of a type. `type` is without Annotated and without None.

    It is `optional` if its value may be None, or a record that can be false, which JSON has null for.
    """

    name: str
    type: Any
    optional: bool
    description: str


def names_of(record: type) -> tuple[str, ...]:
    """The names of the fields of a NamedTuple or a dataclass, in the order of their definition."""
    names: tuple[str, ...] | None = getattr(record, "_fields", None)
    if names is None:
        from dataclasses import fields

        return tuple(field.name for field in fields(record))
    return names


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """The fields of a NamedTuple or a dataclass, in the order of their definition."""
    annotations: dict[str, Any] = {}
    for each in reversed(record.__mro__):
        annotations |= get_annotations(each)
    return tuple(_field(name, annotations[name]) for name in names_of(record))


def is_record(kind: Any) -> bool:
    """True for a type that has fields: a NamedTuple or a dataclass."""
    return isinstance(kind, type) and (hasattr(kind, "_fields") or hasattr(kind, "__dataclass_fields__"))


def _field(name: str, annotation: Any) -> Field:
    description = ""
    if get_origin(annotation) is Annotated:
        annotation, description, *_ = get_args(annotation)
    options = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    known = tuple(option for option in options if option is not type(None))
    kind = known[0] if len(known) == 1 else Union[known]  # noqa: UP007 - made at run time
    optional = len(known) < len(options) or (is_record(kind) and hasattr(kind, "__bool__"))
    return Field(name, kind, optional, description)
