"""Completion through click's protocol: names, ids of the base that the line names, and never a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from iraqforce.cli import COMMANDS
from iraqforce.cli.options import COMPLETIONS
from made_bases import base, level
from processes import iraqforce, modules_of


def candidates(line: str, cwd: Path | None = None, **settings: str) -> list[str]:
    """The words that zsh gets for the end of the line; nothing else may be printed."""
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    done = iraqforce("", cwd=cwd, _IRAQFORCE_COMPLETE="zsh_complete", **asked, **settings)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.removesuffix("\n").split("\n")[1::3]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("iraqforce ", list(COMMANDS)),
        ("iraqforce so", ["sources"]),
        ("iraqforce level --know", ["--known-by"]),
        ("iraqforce level 2016-03 --know", ["--known-by"]),
        ("iraqforce level soon --know", ["--known-by"]),
        ("iraqforce 2016-03 --know", ["--known-by"]),
        ("iraqforce March 2016 --force na", ["nato"]),
        ("iraqforce troops --know", []),
        ("iraqforce level --format j", ["json", "jsonl"]),
        ("iraqforce level --force us", ["us", "us-marines"]),
        ("iraqforce level --date soon --force na", ["nato"]),
        ("iraqforce facts --place m", ["mosul"]),
        ("iraqforce facts --definition inc", ["includes-temporary"]),
        ("iraqforce search --source da", ["daily-caller-2021-02-19"]),
        ("iraqforce sources the", ["the-hill-2021-12-09"]),
        ("iraqforce show us-iraq-2016-03-25-p", ["us-iraq-2016-03-25-press"]),
        ("iraqforce cite de", ["decision-2016-04-18", "defense-one-2016-03-25"]),
        ("iraqforce check --explain f20", ["F201", "F202", "F203", "F204", "F205"]),
        ("iraqforce check --explain a", ["all"]),
        ("iraqforce schema err", ["error"]),
        ("iraqforce facts --columns as_", ["as_of"]),
        ("iraqforce facts --columns as_of,val", ["as_of,value"]),
        ("iraqforce sources --columns id,ar", ["id,archived", "id,article"]),
        ("iraqforce completion ", ["bash", "zsh", "fish"]),
        ("iraqforce level --base record --force us-c", ["us-contractors"]),
        ("iraqforce show \udcff", []),
        ("iraqforce show --base nowhere.yaml ", []),
        ("iraqforce show 'zz", []),
    ],
)
def test_what_may_follow_is_offered(line: str, expected: list[str], tmp_path: Path) -> None:
    assert candidates(line, tmp_path) == expected


def test_ids_come_from_the_base_that_the_line_or_the_environment_names(tmp_path: Path) -> None:
    path = base(tmp_path, *(level(f"fact-{number:03}", "2016", "1") for number in range(COMPLETIONS + 1)))
    every = [f"fact-{number:03}" for number in range(COMPLETIONS)]
    assert candidates(f"iraqforce show --base {path} ") == every
    assert candidates("iraqforce show --base $HOME/facts.yaml fact-1", HOME=str(tmp_path)) == ["fact-100"]
    assert candidates("iraqforce level --force ", IRAQFORCE_BASE=str(path)) == ["us"]
    path.write_text("no base any more")
    assert candidates(f"iraqforce show --base {path} ") == []


def test_completing_an_id_imports_neither_yaml_nor_pydantic_nor_rich() -> None:
    words = {"COMP_WORDS": "iraqforce show us-", "COMP_CWORD": "2"}
    names = modules_of("", _IRAQFORCE_COMPLETE="bash_complete", **words)
    assert "iraqforce.loading.snapshot" in names
    assert names & {"pydantic", "yaml", "rich", "platformdirs", "iraqforce.cli.check"} == set()


@pytest.mark.parametrize(
    ("shell", "line"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "function")]
)
def test_the_script_is_printed_whatever_the_settings_say(shell: str, line: str) -> None:
    done = iraqforce(f"completion {shell}", IRAQFORCE_FORMAT="json", COLUMNS="20")
    assert (done.returncode, done.stderr) == (0, "")
    assert line in done.stdout
    assert "_IRAQFORCE_COMPLETE" in done.stdout


@pytest.mark.parametrize("words", ["completion", "completion tcsh", "completion bash zsh"])
def test_an_unknown_shell_is_wrong_usage(words: str) -> None:
    done = iraqforce(words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "see `iraqforce completion --help`" in done.stderr
