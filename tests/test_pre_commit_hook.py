"""The hook for pre-commit: its manifest is valid, and it lets a good base pass and stops a bad one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from iraqforce.lint.rules import example_base
from processes import environment

BASE, ARTICLES = example_base()
MANIFEST = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"
# As in docs/fact-base.md, but for the repository: the hook is taken from here, and installed already.
CONFIGURATION = """\
repos:
  - repo: local
    hooks:
"""


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The run of the command in the folder, with a git and a pre-commit that know nothing of the user's."""
    settings = {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    known = {name: value for name, value in environment().items() if not name.startswith("GIT_")}
    return subprocess.run(
        command, cwd=folder, env={**known, **settings}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a good base in its folder `data`, its articles beside that, and this hook."""
    folder = tmp_path / "repository"
    for name, text in {"data/facts.yaml": BASE, "data/notes.txt": "no base", **ARTICLES}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    listed = yaml.safe_dump([{**hook, "language": "system"}])
    indented = "".join(f"      {line}\n" for line in listed.splitlines())
    (folder / ".pre-commit-config.yaml").write_text(CONFIGURATION + indented, encoding="utf-8")
    assert run(folder, "git", "init", "--quiet").returncode == 0
    assert run(folder, "git", "add", "--all").returncode == 0
    return folder


def hooked(repository: Path, *words: str) -> tuple[int, str]:
    """The exit code and the words of the hook."""
    assert run(repository, "git", "add", "--all").returncode == 0
    done = run(repository, sys.executable, "-m", "pre_commit", "run", "--color", "never", *words)
    return done.returncode, done.stdout + done.stderr


def test_pre_commit_itself_takes_the_manifest() -> None:
    (hook,) = load_manifest(str(MANIFEST))
    assert (hook["id"], hook["entry"], hook["language"]) == ("iraqforce-check", "iraqforce check", "python")


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("data/facts.yaml", True),
        ("facts.yml", True),
        ("own/data/more.yaml", True),
        ("own/facts.json", True),
        ("data/a b.yaml", True),
        ("compose.yaml", False),
        ("data/facts.csv", False),
        ("data/facts.jsonl", False),
        ("data/deep/other.yaml", False),
        ("artefacts.yaml", False),
        ("metadata/facts.md", False),
    ],
)
def test_bases_are_checked_and_no_other_file(path: str, checked: bool) -> None:
    (hook,) = load_manifest(str(MANIFEST))
    assert (re.search(hook["files"], path) is not None) == checked


def test_a_good_base_passes(repository: Path) -> None:
    code, said = hooked(repository)
    assert (code, "Passed" in said) == (0, True), said


def test_a_bad_base_is_stopped_with_its_problems(repository: Path) -> None:
    (repository / "data" / "facts.yaml").write_text(BASE.replace("600 Marines", "700 Marines"))
    code, said = hooked(repository)
    assert code == 1
    assert re.search(r"^data/facts\.yaml:[0-9]+:12: F202 quote not found in the article$", said, re.MULTILINE)
    assert "The base at Anbar houses 600 Marines" in said


def test_a_warning_passes_unless_the_hook_is_strict(repository: Path) -> None:
    (repository / "data" / "facts.yaml").write_text(BASE.replace("id: us-iraq-2017\n", "id: in-2017\n"))
    assert hooked(repository)[0] == 0
    config = repository / ".pre-commit-config.yaml"
    config.write_text(config.read_text().replace("entry: iraqforce check", "entry: iraqforce check --strict"))
    code, said = hooked(repository)
    assert (code, "F309" in said) == (1, True)


def test_a_change_of_other_files_checks_nothing(repository: Path) -> None:
    code, said = hooked(repository, "--files", "data/notes.txt")
    assert (code, "Skipped" in said) == (0, True)
