"""The help: what it says of each command, and docs/commands.md, which is made of it.

IRAQFORCE_WRITE_DOCS=1 python -m pytest tests/test_help.py writes the page anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from iraqforce.cli import COMMANDS, cli
from processes import iraqforce, modules_of

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
HEAD = """# The commands

What `--help` prints for each command. This page is generated; `tests/test_help.py` keeps it current.
"""
WIDTH = 98
"""How many columns click uses if there are 100."""


def context(name: str) -> click.Context:
    """The context of a command of that name, or of the whole for no name."""
    settings = {**cli.context_settings, "terminal_width": WIDTH}
    top = click.Context(cli, info_name="iraqforce", **settings)
    command = cli.get_command(top, name) if name else None
    return click.Context(command, parent=top, info_name=name, terminal_width=WIDTH) if command else top


def sections() -> Iterator[str]:
    yield HEAD
    for name in ("", *COMMANDS):
        command = f"iraqforce {name}".rstrip()
        yield f"## {command}\n\n```console\n$ {command} --help\n{context(name).get_help()}\n```\n"


def test_the_page_of_the_commands_is_current() -> None:
    page = "\n".join(sections())
    if os.environ.get("IRAQFORCE_WRITE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_each_help_has_an_example_and_fits_80_columns(name: str) -> None:
    printed = iraqforce(f"{name} --help", COLUMNS="80").stdout
    assert f"iraqforce {name}".rstrip() in printed.split("Examples:")[1]
    assert max(map(len, printed.splitlines())) <= 80


def test_the_list_of_commands_has_the_summary_of_each() -> None:
    shown = iraqforce("--help", COLUMNS="100").stdout
    width = max(map(len, COMMANDS)) + 2
    for name, summary in COMMANDS.items():
        assert context(name).command.get_short_help_str(100) == summary
        assert f"  {name:{width}}{summary}\n" in shown


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_no_command(option: str) -> None:
    modules = modules_of(option)
    assert not modules & {"pydantic", "yaml", "rich", "platformdirs", "iraqforce.api"}
    assert not any(f"iraqforce.cli.{name}" in modules for name in COMMANDS)
