"""`iraqforce check`: what is wrong with fact bases, all at once, and what was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from iraqforce.cli.errors import NOT_ANSWERED, tell
from iraqforce.cli.ids import items
from iraqforce.cli.opening import progress
from iraqforce.cli.options import base_options, output_options_and
from iraqforce.errors import BaseError
from iraqforce.locations import given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem

    from iraqforce.cli.output import Output
    from iraqforce.locations import BaseFile
    from iraqforce.present.check import CheckView
    from iraqforce.reading.base import Inspection


def _codes(_ctx: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem[str]]:
    from iraqforce.rules import RULES

    words = {code: name.replace("_", " ") for code, name in RULES.items()}
    return items({**words, "all": "every rule"}, start.upper() if start.startswith("f") else start)


@click.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@base_options
@click.option("--strict", is_flag=True, help="Let a warning count as an error does.")
@click.option(
    "--explain",
    metavar="CODE",
    shell_complete=_codes,
    help="Explain the rule of this code, such as F203, or `all`.",
)
@output_options_and({"text": "table", "github": "table", "sarif": "json"})
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    base: tuple[BaseFile, ...],
    strict: bool,
    explain: str | None,
    output: Output,
) -> None:
    """Prove a fact base, or tell all its problems.

    Its shape, its references, every quote, every count in its quote, that no article has changed, and what
    else a careful curator looks for. Several --facts are merged to one base; each FILE is a base of its own,
    or one together with what --facts or --base asks. Leaves with exit code 1 where there is an error, and
    with --strict also where there is a warning.

    \b
    Examples:
      iraqforce check
      iraqforce check my/facts.yaml --strict
      iraqforce check --explain F203
      iraqforce check my/facts.yaml --json | jq '.problems[].code'
      iraqforce check my/facts.yaml --format sarif > check.sarif
    """
    if explain is not None:
        _alone(ctx, files or strict or _given(ctx) or output.asked in _OF_A_CHECK)
        _explain(explain, output)
        return
    bases = [_with_shared(ctx, base, given(name)) for name in files] or [base]
    inspections, unreadable = _inspected(bases)
    view = _view(output.asked)(inspections, strict)
    if inspections:
        output.show(view)
        if output.format in ("jsonl", "csv"):
            # Where every line is a problem, what was done has no place among them.
            click.echo(view.summary, err=True)
    if unreadable:
        for error in unreadable[:-1]:
            tell(error, as_json=output.format in ("json", "jsonl"))
        raise unreadable[-1]
    if not view.ok:
        ctx.exit(NOT_ANSWERED)


_OF_A_CHECK: Final = ("github", "sarif")
"""Formats that only what a check found has."""


def _alone(ctx: click.Context, accompanied: object) -> None:
    """Refuse `--explain` beside what has no meaning with it. Raises click.UsageError."""
    if accompanied:
        message = "--explain stands alone: leave out files, --facts, --base, --strict, and github and sarif."
        raise click.UsageError(message, ctx)


def _with_shared(ctx: click.Context, base: tuple[BaseFile, ...], own: BaseFile) -> tuple[BaseFile, ...]:
    """The file with what it is merged with: the base of the command line, but for itself."""
    return (*(file for file in base if file.path != own.path), own) if _given(ctx) else (own,)


def _inspected(bases: Sequence[Sequence[BaseFile]]) -> tuple[tuple[Inspection, ...], list[BaseError]]:
    """What each base told, and the errors of those that cannot be read at all."""
    # Pydantic and YAML are dear to import, and the help of this command needs neither.
    from iraqforce.reading.base import inspect
    from iraqforce.rules import RULES

    inspections, unreadable = [], []
    with progress("Checking the base") as report:
        for base in bases:
            try:
                inspections.append(inspect(base, progress=report, codes=RULES))
            except BaseError as error:
                unreadable.append(error)
    return tuple(inspections), unreadable


def _view(asked: str) -> type[CheckView]:
    """What shows a check in the format that was asked for."""
    match asked:
        case "github":
            from iraqforce.present.annotations import AnnotationsView

            return AnnotationsView
        case "sarif":
            from iraqforce.present.sarif import SarifView

            return SarifView
        case _:
            from iraqforce.present.check import CheckView

            return CheckView


def _given(ctx: click.Context) -> bool:
    """True where --facts or --base stands on the command line, not in the environment."""
    sources = {ctx.get_parameter_source(name) for name in ("paths", "bundled")}
    return click.core.ParameterSource.COMMANDLINE in sources


def _explain(code: str, output: Output) -> None:
    """Show the rule of that code, or every rule. Raises UnknownNameError."""
    from iraqforce.errors import UnknownNameError
    from iraqforce.present.rules import RulesView
    from iraqforce.rules import RULES, rules

    if code.lower() == "all":
        output.show(RulesView(tuple(rules()), all=True))
    elif code.upper() in RULES:
        output.show(RulesView(tuple(rules([code.upper()]))))
    else:
        raise UnknownNameError("rule", code, RULES, listed_by="`iraqforce check --explain all`")
