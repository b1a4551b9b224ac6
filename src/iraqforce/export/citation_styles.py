"""Citations in the styles that people and other programs read.

Inferred text is in brackets. Dates are numbers, so a note says if they are inferred.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal

from iraqforce.export.references import Reference, on_the_web
from iraqforce.model.dates import MONTHS, SEASON_FIRST_MONTH, PartialDate, closed
from iraqforce.render.formats import indented
from iraqforce.render.markdown import escaped
from iraqforce.text.phrases import author_words, span_words

Style = Literal["text", "bibtex", "ris", "csl-json", "markdown"]
STYLES: Final[dict[Style, str]] = {
    "text": "running text",
    "bibtex": "a BibTeX or biblatex entry",
    "ris": "a RIS record",
    "csl-json": "a CSL-JSON array of one item",
    "markdown": "a CommonMark paragraph",
}
UNTITLED: Final = "[untitled]"
"""The title of a document without one, in a format that requires it."""


def document(references: Sequence[Reference], style: Style) -> str:
    """All the references in the style, ending in a line feed."""
    if style == "csl-json":
        return indented([csl_item(each) for each in references])
    return "\n".join(f"{_WRITERS[style](each)}\n" for each in references)


def _title(reference: Reference) -> str:
    return reference.bracketed("title", reference.title) or UNTITLED


def _authors(reference: Reference) -> list[str]:
    return [reference.bracketed("authors", author_words(each)) or each for each in reference.authors]


# Text and Markdown


def _text(reference: Reference) -> str:
    opening, cited, details = _sentences(reference)
    return " ".join(piece for piece in (opening, cited, *details, reference.url) if piece)


def _sentences(reference: Reference) -> tuple[str, str, tuple[str, ...]]:
    """The quote and its speaker (empty if there is no quote), the document, and the details of both."""
    end = "" if reference.document.endswith(".") else "."
    opening = f"{reference.quote}." if reference.quote else ""
    if reference.stated_by is not None:
        opening = f"{reference.stated_by}{': ' if reference.quote else ''}{reference.quote}, as cited in:"
    return opening, f"{reference.document}{end}", (*reference.details, *reference.notes)


# At the start of a paragraph, Markdown would read these as a list.
_BULLET: Final = re.compile(r"^([-+])")
_NUMBER: Final = re.compile(r"^([0-9]+)([.)])")


def _markdown(reference: Reference) -> str:
    opening, words, details = _sentences(reference)
    cited, url = escaped(words), reference.url
    if url is not None:
        cited = f"[{cited}](<{url}>)" if on_the_web(url) else f"{cited} {escaped(url)}"
    pieces = (escaped(opening), cited, *map(escaped, details))
    paragraph = " ".join(piece for piece in pieces if piece)
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", paragraph))


# BibTeX: UTF-8, and `@misc`, which suits every kind of document

_LATEX: Final = {
    # BibTeX counts every brace, also an escaped one, when it looks for the end of a field.
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
# LaTeX joins two of these to one sign.
_LIGATURE: Final = re.compile(r"([-`',])(?=\1)")


def _bibtex(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _bibtex_fields(reference))
    return f"@misc{{{reference.key},\n{fields}}}"


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    # Double braces keep the capitals of a title, and keep a name in one piece.
    yield "title", f"{{{{{_latex(_title(reference))}}}}}"
    if reference.authors:
        yield "author", f"{{{' and '.join(f'{{{_latex(each)}}}' for each in _authors(reference))}}}"
    else:
        yield "key", f"{{{_latex(reference.publisher or _title(reference))}}}"
    publisher = reference.bracketed("publisher", reference.publisher)
    if publisher is not None:
        yield "howpublished", f"{{{_latex(publisher)}}}"
    if reference.published is not None:
        yield from _bibtex_date(reference.published)
    if reference.url is not None:
        yield "url", f"{{{reference.url}}}"
    version = [f"Version {reference.version}."] if reference.kind == "software" else []
    note = " ".join((*version, *reference.remarks()))
    if note:
        yield "note", f"{{{_latex(note)}}}"


def _bibtex_date(date: PartialDate) -> Iterator[tuple[str, str]]:
    years = dict.fromkeys(str(day.year) for day in (date.starts, date.ends))
    yield "year", f"{{{'--'.join(years)}}}"
    if date.precision in ("day", "month"):
        yield "month", MONTHS[date.starts.month - 1][:3].lower()
    if date.precision == "day":
        yield "day", f"{{{date.starts.day}}}"


def _latex(text: str) -> str:
    """The text with every sign that LaTeX would interpret written as a command."""
    return _LIGATURE.sub(r"\1{}", "".join(_LATEX.get(sign, sign) for sign in text))


# RIS: a tag a line

_RIS_TYPES: Final = {"fact": "GEN", "source": "GEN", "software": "COMP", "dataset": "DATA"}


def _ris(reference: Reference) -> str:
    return "\n".join(f"{tag}  - {value}" for tag, value in _ris_tags(reference) if value is not None)


def _ris_tags(reference: Reference) -> Iterator[tuple[str, str | None]]:
    kind = _RIS_TYPES[reference.kind]
    yield "TY", "ELEC" if kind == "GEN" and reference.url else kind
    yield "ID", reference.key
    yield "TI", _title(reference)
    for author in _authors(reference):
        yield "AU", author
    yield "PB", reference.bracketed("publisher", reference.publisher)
    if reference.published is not None:
        yield from _ris_date(reference.published)
    yield "ET", reference.version
    yield "UR", reference.url
    for remark in reference.remarks():
        yield "N1", remark
    yield "ER", ""


def _ris_date(date: PartialDate) -> Iterator[tuple[str, str]]:
    """The year, and the date as year/month/day/other, as far as each is known."""
    year, month, day = date.starts.isoformat().split("-")
    known = {"day": f"{month}/{day}/", "month": f"{month}//", "year": "//"}
    yield "PY", year
    yield "DA", f"{year}/{known.get(date.precision) or f'//{span_words(date)}'}"


# CSL-JSON: items as Zotero, pandoc and citeproc read them


def csl_item(reference: Reference) -> dict[str, Any]:
    """The reference as an item of CSL-JSON; an unknown variable is left out."""
    kind: str = reference.kind
    if kind in ("fact", "source"):
        kind = "webpage" if reference.url else "document"
    known = {
        "id": reference.key,
        "type": kind,
        "title": _title(reference),
        # A name in one piece: whether it is a person's is not known.
        "author": [{"literal": each} for each in _authors(reference)] or None,
        "publisher": reference.bracketed("publisher", reference.publisher),
        "issued": _csl_date(reference.published) if reference.published else None,
        "version": reference.version,
        "URL": reference.url,
        "note": " ".join(reference.remarks()) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _csl_date(published: PartialDate) -> dict[str, Any]:
    points = [published]
    if published.precision == "interval":
        points = [closed(end) for end in published.text.split("/")]
    found: dict[str, Any] = {"date-parts": [_csl_parts(point) for point in points]}
    if published.precision == "season":
        found["season"] = list(SEASON_FIRST_MONTH.values()).index(published.starts.month) + 1
    if published.approximate or published.uncertain:
        found["circa"] = True
    return found


def _csl_parts(point: PartialDate) -> list[int]:
    """Year, month and day, as far as they are known."""
    parts = [point.starts.year, point.starts.month, point.starts.day]
    return parts[: {"day": 3, "month": 2}.get(point.precision, 1)]


_WRITERS: Final[dict[Style, Callable[[Reference], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "bibtex": _bibtex,
    "ris": _ris,
}
