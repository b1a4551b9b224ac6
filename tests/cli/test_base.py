"""`--base` and IRAQFORCE_BASE: which base answers each command, and what cannot be a base."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from iraqforce.loading.locations import BUNDLED
from processes import iraqforce

FACTS = {"articles": 88, "record": 911, "all": 999, "own": 1}
"""How many facts each base has."""

OWN = """name: own
title: Somebody's own
forces: {rangers: {name: Rangers}}
places: {erbil: {name: Erbil}}
sources: {report: {title: A report, publisher: Records Office, published: 2016}}
facts:
  - {id: visit, kind: event, as_of: 2016, source: report, locator: page 1}
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a base of its own."""
    (tmp_path / "own.yaml").write_text(OWN)
    return tmp_path


def facts_of(command: str, folder: Path, **settings: str) -> int:
    """How many facts the base has that answers the command."""
    done = iraqforce(command, cwd=folder, **settings)
    assert done.returncode in (0, 1), done.stderr
    *_, found = re.finditer(r'"facts": ([0-9]+)|([0-9]+) facts', done.stdout + done.stderr)
    return int(found[1] or found[2])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_asks_the_default_base_or_the_one_that_is_named(command: str, tmp_path: Path) -> None:
    assert facts_of(command, tmp_path, IRAQFORCE_BASE="") == FACTS["all"]
    (tmp_path / "facts.csv").unlink(missing_ok=True)
    assert facts_of(f"{command} --base record", tmp_path) == FACTS["record"]


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


@pytest.mark.parametrize(
    ("options", "setting", "facts"),
    [
        ("", "", FACTS["all"]),
        ("", "record", FACTS["record"]),
        ("", "own.yaml", FACTS["own"]),
        ("", f"own.yaml{os.pathsep}articles", FACTS["own"] + FACTS["articles"]),
        ("--base articles", "record", FACTS["articles"]),
        ("--base record", "nonsense", FACTS["record"]),
        ("--base own.yaml", "nonsense", FACTS["own"]),
        ("--base articles --base record", "", FACTS["all"]),
        ("--base all --base articles --base all", "", FACTS["all"]),
        ("--base own.yaml --base all --base own.yaml", "", FACTS["own"] + FACTS["all"]),
    ],
)
def test_bases_are_merged_and_the_command_line_overrides_the_environment(
    options: str, setting: str, facts: int, folder: Path
) -> None:
    assert facts_of(f"sources --json {options}", folder, IRAQFORCE_BASE=setting) == facts


def test_a_month_that_no_article_is_about_is_answered_from_the_record() -> None:
    assert iraqforce("level --date 2008-01").returncode == 1
    done = iraqforce("level --date 2008-01 --json", IRAQFORCE_BASE="")
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert {fact["written_at"]["path"] for fact in answer["evidence"]} == {"data/record.yaml"}
    # The first force and place of both are those of the articles.
    assert (answer["question"]["force"], answer["question"]["place"]) == ("us", "iraq")


def test_quoted_facts_come_before_cited_ones_of_the_same_day() -> None:
    found = json.loads(iraqforce("level --date 2016-03-25 --json", IRAQFORCE_BASE="").stdout)
    assert [fact["id"] for fact in found["evidence"]][:2] == [
        "us-iraq-2016-03-25-official",
        "us-iraq-2016-03-25-dunford",
    ]


@pytest.mark.parametrize("name", BUNDLED)
def test_each_bundled_base_exports_to_one_valid_yaml_file(tmp_path: Path, name: str) -> None:
    assert iraqforce(f"export -o {name}.yaml --base {name}", cwd=tmp_path).returncode == 0
    checked = iraqforce(f"check {name}.yaml", cwd=tmp_path)
    assert (checked.returncode, f"{FACTS[name]} facts" in checked.stdout) == (0, True)


@pytest.mark.parametrize("command", ["level", "check", "draft --missing", "report -o -"])
def test_a_wrong_name_gets_the_nearest_also_if_it_is_in_the_environment(command: str) -> None:
    error = "Error: recrod: no such file: did you mean 'record'?\n"
    for done in (iraqforce(f"{command} --base recrod"), iraqforce(command, IRAQFORCE_BASE="recrod")):
        assert (done.returncode, done.stdout, done.stderr) == (3, "", error)


@pytest.mark.parametrize("ending", ["csv", "sqlite", "parquet", "jsonl"])
def test_an_export_of_another_form_is_no_base_and_the_error_says_what_is(tmp_path: Path, ending: str) -> None:
    assert iraqforce(f"export -o facts.{ending}", cwd=tmp_path).returncode == 0
    done = iraqforce(f"level --base facts.{ending}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"Error: facts.{ending} is not a fact base: a base is a YAML or JSON file, not .{ending}\n"
        "  `iraqforce export -o facts.yaml` writes a base\n"
    )


def test_a_base_may_be_written_as_json(folder: Path) -> None:
    made = {"name": "j", "title": "J", "forces": {}, "places": {}, "sources": {}, "facts": []}
    (folder / "facts.json").write_text(json.dumps(made, indent=2))
    assert facts_of("sources --json --base own.yaml --base facts.json", folder) == 1


def test_a_file_is_checked_by_itself_and_with_a_bundled_base_that_is_named(folder: Path) -> None:
    def checked(words: str, **settings: str) -> int:
        return facts_of(f"check own.yaml --json {words}", folder, **settings)

    assert (checked(""), checked("--base articles"), checked("", IRAQFORCE_BASE="record")) == (1, 89, 1)
