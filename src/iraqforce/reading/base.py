"""The way from files to a checked base: declare, refer, then fact by fact look up, freeze and hand on.

Facts are handed to a sink one by one, so that a base of any length is read in the same memory. Whatever is
wrong is told at once; a base with a problem is no base, and what the sink was given is then worth nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from iraqforce.checked import Base, CheckedBase, Declared, DeclaredWords, GivenTwice
from iraqforce.facts import Accept, Definition, Fact, Force, Place, QuotePlace, Source
from iraqforce.problems import InvalidBaseError, Problem, Tally
from iraqforce.progress import silent
from iraqforce.reading.articles import Articles
from iraqforce.reading.evidence import Evidence
from iraqforce.reading.excerpts import with_excerpts
from iraqforce.reading.files import sha256_of
from iraqforce.reading.json_lines_file import JsonLinesFile
from iraqforce.reading.records import Declarations, Written, WrittenFile
from iraqforce.reading.references import References, declaration_problems
from iraqforce.reading.yaml_file import YamlFile
from iraqforce.rules import JUDGED_ERRORS
from iraqforce.rules.linter import Linter
from iraqforce.rules.rule import Ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqforce import schema
    from iraqforce.facts import TextPlace
    from iraqforce.locations import BaseFile, FileState
    from iraqforce.reading.quotes import Found


class FactSink(Protocol):
    """Where checked facts go."""

    def add(self, fact: Fact) -> None:
        """Take the fact."""
        ...

    def given_twice(self) -> Iterator[GivenTwice]:
        """Each fact whose id another has that was added before it."""
        ...


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that reading a base told: what was done, what is wrong, and what it declares if nothing is.

    `states` are those of every file that was read, articles among them.
    """

    tally: Tally
    problems: tuple[Problem, ...]
    declared: Declared | None
    states: tuple[FileState, ...]


class FactIds:
    """A sink that keeps no fact, only where each id is written: enough to check a base of any length."""

    def __init__(self) -> None:
        self._first: dict[str, TextPlace] = {}
        self._twice: list[GivenTwice] = []

    def add(self, fact: Fact) -> None:
        """Note the fact's id."""
        earlier = self._first.setdefault(fact.id, fact.written_at)
        if earlier is not fact.written_at:
            self._twice.append(GivenTwice(fact.id, fact.written_at, earlier))

    def given_twice(self) -> Iterator[GivenTwice]:
        """Each fact whose id an earlier one has."""
        return iter(self._twice)


class FactList(FactIds):
    """A sink that keeps the facts in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[Fact] = []

    def add(self, fact: Fact) -> None:
        """Keep the fact."""
        super().add(fact)
        self.facts.append(fact)


def read(files: Sequence[BaseFile]) -> CheckedBase:
    """The checked base that the files write together, whole and in memory.

    Raises InvalidBaseError with every problem, or BaseError where a file cannot be read at all.
    """
    sink = FactList()
    inspection = inspect(files, sink)
    if inspection.declared is None:
        raise InvalidBaseError(inspection.problems, files)
    return CheckedBase(inspection.declared, tuple(sink.facts))


def inspect(
    files: Sequence[BaseFile],
    sink: FactSink | None = None,
    progress: Callable[[int, int], None] = silent,
    codes: Iterable[str] = JUDGED_ERRORS,
) -> Inspection:
    """Read the base, hand its checked facts to the sink, and return what it told.

    Of the rules that judge checked facts, those of `codes` are asked. `progress` is called with the bytes
    read and the bytes there are. Raises BaseError where a file cannot be read at all.
    """
    into = FactIds() if sink is None else sink
    declarations = Declarations()
    written_files = [_written_file(file, progress) for file in files]
    states = [written.declare(declarations) for written in written_files]
    problems = [*declarations.problems, *declarations.source_problems]
    problems += [each[0] for each in declarations.lacking.values() if len(each) == len(files)]
    problems += declaration_problems(declarations)
    articles = Articles()
    articles.read(declarations.sources, {file.shown: file.folder for file in files}, problems)
    checker = _Checker(declarations, articles)
    declared = checker.declared(declarations, [state.sha256 for state in states])
    linter = Linter(Ground(declared, {source.id: source for source in declarations.sources}), codes)
    for written in written_files:
        for fact in written.facts(problems):
            checked = checker.check(fact, problems)
            if checked is not None:
                into.add(checked)
                problems += linter.look(checked, fact)
    problems += [_twice(each) for each in into.given_twice()]
    valid = not _has_error(problems)
    if valid:
        # What a whole base lacks or contradicts can only be told of one that was read whole.
        problems += linter.conclude()
        valid = not _has_error(problems)
    told, tally = _in_order(problems, files), checker.evidence.tally()
    return Inspection(tally, told, declared if valid else None, (*states, *articles.states))


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def vocabulary(files: Sequence[BaseFile]) -> DeclaredWords:
    """What the files declare that facts may name, also where they have no source and no fact as yet.

    Raises InvalidBaseError with what is wrong in that, or BaseError where a file cannot be read at all.
    """
    declarations = Declarations()
    for file in files:
        _written_file(file, silent).declare(declarations)
    declarations.sources.clear()
    problems = [*declarations.problems, *declaration_problems(declarations)]
    if problems:
        raise InvalidBaseError(_in_order(problems, files), files)
    return _vocabulary(declarations)


def _vocabulary(declarations: Declarations) -> DeclaredWords:
    """The declared words as frozen values, each once where several files declare it."""
    forces = {each.id: Force(each.id, each.record.name, each.record.part_of) for each in declarations.forces}
    places = {each.id: _place(each) for each in declarations.places}
    definitions = {
        each.id: Definition(
            each.id, each.record.text, each.record.covers, tuple(each.record.words), each.record.name
        )
        for each in declarations.definitions
    }
    return DeclaredWords(tuple(forces.values()), tuple(places.values()), tuple(definitions.values()))


def _in_order(problems: Iterable[Problem], files: Sequence[BaseFile]) -> tuple[Problem, ...]:
    return tuple(sorted(with_excerpts(problems, files), key=lambda problem: problem.order))


def _written_file(file: BaseFile, progress: Callable[[int, int], None]) -> WrittenFile:
    return JsonLinesFile(file, progress) if file.path.lower().endswith(".jsonl") else YamlFile(file)


def _twice(given: GivenTwice) -> Problem:
    message = f"the fact '{given.id}' is given twice"
    hint = f"it stands first at {given.earlier.path}:{given.earlier.line}; give each its own id"
    return Problem(given.written_at, "F111", message, hint, width=len(given.id))


class _Checker:
    """Takes facts as written, one by one, to the frozen values that the rest of the house knows."""

    def __init__(self, declarations: Declarations, articles: Articles) -> None:
        self.evidence = Evidence(articles)
        self._references = References(declarations.names)
        self._articles = articles.by_source
        self._written = {each.id: each for each in declarations.sources}
        words = _vocabulary(declarations)
        self._definitions = {each.id: each for each in words.definitions}
        self._sources = {each.id: _source(each) for each in declarations.sources}
        self._forces = {each.id: each for each in words.forces}
        self._places = {each.id: each for each in words.places}

    def check(self, written: Written[schema.FactAsWritten], problems: list[Problem]) -> Fact | None:
        """The fact, or None where it has no valid source.

        A fact with a problem is handed on all the same, so that a second one of its id is noticed: the base
        is refused in any case.
        """
        problems += self._references.problems(written)
        source = self._written.get(written.record.source)
        if source is None:
            return None
        return self._freeze(written, self.evidence.look_up(written, source, problems))

    def declared(self, declarations: Declarations, hashes: list[str]) -> Declared:
        """Everything but the facts. One file's hash is the base's; of several, that of their hashes."""
        return Declared(
            base=Base(
                name="+".join(header.name for header in declarations.headers),
                title=" + ".join(header.title for header in declarations.headers),
                sha256=hashes[0] if len(hashes) == 1 else sha256_of("\n".join(hashes).encode()),
                ids=tuple(dict.fromkeys(pair for header in declarations.headers for pair in header.patterns)),
            ),
            forces=tuple(self._forces.values()),
            places=tuple(self._places.values()),
            definitions=tuple(self._definitions.values()),
            sources=tuple(self._sources.values()),
            articles={name: article.text for name, article in self._articles.items()},
        )

    def _freeze(self, written: Written[schema.FactAsWritten], found: Found | None) -> Fact:
        record = written.record
        source = self._sources[record.source]
        unit = getattr(record, "unit", None) or ("people" if record.kind in ("level", "change") else None)
        return Fact(
            id=record.id,
            kind=record.kind,
            label=record.label,
            force=self._forces.get(record.force or ""),
            place=self._places.get(record.place or ""),
            count=record.count._replace(unit=unit) if record.count else None,
            direction=getattr(record, "direction", None),
            as_of=record.as_of,
            dated_by=record.dated_by,
            status=record.status,
            basis=record.basis,
            definition=self._definitions.get(record.definition or ""),
            stated_by=record.stated_by,
            source=source,
            quote=record.quote,
            found_at=self._quote_place(source, found) if found else None,
            locator=record.locator,
            written_at=written.spot("id").at,
            verdict=found.verdict if found else "cited",
            note=record.note,
            context=getattr(record, "context", None),
            accepts=_accepts(record),
        )

    def _quote_place(self, source: Source, found: Found) -> QuotePlace:
        line, column = self._articles[source.id].line_and_column(found.start)
        return QuotePlace(source.path or "", line, column, found.end - found.start)


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
        accepts=_accepts(record),
    )


def _accepts(record: schema.SourceAsWritten | schema.FactAsWritten) -> tuple[Accept, ...]:
    return tuple(Accept(each.rule, each.because, tuple(each.words)) for each in record.accepts)
