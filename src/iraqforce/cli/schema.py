"""`iraqforce schema`: the JSON Schemas of what people write and of what commands print."""

import click

from iraqforce.cli.output import show_text
from iraqforce.errors import UnknownNameError


def _names(_ctx: click.Context, _param: click.Parameter, start: str) -> list[str]:
    from iraqforce.render.json_schema import SCHEMAS

    return [name for name in ("base", *SCHEMAS) if name.startswith(start)]


@click.command("schema")
@click.argument("name", metavar="NAME", shell_complete=_names)
def command(*, name: str) -> None:
    """Print a JSON Schema.

    NAME is `base`, a fact base as a person writes it, or the name of what a command prints: `level` is the
    schema of objects whose key "schema" is "iraqforce.level/1", and so is that name in full.

    An editor completes, explains and checks the keys of a base whose first line names the schema:

    \b
      # yaml-language-server: $schema=base.json

    \b
    Examples:
      iraqforce schema base > base.json
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
    show_text([indented(schema)])
