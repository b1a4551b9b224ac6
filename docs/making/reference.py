"""docs/commands.md: every command with its help, as a terminal of 100 columns shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from iraqforce.cli import COMMANDS, cli

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = """# The commands

What `--help` shows of each command. This page is made from it: `python docs/making` writes it anew.
"""
_WIDTH: Final = 98
"""What click writes on where there are 100 columns."""


def page() -> str:
    """The page in Markdown."""
    return "\n".join([HEAD, *_parts()])


def _parts() -> Iterator[str]:
    settings = {**cli.context_settings, "terminal_width": _WIDTH}
    top = click.Context(cli, info_name="iraqforce", **settings)
    yield _part("iraqforce", cli.get_help(top))
    for name in COMMANDS:
        command = cli.get_command(top, name)
        if command is None:
            raise LookupError(name)
        context = click.Context(command, parent=top, info_name=name, terminal_width=_WIDTH)
        yield _part(f"iraqforce {name}", command.get_help(context))


def _part(command: str, shown: str) -> str:
    return f"## {command}\n\n```console\n$ {command} --help\n{shown}\n```\n"
