"""Every JSON that a command prints under a test is validated against its schema, made strict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from iraqforce.render.json_schema import SCHEMAS, Schema, schema_of

VALIDATED = 200
"""Of a longer output, the first and the last of this many objects are validated."""


def hold(output: str) -> None:
    """Fail if the output is JSON of ours, one object or one to a line, and its schema does not fit."""
    if '"iraqforce.' not in output:
        return
    objects = list(ours(output))
    for record in objects[:VALIDATED] + objects[VALIDATED:][-VALIDATED:]:
        name = record["schema"].removeprefix("iraqforce.").removesuffix("/1")
        assert name in SCHEMAS, (
            f"{record['schema']} has no schema: add it to SCHEMAS of render/json_schema.py"
        )
        wrong = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(record)]
        assert not wrong, f"{record['schema']}: {wrong}"


def ours(output: str) -> Iterator[dict[str, Any]]:
    """The objects in the output that name a schema of ours."""
    try:
        found = [json.loads(output)]
    except ValueError:
        found = list(lines(output))
    for record in found:
        if isinstance(record, dict) and str(record.get("schema", "")).startswith("iraqforce."):
            yield record


def lines(output: str) -> Iterator[Any]:
    """The value of each line that is JSON."""
    for line in output.split("\n"):
        try:
            yield json.loads(line)
        except ValueError:
            continue


@cache
def validator(name: str) -> Draft202012Validator:
    """The strict validator of that name; days must exist."""
    strict = strict_schema(schema_of(name))
    return Draft202012Validator(strict, format_checker=Draft202012Validator.FORMAT_CHECKER)


def strict_schema(value: Any) -> Schema:
    """The same schema, which allows no field but those it names, so that none goes undescribed."""
    if isinstance(value, list):
        return [strict_schema(item) for item in value]  # type: ignore[return-value] # a part of a schema
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return] # as above
    inner = {key: strict_schema(item) for key, item in value.items()}
    if "required" in inner:
        inner.setdefault("additionalProperties", False)  # type: ignore[arg-type] # as above
    return inner
