"""`iraqforce init`: a small base of one's own to start from."""

import shlex
from os import path

import click

from iraqforce.cli.options import ANY_PATH
from iraqforce.cli.streams import show_text


@click.command("init")
@click.argument("folder", metavar="DIR", type=ANY_PATH)
def command(*, folder: str) -> None:
    """Start a fact base of your own.

    Writes a small base into a new folder DIR: a made-up article, its source and its facts. Comments explain
    the keys. Nothing is overwritten.

    \b
    Examples:
      iraqforce init my
      iraqforce check --base my/facts.yaml
    """
    from iraqforce.export.starter import ARTICLE, BASE, start

    if not folder:
        raise click.UsageError("DIR is empty: give the name of a new folder.")
    start(folder)
    base, article, draft = (
        shlex.quote(path.join(folder, name))  # noqa: PTH118 - as the user wrote it
        for name in (BASE, "new.txt", "new.yaml")
    )
    show_text(
        [
            f"{base}: three facts from a made-up article, {ARTICLE}\n\n"
            "Next steps:\n\n"
            f"  iraqforce check --base {base}\n"
            f"  iraqforce level 2019-03 --base {base}\n"
            f"  iraqforce draft --base {base} {article} -o {draft}\n"
        ]
    )
