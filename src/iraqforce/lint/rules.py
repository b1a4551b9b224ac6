"""The rules of a fact base: the lint functions by code, and the texts of every rule.

Errors are found in `loading`. rules.yaml has the texts and examples of all rules, and is read only when a
text is needed. The meaning of a code never changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, NamedTuple

import yaml

from iraqforce.errors import UnknownNameError
from iraqforce.lint.context import Context, Finding
from iraqforce.lint.date_rules import day_left_out, period_end_without_day, source_after_update
from iraqforce.lint.place_rule import other_place_named
from iraqforce.lint.record_rules import (
    count_worded_differently,
    definition_left_out,
    fraction_of_a_person,
    id_off_pattern,
    number_not_entered,
    part_larger_than_total,
    source_not_cited,
    statement_entered_twice,
)
from iraqforce.lint.sum_rule import sum_not_matching
from iraqforce.loading.yaml_nodes import LOADER
from iraqforce.model.choices import Severity
from iraqforce.model.result import Result

LINT_RULES: Final[dict[str, Callable[[Context], Iterator[Finding]]]] = {
    "F301": statement_entered_twice,
    "F303": count_worded_differently,
    "F304": part_larger_than_total,
    "F305": sum_not_matching,
    "F306": definition_left_out,
    "F307": source_not_cited,
    "F308": number_not_entered,
    "F309": id_off_pattern,
    "F311": fraction_of_a_person,
    "F312": period_end_without_day,
    "F313": source_after_update,
    "F314": other_place_named,
    "F315": day_left_out,
}
"""Each rule finds warnings in a base without errors, and can be suppressed with a reason."""

UNUSED_SUPPRESSION: Final = "F310"
"""Reported after every other rule has run."""


class Rule(NamedTuple):
    """A rule explained, with examples: parts of a base that are merged with `example_base`."""

    code: Annotated[str, "The code of the rule: F203."]
    severity: Annotated[Severity, "error (the base cannot be used) or warning."]
    suppressible: Annotated[bool, "True if a record can suppress it, with a reason."]
    name: Annotated[str, "The problem in a few words."]
    reason: Annotated[str, "Why it is a rule."]
    fix: Annotated[str, "How to fix the problem."]
    bad: Annotated[str, "An incorrect example, in YAML."]
    good: Annotated[str, "The example corrected."]


@dataclass(frozen=True, repr=False)
class RuleList(Result):
    """Rules of a fact base, explained."""

    schema: ClassVar[str] = "iraqforce.rules/1"
    _lists: ClassVar[str] = "rules"

    rules: Annotated[tuple[Rule, ...], "The rules, by code."]


class ExampleBase(NamedTuple):
    """A small base without problems, and its articles by their paths."""

    base: str
    articles: dict[str, str]


def explain(code: str) -> RuleList:
    """The rule of that code in any case, or every rule for `all`. Raises UnknownNameError."""
    rules = all_rules()
    if code.lower() == "all":
        return RuleList(rules)
    found = tuple(rule for rule in rules if rule.code == code.upper())
    if not found:
        known = [rule.code for rule in rules]
        raise UnknownNameError("rule", code, known, listed_by="`iraqforce check --explain all`")
    return RuleList(found)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by its code."""
    return tuple(Rule(code, **texts) for code, texts in _texts()["rules"].items())


def example_base() -> ExampleBase:
    """The base that the examples of the rules are merged with."""
    return ExampleBase(_texts()["base"], _texts()["articles"])


@cache
def _texts() -> Any:
    content = Path(__file__).with_name("rules.yaml").read_text(encoding="utf-8")
    return yaml.load(content, Loader=LOADER)  # noqa: S506 - it is safe
