"""`iraqforce check` as a user runs it: which files it takes, how it ends, and what each format has."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from iraqforce.lint.rules import all_rules, example_base
from processes import iraqforce

BASE, ARTICLES = example_base()
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
CODES = [rule.code for rule in all_rules()]


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
    """The line of the base with these words."""
    return base[: base.index(words)].count("\n") + 1


def problem_lines(done: CompletedProcess[str]) -> list[str]:
    """The first line of each problem."""
    return [line for line in done.stdout.splitlines() if ".yaml:" in line and not line.startswith(" ")]


def rows(done: CompletedProcess[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_a_good_file_is_valid_and_says_what_was_checked(folder: Path) -> None:
    done = check("good.yaml", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "No problems found  VALID\n\n"
        "Checked 7 facts: 6 quotes (5 exact, 1 differs only in punctuation), 6 counts, 2 article checksums; "
        "1 fact cited without a quote.\n"
    )


def test_each_of_several_files_is_a_base_and_they_are_counted_together(folder: Path) -> None:
    done = check("good.yaml warned.yaml wrong.yaml", folder)
    assert (done.returncode, done.stderr) == (1, "")
    warned, wrong = line_of(WARNED, "troops-of-2017"), line_of(WRONG, "count: 700")
    off_pattern = "ID 'troops-of-2017' does not follow the base's pattern {force}-{place}-*"
    assert problem_lines(done) == [
        f"warned.yaml:{warned}:9: F309 warning: {off_pattern}",
        f"wrong.yaml:{wrong}:12: F203 count 700 not found in the quote",
    ]
    assert "1 error and 1 warning  INVALID" in done.stdout
    checked = "Checked 21 facts: 18 quotes (15 exact, 3 differ only in punctuation), "
    assert done.stdout.splitlines()[-1].startswith(checked)


def test_missing_files_are_all_reported_and_hide_no_other(folder: Path) -> None:
    done = check("gone.yaml wrong.yaml lost.yaml", folder)
    assert done.returncode == 3
    assert [line.split()[1] for line in problem_lines(done)] == ["F203"]
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error")]
    assert errors == [f"Error: {name}.yaml: no such file" for name in ("gone", "lost")]


@pytest.mark.parametrize("words", ["empty.yaml", "good.yaml empty.yaml"])
def test_an_empty_file_is_an_error(words: str, folder: Path) -> None:
    done = check(words, folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert problem_lines(done) == ["empty.yaml:1:1: F004 the file is empty"]


def test_a_base_without_facts_is_not_valid(folder: Path) -> None:
    empty = "name: none\ntitle: No facts\nforces: {}\nplaces: {}\nsources: {}\nfacts: []\n"
    (folder / "facts.yaml").write_text(empty)
    done = check("--base facts.yaml", folder)
    first = "Nothing to check: the base has no facts  INVALID"
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, first)


def test_a_file_may_rest_on_the_base_that_is_named(folder: Path) -> None:
    (folder / "part.yaml").write_text(PART, encoding="utf-8")
    assert check("part.yaml", folder).returncode == 1
    assert check("part.yaml", folder, IRAQFORCE_BASE="good.yaml").returncode == 1
    done = check("--base good.yaml part.yaml good.yaml", folder)
    assert (done.returncode, done.stdout.splitlines()[-1].split(":")[0]) == (0, "Checked 15 facts")


def test_a_file_overrides_the_base_of_the_environment(folder: Path) -> None:
    assert check("good.yaml", folder, IRAQFORCE_BASE="wrong.yaml").returncode == 0
    assert check("", folder, IRAQFORCE_BASE="wrong.yaml").returncode == 1


def test_a_name_that_begins_with_a_hyphen_may_follow_two(folder: Path) -> None:
    (folder / "-x.yaml").write_text(BASE, encoding="utf-8")
    assert check("-- -x.yaml", folder).returncode == 0


def test_a_warning_is_an_error_only_with_strict(folder: Path) -> None:
    lenient, strict = check("warned.yaml", folder), check("warned.yaml --strict", folder)
    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert "1 warning  VALID" in lenient.stdout
    assert "1 warning  INVALID" in strict.stdout
    assert check("good.yaml --strict", folder).returncode == 0


@pytest.mark.parametrize("fmt", ["table", "text", "json", "jsonl", "csv", "markdown", "github", "sarif"])
@pytest.mark.parametrize(("name", "code"), [("warned", 0), ("wrong", 1)])
def test_every_format_exits_alike_and_lines_leave_the_summary_to_stderr(
    name: str, code: int, fmt: str, folder: Path
) -> None:
    done = check(f"{name}.yaml --format {fmt}", folder)
    summary = (
        "Checked 7 facts: 6 quotes (5 exact, 1 differs only in punctuation)"
        if fmt in ("jsonl", "csv")
        else ""
    )
    assert (done.returncode, done.stderr.split("),")[0] + ")" * bool(summary)) == (code, summary)


def test_text_is_another_name_of_table(folder: Path) -> None:
    text, table = (check(f"wrong.yaml --format {fmt}", folder) for fmt in ("text", "table"))
    assert text.stdout == table.stdout
    assert check("good.yaml", folder, IRAQFORCE_FORMAT="text").returncode == 0


@pytest.mark.parametrize("fmt", ["text", "github", "sarif"])
def test_formats_of_this_command_are_unknown_to_others(fmt: str, folder: Path) -> None:
    done = iraqforce(f"facts --format {fmt}", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")


def shape(value: object) -> object:
    """The keys of a JSON value, and of what it has; lists are left out."""
    return {key: shape(each) for key, each in value.items()} if isinstance(value, dict) else None


def test_json_has_one_shape_with_problems_and_without(folder: Path) -> None:
    files = ("good.yaml", "warned.yaml", "wrong.yaml", "empty.yaml", "good.yaml --strict")
    records = [json.loads(check(f"{words} --json", folder).stdout) for words in files]
    assert len({json.dumps(shape(record)) for record in records}) == 1
    assert [record["ok"] for record in records] == [True, True, False, False, True]
    assert [len(record["problems"]) for record in records] == [0, 1, 1, 1, 0]
    assert records[0]["summary"] == {
        "facts": 7,
        "quotes": {"exact": 5, "punctuation": 1, "elsewhere": 0, "absent": 0},
        "cited": 1,
        "counts": 6,
        "articles": {"unchanged": 2, "changed": 0},
        "errors": 0,
        "warnings": 0,
    }


def test_lines_rows_and_annotations_are_the_problems(folder: Path) -> None:
    lines = check("wrong.yaml --format jsonl", folder).stdout.splitlines()
    assert [(json.loads(line)["schema"], json.loads(line)["code"]) for line in lines] == [
        ("iraqforce.problem/1", "F203")
    ]
    found = rows(check("wrong.yaml --format csv", folder))
    assert [(row["path"], row["line"], row["code"], row["severity"]) for row in found] == [
        ("wrong.yaml", str(line_of(WRONG, "count: 700")), "F203", "error")
    ]
    assert rows(check("good.yaml --format csv", folder)) == []
    annotations = check("wrong.yaml warned.yaml --format github", folder).stdout.splitlines()
    assert [line.split(",")[0] for line in annotations[:-1]] == [
        "::warning file=warned.yaml",
        "::error file=wrong.yaml",
    ]
    assert annotations[-1].startswith("::notice::Checked 14 facts")


# Explaining a rule


@pytest.mark.parametrize(
    "words", ["good.yaml", "--strict", "--base good.yaml", "--format sarif", "--format github"]
)
def test_an_explanation_takes_nothing_that_is_about_a_base(words: str, folder: Path) -> None:
    done = check(f"--explain F301 {words}", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--explain cannot be combined with files, --base, --strict" in done.stderr
    assert check("--explain F301", folder, IRAQFORCE_BASE="nowhere.yaml").returncode == 0


@pytest.mark.parametrize("code", ["F305", "f305"])
def test_a_rule_is_explained_by_its_code_in_any_case(code: str, folder: Path) -> None:
    done = check(f"--explain {code}", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("F305: total and change do not add up  WARNING\n")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("F205a", "did you mean 'F205'?"),
        ("F3055", "did you mean 'F305'?"),
        ("x", "run `iraqforce check --explain all` for a list"),
        ("''", "run `iraqforce check --explain all` for a list"),
    ],
)
def test_an_unknown_code_gets_the_nearest(code: str, hint: str, folder: Path) -> None:
    done = check(f"--explain {code}", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


@pytest.mark.parametrize("which", ["all", "ALL"])
def test_all_rules_are_explained_at_once(which: str, folder: Path) -> None:
    lines = check(f"--explain {which}", folder).stdout.splitlines()
    assert [line.split(":")[0] for line in lines if line.endswith(("ERROR", "WARNING"))] == CODES


def test_rules_are_objects_lines_and_rows(folder: Path) -> None:
    record = json.loads(check("--explain F305 --json", folder).stdout)
    assert record["schema"] == "iraqforce.rules/1"
    (rule,) = record["rules"]
    assert (rule["code"], rule["severity"], rule["suppressible"]) == ("F305", "warning", True)
    lines = check("--explain all --format jsonl", folder).stdout.splitlines()
    assert [json.loads(line)["code"] for line in lines] == CODES
    assert [row["bad"] for row in rows(check("--explain all --format csv", folder))] == [
        rule.bad for rule in all_rules()
    ]
