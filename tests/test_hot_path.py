"""What a start imports: an answer as data from a snapshot costs little more than starting does."""

from __future__ import annotations

import pytest

from processes import iraqforce, modules_of

SLOW = {
    "pydantic",
    "pydantic_core",
    "yaml",
    "rich",
    "platformdirs",
    "importlib.metadata",
    "importlib.resources",
}


@pytest.fixture(autouse=True, scope="module")
def _snapshot() -> None:
    assert iraqforce("level --date 2021-12 --json").returncode == 0


@pytest.mark.parametrize("fmt", ["json", "jsonl", "csv"])
def test_a_level_for_a_program_imports_nothing_slow(fmt: str) -> None:
    modules = modules_of(f"level --date 2021-12 --format {fmt}")
    assert modules & SLOW == set()
    assert not any(name.startswith("iraqforce.pages.") for name in modules)
    assert not modules & {"iraqforce.loading.reader", "iraqforce.queries.search", "iraqforce.export.chart"}


def test_a_level_for_people_imports_rich_alone_of_the_slow() -> None:
    assert modules_of("level --date 2021-12") & {"pydantic", "yaml", "platformdirs"} == set()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_answers_no_question_imports_nothing_of_the_model(option: str) -> None:
    layers = ("model", "text", "queries", "render", "loading")
    assert not any(name.startswith(f"iraqforce.{layer}") for name in modules_of(option) for layer in layers)


def test_the_help_of_schema_imports_nothing_that_a_schema_is_made_of() -> None:
    assert modules_of("schema --help") & SLOW == set()
    assert "pydantic" in modules_of("schema base")
