"""`iraqforce schema`: JSON and nothing else, whatever the settings say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iraqforce.cli.schema import SCHEMAS
from processes import iraqforce

PUBLISHED = Path(__file__).parent.parent.parent / "docs" / "schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_what_the_command_prints(name: str) -> None:
    done = iraqforce(f"schema {name}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (PUBLISHED / f"{name}.json").read_text(encoding="utf-8")


def test_every_published_schema_has_its_name_in_the_list() -> None:
    assert {path.stem for path in PUBLISHED.iterdir()} == set(SCHEMAS)


def test_a_schema_may_be_asked_for_by_what_stands_in_the_json() -> None:
    assert iraqforce("schema iraqforce.level/1").stdout == iraqforce("schema level").stdout
    done = iraqforce("schema iraqforce.level/2")
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown schema 'iraqforce.level/2'" in done.stderr


def test_no_setting_changes_a_schema() -> None:
    done = iraqforce("schema base", IRAQFORCE_FORMAT="csv", IRAQFORCE_FACTS="nowhere.yaml", COLUMNS="20")
    assert done.stdout == iraqforce("schema base").stdout


def test_a_schema_is_utf_8_in_a_locale_that_is_not() -> None:
    done = iraqforce("schema base", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "“this number …”" in done.stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("schema bas", "Error: unknown schema 'bas': did you mean 'base'?\n"),
        ("schema troops", f"Error: unknown schema 'troops'\n  known: {', '.join(SCHEMAS)}\n"),
        ("schema", "Error: Missing argument 'NAME'.\n  `iraqforce schema --help` shows what there is\n"),
    ],
)
def test_a_name_that_is_none_is_told_with_what_there_is(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


def test_an_unknown_name_is_told_as_json_where_json_is_set() -> None:
    done = iraqforce("schema bas", IRAQFORCE_FORMAT="json")
    record = json.loads(done.stderr)
    assert (done.returncode, done.stdout, record["code"]) == (2, "", "unknown-name")
    assert record["hint"] == "did you mean 'base'?"
