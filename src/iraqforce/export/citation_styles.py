"""Citations in the styles that people and other programs read.

In running text, what is inferred is in brackets. In the fields that programs read, only an inferred title is,
as Chicago and APA print it. The annotation, which no bibliography prints, says what else is inferred.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

from iraqforce.export.references import Reference
from iraqforce.model.dates import SEASON_FIRST_MONTH, PartialDate, closed
from iraqforce.pages.blocks import is_web_address
from iraqforce.render.formats import indented
from iraqforce.render.markdown import escaped
from iraqforce.text.phrases import capitalized, person, span_words

Style = Literal["text", "bibtex", "ris", "csl-json", "markdown"]
STYLES: Final[dict[Style, str]] = {
    "text": "running text",
    "bibtex": "an entry for BibTeX, biblatex and pandoc",
    "ris": "a RIS record",
    "csl-json": "a CSL-JSON array of one item",
    "markdown": "a CommonMark paragraph, with a list of facts and their citations for pandoc",
}
UNTITLED: Final = "[untitled]"
"""The title of a document without one, in a format that requires it."""


class _Form(NamedTuple):
    """A kind of document in biblatex, CSL and RIS, and in words if these have no type of its own."""

    bibtex: str
    csl: str
    ris: str
    genre: str | None = None


_FORMS: Final = {
    "news": _Form("article", "article-newspaper", "NEWS"),
    "report": _Form("report", "report", "RPRT", "Report"),
    "dataset": _Form("dataset", "dataset", "DATA"),
    "release": _Form("online", "webpage", "ELEC", "Press release"),
    "transcript": _Form("online", "webpage", "ELEC", "Transcript"),
    "web": _Form("online", "webpage", "ELEC"),
    "software": _Form("software", "software", "COMP"),
}


def _form(reference: Reference) -> _Form:
    form = _FORMS[reference.kind or "web"]
    if form.bibtex == "online" and reference.url is None:
        return form._replace(bibtex="misc", csl="document", ris="GEN")
    return form


def document(references: Sequence[Reference], style: Style) -> str:
    """All the references in the style, ending in a line feed."""
    if style == "csl-json":
        return indented([csl_item(each) for each in references])
    return "\n".join(f"{_WRITERS[style](each)}\n" for each in references)


def _title(reference: Reference) -> str:
    title = reference.title or UNTITLED
    return f"[{title}]" if "title" in reference.inferred else title


# Text and Markdown


def _text(reference: Reference) -> str:
    lines = [" ".join(filter(None, (_sentence(reference), *reference.notes, reference.url)))]
    for fact in reference.facts:
        said = f"{fact.said} ({fact.locator})." if fact.said else f"{capitalized(fact.locator)}."
        lines.append(" ".join(filter(None, ("-", said, fact.figure, fact.url))))
    return "\n".join(lines)


def _sentence(reference: Reference) -> str:
    return reference.document if reference.document.endswith(".") else f"{reference.document}."


# At the start of a paragraph, Markdown would read these as a list.
_BULLET: Final = re.compile(r"^([-+])")
_NUMBER: Final = re.compile(r"^([0-9]+)([.)])")


def _markdown(reference: Reference) -> str:
    cited = " ".join((_linked(_sentence(reference), reference.url), *map(escaped, reference.notes)))
    facts = []
    for fact in reference.facts:
        said = f"{_linked(fact.said, fact.url)}. " if fact.said else ""
        facts.append(f"- {said}{escaped(fact.figure.removesuffix('.'))} {fact.cite_as}.")
    paragraph = _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", cited))
    return "\n\n".join(filter(None, (paragraph, "\n".join(facts))))


def _linked(words: str, url: str | None) -> str:
    if url is None:
        return escaped(words)
    return f"[{escaped(words)}](<{url}>)" if is_web_address(url) else f"{escaped(words)} {escaped(url)}"


# BibTeX: UTF-8, with the types and dates of biblatex

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
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(reference) if value)
    return f"@{_form(reference).bibtex}{{{reference.id},\n{fields}}}"


_ISSUERS: Final = {"article": "journal", "report": "institution", "dataset": "publisher"}
"""The field for who published it, by the type of entry; any other type has `organization`."""


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str | None]]:
    form = _form(reference)
    # The inner braces keep the capitals of a title, and keep the name of an office in one piece.
    yield "title", f"{{{_latex(_title(reference))}}}"
    yield "author", " and ".join(map(_bibtex_name, reference.authors))
    yield _ISSUERS.get(form.bibtex, "organization"), _latex(reference.publisher or "")
    if form.bibtex == "article":
        yield "entrysubtype", "newspaper"
    yield "type", form.genre
    yield "date", _edtf(reference.published) if reference.published else None
    yield "version", reference.version
    yield "url", reference.url
    yield "urldate", _edtf(reference.accessed) if reference.accessed else None
    yield "annote", _latex(" ".join(reference.remarks()))


def _bibtex_name(author: str) -> str:
    names = person(author)
    return ", ".join(map(_latex, names)) if names else f"{{{_latex(author)}}}"


def _edtf(date: PartialDate) -> str:
    """The date as biblatex reads it: ISO 8601, with EDTF's intervals, seasons and qualifiers."""
    is_season = date.precision == "season"
    text = f"{date.starts.year:04}-{_season(date) + 20}" if is_season else "/".join(_points(date))
    # EDTF's sign for both, %, begins a comment to some readers of BibTeX.
    return text + ("~" if date.approximate else "?" if date.uncertain else "")


def _points(date: PartialDate) -> list[str]:
    """The year, month or day of the date, or the first and the last of a span."""
    start, end = date.starts.isoformat(), date.ends.isoformat()
    match date.precision:
        case "day":
            return [start]
        case "month":
            return [start[:7]]
        case "year":
            return [start[:4]]
        case "interval":
            ends = [_points(closed(each)) for each in date.text.split("/")]
            return [ends[0][0], ends[1][-1]]
    return [start[:7], end[:7]]


def _season(date: PartialDate) -> int:
    """Spring to winter as 1 to 4."""
    return list(SEASON_FIRST_MONTH.values()).index(date.starts.month) + 1


def _latex(text: str) -> str:
    """The text with every sign that LaTeX would interpret written as a command."""
    return _LIGATURE.sub(r"\1{}", "".join(_LATEX.get(sign, sign) for sign in text))


# RIS: a tag a line


def _ris(reference: Reference) -> str:
    return "\n".join(f"{tag}  - {value}" for tag, value in _ris_tags(reference) if value is not None)


def _ris_tags(reference: Reference) -> Iterator[tuple[str, str | None]]:
    form = _form(reference)
    yield "TY", form.ris
    yield "ID", reference.id
    yield "TI", _title(reference)
    for author in reference.authors:
        yield "AU", author
    yield "T2" if form.ris in ("NEWS", "ELEC") else "PB", reference.publisher
    yield "M3", form.genre
    if reference.published is not None:
        yield "PY", reference.published.starts.isoformat()[:4]
        yield "DA", _ris_date(reference.published)
    yield "ET", reference.version
    yield "UR", reference.url
    yield "Y2", _ris_date(reference.accessed) if reference.accessed else None
    for remark in reference.remarks():
        yield "N1", remark
    yield "ER", ""


def _ris_date(date: PartialDate) -> str:
    """The date as year/month/day/other, as far as each is known."""
    year, month, day = date.starts.isoformat().split("-")
    known = {"day": f"{month}/{day}/", "month": f"{month}//", "year": "//"}
    return f"{year}/{known.get(date.precision) or f'//{span_words(date)}'}"


# CSL-JSON: items as Zotero, pandoc and citeproc read them


def csl_item(reference: Reference) -> dict[str, Any]:
    """The reference as an item of CSL-JSON; an unknown variable is left out."""
    form = _form(reference)
    issuer = "container-title" if form.csl == "article-newspaper" else "publisher"
    known = {
        "id": reference.id,
        "type": form.csl,
        "title": _title(reference),
        "author": [_csl_name(each) for each in reference.authors] or None,
        issuer: reference.publisher,
        "genre": form.genre,
        "issued": _csl_date(reference.published) if reference.published else None,
        "version": reference.version,
        "URL": reference.url,
        "accessed": _csl_date(reference.accessed) if reference.accessed else None,
        "annote": " ".join(reference.remarks()) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _csl_name(author: str) -> dict[str, str]:
    names = person(author)
    return {"family": names[0], "given": names[1]} if names else {"literal": author}


def _csl_date(date: PartialDate) -> dict[str, Any]:
    points = [date.starts.isoformat()[:4]] if date.precision == "season" else _points(date)
    found: dict[str, Any] = {"date-parts": [[int(part) for part in point.split("-")] for point in points]}
    if date.precision == "season":
        found["season"] = _season(date)
    if date.approximate or date.uncertain:
        found["circa"] = True
    return found


_WRITERS: Final[dict[Style, Callable[[Reference], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "bibtex": _bibtex,
    "ris": _ris,
}
