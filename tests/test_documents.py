"""The documents keep their word: every command they show is run, and every table they print is current."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iraqforce.locations import given
from iraqforce.reading.base import inspect

ROOT = Path(__file__).parent.parent
WALK = ROOT / "docs" / "adding-an-article.md"
DOCUMENTS = [ROOT / "README.md", *sorted(set((ROOT / "docs").glob("*.md")) - {WALK})]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    """Each command that a document shows after `$ `, with the output below it."""
    found = []
    for document in DOCUMENTS:
        for block in CONSOLE.findall(document.read_text(encoding="utf-8")):
            for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = example.partition("\n")
                found.append((command, output))
    return found


def run(command: str, folder: Path = ROOT) -> str:
    """What the command prints on a terminal of 100 columns, without colour."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    del environment["IRAQFORCE_BASE"]  # the default is what a reader gets
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    shell = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(shell, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def runnable() -> list[object]:
    """The examples; one that pipes into jq is passed over where jq is not installed (.ci/run installs it)."""
    without_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
    return [
        pytest.param(command, output, id=command, marks=[without_jq] if "| jq" in command else [])
        for command, output in examples()
    ]


@pytest.mark.parametrize(("command", "output"), runnable())
def test_an_example_prints_what_the_document_shows(command: str, output: str) -> None:
    assert run(command) == output


def test_the_readme_shows_examples() -> None:
    assert len(examples()) >= 3


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


def test_the_page_of_the_rules_is_what_the_command_prints() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert run("iraqforce check --explain all --format markdown") == page


def test_ci_runs_the_very_command_of_the_readme() -> None:
    command = "pip install --quiet --editable '.[test]'"
    assert (ROOT / "README.md").read_text(encoding="utf-8").count(command) == 1
    assert f'grep -F "{command}" README.md' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_example_of_json_lines_is_a_valid_base(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "fact-base.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```json\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    base = tmp_path / "facts.jsonl"
    base.write_text(block, encoding="utf-8")
    inspection = inspect([given(str(base))])
    assert (inspection.problems, inspection.tally.facts) == ((), 1)
