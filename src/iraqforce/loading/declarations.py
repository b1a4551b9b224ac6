"""What the files of a base declare: headers, forces, places, definitions, sources, and their references."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from iraqforce.errors import listing, nearest
from iraqforce.loading import schema
from iraqforce.loading.records import ID_HINT, Located, Record, given_twice, repeated, validated
from iraqforce.loading.yaml_nodes import MapNode
from iraqforce.model.facts import ID_PATTERN, with_parents
from iraqforce.problems import Problem, Problems

Model = TypeVar("Model", bound=BaseModel)

NOUNS: Final = ("force", "place", "definition", "source")
"""What a fact refers to; each is also the name of the key."""

_SECTIONS: Final = ("forces", "places", "definitions", "sources", "facts")
_OPTIONAL: Final = ("definitions",)


@dataclass
class Declarations:
    """The declared records of all files, and their problems.

    `names` are all declared names by noun, including those of invalid records: they can be referenced.
    """

    headers: list[schema.WrittenHeader] = field(default_factory=list)
    forces: list[Record[schema.WrittenForce]] = field(default_factory=list)
    places: list[Record[schema.WrittenPlace]] = field(default_factory=list)
    definitions: list[Record[schema.WrittenDefinition]] = field(default_factory=list)
    sources: list[Record[schema.WrittenSource]] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=lambda: {noun: set() for noun in NOUNS})
    problems: Problems = field(default_factory=Problems)
    source_problems: Problems = field(default_factory=Problems)
    """Separate, because the declarations of a base can be used before it has sources."""

    def add(self, root: Located) -> None:
        """Add what a file declares; `root` is its top mapping."""
        values = validated(schema.WrittenHeader, _header(root), self.problems, more_keys=_SECTIONS)
        if values is not None:
            self.headers.append(values)
        self.forces += self._section(schema.WrittenForce, "force", root, self.problems)
        self.places += self._section(schema.WrittenPlace, "place", root, self.problems)
        self.definitions += self._section(schema.WrittenDefinition, "definition", root, self.problems)
        self.sources += self._section(schema.WrittenSource, "source", root, self.source_problems)

    def _section(
        self, model: type[Model], noun: str, root: Located, problems: Problems
    ) -> Iterator[Record[Model]]:
        """The valid records of a section, which is a mapping from ids."""
        section = root.get(f"{noun}s")
        if section is None:
            return
        if not isinstance(section.node, MapNode):
            message, hint = (
                f"{section.name} must be a mapping of IDs",
                f"write '{noun}s:' with 'id: …' below it",
            )
            problems.append(section.problem("F103", message, hint))
            return
        self.names[noun] |= section.node.keys()
        for name in section.node:
            if not re.fullmatch(ID_PATTERN, name):
                problems.append(section.key_problem("F107", f"invalid ID '{name}'", ID_HINT, name))
            written = section.get(name)
            values = validated(model, written, problems) if written else None
            if written and values:
                yield Record(name, values, written)

    def conflicts(self) -> Iterator[Problem]:
        """A problem for each duplicate ID, undefined parent and circular hierarchy among the declarations."""
        declared: dict[str, list[Record[Any]]] = {
            "force": self.forces, "place": self.places, "definition": self.definitions,
        }  # fmt: skip
        for noun, records in declared.items():
            for each, earlier in repeated(records):
                # Several files may declare the same name if the declarations are identical.
                if each.values != earlier.values:
                    message = f"duplicate ID: {noun} '{each.id}' is declared differently at {earlier.place}"
                    hint = "make the declarations identical, or use another ID"
                    yield each.written.problem("F111", message, hint)
        yield from given_twice("source", self.sources)
        yield from self._parents("force", "part_of", self.forces)
        yield from self._parents("place", "within", self.places)

    def unknown_names(self, fact: Record[schema.WrittenFact]) -> Iterator[Problem]:
        """A problem for each name in the fact that is not declared."""
        for noun, known in self.names.items():
            name = getattr(fact.values, noun)
            if name is not None and name not in known:
                yield _unknown(fact, noun, noun, name, () if self.problems.many else known)

    def _parents(self, noun: str, key: str, records: Sequence[Record[Any]]) -> Iterator[Problem]:
        parents = {each.id: getattr(each.values, key) for each in records}
        for each in records:
            parent = parents[each.id]
            if parent is None:
                continue
            if parent not in self.names[noun]:
                yield _unknown(each, key, noun, parent, () if self.problems.many else self.names[noun])
            elif each.id in with_parents(parent, parents):
                message = f"circular hierarchy: {noun} '{each.id}' contains itself through '{parent}'"
                yield each.written.problem("F113", message, f"remove one '{key}' to break the circle", key)


def missing_sections(roots: Sequence[Located]) -> Iterator[Problem]:
    """A problem for each section that no file has. A file may omit a section that another one has."""
    for section in _SECTIONS:
        if section not in _OPTIONAL and not any(root.get(section) for root in roots):
            yield roots[0].problem("F102", f"missing key '{section}'", f"add '{section}:' to the base")


def _header(root: Located) -> Located:
    """The top mapping without its sections."""
    node = root.node.without(_SECTIONS) if isinstance(root.node, MapNode) else root.node
    return root._replace(node=node)


def _unknown(record: Record[Any], key: str, noun: str, name: str, known: Iterable[str]) -> Problem:
    names = sorted(known)
    others = [each for each in names if each != record.id]
    hint = (nearest(name, others) or listing(others or names, None)) if names else f"declare the {noun}"
    return record.written.problem("F112", f"undefined {noun} '{name}'", hint, key)
