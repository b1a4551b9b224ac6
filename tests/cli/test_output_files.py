"""`-o FILE` of every command that prints data: the format, whole or not at all, and what is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iraqforce.cli.streams import Destination, writing
from iraqforce.loading.locations import bundled
from made_bases import base, level
from processes import environment, iraqforce

ARTICLE = next(Path(bundled("articles")[0].folder, "seeds").glob("000_*.txt"))
COMMANDS = [
    "level --date 2016-03-25",
    "level --date 2016-03-25 --date 2021-12",
    "timeline --from 2021",
    "facts --kind level",
    "show us-iraq-2016-03-25-press",
    "sources",
    "search 2,500",
    "compare 2016-03-25 2021-12",
    "cite us-iraq-2016-03-25-press",
    "check",
    "check --explain F305",
    f"draft {ARTICLE}",
    "draft --missing",
]
ENDINGS = {"jsonl": "jsonl", "csv": "csv", "md": "markdown", "txt": "table"}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_extension_selects_what_standard_output_would_get(
    tmp_path: Path, command: str, ending: str
) -> None:
    printed = iraqforce(f"{command} --format {ENDINGS[ending]}", cwd=tmp_path)
    done = iraqforce(f"{command} -o a.{ending}", cwd=tmp_path, FORCE_COLOR="1")
    assert (done.returncode, done.stdout) == (printed.returncode, "")
    assert done.stderr.endswith(f"a.{ending}: written\n{printed.stderr}")
    assert (tmp_path / f"a.{ending}").read_bytes() == printed.stdout.encode()
    assert [each.name for each in tmp_path.iterdir()] == [f"a.{ending}"]


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        ("level --date 2021-12 -o A.JSON", "A.JSON", '{\n  "schema": "iraqforce.level/1"'),
        ("level --date 2021-12 -o a.anything --json", "a.anything", '{\n  "schema": "iraqforce.level/1"'),
        ("level 2021-12 -f markdown -o a.txt", "a.txt", "## U.S. troops"),
        ("level 2016 2017 -o a.json", "a.json", '{\n  "schema": "iraqforce.levels/1",\n  "answers": [\n'),
        ("level 2016 2017 --json -o a.json", "a.json", '{\n  "schema": "iraqforce.levels/1"'),
        ("level 2016 2017 -o a.jsonl", "a.jsonl", '{"schema": "iraqforce.level/1"'),
        ("check -f sarif -o a.json", "a.json", '{\n  "$schema"'),
        ("level --date 2021-12 --output a.anything -f markdown", "a.anything", "## U.S. troops"),
        ("level --date 2021-12 -o a.csv --excel", "a.csv", "\ufeffforce,place,date"),
        ("level --date 2021-12 --date 2016 -o a.csv --excel", "a.csv", "\ufeffforce,place,date"),
        ("facts --columns id -o a.csv --excel", "a.csv", "\ufeffid\n"),
        ("check -o a.sarif", "a.sarif", '{\n  "$schema": "https://docs.oasis-open.org/sarif'),
        (f"draft {ARTICLE} -o a.yaml", "a.yaml", "name:"),
        ("schema level -o a.json", "a.json", '{\n  "$schema"'),
        ("cite us-iraq-2016-03-25-press -o a.bib", "a.bib", "@"),
        ("cite us-iraq-2016-03-25-press -o a.ris", "a.ris", "TY  - "),
        ("cite us-iraq-2016-03-25-press -o a.json --style csl-json", "a.json", "["),
        ("cite us-iraq-2016-03-25-press -o a.json", "a.json", '{\n  "schema": "iraqforce.cite/1"'),
        ("cite us-iraq-2016-03-25-press -o a.csv --style ris", "a.csv", "id,kind,"),
    ],
)
def test_options_and_more_extensions_select_the_format(
    tmp_path: Path, command: str, name: str, begins: str
) -> None:
    assert iraqforce(command, cwd=tmp_path).returncode == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_setting_gives_the_format_only_if_the_extension_gives_none(tmp_path: Path) -> None:
    assert iraqforce("level --date 2021-12 -o a.csv", cwd=tmp_path, IRAQFORCE_FORMAT="json").returncode == 0
    assert iraqforce("level --date 2021-12 -o a.data", cwd=tmp_path, IRAQFORCE_FORMAT="json").returncode == 0
    assert (tmp_path / "a.csv").read_text().startswith("force,")
    assert json.loads((tmp_path / "a.data").read_text())["level"]["value"] == 2500


def test_a_hyphen_is_standard_output() -> None:
    assert iraqforce("level --date 2021-12 -o -").stdout == iraqforce("level --date 2021-12").stdout


def test_a_command_without_an_answer_writes_it_and_keeps_its_exit_code(tmp_path: Path) -> None:
    assert iraqforce("level --date 2000 -o a.txt", cwd=tmp_path).returncode == 1
    assert "No figure is available" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert iraqforce("search nothingatall -o b.txt", cwd=tmp_path).returncode == 1
    assert (tmp_path / "b.txt").exists()


def test_dates_of_standard_input_become_a_file_and_errors_stay_on_stderr(tmp_path: Path) -> None:
    done = iraqforce("level --date - -o a.csv", cwd=tmp_path, stdin="2016-03-25\nsoon\n2021-12\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "line 2: " in done.stderr
    assert done.stderr.endswith("a.csv: written\n")
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()
    asked = [line.split(",")[2] for line in lines if line.startswith(("force,", "us,iraq,"))]
    assert asked == ["date", "2016-03-25", "2021-12"]


def test_what_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), writing(Destination(str(tmp_path / "a.csv"))) as stream:  # noqa: PT012
        stream.write("half of it")
        stream.flush()
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    ("level -o there.csv", 2, "exists", "there.csv already exists"),
    ("level -o folder.csv --overwrite", 2, "exists", "folder.csv is a folder"),
    ("level -o pipe.csv --overwrite", 2, "exists", "pipe.csv is not a regular file"),
    ("level -o none/a.csv", 3, "output", "none/a.csv cannot be written: folder /"),
    (
        "level -o a.xlsx",
        2,
        "ending",
        "a.xlsx: unsupported format '.xlsx' for Excel, write CSV: --excel -o a.csv",
    ),
    ("level -o a.cvs", 2, "ending", "did you mean '.csv'?"),
    ("level -o a", 2, "ending", "a: no file extension known: .json, .jsonl, .csv, .md, .txt"),
    ("level -o ''", 2, "usage", "-o needs the name of a file."),
    ("level --overwrite", 2, "usage", "--overwrite needs -o FILE."),
    ("level --date 2016 -o a.csv --base none.yaml", 3, "base", "no such file"),
    ("level --date 2016 -o a.csv --force xx", 2, "unknown-name", "unknown force 'xx'"),
    ("facts -f csv -o own.yaml --base own.yaml --overwrite", 3, "output", "own.yaml is an input"),
    (f"draft {ARTICLE} -o own.yaml --base own.yaml --overwrite", 3, "output", "own.yaml is an input"),
    ("schema level -o there.csv", 2, "exists", "there.csv already exists"),
    ("check --explain F305 -o there.csv", 2, "exists", "there.csv already exists"),
]


@pytest.mark.parametrize(("command", "exit_code", "code", "words"), REFUSED)
def test_what_cannot_be_written_is_an_error_and_changes_nothing(
    tmp_path: Path, command: str, exit_code: int, code: str, words: str
) -> None:
    (tmp_path / "there.csv").write_text("before")
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    own = base(tmp_path, level("a", "2016", "1")).rename(tmp_path / "own.yaml")
    before = own.read_text()
    done = iraqforce(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (exit_code, "")
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "folder.csv",
        "own.yaml",
        "pipe.csv",
        "there.csv",
    ]
    assert ((tmp_path / "there.csv").read_text(), own.read_text()) == ("before", before)


def test_the_extension_makes_no_error_json_and_an_option_does(tmp_path: Path) -> None:
    assert iraqforce("level --force xx -o a.json", cwd=tmp_path).stderr.startswith("Error: ")
    error = json.loads(iraqforce("level --force xx -o a.json --json", cwd=tmp_path).stderr)
    assert error["code"] == "unknown-name"


def test_an_existing_file_is_replaced_with_overwrite_also_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    with (tmp_path / "a.txt").open() as in_use:
        assert iraqforce("level --date 2021-12 -o a.txt --overwrite", cwd=tmp_path).returncode == 0
        assert in_use.read() == "before"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("U.S. troops")


@pytest.mark.parametrize(
    "command",
    [
        "level 2019-03 -o my/example.txt",
        "check -o my/example.txt",
        "draft --missing -o link.txt",
        "draft my/example.txt -o my/example.txt",
        "verify my/example.txt -o link.txt",
        "chart --format svg -o my/example.txt",
    ],
)
def test_what_a_command_reads_is_not_replaced(tmp_path: Path, command: str) -> None:
    assert iraqforce("init my", cwd=tmp_path).returncode == 0
    (tmp_path / "link.txt").symlink_to("my/example.txt")
    before = (tmp_path / "my" / "example.txt").read_bytes()
    done = iraqforce(f"{command} --overwrite --base my/facts.yaml", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.splitlines()[-2:] == [
        f"Error: {command.rsplit(maxsplit=1)[-1]} is an input; the output would replace it",
        "  choose another name",
    ]
    assert (tmp_path / "my" / "example.txt").read_bytes() == before
    assert sorted(each.name for each in (tmp_path / "my").iterdir()) == ["example.txt", "facts.yaml"]


# Nothing is forbidden to root, but to one without these rights.
AS_ANYONE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


@pytest.mark.skipif(bool(AS_ANYONE) and not shutil.which("setpriv"), reason="root, and no setpriv")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("facts -o a.csv", "a.csv cannot be written: no write permission for /"),
        ("export -o a/", "a/ cannot be written: no write permission for /"),
        ("export -o own.yaml --overwrite", "own.yaml cannot be written: no write permission for /"),
        ("level --base own.yaml", "own.yaml cannot be read: Permission denied"),
        ("level --base shut", "shut is a directory give a file; `iraqforce init"),
        ("init shut", "shut cannot be written: "),
        ("check own.yaml", "own.yaml cannot be read: Permission denied"),
        ("verify own.yaml", "own.yaml cannot be read: Permission denied"),
        ("draft own.yaml", "own.yaml cannot be read: Permission denied"),
    ],
)
def test_what_the_user_may_not_do_is_an_error(tmp_path: Path, command: str, words: str) -> None:
    base(tmp_path, level("a", "2016", "1")).rename(tmp_path / "own.yaml").chmod(0)
    (tmp_path / "shut").mkdir(0o400)
    tmp_path.chmod(0o500)
    words_of_command = [*AS_ANYONE, sys.executable, "-m", "iraqforce", *command.split()]
    done = subprocess.run(
        words_of_command, env=environment(), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    tmp_path.chmod(0o700)
    assert (done.returncode, done.stdout) == (3, "")
    assert words in " ".join(done.stderr.split())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["own.yaml", "shut"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--json --format csv", "--format csv and --json contradict each other: choose one format."),
        ("--json --format jsonl", "--format jsonl and --json contradict"),
        ("--excel --json", "--json and --excel contradict"),
        ("--excel -f markdown", "--format markdown and --excel contradict"),
    ],
)
def test_options_that_ask_for_two_formats_are_refused(options: str, words: str) -> None:
    done = iraqforce(f"level --date 2021-12 {options}")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize("options", ["--json --format json", "--json --json", "--excel -f csv"])
def test_options_that_ask_for_the_same_format_are_not(options: str) -> None:
    assert iraqforce(f"level --date 2021-12 {options}", IRAQFORCE_FORMAT="markdown").returncode == 0


def test_csv_for_excel_is_csv_after_a_byte_order_mark() -> None:
    excel = iraqforce("facts --limit 3 --excel").stdout
    assert excel == "\ufeff" + iraqforce("facts --limit 3 -f csv").stdout


@pytest.mark.parametrize(
    ("command", "option", "own"),
    [
        ("facts -o f.csv -f json", "--format json", "f.json"),
        ("level 2016 -o f.csv --json", "--json", "f.json"),
        ("facts -o k.json --excel", "--excel", "k.csv"),
        ("check -o a.sarif -f json", "--format json", "a.json"),
        ("cite --tool -o k.bib --style ris", "--style ris", "k.ris"),
        ("cite --tool -o k.md --style bibtex", "--style bibtex", "k.bib"),
        ("export -o f.jsonl -f csv", "--format csv", "f.csv"),
        ("export -o dp/ -f csv", "--format csv", "dp.csv"),
        ("export -o f.csv -f datapackage", "--format datapackage", "f/"),
        ("chart -o a.png -f svg", "--format svg", "a.svg"),
    ],
)
def test_an_extension_of_another_format_is_refused(
    tmp_path: Path, command: str, option: str, own: str
) -> None:
    done = iraqforce(command, cwd=tmp_path)
    named = command.split()[command.split().index("-o") + 1]
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    message = f"{option} and '{named}' contradict each other: name the file '{own}', or leave out {option}."
    assert message in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "series --every YEAR --from 2020 --to 2021",
        "timeline --axis Linear",
        "cite --tool --style RIS",
        "level 2016 -f JSON",
        "facts --kind Event",
        "completion BASH",
    ],
)
def test_a_choice_is_understood_in_any_case(command: str) -> None:
    done, lower = iraqforce(command), iraqforce(command.lower())
    assert (done.returncode, done.stdout) == (0, lower.stdout)


def test_the_format_of_the_environment_is_understood_in_any_case() -> None:
    done = iraqforce("level 2016 --place irqa", IRAQFORCE_FORMAT="JSON")
    assert done.stderr.startswith('{"schema": "iraqforce.error/1"')


def test_lines_that_are_not_dates_are_not_in_the_one_object_of_a_file(tmp_path: Path) -> None:
    done = iraqforce("level - -o a.json", cwd=tmp_path, stdin="2016\nsoon\n2017\n")
    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [each["question"]["date"]["text"] for each in written["answers"]] == ["2016", "2017"]
    assert (done.returncode, done.stderr.splitlines()[0][:22]) == (1, "Error: line 2: 'soon' ")
