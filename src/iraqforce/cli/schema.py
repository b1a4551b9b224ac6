"""`iraqforce schema`: the JSON Schemas of fact bases and of the output of commands."""

import click

from iraqforce.cli.formats import file_option
from iraqforce.cli.streams import Destination, show_text
from iraqforce.errors import UnknownNameError


def _names(_ctx: click.Context, _param: click.Parameter, start: str) -> list[str]:
    from iraqforce.render.json_schema import SCHEMAS

    return [name for name in ("base", *SCHEMAS) if name.startswith(start)]


@click.command("schema")
@click.argument("name", metavar="NAME", shell_complete=_names)
@file_option("Write to FILE; - is standard output.")
def command(*, name: str, to: Destination) -> None:
    """Print a JSON Schema.

    NAME is `base` (a fact base), or the name of a JSON object that a command prints: `level`, or in full
    `iraqforce.level/1`.

    Editors complete, explain and validate the keys of a base if its first line names the schema:

    \b
      # yaml-language-server: $schema=base.json

    \b
    Examples:
      iraqforce schema base -o base.json
      iraqforce schema level | jq -r .properties.support.description
    """
    # Imported here: the help of this command needs none of it.
    from iraqforce.render.formats import indented
    from iraqforce.render.json_schema import SCHEMAS, schema_of

    if name == "base":
        from iraqforce.loading.base_schema import base_schema

        schema = base_schema()
    elif name.removeprefix("iraqforce.").removesuffix("/1") in SCHEMAS:
        schema = schema_of(name)
    else:
        raise UnknownNameError("schema", name, ("base", *SCHEMAS))
    show_text([indented(schema)], to)
