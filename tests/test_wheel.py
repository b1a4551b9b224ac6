"""The wheel as a user installs it: no development dependencies, no checkout, an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from importlib.metadata import distribution
from pathlib import Path

import manual
import pytest
from packaging.requirements import Requirement

from contracts import hold
from iraqforce.locations import BUNDLED
from processes import iraqforce

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `iraqforce` command of a new environment with the built wheel and what it requires, no more."""
    work = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(work), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    environment = work / "environment"
    venv.create(environment, with_pip=False)
    site = next(environment.glob("lib/python*/site-packages"))
    for name in required("iraqforce") - {"iraqforce"}:
        link(name, site)
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(environment),
        "install",
        "--no-index",
        "--no-deps",
    ]
    subprocess.run([*install, str(next(work.glob("*.whl")))], check=True, capture_output=True)
    return environment / "bin" / "iraqforce"


def required(name: str, known: frozenset[str] = frozenset()) -> set[str]:
    """The distribution and everything that it requires at run time, directly or not."""
    found = {name}
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in known | found:
            found |= required(requirement.name, known | frozenset(found))
    return found


def link(name: str, site: Path) -> None:
    """Make an installed distribution, and nothing else, importable in another environment."""
    installed_at = Path(str(distribution(name).locate_file("")))
    for top in {file.parts[0] for file in distribution(name).files or []} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(installed_at / top)


def run(command: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent)}
    done = subprocess.run(
        [str(command), *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    hold(done.stdout)
    return done


@pytest.mark.slow
def test_the_installed_wheel_answers_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "level", "--date", "2021-12", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["level"]["text"] == "about 2,500"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_installed_wheel_has_its_manual_page_where_man_looks(installed: Path) -> None:
    page = installed.parent.parent / "share" / "man" / "man1" / "iraqforce.1"
    assert page.read_text(encoding="utf-8") == manual.page()


@pytest.mark.slow
def test_the_installed_wheel_carries_its_articles(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "sources", "the-hill-2021-12-09", "--text")
    assert done.stdout == (ROOT / "seeds" / "002_8f32e4b1079b2bee.txt").read_text(encoding="utf-8") + "\n"


@pytest.mark.slow
def test_the_installed_wheel_lists_its_sources_and_proves_its_bases(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, tmp_path, "sources")
    assert (listed.returncode, listed.stdout) == (0, iraqforce("sources", IRAQFORCE_BASE="").stdout)
    for name in BUNDLED:
        assert run(installed, tmp_path, "check", "--base", name).returncode == 0


@pytest.mark.slow
def test_the_installed_wheel_answers_in_python_and_names_the_extra_for_pandas(
    installed: Path, tmp_path: Path
) -> None:
    program = (
        "import iraqforce\n"
        "answer = iraqforce.open().level('2021-12')\n"
        "print(answer.value, '<h3>' in answer._repr_html_())\n"
        "try: answer.to_pandas()\n"
        "except iraqforce.MissingExtraError as error: print(error.hint)\n"
    )
    done = run(installed.parent / "python", tmp_path, "-W", "error", "-c", program)
    assert (done.stdout, done.stderr) == ("2500 True\npip install pandas\n", "")


@pytest.mark.slow
def test_the_clean_environment_has_no_development_dependency(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    for library in ("pytest", "hypothesis", "syrupy", "edtf", "ruff"):
        done = subprocess.run([python, "-c", f"import {library}"], capture_output=True, check=False)
        assert done.returncode == 1, library
