"""Every rule is told by its bad example, and by nothing else; its good example has no problem at all."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import iraqforce.rules
from iraqforce.facts import AcceptableRule
from iraqforce.locations import given
from iraqforce.problems import Problem
from iraqforce.reading.base import inspect
from iraqforce.rules import JUDGED_ERRORS, RULES, rules
from iraqforce.rules.example import ARTICLES, BASE
from iraqforce.rules.rule import Rule

HEADER = "name: more\ntitle: A part of a base\n"
ALONE = ("F002", "F003", "F004")
"""What is wrong with these is wrong with the file, and their examples are whole files."""


def told(folder: Path, code: str, part: str, encoding: str = "utf-8") -> list[Problem]:
    """The problems of the example's base merged with the part."""
    for name, text in {**ARTICLES, "base.yaml": BASE}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    whole = part if code in ALONE else HEADER + part
    (folder / "part.yaml").write_bytes(whole.encode(encoding))
    files = [given(str(folder / name)) for name in ("base.yaml", "part.yaml")]
    return list(inspect(files, codes=RULES).problems)


def by_code(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", rules(), ids=by_code)
def test_the_bad_example_is_told_under_this_code_alone(rule: Rule, tmp_path: Path) -> None:
    # Both examples of F002 are the same words: what differs is how they are saved.
    encoding = "latin-1" if rule.code == "F002" else "utf-8"
    problems = told(tmp_path, rule.code, rule.bad, encoding)
    assert {(each.code, each.severity) for each in problems} == {(rule.code, rule.severity)}
    assert problems[0].at.path.endswith("part.yaml")


@pytest.mark.parametrize("rule", rules(), ids=by_code)
def test_the_good_example_has_no_problem(rule: Rule, tmp_path: Path) -> None:
    assert told(tmp_path, rule.code, rule.good) == []


@pytest.mark.parametrize("rule", rules(), ids=by_code)
def test_a_rule_says_why_and_how_to_mend(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.fix.endswith(".")


@pytest.mark.parametrize("rule", rules(), ids=by_code)
def test_the_examples_differ(rule: Rule) -> None:
    # One is made from the other: a `replace` that finds nothing to replace leaves them the same.
    assert (rule.bad == rule.good) == (rule.code == "F002")


def test_every_file_of_the_folder_is_a_rule_in_the_list() -> None:
    folder = Path(iraqforce.rules.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "rule", "linter", "example"}
    assert sorted(files) == sorted(RULES.values())


def test_every_rule_has_the_code_that_it_is_listed_under() -> None:
    assert [rule.code for rule in rules()] == list(RULES) == sorted(RULES)


def test_what_may_be_acknowledged_is_what_a_judge_finds() -> None:
    assert get_args(AcceptableRule) == tuple(rule.code for rule in rules() if rule.acceptable)


def test_a_base_is_not_answered_from_before_every_judged_error_was_looked_for() -> None:
    judged = [rule.code for rule in rules() if rule.judge is not None and rule.severity == "error"]
    assert list(JUDGED_ERRORS) == judged
