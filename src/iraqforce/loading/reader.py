"""Reads the files of a base into a checked FactBase, or lists every problem."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from iraqforce.loading import locations
from iraqforce.loading.declarations import Declarations, missing_sections
from iraqforce.loading.evidence import Evidence
from iraqforce.loading.files import (
    UnusableTextError,
    decode,
    read_base_file,
    sha256_of,
    with_excerpts,
    yaml_of_json,
)
from iraqforce.loading.locations import BaseFile
from iraqforce.loading.records import Document, Located, Record, given_twice, validated_fact
from iraqforce.loading.schema import WrittenFact, WrittenSource, WrittenSuppression
from iraqforce.loading.yaml_nodes import ListNode, read_tree
from iraqforce.model.fact_base import BaseInfo, FactBase, grouped_by_subject
from iraqforce.model.facts import Definition, Fact, Force, Inference, Place, Source, Suppression
from iraqforce.model.positions import lines_of, quote_place
from iraqforce.problems import Checks, InvalidBaseError, Problem, Problems
from iraqforce.text.quotes import Found

Value = TypeVar("Value", Force, Place, Definition, Source, Suppression, Fact)


class Loaded(NamedTuple):
    """The result of reading a base. `base` is None if there is an error.

    `problems` are the first ones by place, of `count`. `written` are the records by noun (source or fact) and
    ID; `used` are the suppressions that applied to an error, as noun, ID and rule. `texts` are the files.
    """

    base: FactBase | None
    problems: tuple[Problem, ...]
    count: int  # type: ignore[assignment] # also a tuple's method
    checks: Checks
    written: Mapping[tuple[str, str], Located]
    used: frozenset[tuple[str, str, str]]
    texts: Mapping[str, str]


class CheckedFact(NamedTuple):
    """A fact whose names and words were checked, and where its quote was found."""

    record: Record[WrittenFact]
    found: Found | None


def load(files: Sequence[BaseFile]) -> FactBase:
    """The checked base that the files make together.

    Raises InvalidBaseError with every problem, or BaseError if a file cannot be read at all.
    """
    loaded = read(files)
    if loaded.base is None:
        raise InvalidBaseError(loaded.problems, locations.options(files), loaded.count)
    return loaded.base


def read(files: Sequence[BaseFile]) -> Loaded:
    """The base that the files make together, and every problem. Raises BaseError if a file cannot be read."""
    declarations, roots, hashes, texts = _declared(files)
    problems = declarations.problems
    problems.include(declarations.source_problems)
    if len(roots) == len(files):
        problems.extend(missing_sections(roots))
    problems.extend(declarations.conflicts())
    evidence = Evidence(declarations.sources, problems)
    sources = {source.id: source for source in declarations.sources}
    checked: list[CheckedFact] = []
    used = set()
    for fact in _facts(roots, problems):
        problems.extend(declarations.unknown_names(fact))
        source = sources.get(fact.values.source)
        if source is None:
            continue
        checked.append(CheckedFact(fact, evidence.verify(fact, source)))
        late = _dated_after_publication(fact, source)
        if late is None:
            continue
        if any(each.rule == late.code and not each.words for each in fact.values.suppress):
            used.add(("fact", fact.id, late.code))
        else:
            problems.append(late)
    problems.extend(given_twice("fact", (each.record for each in checked)))
    written = {("source", name): source.written for name, source in sources.items()}
    written |= {("fact", each.record.id): each.record.written for each in checked}
    base = None if problems.count else base_of(declarations, checked, evidence.articles, hashes)
    shown = with_excerpts(problems.first, texts)
    return Loaded(base, shown, problems.count, evidence.checks, written, frozenset(used), texts)


def vocabulary(files: Sequence[BaseFile]) -> FactBase:
    """The base of these files without sources and facts, which are optional here.

    Raises InvalidBaseError with what is wrong in the rest, or BaseError if a file cannot be read at all.
    """
    declarations, _, hashes, texts = _declared(files)
    declarations.sources.clear()
    problems = declarations.problems
    problems.extend(declarations.conflicts())
    if problems.count:
        shown = with_excerpts(problems.first, texts)
        raise InvalidBaseError(shown, locations.options(files), problems.count)
    return base_of(declarations, [], {}, hashes)


def _declared(files: Sequence[BaseFile]) -> tuple[Declarations, list[Located], list[str], dict[str, str]]:
    """What the files declare, the top mappings of those that could be parsed, and all hashes and texts."""
    declarations, roots, hashes, texts = Declarations(), [], [], {}
    for file in files:
        data = read_base_file(file)
        hashes.append(sha256_of(data))
        texts[file.shown] = data.removeprefix(BOM_UTF8).decode(errors="replace")
        try:
            text = decode(data, file.shown)
            if file.path.lower().endswith(".json"):
                text = texts[file.shown] = yaml_of_json(text)
            node, mark, problems = read_tree(text, file.shown)
        except UnusableTextError as error:
            declarations.problems.append(error.problem)
            continue
        document = Document(file.shown, file.folder, lines_of(text), "TODO" in text)
        root = Located(document, node, mark, "the base")
        declarations.problems.include(problems)
        declarations.add(root)
        roots.append(root)
    return declarations, roots, hashes, texts


def _facts(roots: Sequence[Located], problems: Problems) -> Iterator[Record[WrittenFact]]:
    """The valid facts of all files, in the order written; the problems of the others are added."""
    for root in roots:
        section = root.get("facts")
        if section is None:
            continue
        if not isinstance(section.node, ListNode):
            problems.append(
                section.problem("F103", "'facts' must be a list", "begin each fact with '- id: …'")
            )
            continue
        for node, mark in zip(section.node, section.node.marks, strict=True):
            fact = validated_fact(Located(root.document, node, mark), problems)
            if fact is not None:
                yield fact


def _dated_after_publication(fact: Record[WrittenFact], source: Record[WrittenSource]) -> Problem | None:
    """F302: a fact that is not planned and whose as-of date is entirely after its source was published."""
    as_of, published = fact.values.as_of, source.values.published
    if fact.values.status == "planned" or as_of.starts <= published.ends:
        return None
    message = f"as-of date {as_of.text} is after the publication of '{source.id}' ({published.text})"
    hint = "correct one of the dates, or use status 'planned' for a future figure"
    return fact.written.problem("F302", message, hint, "as_of")


def base_of(
    declared: Declarations, checked: Sequence[CheckedFact], articles: Mapping[str, str], hashes: Sequence[str]
) -> FactBase:
    """The base of valid records. The hash of several files is the hash of their hashes."""
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
    forces = {each.id: _value(Force, each.values, id=each.id) for each in declared.forces}
    places = {
        name: _value(Place, values, id=name, phrase=values.phrase or f"in {values.name}")
        for name, values, _ in declared.places
    }
    definitions = {each.id: _value(Definition, each.values, id=each.id) for each in declared.definitions}
    sources = {each.id: _source(each) for each in declared.sources}
    patterns = tuple(dict.fromkeys(pair for header in headers for pair in header.ids.items()))
    named: dict[str, Mapping[str, Any]] = {
        "force": forces, "place": places, "definition": definitions, "source": sources,
    }  # fmt: skip
    grouped = grouped_by_subject([_fact(each, named, articles) for each in checked])
    return FactBase(info, forces, places, definitions, sources, grouped, articles, patterns)


def _source(source: Record[WrittenSource]) -> Source:
    inferred = tuple(Inference(*pair) for pair in source.values.inferred.items())
    suppress = _suppressions(source.values.suppress)
    return _value(Source, source.values, id=source.id, inferred=inferred, suppress=suppress)


def _fact(checked: CheckedFact, named: dict[str, Mapping[str, Any]], articles: Mapping[str, str]) -> Fact:
    """The fact, with the records that it names by noun and id."""
    (_, values, written), found = checked
    names = {noun: getattr(values, noun) for noun in named}
    source: Source = named["source"][values.source]
    count = values.count
    unit = getattr(values, "unit", None) or ("people" if values.kind in ("level", "change") else None)
    quote_at = None
    if found is not None:
        quote_at = quote_place(source.text or "", articles[source.id], found.start, found.end)
    return _value(
        Fact,
        values,
        **{noun: named[noun][name] if name else None for noun, name in names.items()},
        count=count._replace(unit=unit) if count else None,
        supersedes=getattr(values, "supersedes", False),
        quote_match=found.quote_match if found else "none",
        quote_at=quote_at,
        written_at=written.spot("id").at,
        suppress=_suppressions(values.suppress),
    )


def _suppressions(written: Sequence[WrittenSuppression]) -> tuple[Suppression, ...]:
    return tuple(_value(Suppression, each) for each in written)


def _value(kind: type[Value], values: BaseModel, **others: Any) -> Value:
    """A named tuple of this kind. A field that the record does not have has its default, else None."""
    blank = dict.fromkeys(kind._fields) | kind._field_defaults
    known = {**blank, **vars(values), **others}
    return kind(**{name: known[name] for name in kind._fields})
