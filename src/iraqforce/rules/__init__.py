"""The rules of a fact base, one file a rule. What F0, F1 and F2 are about is found by reading itself; those
of F3 have judges, which look at checked facts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.rules.rule import Rule

RULES: Final = {
    "F002": "not_utf_8",
    "F003": "not_yaml",
    "F004": "empty_file",
    "F005": "key_given_twice",
    "F101": "unknown_key",
    "F102": "missing_key",
    "F103": "wrong_type",
    "F104": "not_a_date",
    "F105": "not_a_count",
    "F106": "not_a_choice",
    "F107": "not_well_formed",
    "F108": "keys_that_exclude",
    "F109": "todo_left",
    "F111": "id_given_twice",
    "F112": "reference_to_nothing",
    "F113": "circle",
    "F201": "unreadable_article",
    "F202": "quote_not_found",
    "F203": "count_not_in_quote",
    "F204": "changed_article",
    "F205": "article_outside",
    "F301": "statement_entered_twice",
    "F302": "as_of_after_publication",
    "F303": "count_worded_otherwise",
    "F304": "part_larger_than_whole",
    "F305": "sum_that_does_not_add_up",
    "F306": "definition_left_out",
    "F307": "source_not_cited",
    "F308": "number_not_entered",
    "F309": "id_off_pattern",
    "F310": "idle_acknowledgement",
    "F311": "part_of_a_person",
}
"""Every code there is, with the module of this folder that tells of it. A code never changes its meaning."""

JUDGED_ERRORS: Final = ("F302",)
"""The errors that a judge finds: a base is not answered from before these have spoken."""


def rules(codes: Iterable[str] = RULES) -> list[Rule]:
    """The rules of those codes, or every rule, in the order of their codes. Raises KeyError."""
    return [import_module(f"iraqforce.rules.{RULES[code]}").RULE for code in codes]
