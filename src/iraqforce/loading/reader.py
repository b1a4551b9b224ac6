"""From the files of a base to a checked FactBase, or to every problem at once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from iraqforce.loading import locations
from iraqforce.loading.declarations import Declarations, missing_sections
from iraqforce.loading.evidence import Evidence
from iraqforce.loading.files import UnusableTextError, decode, read_base_file, sha256_of, with_excerpts
from iraqforce.loading.locations import BaseFile
from iraqforce.loading.records import Document, Located, Record, Records
from iraqforce.loading.schema import WrittenFact, WrittenSource
from iraqforce.loading.validation import validated_fact
from iraqforce.loading.values import CheckedFact, base_of
from iraqforce.loading.yaml_nodes import ListNode, read_tree
from iraqforce.model.fact_base import FactBase
from iraqforce.model.positions import lines_of
from iraqforce.problems import Checks, InvalidBaseError, Problem


class Loaded(NamedTuple):
    """What reading a base gave. `base` is None if there is an error; `problems` are sorted.

    `used` are the suppressions that silenced an error: record noun, id and rule.
    """

    base: FactBase | None
    problems: tuple[Problem, ...]
    checks: Checks
    records: Records
    used: frozenset[tuple[str, str, str]]


def load(files: Sequence[BaseFile]) -> FactBase:
    """The checked base that the files make together.

    Raises InvalidBaseError with every problem, or BaseError if a file cannot be read at all.
    """
    loaded = read(files)
    if loaded.base is None:
        raise InvalidBaseError(loaded.problems, locations.options(files))
    return loaded.base


def read(files: Sequence[BaseFile]) -> Loaded:
    """The base that the files make together, and every problem. Raises BaseError if a file cannot be read."""
    declarations, roots, hashes = _declared(files)
    problems = [*declarations.problems, *declarations.source_problems]
    if len(roots) == len(files):
        problems += missing_sections(roots)
    problems += declarations.conflicts()
    evidence = Evidence(declarations.sources, problems)
    sources = {source.id: source for source in declarations.sources}
    checked: list[CheckedFact] = []
    used = set()
    for fact in _facts(roots, problems):
        problems += declarations.unknown_names(fact)
        source = sources.get(fact.values.source)
        if source is None:
            continue
        checked.append(CheckedFact(fact, evidence.verify(fact, source)))
        late = _dated_after_publication(fact, source)
        if late is not None and _suppresses(fact, late.code):
            used.add(("fact", fact.id, late.code))
        elif late is not None:
            problems.append(late)
    problems += _given_twice(checked)
    records = Records(sources, {each.record.id: each.record for each in checked})
    base = None if problems else base_of(declarations, checked, evidence.articles, hashes)
    ordered = sorted(with_excerpts(problems, files), key=lambda problem: problem.order)
    return Loaded(base, tuple(ordered), evidence.checks, records, frozenset(used))


def vocabulary(files: Sequence[BaseFile]) -> FactBase:
    """The base of these files without sources and facts, which it need not have yet.

    Raises InvalidBaseError with what is wrong in the rest, or BaseError if a file cannot be read at all.
    """
    declarations, _, hashes = _declared(files)
    declarations.sources.clear()
    problems = [*declarations.problems, *declarations.conflicts()]
    if problems:
        ordered = sorted(with_excerpts(problems, files), key=lambda problem: problem.order)
        raise InvalidBaseError(tuple(ordered), locations.options(files))
    return base_of(declarations, [], {}, hashes)


def _declared(files: Sequence[BaseFile]) -> tuple[Declarations, list[Located], list[str]]:
    """What the files declare, the top mappings of those that could be parsed, and the hash of each file."""
    declarations, roots, hashes = Declarations(), [], []
    for file in files:
        data = read_base_file(file)
        hashes.append(sha256_of(data))
        try:
            text = decode(data, file.shown)
            node, mark, problems = read_tree(text, file.shown)
        except UnusableTextError as error:
            declarations.problems.append(error.problem)
            continue
        document = Document(file.shown, file.folder, lines_of(text), "TODO" in text)
        root = Located(document, node, mark, "the base")
        declarations.problems += problems
        declarations.add(root)
        roots.append(root)
    return declarations, roots, hashes


def _facts(roots: Sequence[Located], problems: list[Problem]) -> Iterator[Record[WrittenFact]]:
    """The valid facts of all files, in the order written; the problems of the others are added."""
    for root in roots:
        section = root.get("facts")
        if section is None:
            continue
        if not isinstance(section.node, ListNode):
            problems.append(section.problem("F103", "'facts' is a list", "begin each fact with '- id: …'"))
            continue
        for node, mark in zip(section.node, section.node.marks, strict=True):
            fact = validated_fact(Located(root.document, node, mark), problems)
            if fact is not None:
                yield fact


def _given_twice(checked: Sequence[CheckedFact]) -> Iterator[Problem]:
    first: dict[str, Record[WrittenFact]] = {}
    for fact, _ in checked:
        earlier = first.setdefault(fact.id, fact)
        if earlier is not fact:
            at = earlier.written.spot("id").at
            hint = f"it stands first at {at.path}:{at.line}; give each its own id"
            yield fact.written.problem("F111", f"the fact '{fact.id}' is given twice", hint, "id")


def _dated_after_publication(fact: Record[WrittenFact], source: Record[WrittenSource]) -> Problem | None:
    """F302: a fact that is not planned, and whose whole date is after the last day its source can be of."""
    as_of, published = fact.values.as_of, source.values.published
    if fact.values.status == "planned" or as_of.starts <= published.ends:
        return None
    message = f"as of {as_of.text}, but '{source.id}' was published {published.text}"
    hint = "correct one of the two dates, or the status: what is still to come is planned"
    return fact.written.problem("F302", message, hint, "as_of")


def _suppresses(fact: Record[WrittenFact], rule: str) -> bool:
    return any(each.rule == rule and not each.words for each in fact.values.suppress)
