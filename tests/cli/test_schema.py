"""`iraqforce schema`: JSON and nothing else, whatever the settings say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iraqforce.render.json_schema import SCHEMAS, schema_of
from processes import iraqforce

PUBLISHED = Path(__file__).parent.parent.parent / "docs" / "schema" / "base.json"
NAMES = ["base", *SCHEMAS]


def test_the_schema_of_a_result_is_printed_by_its_name_in_short_or_in_full() -> None:
    done = iraqforce("schema level")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, schema_of("level"), "")
    assert iraqforce("schema iraqforce.level/1").stdout == done.stdout


def test_no_setting_changes_the_schema_that_is_published() -> None:
    done = iraqforce(
        "schema base", IRAQFORCE_FORMAT="csv", IRAQFORCE_BASE="nowhere.yaml", COLUMNS="20", LC_ALL="C",
        PYTHONUTF8="0", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip
    assert done.stdout == PUBLISHED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("schema bas", "Error: unknown schema 'bas': did you mean 'base'?\n"),
        ("schema troops", f"Error: unknown schema 'troops'\n  known: {', '.join(NAMES)}\n"),
        ("schema iraqforce.level/2", "Error: unknown schema 'iraqforce.level/2'"),
        ("schema", "Error: Missing argument 'NAME'.\n  see `iraqforce schema --help`\n"),
    ],
)
def test_an_unknown_name_gets_the_known_ones(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout, done.stderr[: len(words)]) == (2, "", words)


def test_an_unknown_name_is_an_error_as_json_if_json_is_set() -> None:
    done = iraqforce("schema bas", IRAQFORCE_FORMAT="json")
    record = json.loads(done.stderr)
    assert (done.returncode, done.stdout, record["code"]) == (2, "", "unknown-name")
    assert record["hint"] == "did you mean 'base'?"
