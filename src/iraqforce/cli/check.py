"""`iraqforce check`: every problem of fact bases, and what was checked."""

from typing import TYPE_CHECKING, Any, Final

import click

from iraqforce.api import Base
from iraqforce.cli.errors import NOT_ANSWERED, notice, print_error
from iraqforce.cli.formats import output_options_and
from iraqforce.cli.options import ANY_PATH, base_options, items
from iraqforce.cli.output import Output
from iraqforce.cli.streams import show_text
from iraqforce.errors import BaseError
from iraqforce.loading.locations import BaseFile, given

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_FOR_SERVICES: Final = ("github", "sarif")
"""Formats that only `check` has."""


def _codes(_ctx: click.Context, _param: click.Parameter, start: str) -> "list[CompletionItem[str]]":
    from iraqforce.lint.rules import all_rules

    words = {rule.code: rule.name for rule in all_rules()}
    return items({**words, "all": "every rule"}, start.upper() if start.startswith("f") else start)


@click.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=ANY_PATH)
@base_options
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--explain",
    metavar="CODE",
    shell_complete=_codes,
    help="Explain a rule, such as F203, or all rules (`all`).",
)
@output_options_and({"text": "table", "github": "table", "sarif": "json"}, {".sarif": "sarif"})
@click.pass_context
def command(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    base: Base,
    strict: bool,
    explain: str | None,
    output: Output,
) -> None:
    """Validate a fact base and list all problems.

    Checks the schema, references, quotes, counts and article checksums, and warns about common mistakes. Each
    FILE is checked as a separate base, or merged with the base given by --base. Exits with status 1 if there
    is an error (with --strict, also if there is a warning).

    \b
    Examples:
      iraqforce check
      iraqforce check my/facts.yaml --strict
      iraqforce check --explain F203
      iraqforce check my/facts.yaml --json | jq '.problems[].code'
      iraqforce check my/facts.yaml -o check.sarif
    """
    if explain is not None:
        if files or strict or _base_is_named(ctx) or output.asked in _FOR_SERVICES:
            message = (
                "--explain cannot be combined with files, --base, --strict, or the formats github and sarif."
            )
            raise click.UsageError(message, ctx)
        from iraqforce.lint.rules import explain as explained

        output.show(explained(explain))
        return
    from iraqforce.lint.linter import check_base, combined
    from iraqforce.pages.check import summary_words

    checked, unreadable = [], []
    for base_files in [_with_named(ctx, base, given(name)) for name in files] or [base.files]:
        try:
            checked.append(check_base(base_files))
        except BaseError as error:
            unreadable.append(error)
    result = combined(checked, strict=strict)
    if checked:
        _show(result, output)
        if output.format in ("jsonl", "csv"):
            # Each output line is a problem, so the summary goes to stderr.
            notice(summary_words(result))
    for earlier in unreadable[:-1]:
        print_error(earlier, as_json=output.as_json)
    if unreadable:
        raise unreadable[-1]
    if not result.ok:
        ctx.exit(NOT_ANSWERED)


def _base_is_named(ctx: click.Context) -> bool:
    """True if --base is on the command line, not in the environment."""
    return ctx.get_parameter_source("base") is click.core.ParameterSource.COMMANDLINE


def _with_named(ctx: click.Context, base: Base, own: BaseFile) -> tuple[BaseFile, ...]:
    """The file, after the other files of the base if one is given on the command line."""
    return (*(file for file in base.files if file.path != own.path), own) if _base_is_named(ctx) else (own,)


def _show(result: Any, output: Output) -> None:
    """Print the result in a common format, or in that of a service."""
    if output.asked not in _FOR_SERVICES:
        output.show(result)
        return
    from iraqforce.render.ci import github_text, sarif
    from iraqforce.render.formats import indented

    text = github_text(result) if output.asked == "github" else indented(sarif(result))
    show_text([text], output.to)
