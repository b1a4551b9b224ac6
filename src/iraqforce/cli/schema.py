"""`iraqforce schema`: the JSON Schema of what people write, for their editors."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

import click

from iraqforce.cli.output import show_json
from iraqforce.errors import UnknownNameError

if TYPE_CHECKING:
    from iraqforce.present.view import Record

SCHEMAS: Final = {
    "base": "iraqforce.schema.base:json_schema",
}
"""Each schema with the function that makes it, whose module is imported only when it is asked for."""


@click.command("schema")
@click.argument("name", metavar="NAME")
def command(*, name: str) -> None:
    """Print a JSON Schema, for editors and programs.

    NAME is `base`: a fact base as a person writes it. An editor completes, explains and checks the keys of a
    base whose first line names the schema:

    \b
      # yaml-language-server: $schema=base.json

    \b
    Examples:
      iraqforce schema base > base.json
      iraqforce schema base | jq '."$defs" | keys'
    """
    if name not in SCHEMAS:
        raise UnknownNameError("schema", name, SCHEMAS)
    schema: Record = resolve_name(SCHEMAS[name])()
    show_json(schema)
