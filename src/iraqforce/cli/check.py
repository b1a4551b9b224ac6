"""`iraqforce check`: what is wrong with a fact base, all at once, and what was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.opening import progress
from iraqforce.cli.options import base_option, output_options

if TYPE_CHECKING:
    from iraqforce.cli.output import Output


@click.command("check")
@base_option
@output_options
@click.pass_context
def command(ctx: click.Context, *, paths: tuple[str, ...], output: Output) -> None:
    """Prove a fact base, or tell all its problems.

    Its shape, its references, every quote, every count in its quote, and that no article has changed.
    Leaves with exit code 1 where there is a problem.

    \b
    Examples:
      iraqforce check
      iraqforce check --facts my/facts.yaml
      iraqforce check --facts my/facts.yaml --json | jq '.problems[].code'
    """
    # Pydantic and YAML are dear to import, and the help of this command needs neither.
    from iraqforce.locations import asked
    from iraqforce.present.check import CheckView
    from iraqforce.reading.base import inspect

    with progress("Checking the base") as report:
        inspection = inspect(asked(paths), progress=report)
    view = CheckView(inspection)
    output.show(view)
    if not view.ok:
        ctx.exit(NOT_ANSWERED)
