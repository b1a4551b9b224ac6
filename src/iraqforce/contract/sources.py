"""`iraqforce.sources/1` and `iraqforce.source/1`: the documents, and one of them on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.contract.fields import listing, part
from iraqforce.contract.parts import SOURCE_FIELDS
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema


def sources() -> Schema:
    """What `iraqforce sources --json` prints."""
    return published(
        "iraqforce.sources/1",
        "The list of iraqforce sources",
        "Every source of the base, or the one that was asked for with its facts.",
        {
            "sources": listing(part("source"), "The sources, in the order of the base."),
            "facts": listing(
                part("fact"),
                "The facts taken from the source, from the oldest date to the newest.",
                null="no source was named",
            ),
            "base": part("base"),
        },
    )


def source() -> Schema:
    """A line of `iraqforce sources --format jsonl`."""
    return published("iraqforce.source/1", "A line of iraqforce sources", "A document.", SOURCE_FIELDS)
