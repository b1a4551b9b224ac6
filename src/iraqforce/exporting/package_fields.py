"""The tables of a data package: the fields of each as Table Schema describes them, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from iraqforce import facts
from iraqforce.counts import Qualifier
from iraqforce.exporting.columns import COLUMNS, Type, flat_row
from iraqforce.present.records import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iraqforce.exporting.exported import Exported
    from iraqforce.present.view import Cell, Json, Record

Row = tuple["Cell", ...]


class Resource(NamedTuple):
    """A table: its fields by name, and for each reference a field and the table it names (None: its own)."""

    title: str
    fields: Mapping[str, Record]
    references: tuple[tuple[str, str | None], ...]
    rows: Callable[[Exported], Iterable[Row]]


_TYPES: Final[dict[Type, str]] = {"text": "string", "number": "number", "date": "date", "truth": "boolean"}
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "kind": get_args(facts.Kind),
    "qualifier": get_args(Qualifier),
    "direction": get_args(facts.Direction),
    "status": get_args(facts.Status),
    "basis": get_args(facts.Basis),
    "covers": get_args(facts.Covers),
    "verdict": get_args(facts.Verdict),
}
_REQUIRED: Final = frozenset(
    {"id", "kind", "as_of", "source", "publisher", "published", "verdict", "name", "text"}
)


def _field(name: str, says: str, of_type: Type = "text") -> Record:
    constraints: Record = {}
    if name in _REQUIRED:
        constraints["required"] = True
    if name == "id":
        constraints["unique"] = True
    if name in _CHOICES:
        choices: Json = list(_CHOICES[name])
        constraints["enum"] = choices
    field: Record = {"type": _TYPES[of_type], "description": says}
    return {**field, "constraints": constraints} if constraints else field


def _fields(says: dict[str, str], dates: tuple[str, ...] = ()) -> dict[str, Record]:
    return {name: _field(name, text, "date" if name in dates else "text") for name, text in says.items()}


def _fact_rows(base: Exported) -> Iterable[Row]:
    return map(flat_row, base.facts())


def _source_rows(base: Exported) -> Iterable[Row]:
    for source in base.store.sources():
        published = source.published
        days = day_text(published.first), day_text(published.last)
        inferred = " ".join(field for field, _ in source.inferred) or None
        start = (source.id, source.title, source.author, source.publisher, published.text, *days)
        yield (*start, source.url, inferred, source.path, source.sha256, source.note)


def _force_rows(base: Exported) -> Iterable[Row]:
    return base.store.vocabulary.forces.values()


def _place_rows(base: Exported) -> Iterable[Row]:
    return base.store.vocabulary.places.values()


def _definition_rows(base: Exported) -> Iterable[Row]:
    for each in base.store.definitions():
        yield each.id, each.label, each.text, each.covers, "; ".join(each.words) or None


RESOURCES: Final = {
    "facts": Resource(
        "Facts: one statement taken from one source each",
        {name: _field(name, column.says, column.type) for name, column in COLUMNS.items()},
        (("force", "forces"), ("place", "places"), ("definition", "definitions"), ("source", "sources")),
        _fact_rows,
    ),
    "sources": Resource(
        "Sources: the documents that the facts are taken from",
        _fields(
            {
                "id": "The source's id.",
                "title": "Its title; missing where the text has none.",
                "author": "Its author; missing where the text names none.",
                "publisher": "Who published it.",
                "published": "When it was published, in EDTF.",
                "published_first": "The first day on which it may have been published.",
                "published_last": "The last day on which it may have been published.",
                "url": "Where it stands on the web.",
                "inferred": "Which of title, author, publisher, published, url are inferred, by spaces.",
                "path": "The path of the stored article; missing where it is only cited.",
                "sha256": "The SHA-256 of the stored article.",
                "note": "What a reader should know of it.",
            },
            ("published_first", "published_last"),
        ),
        (),
        _source_rows,
    ),
    "forces": Resource(
        "Forces: whose people",
        _fields(
            {
                "id": "The force's id.",
                "name": "The force as a sentence has it.",
                "part_of": "The id of a force that this one belongs to.",
            }
        ),
        (("part_of", None),),
        _force_rows,
    ),
    "places": Resource(
        "Places: where",
        _fields(
            {
                "id": "The place's id.",
                "name": "The place as a sentence has it.",
                "phrase": "What follows a force: in Iraq.",
                "within": "The id of a place that this one lies in.",
            }
        ),
        (("within", None),),
        _place_rows,
    ),
    "definitions": Resource(
        "Definitions: what a number counts",
        _fields(
            {
                "id": "The definition's id.",
                "name": "The same as the text, in few words where the base has them.",
                "text": "Completes “this number …”.",
                "covers": "whole, part or more: how much of the force in the place such a number covers.",
                "words": "Words that name it in a quote, by semicolons.",
            }
        ),
        (),
        _definition_rows,
    ),
}
"""Each table of a package with what it holds."""
