"""The shape of the house, section 5 of the design: arrows point one way, and each library has one home."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import iraqforce
from iraqforce.cli import COMMANDS
from iraqforce.exporting import FORMS
from iraqforce.render import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(iraqforce.__file__).parent

# From the ground up: a module may import its own floor and those below.
FLOORS = [
    {"dates", "counts", "errors", "locations", "patterns", "progress", "spaces", "whole"},
    {"numerals", "terms"},
    {"mentions"},
    {"facts"},
    {"choices"},
    {"checked", "problems", "coverage"},
    {"rules"},
    {"schema"},
    {"reading"},
    {"drafting"},
    {"store"},
    {"rivals"},
    {"asof"},
    {"comparison", "timeline"},
    {"writing"},
    {"present"},
    {"render", "citing"},
    {"exporting", "asking", "contract"},
    {"charting"},
    {"reporting"},
    {"api"},
    {"cli"},
    {"__main__"},
]

HOMES = {
    "click": ("cli/",),
    "rich": ("render/text.py", "render/bars.py"),
    "pydantic": ("schema/", "reading/"),
    "yaml": ("schema/", "reading/"),
    "sqlite3": ("store/",),
    "pandas": ("api/",),
    "pyarrow": ("exporting/parquet_file.py",),
    "jinja2": ("reporting/",),
    "vl_convert": ("charting/drawing.py",),
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def imported(path: Path) -> Iterator[str]:
    """Every module that the file names in an import, anywhere in it, also only for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(dotted: str) -> str:
    """The first part below the package: `store` of `iraqforce.store.memory`."""
    return dotted.split(".")[1]


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = floor(name_of(path))
    for dotted in imported(path):
        if dotted.startswith("iraqforce.") and dotted != "iraqforce.__version__":
            assert floor(room(dotted)) <= own, f"{path.name} imports {dotted}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_stays_at_home(path: Path) -> None:
    place = str(path.relative_to(PACKAGE))
    for dotted in imported(path):
        homes = HOMES.get(dotted.split(".")[0].removesuffix("_core"))
        assert homes is None or place.startswith(homes), f"{place} imports {dotted}"


def test_no_two_modules_import_each_other() -> None:
    """Imports for types alone are left out: they are not there when the program runs."""
    arrows = {dotted_name(path): run_time_imports(path) for path in modules()}
    for start in arrows:
        assert start not in reachable(start, arrows), f"{start} imports itself in the end"


def dotted_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def run_time_imports(path: Path) -> set[str]:
    """The modules of the package that importing the file imports: those at its top level."""
    names = {dotted_name(each) for each in modules()}
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            targets = {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
            found |= targets & names
    return found - {dotted_name(path)}


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
    shared = {"__init__", "errors", "ids", "opening", "options", "output", "settings"}
    files = {path.stem for path in (PACKAGE / "cli").glob("*.py")} - shared
    assert files == set(COMMANDS)


def test_every_format_has_its_file_and_every_file_its_format() -> None:
    # `html` is for notebooks and reports, which no `--format` asks for; `bars` draws a block of `text`.
    files = {path.stem for path in (PACKAGE / "render").glob("*.py")} - {"__init__", "html", "bars"}
    assert files == set(FORMATS.values())


def test_every_form_of_export_has_its_file() -> None:
    shared = {"__init__", "articles", "columns", "exported", "package_fields", "writing"}
    files = {path.stem for path in (PACKAGE / "exporting").glob("*.py")} - shared
    assert files == {form.module for form in FORMS.values()}
