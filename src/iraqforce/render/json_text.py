"""JSON: one indented object, or JSON Lines. UTF-8 unescaped, numbers as numbers, unknown as null."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Fact
from iraqforce.model.fields import fields_of
from iraqforce.model.json import plain
from iraqforce.model.result import Result
from iraqforce.queries.as_of import Level

ITEM_SCHEMAS: Final = {
    "Fact": "iraqforce.fact/1",
    "Gap": "iraqforce.gap/1",
    "Hit": "iraqforce.hit/1",
    "Problem": "iraqforce.problem/1",
    "Proposal": "iraqforce.proposal/1",
    "Reference": "iraqforce.reference/1",
    "Row": "iraqforce.timeline-row/1",
    "Rule": "iraqforce.rule/1",
    "SourceEntry": "iraqforce.source/1",
}
"""The schema that a line of JSON Lines names, by the type of its item; a whole result names its own."""

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def object_text(result: Result) -> str:
    """The whole result, indented, with a line end."""
    return indented(result.to_dict())


def indented(record: Any) -> str:
    """Plain JSON data, indented, with a line end."""
    return json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def lines(result: Result) -> Iterator[str]:
    """A line for each item of the result."""
    for item in result.items():
        schema = item.schema if isinstance(item, Result) else ITEM_SCHEMAS[type(item).__name__]
        yield f'{{"schema": "{schema}", {_fields_text(item)}}}\n'


def _fields_text(item: Any) -> str:
    of: Any = type(item)
    return ", ".join(f'"{field.name}": {_text(getattr(item, field.name))}' for field in fields_of(of))


def _text(value: Any) -> str:
    if type(value) in _REPEATED:
        return _kept_text(value)
    if type(value) is tuple and value and type(value[0]) in _REPEATED:
        return f"[{', '.join(map(_kept_text, value))}]"
    return _ENCODE(plain(value))


_REPEATED: Final = (Fact, Level, BaseInfo)
"""What a long list of answers has again and again, so that its text is kept."""


@lru_cache(maxsize=4096)
def _kept_text(value: Any) -> str:
    return _ENCODE(plain(value))
