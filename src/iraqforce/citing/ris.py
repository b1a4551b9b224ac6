"""References in RIS: a tag a line. What is inferred stands in brackets where a tag is text; a note tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.present.words import span_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.citing.reference import Cited, Reference
    from iraqforce.dates import PartialDate

_TYPES: Final[dict[Cited, str]] = {"fact": "GEN", "source": "GEN", "software": "COMP", "dataset": "DATA"}


def document(references: Sequence[Reference]) -> str:
    """The records, with a blank line between them."""
    return "\n".join(_record(reference) for reference in references)


def _record(reference: Reference) -> str:
    return "".join(f"{tag}  - {value}\n" for tag, value in _tags(reference))


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    kind = _TYPES[reference.kind]
    yield "TY", "ELEC" if kind == "GEN" and reference.url else kind
    yield "ID", reference.key
    yield "TI", reference.bracketed("title", reference.title) or ""
    author = reference.bracketed("author", reference.author)
    if author is not None:
        yield "AU", author
    publisher = reference.bracketed("publisher", reference.publisher)
    if publisher is not None:
        yield "PB", publisher
    if reference.published is not None:
        yield from _date(reference.published)
    if reference.version is not None:
        yield "ET", reference.version
    if reference.url is not None:
        yield "UR", reference.url
    for remark in reference.remarks():
        yield "N1", remark
    yield "ER", ""


def _date(date: PartialDate) -> Iterator[tuple[str, str]]:
    """The year, and the date as year/month/day/other, each part as far as it is known."""
    first = date.starts
    year = f"{first.year:04}"
    yield "PY", year
    match date.precision:
        case "day":
            yield "DA", f"{year}/{first.month:02}/{first.day:02}/"
        case "month":
            yield "DA", f"{year}/{first.month:02}//"
        case "year":
            yield "DA", f"{year}///"
        case "season" | "interval":
            yield "DA", f"{year}///{span_words(date)}"
