"""Ids → references to their facts and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.citing.reference import distinct, of_base, of_fact, of_source, of_tool
from iraqforce.citing.view import CiteView
from iraqforce.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.citing import Style
    from iraqforce.citing.reference import Reference
    from iraqforce.store.protocol import Store


def cited(store: Store, ids: Sequence[str], style: Style, *, tool: bool) -> CiteView:
    """References to what has these ids, and with `tool` to iraqforce and the base. Raises UnknownIdError."""
    references = [reference for name in dict.fromkeys(ids) for reference in _of(store, name)]
    if tool:
        references += [of_tool(), of_base(store.summary)]
    return CiteView(distinct(references), style, store.summary)


def _of(store: Store, name: str) -> Iterator[Reference]:
    """The fact and the source of that id, of which there may be one or both. Raises UnknownIdError."""
    errors = []
    try:
        fact = store.fact(name)
        paragraph = store.paragraph(fact)
        yield of_fact(fact, paragraph.text[paragraph.start : paragraph.end] if paragraph else None)
    except UnknownNameError as error:
        errors.append(error)
    try:
        yield of_source(store.source(name))
    except UnknownNameError as error:
        errors.append(error)
    if len(errors) == 2:
        raise UnknownIdError(name, [error.hint for error in errors if error.hint])


class UnknownIdError(UnknownNameError):
    """An id that no fact and no source has."""

    def __init__(self, name: str, hints: list[str]) -> None:
        from difflib import SequenceMatcher

        meant = [hint for hint in hints if hint.startswith("did you mean")]
        nearest = max(meant, key=lambda hint: SequenceMatcher(None, hint, name).ratio(), default=None)
        listed = "`iraqforce facts` and `iraqforce sources` list what there is"
        # The hint is the better of two, which were made of the names there are.
        super(UnknownNameError, self).__init__(f"unknown fact or source '{name}'", hint=nearest or listed)
