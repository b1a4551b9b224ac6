"""`iraqforce.rules/1` and `iraqforce.rule/1`: the rules of a base explained, and one of them on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.contract.fields import listing, part
from iraqforce.contract.parts import RULE_FIELDS
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema


def rules() -> Schema:
    """What `iraqforce check --explain CODE --json` prints."""
    return published(
        "iraqforce.rules/1",
        "The rules of iraqforce check --explain",
        "The rule that was asked for, or all of them.",
        {"rules": listing(part("rule"), "The rules, by their codes.")},
    )


def rule() -> Schema:
    """A line of `iraqforce check --explain CODE --format jsonl`."""
    return published(
        "iraqforce.rule/1",
        "A line of iraqforce check --explain",
        "One rule of a fact base.",
        RULE_FIELDS,
    )
