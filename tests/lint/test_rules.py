"""rules.yaml: the bad example of each rule has its problem and no other, and its good example has none."""

from pathlib import Path
from typing import get_args

import pytest

from iraqforce.lint.linter import check
from iraqforce.lint.rules import LINT_RULES, UNUSED_SUPPRESSION, Rule, all_rules, example_base, explain
from iraqforce.loading.locations import given
from iraqforce.loading.schema import SuppressibleRule
from iraqforce.problems import Problem
from iraqforce.render.formats import Screen, render

HEADER = "name: more\ntitle: A part of a base\n"
WHOLE_FILES = ("F002", "F003", "F004")
"""These are about the file itself, so their examples are whole files."""

every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def problems(folder: Path, code: str, part: str, encoding: str = "utf-8") -> tuple[Problem, ...]:
    """The problems of the example base merged with the part."""
    base, articles = example_base()
    for name, text in {**articles, "base.yaml": base}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    file = part if code in WHOLE_FILES else HEADER + part
    (folder / "part.yaml").write_bytes(file.encode(encoding))
    return check([[given(str(folder / name)) for name in ("base.yaml", "part.yaml")]]).problems


@every_rule
def test_the_bad_example_has_this_problem_and_no_other(rule: Rule, tmp_path: Path) -> None:
    # Both examples of F002 have the same words: they are saved differently.
    encoding = "latin-1" if rule.code == "F002" else "utf-8"
    found = problems(tmp_path, rule.code, rule.bad, encoding)
    assert {(each.code, each.severity) for each in found} == {(rule.code, rule.severity)}
    assert found[0].at.path.endswith("part.yaml")


@every_rule
def test_the_good_example_has_no_problem(rule: Rule, tmp_path: Path) -> None:
    assert problems(tmp_path, rule.code, rule.good) == ()


@every_rule
def test_a_rule_says_why_and_how_to_fix_and_its_examples_differ(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.fix.endswith(".")
    assert (rule.bad == rule.good) == (rule.code == "F002")


def test_the_codes_are_in_order() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))


def test_the_warnings_are_the_lint_rules() -> None:
    warnings = [rule.code for rule in all_rules() if rule.severity == "warning"]
    assert warnings == sorted([*LINT_RULES, UNUSED_SUPPRESSION])


def test_the_rules_that_may_be_suppressed_are_those_that_a_record_may_name() -> None:
    suppressible = tuple(rule.code for rule in all_rules() if rule.suppressible)
    assert suppressible == get_args(SuppressibleRule) == tuple(sorted([*LINT_RULES, "F302"]))


def test_every_lint_rule_begins_its_docstring_with_its_code() -> None:
    assert [(rule.__doc__ or "")[:4] for rule in LINT_RULES.values()] == list(LINT_RULES)


def test_the_page_of_the_rules_is_current() -> None:
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    assert "".join(render(explain("all"), "markdown", Screen())) == page
