"""The documents are true: every command and example that they show is run, and what they list exists."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import iraqforce
from iraqforce.render.json_schema import SCHEMAS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WALK = DOCS / "adding-an-article.md"
MADE_OF_HELP = DOCS / "commands.md"  # tests/test_help.py compares it
DOCUMENTS = [ROOT / "README.md", *sorted(set(DOCS.glob("*.md")) - {WALK, MADE_OF_HELP})]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
STEP = re.compile(
    r"^(?:<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<content>.*?)|```console\n(?P<console>.*?))^```$",
    re.DOTALL | re.MULTILINE,
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    """Each command that a document shows after `$ `, with the output below it."""
    blocks = [block for document in DOCUMENTS for block in CONSOLE.findall(text_of(document))]
    shown = [example for block in blocks for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, output) for command, _, output in (example.partition("\n") for example in shown)]


def run(command: str, folder: Path = ROOT) -> str:
    """What the command prints on a terminal of 100 columns, without color."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    del environment["IRAQFORCE_BASE"]  # the default is what a reader gets
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    shell = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(shell, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout


def runnable() -> list[object]:
    """The examples; one that pipes into jq is skipped if jq is not installed (.ci/run installs it)."""
    without_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
    return [
        pytest.param(command, output, id=command, marks=[without_jq] if "| jq" in command else [])
        for command, output in examples()
    ]


@pytest.mark.parametrize(("command", "output"), runnable())
def test_an_example_prints_what_the_document_shows(command: str, output: str) -> None:
    assert run(command) == output


def test_the_readme_is_short_and_its_test_command_is_that_of_ci() -> None:
    readme, command = text_of(ROOT / "README.md"), "pip install --quiet --editable '.[test]'"
    assert len(examples()) >= 3
    assert len(readme.splitlines()) < 120
    assert readme.count(command) == 1
    assert f'grep -F "{command}" README.md' in text_of(ROOT / ".ci" / "run")


def test_the_list_of_the_documents_names_each_and_nothing_else() -> None:
    listed = set(re.findall(r"\]\(([^)]+)\)", text_of(DOCS / "README.md")))
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert listed == pages | {"schema/base.json"}


def test_links_within_the_documents_lead_somewhere() -> None:
    for path in (ROOT / "README.md", *DOCS.glob("*.md")):
        page = text_of(path)
        headings = re.findall(r"^##* (.*)$", page, re.MULTILINE)
        anchors = {re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-") for heading in headings}
        links = {link for link in re.findall(r"\]\(([^)\s]+)\)", page) if "://" not in link}
        missing = {
            link
            for link in links
            if not link.startswith("#") and not (path.parent / link.split("#")[0]).exists()
        }
        assert (
            missing | {link for link in links if link.startswith("#") and link[1:] not in anchors} == set()
        ), path


def test_every_schema_that_the_documents_name_exists() -> None:
    named = {
        name for path in DOCS.glob("*.md") for name in re.findall(r"iraqforce\.([a-z-]+)/1", text_of(path))
    }
    assert {"level", "error"} <= named <= set(SCHEMAS)


def test_the_made_up_base_of_the_documents_is_valid() -> None:
    assert run("iraqforce check docs/examples/withheld.yaml").split()[:4] == [
        "No",
        "problems",
        "found",
        "VALID",
    ]


# From Python


def test_every_example_in_python_prints_what_the_page_shows() -> None:
    page = text_of(DOCS / "python.md")
    found = doctest.DocTestParser().get_doctest(page, {}, "python.md", "docs/python.md", 0)
    assert len(found.examples) > 20
    printed: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(found, out=printed.append)
    assert result.failed == 0, "".join(printed)


def test_the_page_lists_every_attribute_method_and_error() -> None:
    page = text_of(DOCS / "python.md")
    rows = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    parts = {name for kind in (iraqforce.Answer, iraqforce.Base) for name in dir(kind) if name[0] != "_"}
    # `lists` says which field items() gives; `files` is an attribute of each base.
    assert parts - set(dir(tuple)) - {"lists"} | {"files"} == listed
    assert [name for name in iraqforce.__all__ if name.endswith("Error") and name not in page] == []


# The walk of docs/adding-an-article.md, step by step in an empty folder, as a new curator takes it


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder in which the steps were taken, and the page with the output of every command."""
    folder = tmp_path_factory.mktemp("walk")

    def taken(step: re.Match[str]) -> str:
        if step["path"]:
            (folder / step["path"]).write_text(step["content"], encoding="utf-8")
            return step[0]
        commands = re.findall(r"^\$ (.*)$", step["console"], re.MULTILINE)
        printed = "".join(f"$ {command}\n{run(command, folder)}" for command in commands)
        return f"```console\n{printed}```"

    return folder, STEP.sub(taken, text_of(WALK))


def test_every_step_of_the_walk_prints_what_the_page_shows(walked: tuple[Path, str]) -> None:
    assert text_of(WALK) == walked[1]
    steps = list(STEP.finditer(walked[1]))
    assert [step["path"] for step in steps if step["path"]] == ["my/gazette.txt", "my/gazette.yaml"]
    assert sum(1 for step in steps if step["console"]) >= 6


def test_the_walk_ends_in_a_base_without_a_warning(walked: tuple[Path, str]) -> None:
    command = "iraqforce check --base my/facts.yaml --base my/gazette.yaml --strict --json"
    found = json.loads(run(command, walked[0]))
    assert (found["ok"], found["summary"]["facts"], found["problems"]) == (True, 6, [])
