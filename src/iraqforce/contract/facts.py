"""`iraqforce.facts/1` and `iraqforce.fact/1`: a list of facts, and one of them on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.contract.fields import listing, part
from iraqforce.contract.parts import FACT_FIELDS
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema


def facts() -> Schema:
    """What `iraqforce facts --json` prints."""
    return published(
        "iraqforce.facts/1",
        "The list of iraqforce facts",
        "The facts that match every filter, from the oldest date to the newest.",
        {"facts": listing(part("fact"), "The facts; empty where none matches."), "base": part("base")},
    )


def fact() -> Schema:
    """A line of `iraqforce facts --format jsonl`."""
    return published(
        "iraqforce.fact/1",
        "A line of iraqforce facts",
        "One statement taken from one source, with the words it was taken from.",
        FACT_FIELDS,
    )
