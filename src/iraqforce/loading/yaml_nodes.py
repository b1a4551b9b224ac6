"""YAML text as lists, dicts and strings with the position of each value.

Every scalar is the text as written, without YAML's own types. Anchors, tags and null words are rejected, so
that a value means exactly what is written.
"""

from typing import Final

import yaml

from iraqforce.loading.characters import span_of
from iraqforce.loading.files import UnusableTextError
from iraqforce.model.positions import Lines, TextPlace, lines_of
from iraqforce.problems import Problem, Problems
from iraqforce.text.characters import forbidden, refusal, visible

MAX_DEPTH: Final = 12
"""Levels of nesting that are followed; a fact base has five."""

MAX_VALUES: Final = 400_000
"""Keys and values of a file that are read: those of some 16,000 facts."""

Mark = tuple[int, int]
"""Where something is written: the positions of its first character and of the one after its last."""

Keys = tuple[str | int, ...]
"""The way to a value: keys of mappings and numbers of list items."""

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL_WORDS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_CHARACTER_HINT: Final = "remove it, or use the intended character"
_START_HINT: Final = "a base begins with `name:` and `title:`; see docs/fact-base.md"
_LOOKAHEAD: Final = 500
"""Characters of deep nesting that every parser takes in before it fails, as its own limit is higher."""


class ListNode(list["Node"]):
    """A list of nodes, and where each is written."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        self.marks: list[Mark] = []


class MapNode(dict[str, "Node"]):
    """Nodes by key in the order written, and where each key and each value is written."""

    __slots__ = ("key_marks", "marks")

    def __init__(self) -> None:
        self.marks: dict[str, Mark] = {}
        self.key_marks: dict[str, Mark] = {}

    def without(self, keys: tuple[str, ...]) -> "MapNode":
        """The same mapping without some of its keys."""
        rest = MapNode()
        rest.update({key: node for key, node in self.items() if key not in keys})
        rest.marks, rest.key_marks = self.marks, self.key_marks
        return rest


Node = str | ListNode | MapNode


def read_tree(text: str, path: str) -> tuple[MapNode, Mark, Problems]:
    """The file's top mapping, its mark, and a problem for each duplicate key (its first value counts).

    Raises UnusableTextError if the text is not YAML, is empty, or uses an unsupported feature.
    """
    builder = _Builder(text, path)
    try:
        builder.build()
    except yaml.YAMLError as error:
        deep = _too_deep(text, builder.position + _LOOKAHEAD)
        raise builder.deep_nesting(deep) if deep is not None else _not_yaml(text, path, error) from None
    except (ValueError, OverflowError):
        # The pure parser calls chr() on any number; the C parser reports it as an error.
        message = "invalid YAML: an escape sequence names no character"
        place = TextPlace(path, *lines_of(text).place(builder.position))
        hint = "use a code point up to U+10FFFF"
        raise UnusableTextError(Problem(place, "F003", message, hint)) from None
    if builder.root is None:
        raise UnusableTextError(Problem(TextPlace(path, 1, 1), "F004", "the file is empty", _START_HINT))
    if not isinstance(builder.root, MapNode):
        message = "the file is not a mapping of keys"
        raise builder.error(builder.root_mark, "F103", message, _START_HINT)
    return builder.root, builder.root_mark, builder.problems


def locate(node: Node, mark: Mark, keys: Keys) -> tuple[Node, Mark]:
    """The value at the end of `keys` and its mark, or the last one on the way that exists."""
    for key in keys:
        match node, key:
            case MapNode(), str() if key in node:
                mark, node = node.marks[key], node[key]
            case ListNode(), int() if key < len(node):
                mark, node = node.marks[key], node[key]
            case _:
                break
    return node, mark


def place_and_width(lines: Lines, mark: Mark) -> tuple[int, int, int]:
    """The line and column of a mark, and its characters; 1 if it ends on another line."""
    line, column = lines.place(mark[0])
    last_line, _ = lines.place(mark[1])
    return line, column, max(1, mark[1] - mark[0]) if last_line == line else 1


class _Builder:
    """Builds nodes from the parser's events without recursion, so that nesting takes no stack."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._open: list[ListNode | MapNode] = []
        self._keys: list[tuple[str, Mark] | None] = []
        self.root: Node | None = None
        self.root_mark: Mark = (0, 1)
        self.problems = Problems()
        self.position = 0
        self._count = 0

    def build(self) -> None:
        """Read the whole text. Raises UnusableTextError and YAMLError."""
        for event in yaml.parse(self._text, Loader=LOADER):
            self.position = start = _index(event.start_mark)
            match event:
                case yaml.ScalarEvent():
                    if event.anchor or event.tag:
                        raise self._marked(event)
                    self._check_null_word(event)
                    mark = start, _index(event.end_mark)
                    self._add(self._clean(event.value, mark), mark)
                case yaml.MappingStartEvent():
                    self._start(event, MapNode())
                case yaml.SequenceStartEvent():
                    self._start(event, ListNode())
                case yaml.CollectionEndEvent():
                    self._open.pop()
                    self._keys.pop()
                case yaml.AliasEvent():
                    raise self._marked(event)
                case yaml.DocumentStartEvent() if self.root is not None:
                    raise self._refusal(start, "second document", "put one base in each file")

    def error(self, mark: Mark, code: str, message: str, hint: str) -> UnusableTextError:
        """The error that ends the reading of this file."""
        return UnusableTextError(self._problem(mark, code, message, hint))

    def deep_nesting(self, position: int) -> UnusableTextError:
        """The error of the level that begins at this position."""
        return self._refusal(
            position, "nesting too deep", "see docs/fact-base.md for the structure of a base"
        )

    def _start(self, event: yaml.CollectionStartEvent, node: ListNode | MapNode) -> None:
        start = _index(event.start_mark)
        if event.anchor or event.tag:
            raise self._marked(event)
        if len(self._open) >= MAX_DEPTH:
            raise self.deep_nesting(start)
        self._add(node, (start, start + 1))
        self._open.append(node)
        self._keys.append(None)

    def _check_null_word(self, event: yaml.ScalarEvent) -> None:
        if event.value not in _NULL_WORDS or event.style or not event.implicit[0] or not self._open:
            return
        if isinstance(self._open[-1], MapNode) and self._keys[-1] is None:
            return  # it is a key
        what = f"null value '{event.value}'" if event.value else "key without a value"
        hint = "add a value, or remove the key if the value is unknown"
        raise self._refusal(_index(event.start_mark), what, hint)

    def _clean(self, value: str, mark: Mark) -> str:
        """The value. If it has a forbidden character, a problem is added, and nothing else sees it."""
        character = forbidden(value)
        if character is None:
            return value
        span = span_of(character, self._text, *mark)
        self.problems.append(self._problem(span, "F114", refusal(character), _CHARACTER_HINT))
        return visible(value)

    def _add(self, node: Node, mark: Mark) -> None:
        """Add a value to the innermost open node, where it may be a key."""
        self._count += 1
        if self._count > MAX_VALUES:
            what, hint = f"more than {MAX_VALUES:,} keys and values", "split the base into several files"
            raise self._refusal(mark[0], what, hint)
        if not self._open:
            self.root, self.root_mark = None if node == "" else node, mark
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, ListNode):
            parent.append(node)
            parent.marks.append(mark)
        elif key is None:
            self._keys[-1] = self._key(node, mark)
        else:
            self._keys[-1] = None
            self._put(parent, key, node, mark)

    def _key(self, node: Node, mark: Mark) -> tuple[str, Mark]:
        if isinstance(node, str):
            return node, mark
        hint = "put quotes around a key that begins with a bracket or a brace"
        raise self.error(mark, "F003", "invalid YAML: key is not text", hint)

    def _put(self, parent: MapNode, key: tuple[str, Mark], node: Node, mark: Mark) -> None:
        name, key_mark = key
        if name in parent:
            first, _ = lines_of(self._text).place(parent.key_marks[name][0])
            hint = f"first used on line {first}; keep one of the two"
            self.problems.append(self._problem(key_mark, "F005", f"duplicate key '{name}'", hint))
            return
        parent[name] = node
        parent.marks[name] = mark
        parent.key_marks[name] = key_mark

    def _marked(self, event: yaml.NodeEvent) -> UnusableTextError:
        """The refusal of an alias, or of a value with an anchor or a tag."""
        start = _index(event.start_mark)
        if event.anchor:
            hint = "write the value out, or put quotes around it"
            return self._refusal(start, "anchor or alias", hint)
        # A tag may name any character: `%14`.
        written = visible(str(getattr(event, "tag", "")).replace("tag:yaml.org,2002:", "!!"))
        return self._refusal(start, f"tag {written}", "remove the tag; every value is text")

    def _refusal(self, position: int, what: str, hint: str) -> UnusableTextError:
        return self.error((position, position + 1), "F003", f"unsupported in a fact base: {what}", hint)

    def _problem(self, mark: Mark, code: str, message: str, hint: str) -> Problem:
        line, column, width = place_and_width(lines_of(self._text), mark)
        return Problem(TextPlace(self._path, line, column), code, message, hint, width=width)


def _index(mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> int:
    return mark.index if mark is not None else 0


def _too_deep(text: str, end: int) -> int | None:
    """Where the level after MAX_DEPTH begins in the text before `end`, or None if there is no such level.

    A parser looks ahead, and some stop at a nesting limit of their own before they return the levels that
    come first. They return these levels of a shorter text.
    """
    depth = 0
    try:
        for event in yaml.parse(text[:end], Loader=LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return _index(event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        pass  # the text is cut off
    return None


def _not_yaml(text: str, path: str, error: yaml.YAMLError) -> UnusableTextError:
    """The error of a text that cannot be parsed, at the place to fix."""
    lines = lines_of(text)
    if isinstance(error, yaml.reader.ReaderError):
        # The C parser counts bytes of its UTF-8 input, the pure one characters.
        counted = text.encode()[: error.position].decode(errors="ignore")
        position = error.position if LOADER is yaml.SafeLoader else len(counted)
        place = TextPlace(path, *lines.place(position))
        return UnusableTextError(Problem(place, "F114", refusal(text[position]), _CHARACTER_HINT))
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or context
    if mark is not None and mark.index >= len(text.rstrip()):
        # What is never closed fails at the end of the file: it is fixed where it was opened.
        mark = context or mark
    what = getattr(error, "problem", None) or getattr(error, "context", None) or "cannot be parsed"
    place = TextPlace(path, *(lines.place(mark.index) if mark is not None else (1, 1)))
    at_tab = mark is not None and text[mark.index : mark.index + 1] == "\t"
    return UnusableTextError(Problem(place, "F003", f"invalid YAML: {what}", _yaml_hint(what, at_tab=at_tab)))


def _yaml_hint(what: str, *, at_tab: bool) -> str:
    if at_tab:
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in what:
        return "put quotes around a value that contains ': '"
    return "fix the syntax; put quotes around a value with ': ', '#', quotes or braces"
