"""`iraqforce draft`: drafts facts from an article, and lists numbers that no fact covers."""

import click

from iraqforce.api import Base
from iraqforce.cli.errors import warn
from iraqforce.cli.formats import output_options_and
from iraqforce.cli.options import ANY_PATH, base_options
from iraqforce.cli.output import Output
from iraqforce.loading.locations import BaseFile, path_in_base, relative


@click.command("draft")
@click.argument("name", metavar="[ARTICLE]", required=False, type=ANY_PATH)
@click.option("--missing", is_flag=True, help="List the numbers of the base's articles that no fact covers.")
@base_options
@output_options_and({}, {".yaml": "table", ".yml": "table"})
def command(*, name: str | None, missing: bool, base: Base, output: Output) -> None:
    """Draft facts from an article, or list the numbers left out.

    Prints a base file with one source, and a fact for every number and every dated statement about people.
    Drafts are suggestions; TODO marks what you must decide. Forces and places are those of the base, which
    `iraqforce init` can start. Pass the file with a second --base to merge it with the base.

    \b
    Examples:
      iraqforce draft --base my/facts.yaml my/new.txt -o my/new.yaml
      iraqforce check --base my/facts.yaml --base my/new.yaml
      iraqforce draft my/new.txt --json | jq '.proposals[].quote'
      iraqforce draft --missing --base my/facts.yaml
    """
    if missing and name is not None:
        raise click.UsageError(
            "--missing cannot be combined with ARTICLE: it lists numbers of the base's own articles."
        )
    if name is None and not missing:
        raise click.UsageError("Give an ARTICLE, or use --missing.")
    found = base.missing() if name is None else base.draft(name)
    if name is not None and path_in_base(name, base.files) is None:
        _warn_of_outside(name, base.files[0])
    output.show(found)


def _warn_of_outside(article: str, base: BaseFile) -> None:
    if base.given:
        warn(
            f"{article} is outside the base's folder: `iraqforce check` will reject its path (F205)",
            f"move the article into {relative(base.folder)}, next to {base.shown}, and draft it again",
        )
    else:
        warn(
            "no base of your own given: this draft uses the bundled forces and places",
            f"start your own base with `iraqforce init my`, move {article} into my/, and draft it again with"
            " --base my/facts.yaml",
        )
