"""Records of a base as YAML, the form for people: the reader of this project reads them back equal.

Every value is text. What can stand plain does; the rest goes between quotes, on one line, unfolded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Value: TypeAlias = "str | list[Value] | Mapping[str, Value]"
Record: TypeAlias = "Mapping[str, Value]"
Section: TypeAlias = "str | Mapping[str, Value] | Iterable[Record]"


def yaml_text(
    sections: Mapping[str, Section], comment_of: Callable[[Record], str | None] = lambda _: None
) -> Iterator[str]:
    """The sections in their order, line by line: a text, a mapping by id, or a list of records.

    `comment_of` gives the line that is put before a record of a list; None for none.
    """
    for number, (name, section) in enumerate(sections.items()):
        if isinstance(section, str):
            yield f"{_scalar(name)}: {_scalar(section)}\n"
        elif isinstance(section, Mapping):
            yield "\n" if number else ""
            yield from _entry(name, section, "")
        else:
            yield "\n" if number else ""
            yield from _list(name, section, comment_of)


def _list(name: str, records: Iterable[Record], comment_of: Callable[[Record], str | None]) -> Iterator[str]:
    empty = True
    for record in records:
        yield f"{_scalar(name)}:\n" if empty else "\n"
        empty = False
        comment = comment_of(record)
        if comment is not None:
            yield f"  # {_one_line(comment)}\n"
        yield from _item(record, "  ")
    if empty:
        yield f"{_scalar(name)}: []\n"


def _entry(key: str, value: Value, indent: str) -> Iterator[str]:
    """A key with its value: a text beside it, a list or a mapping below it."""
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
    """An item of a list: a text, or a mapping that begins beside its dash. No list holds a list."""
    if isinstance(item, str):
        yield f"{indent}- {_scalar(item)}\n"
        return
    entries = item.items() if isinstance(item, Mapping) else ()
    lines = [line for key, value in entries for line in _entry(key, value, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip(' ')}" if lines else f"{indent}- {{}}\n"
    yield from lines[1:]


# What begins otherwise may be an indicator of YAML's, or of a document: it is quoted without asking which.
_PLAIN: Final = re.compile(r"(?:[A-Za-z0-9$(_+]|[^\x00-\x7f]).*")
_MEANT: Final = re.compile(r":(?: |$)| #|\s$")
_NOTHING: Final = frozenset({"null", "Null", "NULL"})
# What YAML does not print, what it takes for the end of a line, and what a screen would obey.
_UNPRINTED: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff\"\\]"
)
_LINE_ENDS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def _scalar(text: str) -> str:
    """The text plain where that says the same, else between double quotes."""
    plain = _PLAIN.fullmatch(text) and not _MEANT.search(text) and text not in _NOTHING
    if plain and not _UNPRINTED.search(text.replace('"', "").replace("\\", "")):
        return text
    return f'"{_UNPRINTED.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if character in '"\\':
        return "\\" + character
    return {"\n": "\\n", "\t": "\\t"}.get(character, f"\\u{ord(character):04X}")


def _one_line(comment: str) -> str:
    return _LINE_ENDS.sub(" ", comment)
