"""References in BibTeX and biblatex: UTF-8, and `@misc`, as a base names no type of document.

What is inferred stands in brackets where a field is text; years and months are numbers, and the note tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.citing.reference import Reference
    from iraqforce.dates import PartialDate

_SPECIAL: Final = {
    # A brace, even one that LaTeX would not see as such, counts where BibTeX looks for the end of a field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# LaTeX draws two of these together as one sign.
_LIGATURE = re.compile(r"([-`',])(?=\1)")


def document(references: Sequence[Reference]) -> str:
    """The entries, with a blank line between them."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    # Braces of its own keep a title's capitals, and a name in one piece: where it parts is not known.
    title = reference.bracketed("title", reference.title) or ""
    yield "title", f"{{{{{_escaped(title)}}}}}"
    author = reference.bracketed("author", reference.author)
    if author is not None:
        yield "author", f"{{{{{_escaped(author)}}}}}"
    else:
        yield "key", f"{{{_escaped(reference.publisher or reference.title)}}}"
    publisher = reference.bracketed("publisher", reference.publisher)
    if publisher is not None:
        yield "howpublished", f"{{{_escaped(publisher)}}}"
    if reference.published is not None:
        yield from _date(reference.published)
    if reference.url is not None:
        yield "url", f"{{{reference.url}}}"
    note = " ".join((*_version(reference), *reference.remarks()))
    if note:
        yield "note", f"{{{_escaped(note)}}}"


def _date(date: PartialDate) -> Iterator[tuple[str, str]]:
    years = dict.fromkeys(str(day.year) for day in (date.starts, date.ends))
    yield "year", f"{{{'--'.join(years)}}}"
    if date.precision in ("day", "month"):
        yield "month", MONTHS[date.starts.month - 1][:3].lower()
    if date.precision == "day":
        yield "day", f"{{{date.starts.day}}}"


def _version(reference: Reference) -> Iterator[str]:
    if reference.kind == "software":
        yield f"Version {reference.version}."


def _escaped(text: str) -> str:
    """The text as LaTeX prints it: every sign that it would obey is written as a command."""
    return _LIGATURE.sub(r"\1{}", "".join(_SPECIAL.get(sign, sign) for sign in text))
