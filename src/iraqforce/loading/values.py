"""Valid records as values of the model: fields of the same name are copied, only others are named here."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from iraqforce.loading.declarations import Declarations
from iraqforce.loading.files import sha256_of
from iraqforce.loading.records import Record
from iraqforce.loading.schema import WrittenFact, WrittenPlace, WrittenSource, WrittenSuppression
from iraqforce.model.fact_base import BaseInfo, FactBase, grouped_by_subject
from iraqforce.model.facts import Definition, Fact, Force, Inference, Place, Source, Suppression
from iraqforce.model.positions import QuotePlace, lines_of
from iraqforce.text.quotes import Found

Value = TypeVar("Value", Force, Place, Definition, Source, Suppression, Fact)


class CheckedFact(NamedTuple):
    """A fact whose names and words were checked, and where its quote was found."""

    record: Record[WrittenFact]
    found: Found | None


class _Named(NamedTuple):
    """The values that facts name, by their ids."""

    forces: dict[str, Force]
    places: dict[str, Place]
    definitions: dict[str, Definition]
    sources: dict[str, Source]


def base_of(
    declared: Declarations, checked: Sequence[CheckedFact], articles: Mapping[str, str], hashes: Sequence[str]
) -> FactBase:
    """The base of valid records. One file's hash is the base's; of several, that of their hashes."""
    headers = declared.headers
    updated = [header.updated for header in headers if header.updated]
    info = BaseInfo(
        name="+".join(header.name for header in headers),
        title=" + ".join(header.title for header in headers),
        updated=max(updated, key=lambda date: date.ends, default=None),
        license="; ".join(dict.fromkeys(header.license for header in headers if header.license)) or None,
        facts=len(checked),
        sources=len(declared.sources),
        sha256=hashes[0] if len(hashes) == 1 else sha256_of("\n".join(hashes).encode()),
    )
    named = _Named(
        {each.id: _value(Force, each.values, id=each.id) for each in declared.forces},
        {each.id: _place(each) for each in declared.places},
        {each.id: _value(Definition, each.values, id=each.id) for each in declared.definitions},
        {each.id: _source(each) for each in declared.sources},
    )
    facts = [_fact(each, named, articles) for each in checked]
    patterns = tuple(dict.fromkeys(pair for header in headers for pair in header.ids.items()))
    return FactBase(info, *named, grouped_by_subject(facts), articles, patterns)


def _place(place: Record[WrittenPlace]) -> Place:
    phrase = place.values.phrase or f"in {place.values.name}"
    return _value(Place, place.values, id=place.id, phrase=phrase)


def _source(source: Record[WrittenSource]) -> Source:
    values = source.values
    return _value(
        Source,
        values,
        id=source.id,
        inferred=tuple(Inference(*pair) for pair in values.inferred.items()),
        suppress=_suppressions(values.suppress),
    )


def _fact(checked: CheckedFact, named: _Named, articles: Mapping[str, str]) -> Fact:
    (_, values, written), found = checked
    source = named.sources[values.source]
    count = values.count
    unit = getattr(values, "unit", None) or ("people" if values.kind in ("level", "change") else None)
    return _value(
        Fact,
        values,
        force=named.forces[values.force] if values.force else None,
        place=named.places[values.place] if values.place else None,
        definition=named.definitions[values.definition] if values.definition else None,
        source=source,
        count=count._replace(unit=unit) if count else None,
        supersedes=getattr(values, "supersedes", False),
        quote_match=found.quote_match if found else "none",
        quote_at=_quote_place(source, articles[source.id], found) if found else None,
        written_at=written.spot("id").at,
        suppress=_suppressions(values.suppress),
    )


def _quote_place(source: Source, article: str, found: Found) -> QuotePlace:
    return QuotePlace(source.text or "", *lines_of(article).place(found.start), found.end - found.start)


def _suppressions(written: Sequence[WrittenSuppression]) -> tuple[Suppression, ...]:
    return tuple(_value(Suppression, each) for each in written)


def _value(kind: type[Value], values: BaseModel, **others: Any) -> Value:
    """A named tuple of this kind. A field that the record does not have has its default, else None."""
    blank = dict.fromkeys(kind._fields) | kind._field_defaults
    known = {**blank, **vars(values), **others}
    return kind(**{name: known[name] for name in kind._fields})
