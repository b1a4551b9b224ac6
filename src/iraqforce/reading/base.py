"""The way from files to a checked base: read, validate, refer, look up, and either freeze it or tell all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iraqforce.facts import (
    Base,
    CheckedBase,
    Definition,
    Fact,
    Force,
    Place,
    QuotePlace,
    Source,
    TextPlace,
)
from iraqforce.reading.evidence import Evidence, look_up
from iraqforce.reading.files import BaseFile, UndecodableError, decode, read_bytes, sha256_of
from iraqforce.reading.problems import InvalidBaseError, Problem, Tally
from iraqforce.reading.records import Records, Written, read_records
from iraqforce.reading.references import reference_problems
from iraqforce.reading.tree import NotATreeError, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce import schema


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that reading a base told: what was done, what is wrong, and the base if nothing is."""

    tally: Tally
    problems: tuple[Problem, ...]
    base: CheckedBase | None


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The records that a fact refers to, by id."""

    forces: dict[str, Force]
    places: dict[str, Place]
    definitions: dict[str, Definition]
    sources: dict[str, Source]


def read(files: Sequence[BaseFile]) -> CheckedBase:
    """The checked base that the files write together.

    Raises InvalidBaseError with every problem, or BaseError where a file cannot be read at all.
    """
    inspection = inspect(files)
    if inspection.base is None:
        raise InvalidBaseError(list(inspection.problems))
    return inspection.base


def inspect(files: Sequence[BaseFile]) -> Inspection:
    """The same, with the problems as data. Raises BaseError where a file cannot be read at all."""
    records = Records()
    lines: dict[str, list[str]] = {}
    hashes = []
    for file in files:
        data = read_bytes(file)
        hashes.append(sha256_of(data))
        try:
            text = decode(data, file.shown)
            lines[file.shown] = text.split("\n")
            root, duplicates = read_tree(text, file.shown)
        except (UndecodableError, NotATreeError) as error:
            records.problems.append(error.problem)
            continue
        records.problems += duplicates
        read_records(root, file.shown, records)
    records.problems += reference_problems(records)
    evidence = look_up(records, {file.shown: file.folder for file in files})
    problems = [_with_excerpt(problem, lines) for problem in (*records.problems, *evidence.problems)]
    problems.sort(key=lambda problem: problem.order)
    base = None if problems else _freeze(records, evidence, hashes)
    return Inspection(_tally(records, evidence), tuple(problems), base)


def _with_excerpt(problem: Problem, lines: dict[str, list[str]]) -> Problem:
    of_file = lines.get(problem.at.path, [])
    if not 1 <= problem.at.line <= len(of_file):
        return problem
    return replace(problem, excerpt=of_file[problem.at.line - 1].rstrip("\r"))


def _tally(records: Records, evidence: Evidence) -> Tally:
    exact = sum(found.verdict == "exact" for found in evidence.quotes.values())
    return Tally(
        facts=len(records.facts),
        exact=exact,
        typographic=len(evidence.quotes) - exact,
        missing=evidence.missing,
        cited=evidence.cited,
        counts=evidence.counts,
        articles=len(evidence.articles),
    )


def _freeze(records: Records, evidence: Evidence, hashes: list[str]) -> CheckedBase:
    """The valid records as the frozen values that the rest of the house knows."""
    definitions = {
        each.id: Definition(each.id, each.record.text, each.record.covers) for each in records.definitions
    }
    sources = {each.id: _source(each) for each in records.sources}
    forces = {each.id: Force(each.id, each.record.name, each.record.part_of) for each in records.forces}
    places = {each.id: _place(each) for each in records.places}
    vocabulary = _Vocabulary(forces, places, definitions, sources)
    return CheckedBase(
        base=Base(
            name="+".join(header.name for header in records.headers),
            title=" + ".join(header.title for header in records.headers),
            sha256=hashes[0] if len(hashes) == 1 else sha256_of("\n".join(hashes).encode()),
        ),
        forces=tuple(forces.values()),
        places=tuple(places.values()),
        definitions=tuple(definitions.values()),
        sources=tuple(sources.values()),
        facts=tuple(_fact(each, vocabulary, evidence) for each in records.facts),
        articles={name: article.text for name, article in evidence.articles.items()},
    )


def _place(written: Written[schema.PlaceAsWritten]) -> Place:
    record = written.record
    return Place(written.id, record.name, record.phrase or f"in {record.name}", record.within)


def _source(written: Written[schema.SourceAsWritten]) -> Source:
    record = written.record
    return Source(
        id=written.id,
        title=record.title,
        author=record.author,
        publisher=record.publisher,
        published=record.published,
        url=record.url,
        path=record.text,
        sha256=record.sha256,
        inferred=tuple(record.inferred.items()),
        note=record.note,
    )


def _fact(written: Written[schema.FactAsWritten], known: _Vocabulary, evidence: Evidence) -> Fact:
    record = written.record
    source = known.sources[record.source]
    found = evidence.quotes.get(record.id)
    found_at = None
    if found is not None and source.path is not None:
        line, column = evidence.articles[source.id].line_and_column(found.start)
        found_at = QuotePlace(source.path, line, column, found.end - found.start)
    unit = getattr(record, "unit", None) or ("people" if record.kind in ("level", "change") else None)
    return Fact(
        id=record.id,
        kind=record.kind,
        label=record.label,
        force=known.forces[record.force] if record.force else None,
        place=known.places[record.place] if record.place else None,
        count=replace(record.count, unit=unit) if record.count else None,
        direction=getattr(record, "direction", None),
        as_of=record.as_of,
        dated_by=record.dated_by,
        status=record.status,
        basis=record.basis,
        definition=known.definitions[record.definition] if record.definition else None,
        stated_by=record.stated_by,
        source=source,
        quote=record.quote,
        found_at=found_at,
        locator=record.locator,
        written_at=TextPlace(written.path, written.node.line, written.node.column),
        verdict=found.verdict if found else "cited",
        note=record.note,
    )
