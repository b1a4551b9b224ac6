"""`--base`, `--facts` and their settings: which base answers each command, and which of them is stronger."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from iraqforce.locations import BUNDLED, bundled
from iraqforce.reading.base import inspect
from processes import iraqforce

DEFAULT = ""
"""What IRAQFORCE_BASE is where a user has set nothing."""

OWN = """{"base": {"name": "own", "title": "Somebody's own"}}
{"force": {"id": "rangers", "name": "Rangers"}}
{"place": {"id": "erbil", "name": "Erbil"}}
{"source": {"id": "report", "title": "A report", "publisher": "Records Office", "published": "2016"}}
{"fact": {"id": "visit", "kind": "event", "as_of": "2016", "source": "report", "locator": "page 1"}}
"""
COMMANDS = [
    "level --date 2016-03 --json",
    "timeline --to 2016 --json",
    "facts --kind event --json",
    "sources --json",
    "search troops --json",
    "compare 2016 2017 --json",
    "cite --tool",
    "report -o - --date 2016",
    "export -o facts.csv",
    "check --json",
    "draft --missing --json",
]
"""Commands that say at the end how many facts their base has."""


@pytest.fixture(scope="module")
def facts() -> dict[str, int]:
    """How many facts each of the bundled bases has."""
    return {name: inspect(bundled(name)).tally.facts for name in BUNDLED}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a base of its own."""
    (tmp_path / "own.jsonl").write_text(OWN)
    return tmp_path


def facts_told(command: str, folder: Path, **settings: str) -> int:
    """How many facts the base has that answers the command."""
    done = iraqforce(command, cwd=folder, **settings)
    assert done.returncode in (0, 1), done.stderr
    *_, told = re.finditer(r'"facts": ([0-9]+)|([0-9]+) facts', done.stdout + done.stderr)
    return int(told[1] or told[2])


def test_both_bases_are_the_articles_and_the_record(facts: dict[str, int]) -> None:
    assert facts["articles"] == 88
    assert facts["all"] == 88 + facts["record"]
    assert facts["record"] > 300


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_asks_both_where_nothing_is_said_and_one_that_is_named(
    command: str, facts: dict[str, int], tmp_path: Path
) -> None:
    assert facts_told(command, tmp_path, IRAQFORCE_BASE=DEFAULT) == facts["all"]
    (tmp_path / "facts.csv").unlink(missing_ok=True)
    assert facts_told(f"{command} --base record", tmp_path) == facts["record"]


def test_the_rest_of_the_commands_take_the_base_too(tmp_path: Path) -> None:
    record = "us-iraq-2019-02-12-al-jazeera"
    assert iraqforce(f"show {record}").returncode == 2
    assert iraqforce(f"show {record} --base record").returncode == 0
    chart = "chart -o - --format vl.json --to 2014"
    assert iraqforce(chart).returncode == 1
    assert iraqforce(f"{chart} --base record").returncode == 0
    # Only the record has contractors, whom a draft may name.
    (tmp_path / "article.txt").write_text("About 200 U.S. contractors were in Iraq in May 2019.\n")
    drafts = [
        iraqforce(f"draft article.txt --json --base {name}", cwd=tmp_path).stdout
        for name in ("articles", "record")
    ]
    assert ["us-contractors" in draft for draft in drafts] == [False, True]


class Asked(NamedTuple):
    """Options, the settings of the environment, and the base that answers: `own`, or a bundled one."""

    options: str
    facts: str
    base: str
    answers: str


@pytest.mark.parametrize(
    "asked",
    [
        Asked("", "", "", "all"),
        Asked("", "", "record", "record"),
        Asked("", "", "all", "all"),
        Asked("--base articles", "", "record", "articles"),
        Asked("", "own.jsonl", "", "own"),
        Asked("", "own.jsonl", "record", "own"),
        Asked("", "own.jsonl", "nonsense", "own"),
        Asked("--base record", "own.jsonl", "", "record"),
        Asked("--base record", "own.jsonl", "articles", "record"),
        Asked("--base record", "", "nonsense", "record"),
        Asked("--facts own.jsonl", "", "", "own"),
        Asked("--facts own.jsonl", "", "record", "own"),
        Asked("--facts own.jsonl", "nowhere.yaml", "nonsense", "own"),
    ],
    ids=str,
)
def test_the_command_line_is_stronger_than_the_environment_and_facts_than_the_bundled(
    asked: Asked, facts: dict[str, int], folder: Path
) -> None:
    settings = {"IRAQFORCE_FACTS": asked.facts, "IRAQFORCE_BASE": asked.base}
    told = facts_told(f"sources --json {asked.options}", folder, **settings)
    assert told == {**facts, "own": 1}[asked.answers]


def test_the_first_force_and_place_of_both_are_those_of_the_articles() -> None:
    asked = json.loads(iraqforce("level --date 2016 --json", IRAQFORCE_BASE=DEFAULT).stdout)["question"]
    assert (asked["force"], asked["place"]) == ("us", "iraq")


def test_a_month_that_no_article_tells_of_is_answered_from_the_record() -> None:
    assert iraqforce("level --date 2008-01").returncode == 1
    done = iraqforce("level --date 2008-01 --json", IRAQFORCE_BASE=DEFAULT)
    assert done.returncode == 0
    assert {fact["written_at"]["path"] for fact in json.loads(done.stdout)["evidence"]} == {
        "data/record.yaml"
    }


def test_what_is_quoted_stands_before_what_is_cited_of_the_same_day() -> None:
    found = json.loads(iraqforce("level --date 2016-03-25 --json", IRAQFORCE_BASE=DEFAULT).stdout)
    assert [fact["id"] for fact in found["evidence"]][:2] == [
        "us-iraq-2016-03-25-official",
        "us-iraq-2016-03-25-dunford",
    ]


# What cannot be asked


@pytest.mark.parametrize("command", ["level", "check", "export -o facts.csv", "show us-iraq-2016-04-18"])
def test_a_base_of_ones_own_and_a_bundled_one_are_not_asked_together(command: str, folder: Path) -> None:
    done = iraqforce(f"{command} --facts own.jsonl --base all", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    name = command.split(maxsplit=1)[0]
    assert done.stderr == (
        "Error: --facts asks a base of your own, and --base a bundled one: leave one of them out.\n"
        f"  `iraqforce {name} --help` shows what there is\n"
    )


def test_a_base_that_is_not_bundled_is_told_with_those_that_are() -> None:
    done = iraqforce("level --base recrod")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'--base': 'recrod' is not one of 'articles', 'record', 'all'." in done.stderr


@pytest.mark.parametrize("command", ["level", "facts", "check", "draft --missing", "report -o -"])
def test_a_wrong_base_in_the_environment_is_told_by_the_name_of_its_variable(command: str) -> None:
    done = iraqforce(command, IRAQFORCE_BASE="recrod")
    assert (done.returncode, done.stdout) == (2, "")
    told = "Invalid value for IRAQFORCE_BASE: 'recrod' is not one of 'articles', 'record', 'all'."
    assert told in done.stderr


@pytest.mark.parametrize(("base", "facts"), [("all", 452), ("articles", 88), ("record", 364)])
def test_each_base_and_both_together_are_a_file_of_yaml_that_is_valid(
    tmp_path: Path, base: str, facts: int
) -> None:
    assert iraqforce(f"export -o {base}.yaml --base {base}", cwd=tmp_path).returncode == 0
    checked = iraqforce(f"check {base}.yaml", cwd=tmp_path)
    assert (checked.returncode, f"{facts} facts: " in checked.stdout) == (0, True)


# Checking


def test_a_file_is_checked_by_itself_and_with_a_bundled_base_that_is_named(folder: Path) -> None:
    alone = json.loads(iraqforce("check own.jsonl --json", cwd=folder).stdout)
    beside = json.loads(iraqforce("check own.jsonl --base articles --json", cwd=folder).stdout)
    set_ = json.loads(iraqforce("check own.jsonl --json", cwd=folder, IRAQFORCE_BASE="record").stdout)
    assert [each["summary"]["facts"] for each in (alone, beside, set_)] == [1, 89, 1]


def test_a_rule_is_explained_without_a_base() -> None:
    assert iraqforce("check --explain F203", IRAQFORCE_BASE="record").returncode == 0
    done = iraqforce("check --explain F203 --base record")
    assert (done.returncode, "--explain stands alone" in done.stderr) == (2, True)
