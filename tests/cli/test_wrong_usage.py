"""What a user can get wrong, each with a real process: exit code, silence on stdout, what, where and next."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import NamedTuple

import pytest

from processes import iraqforce

INVALID = """name: invalid
title: A base with one mistake
forces:
  us:
    nmae: U.S. troops
    name: U.S. troops
places: {}
sources: {}
facts: []
"""


class Wrong(NamedTuple):
    """A command that cannot be done, its exit code, the code of its error as JSON, and words it must say."""

    command: str
    exit_code: int
    code: str
    words: tuple[str, ...]


def usage(command: str, *words: str) -> Wrong:
    return Wrong(command, 2, "usage", words)


def unknown(command: str, *words: str) -> Wrong:
    return Wrong(command, 2, "unknown-name", words)


def cannot_read(command: str, *words: str) -> Wrong:
    return Wrong(command, 3, "base", words)


def invalid(command: str, *words: str) -> Wrong:
    return Wrong(command, 3, "invalid-base", words)


LEVEL_HELP = "see `iraqforce level --help`"
WRONG = [
    usage("level --date 2023-02-29", "--date", "'2023-02-29' does not exist", "28 days", LEVEL_HELP),
    usage("level --date 2016-13", "--date", "month 13", "months are 01 to 12", LEVEL_HELP),
    usage("level --date yesterday", "--date", "'yesterday' is not a date", "March 2016", LEVEL_HELP),
    usage("level --date 2016-3-5", "--date", "'2016-3-5'", "did you mean 2016-03-05?"),
    usage("level --date ''", "--date", "the date is empty", LEVEL_HELP),
    usage("level --date 2021-12-09/..", "--date", "open at one end", "a first and a last day", LEVEL_HELP),
    usage("level --date ../2021-12-09", "--date", "open at one end", "a first and a last day", LEVEL_HELP),
    usage("level --known-by 2021-00", "--known-by", "month 00", LEVEL_HELP),
    usage("facts --from soon", "--from", "'soon' is not a date", "`iraqforce facts --help`"),
    usage("facts --from 2017 --to 2016", "--from must not be later than --to: 2017 is after 2016."),
    usage("level --max-age many", "--max-age", "'many' is not a number of days", "write 365, or none"),
    usage("level --max-age -1", "--max-age", "'-1' is not a number of days", "write 365, or none"),
    usage("level --max-age 1.5", "--max-age", "'1.5' is not a number of days", "write 365, or none"),
    usage("level --format xml", "--format", "'xml'", "'json'", "'markdown'", LEVEL_HELP),
    usage("level -f ''", "--format", "''", "'json'", LEVEL_HELP),
    usage("facts --kind levle", "--kind", "'levle'", "'level'", "'figure'", "`iraqforce facts --help`"),
    usage("levle", "unknown command 'levle'", "did you mean 'level'?", "`iraqforce --help`"),
    usage("troops", "unknown command 'troops'", "level", "check", "`iraqforce --help`"),
    usage("level --dat 2021", "--dat", "--date", LEVEL_HELP),
    usage("--colour level", "--colour", "`iraqforce --help`"),
    usage("levle 2016", "unknown command 'levle'", "did you mean 'level'?", "`iraqforce --help`"),
    usage("2016-3", "'2016-3' is not a date", "did you mean 2016-03?", LEVEL_HELP),
    usage("Marhc 2016", "'Marhc 2016' is not a date", "did you mean March 2016?", LEVEL_HELP),
    usage("March", "'March' has no year", "write 'March 2016'", LEVEL_HELP),
    usage("serch", "unknown command 'serch'", "did you mean 'search'?", "`iraqforce --help`"),
    usage("may", "'may' has no year", "write 'may 2016'", LEVEL_HELP),
    usage("2016 facts", "'DATE': 'facts' is not a date", LEVEL_HELP),
    usage("level soon", "'DATE': 'soon' is not a date", "write 2016-03-25, March 2016, 2016", LEVEL_HELP),
    usage("level 2016 February 30, 2016", "'February 30, 2016' does not exist", LEVEL_HELP),
    usage("level 2016 Marhc 2016", "'Marhc 2016' is not a date", "did you mean March 2016?", LEVEL_HELP),
    usage("level --date March 2016", "'March' has no year", "write 'March 2016'", LEVEL_HELP),
    usage("level 2016..", "'2016..' is open at one end", LEVEL_HELP),
    usage("level --as-of 03/25/2016", "--as-of", "did you mean 2016-03-25?"),
    usage("compare 2016 -", "'-' is not a date", "`iraqforce compare --help`"),
    usage("show", "ID", "`iraqforce show --help`"),
    usage("sources --text", "--text needs the ID of a source", "`iraqforce sources`"),
    unknown("level --force uss", "unknown force 'uss'", "did you mean us (U.S. troops)?"),
    unknown("level --force legion", "unknown force 'legion'", "known: us (U.S. troops), us-marines"),
    unknown("level --place iran", "unknown place 'iran'", "known: iraq (Iraq), syria (Syria)"),
    unknown("facts --force ''", "unknown force ''", "known: us (U.S. troops)"),
    unknown("facts --place irqa", "unknown place 'irqa'", "did you mean iraq (Iraq)?"),
    unknown("facts --definition combat", "unknown definition 'combat'", "did you mean 'combat-forces'?"),
    unknown("facts --source the-hill-2021", "unknown source", "did you mean 'the-hill-2021-12-09'?"),
    unknown("sources nowhere", "unknown source 'nowhere'", "known: ibtimes-2016-04-18"),
    unknown("sources nowhere --text", "unknown source 'nowhere'", "known: ibtimes-2016-04-18"),
    unknown("show us-iraq-2016-04", "unknown fact", "did you mean 'us-iraq-2016-04-18'?"),
    unknown("show nothing", "unknown fact 'nothing'", "run `iraqforce facts` for a list"),
    unknown("show '\udcff'", "unknown fact"),
    cannot_read("level --base nowhere.yaml", "nowhere.yaml: no such file", "--base", "`iraqforce init DIR`"),
    cannot_read("facts --base gone/facts.yaml", "gone/facts.yaml: no such file", "--base"),
    cannot_read("check --base nowhere.yaml", "nowhere.yaml: no such file", "--base"),
    cannot_read("sources --base folder", "folder is a directory", "--base folder/facts.yaml"),
    cannot_read("check --base none", "none is a directory", "give a file; `iraqforce init DIR`"),
    cannot_read("level --base invalid.yaml --base nowhere.yaml", "nowhere.yaml: no such file"),
    invalid("level --base empty.yaml", "empty.yaml:1:1: F004", "`name:` and `title:`", "has 1 problem"),
    invalid("facts --base latin-1.yaml", "latin-1.yaml:1:10: F002 not UTF-8", "save the file as UTF-8"),
    invalid("show x --base no-yaml.yaml", "no-yaml.yaml:1:12: F003 invalid YAML", "put quotes around"),
    invalid("sources --base invalid.yaml", "invalid.yaml:5:5: F101 unknown key", "did you mean 'name'?"),
    invalid("level --base invalid.yaml", "`iraqforce check --base invalid.yaml`"),
    invalid("level --base invalid.yaml --base record", "check --base invalid.yaml --base record`"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with bases that cannot be used."""
    (tmp_path / "none").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "facts.yaml").write_bytes(b"")
    (tmp_path / "empty.yaml").write_bytes(b"")
    (tmp_path / "latin-1.yaml").write_bytes(b"name: caf\xe9\n")
    (tmp_path / "no-yaml.yaml").write_text("name: small: base\n")
    (tmp_path / "invalid.yaml").write_text(INVALID)
    return tmp_path


def run(command: str, folder: Path, **settings: str) -> CompletedProcess[str]:
    """The run in the folder, which must be as it was before."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = iraqforce(command, cwd=folder, **settings)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert "Traceback" not in done.stderr
    return done


def record_of(done: CompletedProcess[str]) -> dict[str, object]:
    """The error as JSON: the only line on stderr."""
    (line,) = done.stderr.splitlines()
    record = json.loads(line)
    assert isinstance(record, dict)
    return record


def words_of(record: dict[str, object]) -> str:
    """All that the record says, as a text run would print it."""
    problems = record["problems"]
    assert isinstance(problems, list)
    lines = [
        "{path}:{line}:{column}: {code} {message}\n{hint}".format(**problem["at"], **problem)
        for problem in problems
    ]
    return "\n".join([str(record["message"]), str(record["hint"]), *lines])


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: ascii(wrong.command))
def test_a_mistake_says_what_and_where_and_what_next_as_text_and_as_json(wrong: Wrong, folder: Path) -> None:
    done = run(wrong.command, folder)
    assert (wrong.exit_code, "") == (done.returncode, done.stdout)
    assert [words for words in wrong.words if words not in done.stderr] == []
    done = run(f"{wrong.command} --json", folder)
    assert (wrong.exit_code, "") == (done.returncode, done.stdout)
    record = record_of(done)
    assert ("iraqforce.error/1", wrong.code) == (record["schema"], record["code"])
    assert [words for words in wrong.words if words not in words_of(record)] == []


def test_an_option_without_its_value_points_to_the_help_of_its_command(folder: Path) -> None:
    done = run("level --date", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Option '--date' requires an argument" in done.stderr
    assert LEVEL_HELP in done.stderr


def test_no_command_at_all_shows_the_help(folder: Path) -> None:
    done = run("", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: iraqforce")


@pytest.mark.parametrize("command", ["level", "check"])
def test_a_wrong_format_in_the_environment_is_an_error_with_the_name_of_its_variable(
    command: str, folder: Path
) -> None:
    done = run(command, folder, IRAQFORCE_FORMAT="xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert all(words in done.stderr for words in ("IRAQFORCE_FORMAT", "'xml'", "'json'"))


@pytest.mark.parametrize("option", ["--json", "-f json"])
def test_an_option_overrides_a_wrong_format_in_the_environment(option: str, folder: Path) -> None:
    done = run(f"level --date 2021-12 {option}", folder, IRAQFORCE_FORMAT="xml")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["schema"] == "iraqforce.level/1"


@pytest.mark.parametrize(
    "options",
    ["--json", "-f json", "-fjson", "--format=json", "-f jsonl", "--json -f csv", "-f csv --json"],
)
def test_json_may_be_asked_for_in_every_way(options: str, folder: Path) -> None:
    assert record_of(run(f"level {options} --date nonsense", folder))["code"] == "usage"


def test_the_format_of_the_environment_makes_errors_json_and_an_option_overrides_it(folder: Path) -> None:
    assert record_of(run("show nothing", folder, IRAQFORCE_FORMAT="json"))["code"] == "unknown-name"
    done = run("show nothing --format table", folder, IRAQFORCE_FORMAT="json")
    assert done.stderr.startswith("Error: unknown fact 'nothing'")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("empty.yaml", "empty.yaml:1:1: F004 the file is empty"),
        ("latin-1.yaml", "latin-1.yaml:1:10: F002 not UTF-8: byte 0xe9"),
        ("no-yaml.yaml", "no-yaml.yaml:1:12: F003 invalid YAML"),
        ("invalid.yaml", "invalid.yaml:5:5: F101 unknown key 'nmae'"),
    ],
)
def test_checking_an_unusable_base_is_an_answer_with_problems(name: str, problem: str, folder: Path) -> None:
    done = run(f"check --base {name}", folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert problem in done.stdout
    assert "INVALID" in done.stdout
    done = run(f"check --base {name} --json", folder)
    assert (done.returncode, done.stderr) == (1, "")
    record = json.loads(done.stdout)
    assert (record["schema"], record["ok"]) == ("iraqforce.check/1", False)
    assert problem.split()[1] in [each["code"] for each in record["problems"]]
