"""Records of a base as YAML text, as a curator writes them: `loading` reads them back equal.

Every value is text. It is written plain if that means the same, else in double quotes on one line. Of white
space, a base holds spaces and line feeds; any other, which an article may have, is written as a space.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

Value: TypeAlias = "str | list[Value] | Mapping[str, Value]"
Record: TypeAlias = "Mapping[str, Value]"
Section: TypeAlias = "str | Mapping[str, Value] | Iterable[Record]"


def yaml_text(
    sections: Mapping[str, Section], comment_of: Callable[[Record], str | None] = lambda _: None
) -> Iterator[str]:
    """The sections in their order, line by line: a text, a mapping by id, or a list of records.

    `comment_of` gives the comment above a record of a list, or None.
    """
    for number, (name, section) in enumerate(sections.items()):
        if isinstance(section, str):
            yield f"{_scalar(name)}: {_scalar(section)}\n"
            continue
        yield "\n" if number else ""
        if isinstance(section, Mapping):
            yield from _entry(name, section, "")
        else:
            yield from _list(name, section, comment_of)


def _list(name: str, records: Iterable[Record], comment_of: Callable[[Record], str | None]) -> Iterator[str]:
    empty = True
    for record in records:
        yield f"{_scalar(name)}:\n" if empty else "\n"
        empty = False
        comment = comment_of(record)
        if comment is not None:
            yield f"  # {_LINE_ENDS.sub(' ', comment)}\n"
        yield from _item(record, "  ")
    if empty:
        yield f"{_scalar(name)}: []\n"


def _entry(key: str, value: Value, indent: str) -> Iterator[str]:
    """A key with its value: a text on the same line, a list or a mapping on the lines below."""
    if isinstance(value, str):
        yield f"{indent}{_scalar(key)}: {_scalar(value)}\n"
    elif not value:
        yield f"{indent}{_scalar(key)}: {'[]' if isinstance(value, list) else '{}'}\n"
    elif isinstance(value, list):
        yield f"{indent}{_scalar(key)}:\n"
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{indent}{_scalar(key)}:\n"
        for name, inner in value.items():
            yield from _entry(name, inner, indent + "  ")


def _item(item: Value, indent: str) -> Iterator[str]:
    """An item of a list: a text, or a mapping that begins on the line of its dash. Lists are not nested."""
    if isinstance(item, str):
        yield f"{indent}- {_scalar(item)}\n"
        return
    entries = item.items() if isinstance(item, Mapping) else ()
    lines = [line for key, value in entries for line in _entry(key, value, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip(' ')}" if lines else f"{indent}- {{}}\n"
    yield from lines[1:]


# A text that begins otherwise may begin with one of YAML's indicators: it is quoted in any case.
_PLAIN: Final = re.compile(r"(?:[A-Za-z0-9$(_+]|[^\x00-\x7f]).*")
_SYNTAX: Final = re.compile(r":(?: |$)| #|\s$")
_NULLS: Final = frozenset({"null", "Null", "NULL"})
_OTHER_SPACES: Final = re.compile(r"\s*[\t\x0b-\r\x1c-\x1f\x85\u2028\u2029]\s*")
# Characters that YAML does not allow, that end a line, or that control a terminal.
_ESCAPED: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\"\\]"
)
_LINE_ENDS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def _scalar(text: str) -> str:
    """The text plain if that means the same, else in double quotes."""
    text = _OTHER_SPACES.sub(" ", text)
    plain = _PLAIN.fullmatch(text) and not _SYNTAX.search(text) and text not in _NULLS
    if plain and not _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in '"\\':
        return "\\" + character
    return "\\n" if character == "\n" else f"\\u{ord(character):04X}"
