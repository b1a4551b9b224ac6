"""What a start imports: the answer as JSON from a compiled base costs little more than starting does."""

from __future__ import annotations

import click
import pytest

from iraqforce.cli import COMMANDS, cli
from processes import iraqforce, modules_of

DEAR = {
    "pydantic",
    "pydantic_core",
    "yaml",
    "rich",
    "platformdirs",
    "importlib.metadata",
    "importlib.resources",
}


@pytest.fixture(autouse=True, scope="module")
def _compiled() -> None:
    assert iraqforce("level --date 2021-12 --json").returncode == 0


@pytest.mark.parametrize("fmt", ["json", "jsonl", "csv"])
def test_a_level_for_a_program_imports_nothing_dear(fmt: str) -> None:
    modules = modules_of(f"level --date 2021-12 --format {fmt}")
    assert modules & DEAR == set()
    assert not any(name.startswith("iraqforce.reading") for name in modules)
    assert not modules & {"iraqforce.present.page", "iraqforce.store.full_text", "iraqforce.terms"}


def test_a_level_for_people_imports_rich_alone_of_the_dear() -> None:
    assert modules_of("level --date 2021-12") & {"pydantic", "yaml", "platformdirs"} == set()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_no_command(option: str) -> None:
    modules = modules_of(option)
    assert modules & DEAR == set()
    assert not any(f"iraqforce.cli.{name}" in modules for name in COMMANDS)
    assert "sqlite3" not in modules


def test_the_help_shows_what_each_command_says_of_itself() -> None:
    shown = iraqforce("--help").stdout
    width = max(map(len, COMMANDS)) + 2
    for name, summary in COMMANDS.items():
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        assert command.get_short_help_str(100) == summary
        assert f"  {name:{width}}{summary}\n" in shown


def test_the_help_of_schema_imports_nothing_that_a_schema_is_made_of() -> None:
    assert modules_of("schema --help") & DEAR == set()
    assert "pydantic" in modules_of("schema base")
