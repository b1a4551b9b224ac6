"""`iraqforce verify`: holds the troop figures of a manuscript against the base."""

import sys
from typing import TYPE_CHECKING

import click

from iraqforce.api import Base
from iraqforce.cli.dates import DateType
from iraqforce.cli.errors import NOT_ANSWERED, notice
from iraqforce.cli.formats import output_options_and
from iraqforce.cli.options import ANY_PATH, base_options, items
from iraqforce.cli.output import Output
from iraqforce.cli.streams import show_text
from iraqforce.model.choices import VERDICTS
from iraqforce.model.dates import PartialDate

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _verdicts(_ctx: click.Context, _param: click.Parameter, start: str) -> "list[CompletionItem[str]]":
    before, comma, last = start.rpartition(",")
    return items({f"{before}{comma}{name}": words for name, words in VERDICTS.items()}, before + comma + last)


@click.command("verify")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=ANY_PATH)
@click.option(
    "--published",
    type=DateType(closed=True),
    help="Day of publication, for “now”, “last year” and undated claims in the present tense.",
)
@click.option(
    "--only",
    metavar="VERDICT,...",
    multiple=True,
    shell_complete=_verdicts,
    help="Show only claims with these verdicts, such as not-supported,outdated (repeatable).",
)
@click.option("--strict", is_flag=True, help="Exit with status 1 for contested and unclear claims too.")
@base_options
@output_options_and({"github": "table"})
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    published: PartialDate | None,
    only: tuple[str, ...],
    strict: bool,
    base: Base,
    output: Output,
) -> None:
    """Check the troop figures of a manuscript.

    Finds every statement of how many of a known force were in a known place, and compares it with the base:
    supported, contested, outdated, early, different-measure, not-supported, no-data or unclear. Each FILE is
    plain text or Markdown; - is standard input. Exits with status 1 if a claim is not supported, outdated or
    of a different measure.

    \b
    Examples:
      iraqforce verify draft.md --published 2021-12-10
      iraqforce verify draft.md --only not-supported,outdated
      pandoc thesis.docx -t plain | iraqforce verify - --strict
      iraqforce verify chapters/*.md --format csv > claims.csv
    """
    from iraqforce.pages.verify import summary_words

    verdicts = [name for each in only for name in each.split(",")]
    found = base.verify(dict(map(_manuscript, files)), published=published, only=verdicts)
    if output.asked == "github":
        from iraqforce.render.ci import github_text_of_claims

        show_text([github_text_of_claims(found)], output.to)
    else:
        output.show(found)
    notice(summary_words(found))
    if found.failed(strict=strict):
        ctx.exit(NOT_ANSWERED)


def _manuscript(name: str) -> tuple[str, str]:
    """The name that positions show, and the text. Raises ArticleError."""
    from iraqforce.loading.files import decoded_article, read_article
    from iraqforce.loading.locations import MAX_ARTICLE_BYTES

    if name != "-":
        return name, read_article(name).text
    if sys.stdin is None:
        raise click.UsageError("- reads standard input, which is closed.")
    return "stdin", decoded_article(sys.stdin.buffer.read(MAX_ARTICLE_BYTES + 1), "stdin")
