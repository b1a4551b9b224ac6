"""The shape of the code: imports go one way, each library has one home, and lists name every file."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import iraqforce
from iraqforce.cli import COMMANDS
from iraqforce.render.formats import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(iraqforce.__file__).parent
ROOT = PACKAGE.parent.parent

# A module may import its own layer and those before it.
LAYERS = [
    {"errors"},
    {"model"},
    {"problems"},
    {"text"},
    {"queries", "loading"},
    {"lint"},
    {"pages"},
    {"render"},
    {"export"},
    {"api"},
    {"cli"},
    {"__main__"},
]

HOMES = {
    "click": ("cli/",),
    "rich": tuple(f"render/terminal{each}.py" for each in ("", "_bars", "_excerpts", "_layout")),
    "pydantic": ("loading/",),
    "yaml": ("loading/", "lint/rules.py"),
    "sqlite3": ("export/",),
    "pandas": ("render/frames.py", "export/distributed.py", "model/result.py", "queries/series.py"),
    "pyarrow": ("export/",),
    "jinja2": ("export/report.py",),
    "vl_convert": ("export/drawing.py",),
}


OWN = ("iraqforce.__date__", "iraqforce.__version__")


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(path: Path) -> Iterator[str]:
    """Every module that the file imports, anywhere in it, also only for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


@pytest.mark.parametrize("path", modules(), ids=place)
def test_imports_go_one_way(path: Path) -> None:
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for dotted in imported(path):
        if dotted.startswith("iraqforce.") and dotted not in OWN:
            other = dotted.split(".")[1]
            assert other == name or layer(other) < layer(name), f"{path.name} imports {dotted}"


@pytest.mark.parametrize("path", modules(), ids=place)
def test_each_library_has_one_home(path: Path) -> None:
    for dotted in imported(path):
        homes = HOMES.get(dotted.split(".")[0].removesuffix("_core"))
        assert homes is None or place(path).startswith(homes), f"{place(path)} imports {dotted}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    names = {path: ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in modules()}
    known = {name.removesuffix(".__init__") for name in names.values()}
    arrows = {
        name.removesuffix(".__init__"): {
            target for dotted in top_level_imports(path) for target in (dotted, dotted.rpartition(".")[0])
        }
        & known - {name.removesuffix(".__init__")}
        for path, name in names.items()
    }
    for start in arrows:
        assert start not in reachable(start, arrows), f"{start} imports itself in the end"


def top_level_imports(path: Path) -> Iterator[str]:
    """What importing the file imports; imports for types alone are left out."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reachable(start: str, arrows: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(arrows[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += arrows[name]
    return seen


def test_every_command_has_its_file_and_every_file_its_command() -> None:
    shared = {"__init__", "dates", "errors", "formats", "options", "output", "streams"}
    assert {path.stem for path in (PACKAGE / "cli").glob("*.py")} - shared == set(COMMANDS)


def test_every_page_module_of_a_result_exists() -> None:
    assert {name for name in PAGES.values() if not (PACKAGE / "pages" / f"{name}.py").exists()} == set()


FIELD = '    population: Annotated[str | None, "Whom the number counts, in the source\'s words."] = None\n'
KEY = "    population: Text | None = None\n"


@pytest.mark.slow
def test_a_new_plain_field_of_a_fact_costs_two_files(tmp_path: Path) -> None:
    """It is added to a copy of the package, and then read, checked, printed, exported and described."""
    copy = tmp_path / "src" / "iraqforce"
    shutil.copytree(PACKAGE, copy)
    for folder in ("data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    after(copy / "model" / "facts.py", "class Fact(NamedTuple)", "    note: Annotated", FIELD)
    after(copy / "loading" / "schema.py", "class _WrittenFact(Written)", "    note: ", KEY)
    base = tmp_path / "mine.yaml"
    article = (ROOT / "data" / "record.yaml").read_text(encoding="utf-8")
    base.write_text(article.replace("    kind: level\n", "    kind: level\n    population: everybody\n", 1))

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "iraqforce", *words],
            env={"PYTHONPATH": str(tmp_path / "src"), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    asked = ("facts", "--kind", "level", "--base", "mine.yaml")
    assert '"population": "everybody"' in run(*asked, "--json")
    assert '"population": "everybody"' in run(*asked, "--json")  # from the snapshot
    header, *rows = run(*asked, "--format", "csv").splitlines()
    assert "population" in header.split(",")
    assert any(",everybody," in row for row in rows)
    assert "Whom the number counts" in run("schema", "fact")
    assert "Whom the number counts" in run("schema", "base")
    assert "population: everybody" in run("export", "--base", "mine.yaml", "-o", "-", "--format", "yaml")


def after(file: Path, start: str, line: str, added: str) -> None:
    """Write lines before the first line that begins so after `start`."""
    text = file.read_text(encoding="utf-8")
    place = text.index(line, text.index(start))
    file.write_text(text[:place] + added + text[place:], encoding="utf-8")
