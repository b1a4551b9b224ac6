"""Every JSON that a command prints under a test is held against its published schema, made strict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pkgutil import resolve_name
from typing import Any

from jsonschema import Draft202012Validator

from iraqforce.cli.schema import SCHEMAS
from iraqforce.contract.publishing import strict

LOOKED_AT = 200
"""Of a longer output, the first and the last of this many objects are held against their schema."""


def hold(output: str) -> None:
    """Fail where the output is JSON of ours, one object or one to a line, and its schema does not fit."""
    if '"iraqforce.' not in output:
        return
    objects = list(ours(output))
    for record in objects[:LOOKED_AT] + objects[LOOKED_AT:][-LOOKED_AT:]:
        name = record["schema"].removeprefix("iraqforce.").removesuffix("/1")
        assert name in SCHEMAS, f"{record['schema']} has no schema: add it to SCHEMAS of cli/schema.py"
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
    return Draft202012Validator(
        strict(resolve_name(SCHEMAS[name])()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
