"""`iraqforce check` as a user runs it: which files it takes, how it ends, and what each format holds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from iraqforce.rules import RULES, rules
from iraqforce.rules.example import ARTICLES, BASE
from processes import iraqforce

WARNED = BASE.replace("id: us-iraq-2017\n", "id: troops-of-2017\n")
WRONG = BASE.replace("count: 600", "count: 700")
PART = """name: part
title: A part of a base
facts:
  - id: us-iraq-2018
    kind: level
    force: us
    place: iraq
    count: 5,100
    as_of: 2018
    status: actual
    basis: press
    source: yearbook
    locator: table 3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a good base, one with a warning, one with an error and an empty one."""
    written = {"good.yaml": BASE, "warned.yaml": WARNED, "wrong.yaml": WRONG, "empty.yaml": "", **ARTICLES}
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def check(words: str, folder: Path, **settings: str) -> CompletedProcess[str]:
    done = iraqforce(f"check {words}", cwd=folder, **settings)
    assert "Traceback" not in done.stderr
    return done


def line_of(base: str, words: str) -> int:
    """The line of the base on which these words stand."""
    return base[: base.index(words)].count("\n") + 1


def problem_lines(done: CompletedProcess[str]) -> list[str]:
    """The first line of each problem."""
    return [line for line in done.stdout.splitlines() if ".yaml:" in line and not line.startswith(" ")]


def test_a_good_file_is_valid_and_says_what_was_done(folder: Path) -> None:
    done = check("good.yaml", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "No problem  VALID\n\n"
        "7 facts: 6 quotes (5 exact, 1 typographic), 1 cited without a text, 6 counts read in their quotes, "
        "2 articles unchanged.\n"
    )


def test_several_files_are_each_a_base_of_its_own_and_counted_together(folder: Path) -> None:
    done = check("good.yaml warned.yaml wrong.yaml", folder)
    assert (done.returncode, done.stderr) == (1, "")
    warned, wrong = line_of(WARNED, "troops-of-2017"), line_of(WRONG, "count: 700")
    off_pattern = "the id 'troops-of-2017' does not follow the base's pattern {force}-{place}-*"
    assert problem_lines(done) == [
        f"warned.yaml:{warned}:9: F309 warning: {off_pattern}",
        f"wrong.yaml:{wrong}:12: F203 the count 700 is not in the quote",
    ]
    assert "1 error and 1 warning  NOT VALID" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("21 facts: 18 quotes (15 exact, 3 typographic), 3 cited")


def test_the_same_file_twice_is_no_base_of_two_files(folder: Path) -> None:
    assert check("good.yaml good.yaml", folder).returncode == 0
    assert check("--facts good.yaml --facts good.yaml", folder).returncode == 1


def test_a_file_that_is_missing_hides_no_other(folder: Path) -> None:
    done = check("gone.yaml wrong.yaml", folder)
    assert done.returncode == 3
    assert [line.split()[1] for line in problem_lines(done)] == ["F203"]
    assert "gone.yaml: there is no such file" in done.stderr


def test_every_file_that_is_missing_is_told(folder: Path) -> None:
    done = check("gone.yaml lost.yaml", folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert [line.split(":")[1] for line in done.stderr.splitlines() if line.startswith("Error")] == [
        " gone.yaml",
        " lost.yaml",
    ]


@pytest.mark.parametrize("words", ["empty.yaml", "good.yaml empty.yaml"])
def test_an_empty_file_is_no_success(words: str, folder: Path) -> None:
    done = check(words, folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert problem_lines(done) == ["empty.yaml:1:1: F004 the file holds no fact base"]


def test_a_file_may_rest_on_the_base_of_facts(folder: Path) -> None:
    (folder / "part.yaml").write_text(PART, encoding="utf-8")
    assert check("part.yaml", folder).returncode == 1
    done = check("--facts good.yaml part.yaml good.yaml", folder)
    assert (done.returncode, done.stdout.splitlines()[-1].split(":")[0]) == (0, "15 facts")


@pytest.mark.parametrize(
    "words", ["good.yaml", "--strict", "--facts good.yaml", "--format sarif", "--format github"]
)
def test_an_explanation_stands_alone(words: str, folder: Path) -> None:
    done = check(f"--explain F301 {words}", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--explain stands alone" in done.stderr


@pytest.mark.parametrize("fmt", ["jsonl", "csv"])
def test_lines_of_problems_leave_what_was_done_to_stderr(fmt: str, folder: Path) -> None:
    assert check(f"good.yaml --format {fmt}", folder).stderr.startswith("7 facts: 6 quotes (5 exact, 1 typ")


def test_a_file_is_stronger_than_the_base_of_the_environment(folder: Path) -> None:
    assert check("good.yaml", folder, IRAQFORCE_FACTS="wrong.yaml").returncode == 0
    assert check("", folder, IRAQFORCE_FACTS="wrong.yaml").returncode == 1


def test_a_name_that_begins_with_a_hyphen_may_follow_two(folder: Path) -> None:
    (folder / "-x.yaml").write_text(BASE, encoding="utf-8")
    assert check("-- -x.yaml", folder).returncode == 0


def test_a_warning_counts_only_where_it_is_asked_for(folder: Path) -> None:
    lenient, strict = check("warned.yaml", folder), check("warned.yaml --strict", folder)
    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert "1 warning  VALID" in lenient.stdout
    assert "1 warning  NOT VALID" in strict.stdout
    assert check("good.yaml --strict", folder).returncode == 0


@pytest.mark.parametrize("fmt", ["table", "text", "json", "jsonl", "csv", "markdown", "github", "sarif"])
@pytest.mark.parametrize(("name", "code"), [("warned", 0), ("wrong", 1)])
def test_every_format_ends_alike(name: str, code: int, fmt: str, folder: Path) -> None:
    done = check(f"{name}.yaml --format {fmt}", folder)
    assert (done.returncode, bool(done.stderr)) == (code, fmt in ("jsonl", "csv"))


def test_text_is_another_name_of_table(folder: Path) -> None:
    text, table = (check(f"wrong.yaml --format {fmt}", folder) for fmt in ("text", "table"))
    assert text.stdout == table.stdout
    assert check("good.yaml", folder, IRAQFORCE_FORMAT="text").returncode == 0


@pytest.mark.parametrize("fmt", ["text", "github", "sarif"])
def test_a_format_of_this_command_alone_is_unknown_to_others(fmt: str, folder: Path) -> None:
    done = iraqforce(f"facts --format {fmt}", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")


def shape(value: object) -> object:
    """The keys of a JSON value, and of what it holds; lists are left out."""
    return {key: shape(each) for key, each in value.items()} if isinstance(value, dict) else None


def test_json_has_one_shape_with_problems_and_without(folder: Path) -> None:
    files = ("good.yaml", "warned.yaml", "wrong.yaml", "empty.yaml", "good.yaml --strict")
    records = [json.loads(check(f"{words} --json", folder).stdout) for words in files]
    assert len({json.dumps(shape(record)) for record in records}) == 1
    assert list(records[0]) == ["schema", "ok", "strict", "summary", "problems"]
    assert [record["ok"] for record in records] == [True, True, False, False, True]
    assert [len(record["problems"]) for record in records] == [0, 1, 1, 1, 0]
    assert records[0]["summary"] == {
        "facts": 7,
        "quotes": {"exact": 5, "typographic": 1, "elsewhere": 0, "absent": 0},
        "cited": 1,
        "counts": 6,
        "articles": {"unchanged": 2, "changed": 0},
        "errors": 0,
        "warnings": 0,
    }


def test_a_problem_has_one_shape_whatever_it_is(folder: Path) -> None:
    absent = BASE.replace("quote: It will send 217 more", "quote: It will send 217 fewer")
    (folder / "absent.yaml").write_text(absent, encoding="utf-8")
    record = json.loads(check("absent.yaml warned.yaml --json", folder).stdout)
    absent_quote, id_off_pattern = record["problems"]
    assert list(absent_quote) == list(id_off_pattern)
    assert absent_quote["verdict"] == "absent"
    assert absent_quote["nearest"] == {
        "path": "articles/daily.txt",
        "line": 1,
        "column": 71,
        "source": None,
        "text": "It will send 217 more",
        "differences": [[17, 21]],
        "quote_differences": [[17, 22]],
    }
    assert (id_off_pattern["verdict"], id_off_pattern["nearest"]) == (None, None)


def test_lines_and_rows_are_the_problems(folder: Path) -> None:
    lines = check("wrong.yaml --format jsonl", folder).stdout.splitlines()
    assert [(json.loads(line)["schema"], json.loads(line)["code"]) for line in lines] == [
        ("iraqforce.problem/1", "F203")
    ]
    rows = list(csv.DictReader(io.StringIO(check("wrong.yaml --format csv", folder).stdout)))
    assert [(row["path"], row["line"], row["code"], row["severity"]) for row in rows] == [
        ("wrong.yaml", str(line_of(WRONG, "count: 700")), "F203", "error")
    ]
    assert list(csv.DictReader(io.StringIO(check("good.yaml --format csv", folder).stdout))) == []


def test_annotations_are_all_that_is_printed(folder: Path) -> None:
    done = check("wrong.yaml warned.yaml --format github", folder)
    assert [line.split(",")[0] for line in done.stdout.splitlines()[:-1]] == [
        "::warning file=warned.yaml",
        "::error file=wrong.yaml",
    ]
    assert done.stdout.splitlines()[-1].startswith("::notice::14 facts")


@pytest.mark.parametrize("code", ["F305", "f305"])
def test_a_rule_is_explained_by_its_code_in_any_case(code: str, folder: Path) -> None:
    done = check(f"--explain {code}", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("F305: a total and a change that do not add up  WARNING\n")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("F205a", "did you mean 'F205'?"),
        ("F35", "did you mean 'F305'?"),
        ("x", "`iraqforce check --explain all` lists what there is"),
        ("''", "`iraqforce check --explain all` lists what there is"),
    ],
)
def test_a_code_that_there_is_not_has_a_nearest(code: str, hint: str, folder: Path) -> None:
    done = check(f"--explain {code}", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


@pytest.mark.parametrize("which", ["all", "ALL"])
def test_all_are_explained_at_once(which: str, folder: Path) -> None:
    done = check(f"--explain {which}", folder)
    headings = [
        line.split(":")[0] for line in done.stdout.splitlines() if line.endswith(("ERROR", "WARNING"))
    ]
    assert headings == list(RULES)


def test_a_rule_is_one_object_in_each_format_of_data(folder: Path) -> None:
    record = json.loads(check("--explain F305 --json", folder).stdout)
    assert record["schema"] == "iraqforce.rules/1"
    (rule,) = record["rules"]
    assert (rule["code"], rule["severity"], rule["acceptable"]) == ("F305", "warning", True)
    lines = check("--explain all --format jsonl", folder).stdout.splitlines()
    assert [json.loads(line)["code"] for line in lines] == list(RULES)
    rows = list(csv.DictReader(io.StringIO(check("--explain all --format csv", folder).stdout)))
    assert [row["bad"] for row in rows] == [each.bad for each in rules()]


def test_a_rule_explained_in_markdown_is_what_the_page_of_the_rules_has(folder: Path) -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    assert check("--explain F305 --format markdown", folder).stdout in page
