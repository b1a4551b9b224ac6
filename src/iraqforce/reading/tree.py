"""YAML text as a tree of plain text values, each with its line and column.

YAML's own opinions stop here: every scalar is the text that was written, and anchors, tags and
null words, which would let one spelling mean another, are refused.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import yaml

from iraqforce.facts import TextPlace
from iraqforce.problems import Problem, at_node

MAX_DEPTH: Final = 12
"""A fact base is five levels deep; a file much deeper is no base, and is not followed down."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})

Loc = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A value as text; `width` is how many characters of its first line it takes."""

    line: int
    column: int
    text: str
    width: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many characters to underline: the first."""
        return 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """Nodes by key, in the order written."""

    line: int
    column: int
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many characters to underline: the first."""
        return 1

    def without(self, names: tuple[str, ...]) -> Mapping:
        """The same mapping with some of its keys left out."""
        items = {key: value for key, value in self.items.items() if key not in names}
        return Mapping(self.line, self.column, items, {key: self.keys[key] for key in items})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file that has one record a line, where no value's own place is known."""

    line: int

    @property
    def column(self) -> int:
        """The first."""
        return 1

    @property
    def width(self) -> int:
        """How many characters to underline: the first."""
        return 1


Node = Scalar | Sequence | Mapping


class NotATreeError(Exception):
    """The text is no YAML that a base may use: one problem ends the reading of the file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_tree(text: str, path: str) -> tuple[Mapping, list[Problem]]:
    """The file's top mapping, and a problem for each key given twice (its first value counts).

    Raises NotATreeError where the text is not YAML, is empty, or holds what a base may not.
    """
    lines = _Lines(text)
    builder = _Builder(path, lines)
    try:
        root = builder.build(text)
    except yaml.reader.ReaderError as error:
        raise NotATreeError(_unreadable_character(text, path, error)) from None
    except yaml.MarkedYAMLError as error:
        raise NotATreeError(_not_yaml(text, path, lines, error)) from None
    if root is None:
        place = TextPlace(path, 1, 1)
        raise NotATreeError(Problem(place, "F004", "the file holds no fact base", _START_HINT))
    if not isinstance(root, Mapping):
        message = "the file is no mapping of keys, as a base is"
        raise NotATreeError(at_node(path, root, "F103", message, _START_HINT))
    return root, builder.problems


def data_of(node: Node) -> object:
    """The node as text, lists and dicts, for validation."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [data_of(item) for item in node.items]
        case Mapping():
            return {key: data_of(value) for key, value in node.items.items()}


def locate(node: Node | Line, loc: Loc) -> Node | Line:
    """The node that `loc` walks to, or the last one on the way that exists."""
    for step in loc:
        match node:
            case Mapping() if isinstance(step, str) and step in node.items:
                node = node.items[step]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return node
    return node


_START_HINT = "a base begins with `name:` and `title:`; see docs/fact-base.md"


class _Lines:
    """Lines as an editor counts them. YAML ends a line at U+0085, U+2028 and U+2029 too."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> tuple[int, int]:
        """The line and the column, from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> tuple[int, int, int]:
        """The place of `start`, and the characters up to `end`; 1 where that is on another line."""
        line, column = self.place(start)
        is_here = line == len(self._starts) or end < self._starts[line]
        return line, column, max(1, end - start) if is_here else 1


def _not_yaml(text: str, path: str, lines: _Lines, error: yaml.MarkedYAMLError) -> Problem:
    """The problem of a text that does not parse, at what the reader has to mend."""
    mark = error.problem_mark or error.context_mark
    if mark is not None and mark.index >= len(text.rstrip()):
        # What is never closed fails at the end of the file: it is mended where it was opened.
        mark = error.context_mark or mark
    what = error.problem or error.context or "it cannot be parsed"
    line, column = lines.place(mark.index) if mark is not None else (1, 1)
    at_tab = mark is not None and text[mark.index : mark.index + 1] == "\t"
    return Problem(
        TextPlace(path, line, column), "F003", f"not YAML: {what}", _yaml_hint(what, at_tab=at_tab)
    )


def _yaml_hint(what: str, *, at_tab: bool) -> str:
    if at_tab:
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in what:
        return "put a value that contains ': ' between quotes"
    return "mend the syntax there; a value with ': ', '#', quotes or braces goes between quotes"


def _unreadable_character(text: str, path: str, error: yaml.reader.ReaderError) -> Problem:
    # The C parser counts bytes of its UTF-8 input, the pure one characters.
    counted = text.encode()[: error.position].decode(errors="ignore")
    position = error.position if _LOADER is yaml.SafeLoader else len(counted)
    line, column = _Lines(text).place(position)
    message = f"not YAML: {error.reason}"
    return Problem(TextPlace(path, line, column), "F003", message, "remove the control character")


class _Builder:
    """Builds the tree from the parser's events without recursion, so that depth costs no stack."""

    def __init__(self, path: str, lines: _Lines) -> None:
        self.path = path
        self._lines = lines
        self.problems: list[Problem] = []
        self._open: list[Sequence | Mapping] = []
        self._pending_keys: list[Scalar | None] = []
        self._root: Node | None = None

    def build(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.NodeEvent) and (event.anchor or getattr(event, "tag", None)):
                raise self._marked(event)
            match event:
                case yaml.ScalarEvent():
                    self._add(self._scalar(event))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._start(event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._open.pop()
                    self._pending_keys.pop()
                case yaml.DocumentStartEvent() if self._root is not None:
                    raise self._refusal(event, "a second document in the file", "keep one base to a file")
        return self._root

    def _marked(self, event: yaml.NodeEvent) -> NotATreeError:
        """The refusal of a value with an anchor or a tag, or of an alias, which has an anchor too."""
        if event.anchor:
            return self._refusal(event, "an anchor or alias", "write the value out, or put it between quotes")
        written = str(getattr(event, "tag", "")).replace("tag:yaml.org,2002:", "!!")
        return self._refusal(event, f"the tag {written}", "remove the tag: every value is text")

    def _start(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._refusal(event, "nesting so deep", "docs/fact-base.md shows the shape of a base")
        line, column = self._place(event)
        node = Mapping(line, column) if isinstance(event, yaml.MappingStartEvent) else Sequence(line, column)
        self._add(node)
        self._open.append(node)
        self._pending_keys.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        plain = not event.style and event.implicit[0]
        if plain and event.value in _NULL_WORDS and self._open and not self._awaits_key():
            what = f"'{event.value}', which stands for nothing" if event.value else "a key without a value"
            hint = "give a value, or leave the key out: what is unknown is absent"
            raise self._refusal(event, what, hint)
        start, end = event.start_mark, event.end_mark
        line, column, width = self._lines.span(start.index, end.index) if start and end else (1, 1, 1)
        return Scalar(line, column, event.value, width)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._pending_keys[-1] is None

    def _add(self, node: Node) -> None:
        if not self._open:
            is_empty = isinstance(node, Scalar) and node.text == ""
            self._root = None if is_empty else node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._pending_keys[-1]) is None:
            self._pending_keys[-1] = self._key(node)
        else:
            self._pending_keys[-1] = None
            self._put(parent, key, node)

    def _put(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.text in parent.items:
            message = f"the key '{key.text}' is given twice"
            hint = f"it stands first on line {parent.keys[key.text].line}; keep one of the two"
            self.problems.append(at_node(self.path, key, "F005", message, hint))
            return
        parent.items[key.text] = node
        parent.keys[key.text] = key

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        hint = "put a key that begins with a bracket or a brace between quotes"
        raise NotATreeError(at_node(self.path, node, "F003", "a key that is not text", hint))

    def _refusal(self, event: yaml.Event, what: str, hint: str) -> NotATreeError:
        line, column = self._place(event)
        message = f"not allowed in a fact base: {what}"
        return NotATreeError(Problem(TextPlace(self.path, line, column), "F003", message, hint))

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        """The line and the column, from 1, where the event begins."""
        return self._lines.place(event.start_mark.index) if event.start_mark is not None else (1, 1)
