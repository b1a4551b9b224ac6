"""The wheel as a user installs it: no development dependencies, no checkout, an empty folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from contracts import hold
from iraqforce.loading.locations import BUNDLED
from processes import iraqforce

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def built(folder: Path) -> Path:
    """The wheel, built into the folder."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `iraqforce` command of a new environment with the wheel and what it requires, no more."""
    environment = wheel.parent / "environment"
    venv.create(environment, with_pip=False)
    site = next(environment.glob("lib/python*/site-packages"))
    for name in required("iraqforce") - {"iraqforce"}:
        link(name, site)
    pip = [sys.executable, "-m", "pip", "--python", str(environment), "install", "--no-index", "--no-deps"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
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
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    done = subprocess.run(
        [str(command), *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    hold(done.stdout)
    return done


def test_the_wheel_holds_the_code_the_data_the_articles_and_a_snapshot_of_each_bundled_base(
    wheel: Path,
) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("iraqforce/")}
    snapshots = {name for name in names if name.startswith("iraqforce/snapshots/")}
    source = {
        f"iraqforce/{path.relative_to(ROOT / 'src' / 'iraqforce')}"
        for path in (ROOT / "src" / "iraqforce").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    files = {
        f"iraqforce/{path.relative_to(ROOT)}" for top in ("data", "seeds") for path in (ROOT / top).iterdir()
    }
    assert names - snapshots == source | files
    assert {"iraqforce/py.typed", "iraqforce/lint/rules.yaml", "iraqforce/export/report.html.jinja"} <= source
    assert "iraqforce/data/LICENSE" in files
    assert len(snapshots) == len(BUNDLED)
    assert all(re.fullmatch(r"iraqforce/snapshots/[0-9a-f]{64}\.snapshot", name) for name in snapshots)


def test_the_wheel_built_again_has_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("name", BUNDLED)
def test_an_answer_of_a_bundled_base_parses_nothing_and_writes_nothing(
    installed: Path, tmp_path: Path, name: str
) -> None:
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))\n"
        f"sys.argv = ['iraqforce', 'level', '--date', '2021-12', '--json', '--base', {name!r}]\n"
        "from iraqforce.cli import main\n"
        "main()\n"
    )
    done = run(installed.parent / "python", tmp_path, "-c", program)
    assert json.loads(done.stdout)["level"]["value"] == 2500
    modules = set(done.stderr.split())
    assert "iraqforce.loading.snapshot" in modules
    assert modules & {"yaml", "pydantic", "platformdirs", "iraqforce.loading.reader"} == set()
    assert list(tmp_path.iterdir()) == []  # which is also its home


def test_it_prints_its_articles_and_sources_and_its_bases_are_valid(installed: Path, tmp_path: Path) -> None:
    printed = run(installed, tmp_path, "sources", "the-hill-2021-12-09", "--text").stdout
    assert printed == (ROOT / "seeds" / "002_8f32e4b1079b2bee.txt").read_text(encoding="utf-8") + "\n"
    assert run(installed, tmp_path, "sources").stdout == iraqforce("sources", IRAQFORCE_BASE="").stdout
    for name in BUNDLED:
        assert run(installed, tmp_path, "check", "--base", name).returncode == 0


def test_it_starts_a_base_and_checks_it(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "init", "my").returncode == 0
    assert run(installed, tmp_path, "check", "--strict", "--base", "my/facts.yaml").returncode == 0


def test_it_answers_in_python_and_names_the_extra_for_pandas(installed: Path, tmp_path: Path) -> None:
    program = (
        "import iraqforce\n"
        "answer = iraqforce.open().level('2021-12')\n"
        "print(answer.value, '<h3>' in answer._repr_html_())\n"
        "try: answer.to_pandas()\n"
        "except iraqforce.MissingExtraError as error: print(error.hint)\n"
    )
    done = run(installed.parent / "python", tmp_path, "-W", "error", "-c", program)
    python = installed.parent / "python"
    # The environment has no pip.
    hint = f"uv pip install --python {python} pandas"
    assert (done.stdout, done.stderr) == (f"2500 True\n{hint}\n", "")


def test_the_environment_has_no_development_dependency(installed: Path, tmp_path: Path) -> None:
    for library in ("pytest", "hypothesis", "syrupy", "edtf", "ruff"):
        assert run(installed.parent / "python", tmp_path, "-c", f"import {library}").returncode == 1
