"""`iraqforce.show/1`: one fact whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.contract.fields import part, record, text, whole
from iraqforce.contract.publishing import published

if TYPE_CHECKING:
    from iraqforce.contract.fields import Schema


def show() -> Schema:
    """What `iraqforce show --json` prints."""
    paragraph = {
        "text": text("The whole paragraph."),
        "start": whole("Where the quote begins in it, in characters from 0."),
        "end": whole("Where the quote ends in it, in characters from 0; this character is no part of it."),
    }
    return published(
        "iraqforce.show/1",
        "The fact of iraqforce show",
        "One fact with its source and the paragraph that its quote stands in.",
        {
            "fact": part("fact"),
            "paragraph": record(
                "The paragraph of the article that holds the quote.", paragraph, null="none is stored"
            ),
            "source": part("source"),
            "base": part("base"),
        },
    )
