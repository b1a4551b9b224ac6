"""References in CSL-JSON, an array of items as Zotero, pandoc and citeproc take it.

What is inferred stands in brackets where a variable is text; dates are numbers, and the note tells.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from iraqforce.dates import SEASON_FIRST_MONTH, closed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from iraqforce.citing.reference import Cited, Reference
    from iraqforce.dates import PartialDate
    from iraqforce.present.view import Json, Record

_TYPES: Final[dict[Cited, str]] = {
    "fact": "document",
    "source": "document",
    "software": "software",
    "dataset": "dataset",
}


def document(references: Sequence[Reference]) -> str:
    """The array, indented."""
    items = [item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def item(reference: Reference) -> Record:
    """The item; a variable that is not known is left out, as CSL has it."""
    kind = _TYPES[reference.kind]
    author = reference.bracketed("author", reference.author)
    known: Record = {
        "id": reference.key,
        "type": "webpage" if kind == "document" and reference.url else kind,
        "title": reference.bracketed("title", reference.title),
        # A name in one piece: where it parts is not known.
        "author": [{"literal": author}] if author else None,
        "publisher": reference.bracketed("publisher", reference.publisher),
        "issued": _date(reference.published) if reference.published else None,
        "version": reference.version,
        "URL": reference.url,
        "note": " ".join(reference.remarks()) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _date(published: PartialDate) -> Record:
    found: Record
    if published.precision == "interval":
        start, _, end = published.text.partition("/")
        found = {"date-parts": [_parts(closed(start)), _parts(closed(end))]}
    else:
        found = {"date-parts": [_parts(published)]}
    if published.precision == "season":
        found["season"] = list(SEASON_FIRST_MONTH.values()).index(published.starts.month) + 1
    if published.approximate or published.uncertain:
        found["circa"] = True
    return found


def _parts(point: PartialDate) -> Json:
    """Year, month and day, as far as they are known."""
    day: date = point.starts
    match point.precision:
        case "day":
            return [day.year, day.month, day.day]
        case "month":
            return [day.year, day.month]
        case _:
            return [day.year]
