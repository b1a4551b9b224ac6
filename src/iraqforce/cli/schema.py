"""`iraqforce schema`: the JSON Schemas of what people write and of what commands print."""

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
    "level": "iraqforce.contract.level:level",
    "timeline": "iraqforce.contract.timeline:timeline",
    "timeline-row": "iraqforce.contract.timeline:timeline_row",
    "facts": "iraqforce.contract.facts:facts",
    "fact": "iraqforce.contract.facts:fact",
    "show": "iraqforce.contract.show:show",
    "sources": "iraqforce.contract.sources:sources",
    "source": "iraqforce.contract.sources:source",
    "search": "iraqforce.contract.search:search",
    "hit": "iraqforce.contract.search:hit",
    "compare": "iraqforce.contract.compare:compare",
    "cite": "iraqforce.contract.cite:cite",
    "reference": "iraqforce.contract.cite:reference",
    "check": "iraqforce.contract.check:check",
    "problem": "iraqforce.contract.check:problem",
    "rules": "iraqforce.contract.rules:rules",
    "rule": "iraqforce.contract.rules:rule",
    "draft": "iraqforce.contract.draft:draft",
    "proposal": "iraqforce.contract.draft:proposal",
    "missing": "iraqforce.contract.draft:missing",
    "gap": "iraqforce.contract.draft:gap",
    "error": "iraqforce.contract.error:error",
}
"""Each schema with the function that makes it, whose module is imported only when it is asked for."""


def _names(_ctx: click.Context, _param: click.Parameter, start: str) -> list[str]:
    return [name for name in SCHEMAS if name.startswith(start)]


@click.command("schema")
@click.argument("name", metavar="NAME", shell_complete=_names)
def command(*, name: str) -> None:
    """Print a JSON Schema, for editors and programs.

    NAME is `base`, a fact base as a person writes it, or says what a command prints: `level` is the schema of
    objects whose key "schema" is "iraqforce.level/1", and so is that name in full.

    An editor completes, explains and checks the keys of a base whose first line names the schema:

    \b
      # yaml-language-server: $schema=base.json

    \b
    Examples:
      iraqforce schema base > base.json
      iraqforce schema level | jq -r .properties.support.description
    """
    short = name.removeprefix("iraqforce.").removesuffix("/1")
    if short not in SCHEMAS:
        raise UnknownNameError("schema", name, SCHEMAS)
    schema: Record = resolve_name(SCHEMAS[short])()
    show_json(schema)
