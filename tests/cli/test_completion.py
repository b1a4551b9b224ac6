"""`iraqforce completion`: what real shells complete, and that no key press is ever disturbed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iraqforce.cli import COMMANDS
from iraqforce.cli.completion import SCRIPTS
from iraqforce.cli.ids import MOST
from processes import environment, iraqforce, modules_of
from terminals import shell

BIN = str(Path(sys.executable).parent)
SMALL = """{"base": {"name": "small", "title": "Small"}}
{"force": {"id": "rangers", "name": "Rangers: 75th Regiment"}}
{"place": {"id": "erbil", "name": "Erbil"}}
{"source": {"id": "report", "publisher": "Records Office", "published": "2016", "title": "A report"}}
"""
FACT = '{"fact": {"id": "%s", "kind": "event", "as_of": "2016", "source": "report", "locator": "page 1"}}\n'


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    assert iraqforce("level --date 2021-12").returncode == 0


def small(folder: Path, *facts: str) -> Path:
    path = folder / "small.jsonl"
    path.write_text(SMALL + "".join(FACT % name for name in facts))
    return path


def offered(line: str, cwd: Path | None = None, **settings: str) -> str:
    """What zsh is told at the end of the line; nothing may be said besides."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_IRAQFORCE_COMPLETE": "zsh_complete"}
    done = iraqforce("", cwd=cwd, **asked, **settings)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def candidates(line: str, cwd: Path | None = None, **settings: str) -> list[str]:
    """The words that are offered at the end of the line."""
    return offered(line, cwd, **settings).removesuffix("\n").split("\n")[1::3]


def asks_for_a_file(line: str) -> bool:
    """True where the shell is to complete the name of a file at the end of the line."""
    return offered(line).startswith("file\n")


# What is offered


def test_the_commands_with_what_each_says_of_itself() -> None:
    assert candidates("iraqforce ") == list(COMMANDS)
    assert candidates("iraqforce so") == ["sources"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("iraqforce level --force us", ["us", "us-marines"]),
        ("iraqforce level --place iraq", ["iraq", "iraq-and-syria"]),
        ("iraqforce facts --force na", ["nato"]),
        ("iraqforce facts --place m", ["mosul"]),
        ("iraqforce facts --definition w", ["with-temporary", "without-temporary"]),
        ("iraqforce facts --source da", ["daily-caller-2021-02-19"]),
        ("iraqforce sources the", ["the-hill-2021-12-09"]),
        ("iraqforce show us-iraq-2016-03-25-p", ["us-iraq-2016-03-25-press"]),
        ("iraqforce cite the", ["the-hill-2021-12-09"]),
        ("iraqforce cite us-iraq-2016-03-25-p", ["us-iraq-2016-03-25-press"]),
        ("iraqforce cite de", ["decision-2016-04-18", "defense-one-2016-03-25"]),
        ("iraqforce cite the-hill-2021-12-09 --tool us-iraq-2015", ["us-iraq-2015-summer"]),
        ("iraqforce cite --style bib", ["bibtex"]),
        ("iraqforce search --source da", ["daily-caller-2021-02-19"]),
        ("iraqforce search Mosul --kind le", ["level"]),
        ("iraqforce search mos", []),
        ("iraqforce compare 2016 2021 --place m", ["mosul"]),
        ("iraqforce compare 20", []),
        ("iraqforce chart -o levels.svg --force na", ["nato"]),
        ("iraqforce chart -o levels.svg --place m", ["mosul"]),
        ("iraqforce export -o facts.csv --format par", ["parquet"]),
        ("iraqforce show US-IRAQ", []),
        ("iraqforce show us-iraq-2016-03%", []),
        ("iraqforce show \udcff", []),
        ("iraqforce check --explain f20", ["F201", "F202", "F203", "F204", "F205"]),
        ("iraqforce check --explain a", ["all"]),
        ("iraqforce schema err", ["error"]),
        ("iraqforce completion ", ["bash", "zsh", "fish"]),
        ("iraqforce level --format j", ["json", "jsonl"]),
        ("iraqforce level --know", ["--known-by"]),
        ("iraqforce level --date ", []),
        ("iraqforce level --date soon --force na", ["nato"]),
    ],
)  # fmt: skip
def test_what_may_follow_is_offered(line: str, expected: list[str]) -> None:
    assert candidates(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("iraqforce draft ar", True),
        ("iraqforce draft --facts my", True),
        ("iraqforce search Mosul --facts my", True),
        ("iraqforce export -o my", True),
        ("iraqforce export --facts my", True),
        ("iraqforce search my", False),
        ("iraqforce export --format my", False),
    ],
)
def test_the_name_of_a_file_is_left_to_the_shell(line: str, expected: bool) -> None:
    assert asks_for_a_file(line) == expected


def test_ids_come_from_the_base_that_the_line_names(tmp_path: Path) -> None:
    base = small(tmp_path, "visit-one", "visit-two")
    assert candidates(f"iraqforce show --facts {base} ") == []  # it was never asked, and is not compiled now
    assert iraqforce(f"facts --facts {base}").returncode == 0
    assert candidates(f"iraqforce show --facts {base} ") == ["visit-one", "visit-two"]
    assert candidates(f"iraqforce level --facts {base} --force ") == ["rangers"]
    assert candidates("iraqforce level --force ", IRAQFORCE_FACTS=str(base)) == ["rangers"]
    for path in ("~/small.jsonl", "$HOME/small.jsonl"):
        found = candidates(f"iraqforce show --facts {path} ", HOME=str(tmp_path))
        assert found == ["visit-one", "visit-two"]


def test_ids_come_from_the_bundled_base_that_the_line_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("IRAQFORCE_BASE", "")
    line, of_record = "iraqforce level --force us-c", "iraqforce level --base record --force us-c"
    assert iraqforce("facts --base articles").returncode == 0
    assert candidates(of_record) == []  # the record was never asked
    assert iraqforce("facts --base record").returncode == 0
    assert candidates(of_record) == ["us-contractors"]
    assert candidates(of_record, IRAQFORCE_FACTS="nowhere.yaml") == ["us-contractors"]
    assert candidates("iraqforce level --base articles --force us-c") == []
    assert candidates(line, IRAQFORCE_BASE="record") == ["us-contractors"]
    assert candidates(line) == []  # both together were never asked
    assert iraqforce("facts").returncode == 0
    assert candidates(line) == ["us-contractors"]


def test_the_bundled_bases_are_offered_by_name() -> None:
    assert candidates("iraqforce level --base ") == ["articles", "record", "all"]


def test_a_key_press_compiles_nothing_and_an_edited_base_offers_what_it_had(tmp_path: Path) -> None:
    base = small(tmp_path, "visit-one")
    assert iraqforce(f"facts --facts {base}").returncode == 0
    cache = Path(os.environ["XDG_CACHE_HOME"])
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*")}
    small(tmp_path, "visit-one", "visit-two")
    assert candidates(f"iraqforce show --facts {base} ") == ["visit-one"]
    base.write_text("no base any more")
    assert candidates(f"iraqforce show --facts {base} ") == ["visit-one"]
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*")} == before


def test_no_more_are_offered_than_can_be_read(tmp_path: Path) -> None:
    base = small(tmp_path, *(f"visit-{number:03}" for number in range(MOST + 1)))
    assert iraqforce(f"level --facts {base}").returncode == 1
    assert candidates(f"iraqforce show --facts {base} ") == [f"visit-{number:03}" for number in range(MOST)]
    assert candidates(f"iraqforce show --facts {base} visit-1") == ["visit-100"]


@pytest.mark.parametrize(
    "line",
    [
        "iraqforce show --facts nowhere.yaml ",
        "iraqforce show --facts . ",
        "iraqforce show --facts . --base all ",
        "iraqforce level --max-age many --force legion",
        "iraqforce show a b c ",
        "iraqforce show 'zz",
    ],
)
def test_a_line_that_leads_nowhere_offers_nothing(line: str, tmp_path: Path) -> None:
    assert candidates(line, tmp_path) == []


def test_a_damaged_compiled_file_is_quiet(tmp_path: Path) -> None:
    base, cache = small(tmp_path, "visit-one"), tmp_path / "cache"
    assert iraqforce(f"facts --facts {base}", XDG_CACHE_HOME=str(cache)).returncode == 0
    [compiled] = cache.rglob("*.sqlite")
    state = compiled.stat()
    compiled.write_bytes(compiled.read_bytes()[:4096] + b"\0" * (state.st_size - 4096))
    assert candidates(f"iraqforce show --facts {base} ", XDG_CACHE_HOME=str(cache)) == []


# What real shells make of it


def have(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


LINES = [
    ("iraqforce show us-iraq-2015", "us-iraq-2015-summer"),
    ("iraqforce facts --source the", "the-hill-2021-12-09"),
    ("iraqforce level --force=na", "nato"),
    ("iraqforce level --force n", "nato"),
    ("iraqforce compl", "completion"),
]


@have("bash")
@pytest.mark.parametrize(("line", "completed"), LINES)
def test_bash_completes(line: str, completed: str) -> None:
    with shell("bash", "--norc", "-i", PATH=f"{BIN}:{os.environ['PATH']}", PS1="> ") as bash:
        bash.type('eval "$(iraqforce completion bash)"; echo re""ady\n')
        bash.until("ready")
        bash.type(f"{line}\t")
        bash.until(completed)


@have("zsh")
@pytest.mark.parametrize(("line", "completed"), LINES)
def test_zsh_completes(line: str, completed: str, tmp_path: Path) -> None:
    settings = {"PATH": f"{BIN}:{os.environ['PATH']}", "PS1": "> ", "ZDOTDIR": str(tmp_path)}
    with shell("zsh", "--no-rcs", "-i", **settings) as zsh:
        zsh.type('autoload -Uz compinit; compinit -u -D; eval "$(iraqforce completion zsh)"; echo re""ady\n')
        zsh.until("ready")
        zsh.type(f"{line}\t")
        zsh.until(completed)


def fish(line: str, home: Path) -> str:
    """What fish offers at the end of the line."""
    script = f"iraqforce completion fish | source; complete --do-complete '{line}'"
    settings = environment(PATH=f"{BIN}:{os.environ['PATH']}", HOME=str(home))
    command = ["fish", "--no-config", "-c", script]
    done = subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@have("fish")
@pytest.mark.parametrize(("line", "completed"), LINES)
def test_fish_completes(line: str, completed: str, tmp_path: Path) -> None:
    [found] = fish(line, tmp_path).splitlines()
    assert found.split("\t")[0].split("=")[-1] == completed


@have("fish")
def test_fish_shows_what_an_id_names_also_with_commas(tmp_path: Path) -> None:
    found = fish("iraqforce show us-iraq-2016-04-18-i", tmp_path)
    assert found == "us-iraq-2016-04-18-increase\t217, 2016-04-18\n"


@have("bash")
def test_bash_is_left_in_peace_by_a_program_that_fails(tmp_path: Path) -> None:
    broken = tmp_path / "iraqforce"
    broken.write_text("#!/bin/sh\necho Traceback >&2\nexit 1\n")
    broken.chmod(0o755)
    script = iraqforce("completion bash").stdout + (
        "COMP_WORDS=(iraqforce show us); COMP_CWORD=2\n"
        '_iraqforce_completion iraqforce; echo "rc $? ${#COMPREPLY[@]}"\n'
    )
    settings = environment(PATH=f"{tmp_path}:{os.environ['PATH']}")
    done = subprocess.run(
        ["bash", "--norc", "-c", script], env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == ("rc 0 0\n", "")


# The command itself


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_is_printed_whatever_the_settings_say(name: str) -> None:
    done = iraqforce(f"completion {name}", IRAQFORCE_FORMAT="json", COLUMNS="20")
    assert (done.returncode, done.stdout, done.stderr) == (0, SCRIPTS[name], "")


@pytest.mark.parametrize("words", ["completion", "completion tcsh", "completion bash zsh"])
def test_a_shell_that_is_none_is_wrong_usage(words: str) -> None:
    done = iraqforce(words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "`iraqforce completion --help`" in done.stderr


@pytest.mark.parametrize("line", ["iraqforce show us-", "iraqforce cite us-", "iraqforce search --source t"])
def test_completing_imports_nothing_dear(line: str) -> None:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    names = modules_of("", _IRAQFORCE_COMPLETE="bash_complete", **words)
    assert "iraqforce.store.sqlite" in names
    assert names & {"pydantic", "yaml", "rich", "platformdirs"} == set()
    assert not any(name.startswith(("iraqforce.reading", "iraqforce.cli.check")) for name in names)
