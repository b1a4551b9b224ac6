"""The content of a citation, independent of its style: for a fact, a source, the tool or a base."""

from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, NamedTuple
from urllib.parse import quote

from iraqforce import __version__
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Fact, Source
from iraqforce.model.positions import QuotePlace
from iraqforce.text.phrases import (
    author_words,
    date_words,
    figure_words,
    listed,
    number_of,
    place_words,
    quoted,
    sometime_words,
    source_words,
    traits,
    who_where,
)

AUTHOR: Final = "The iraqforce founders"
"""The author of iraqforce in citations."""

Cited = Literal["fact", "source", "software", "dataset"]

CITED: Final[dict[Cited, str]] = {
    "fact": "a document, with a fact from it",
    "source": "a document",
    "software": "iraqforce",
    "dataset": "the base",
}


class Reference(NamedTuple):
    """A citation. Every field is on one line, without control characters."""

    id: Annotated[str, "The ID of the fact or source; for the tool and the base, a name with the version."]
    kind: Annotated[Cited, "What is cited."]
    key: Annotated[str, "A unique key: the ID, with a number if two references share it."]
    document: Annotated[str, "The document in words, with inferred fields in brackets."]
    title: Annotated[str | None, "Its title; null if it has none."] = None
    authors: Annotated[tuple[str, ...], "Its authors, as the base names them."] = ()
    publisher: Annotated[str | None, "Who published it."] = None
    published: Annotated[PartialDate | None, "When it was published."] = None
    version: Annotated[str | None, "The version of the tool or the base."] = None
    url: Annotated[str | None, "Its URL; for a fact, it links to the quote."] = None
    inferred: Annotated[tuple[str, ...], "Fields that the document does not state."] = ()
    stated_by: Annotated[str | None, "Of a fact: who stated it, if not the author or publisher."] = None
    quote: Annotated[str, "Of a fact: the quote, in quotation marks; empty if it has none."] = ""
    details: Annotated[tuple[str, ...], "Of a fact: its figure, and where it is in the document."] = ()
    notes: Annotated[tuple[str, ...], "Sentences about the document or the base."] = ()
    text: Annotated[str, "The citation in the requested style."] = ""
    csl: Annotated[dict[str, Any] | None, "The citation as a CSL-JSON item, in any style."] = None

    def bracketed(self, field: str, words: str | None) -> str | None:
        """The words of the field, in brackets if they are inferred."""
        return f"[{words}]" if words and field in self.inferred else words

    def remarks(self) -> Iterator[str]:
        """Sentences for the note of a format that has one field for everything else."""
        if self.stated_by is not None:
            yield f"{self.stated_by}{': ' if self.quote else ''}{self.quote}, as cited in this document."
        elif self.quote:
            yield f"{self.quote}."
        yield from self.details
        yield from self.notes
        if self.published is not None and not _in_numbers(self.published):
            yield f"Published {date_words(self.published)}."
        if self.title is None:
            yield "Untitled."


_FIELD_WORDS: Final = {"published": "date", "url": "URL"}


def of_fact(fact: Fact, words: str | None = None) -> Reference:
    """A citation of the fact's document, with its quote and figure.

    `words` is the quote as printed in the article; the URL links to it.
    """
    source, place = fact.source, place_words(fact)
    itself = fact.stated_by in (None, source.publisher, *source.authors, *map(author_words, source.authors))
    return of_source(source)._replace(
        id=fact.id,
        kind="fact",
        key=fact.id,
        url=link(source.url, words or fact.quote),
        stated_by=None if itself else _line(fact.speaker),
        quote=_line(quoted(fact)),
        details=(
            _figure(fact),
            _line(_archived_copy(fact.quote_at) if fact.quote_at else f"{place[:1].upper()}{place[1:]}."),
        ),
    )


def _archived_copy(at: QuotePlace) -> str:
    return f"Archived copy: {at.path}, line {at.line}."


def of_source(source: Source) -> Reference:
    """A reference to the source alone."""
    inferred = tuple(each.field for each in source.inferred)
    fields = listed([_FIELD_WORDS.get(field, field) for field in inferred]) if inferred else ""
    return Reference(
        id=source.id,
        kind="source",
        key=source.id,
        document=_line(source_words(source)),
        title=_line(source.title) if source.title else None,
        authors=tuple(map(_line, source.authors)),
        publisher=_line(source.publisher),
        published=source.published,
        url=link(source.url),
        inferred=inferred,
        notes=(f"{fields[:1].upper()}{fields[1:]} inferred.",) if fields else (),
    )


def of_tool() -> Reference:
    """A reference to this version of iraqforce."""
    name = f"iraqforce-{__version__}"
    words = f"iraqforce, version {__version__}. {AUTHOR}"
    return Reference(name, "software", name, words, "iraqforce", (AUTHOR,), version=__version__)


def of_base(base: BaseInfo) -> Reference:
    """A reference to the base as it is now, identified by its hash."""
    name, title = f"{base.name}-{base.sha256[:12]}", _line(base.title)
    size = f"{number_of(base.facts, 'fact')} from {number_of(base.sources, 'source')}"
    note = f"Fact base “{_line(base.name)}” for iraqforce: {size}, SHA-256 {base.sha256}."
    return Reference(name, "dataset", name, title, title, version=f"sha256:{base.sha256}", notes=(note,))


def _figure(fact: Fact) -> str:
    """A sentence with the figure, its date and what it counts."""
    subject, figure = fact.label or who_where(fact), figure_words(fact)
    named = f"{subject}: {figure}" if subject and figure else subject or figure
    dated = date_words(fact.as_of) if fact.kind == "level" else sometime_words(fact.as_of)
    return _line(f"{named} (as of {'; '.join((dated, *traits(fact)))}).")


def _in_numbers(date: PartialDate) -> bool:
    """True if a year, a month and a day express the date completely."""
    return date.precision in ("day", "month", "year") and not (date.approximate or date.uncertain)


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


_WHOLE: Final = 300  # characters up to which a quote is in its address in full
_ENDS: Final = 8  # words of each of the two ends by which a longer quote is given
# What RFC 3986 allows in an address, and the percent sign of what is encoded already.
_ADDRESS: Final = "%:/?#[]@!$&'()*+,;=-._~"


def link(url: str | None, words: str | None = None) -> str | None:
    """The address, percent-encoded; with words, it leads to them (WICG, "URL Fragment Text Directives").

    Words that contain a line break are given by their two ends: on a page they may be in two paragraphs, and
    a browser finds them only that way.
    """
    if url is None:
        return None
    address = quote(url.strip(), safe=_ADDRESS, errors="replace")
    directive = _directive(words) if words else None
    if directive is None:
        return address
    if ":~:" in address:
        return f"{address}&text={directive}"
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _directive(words: str) -> str | None:
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if not lines:
        return None
    joined = " ".join(word for line in lines for word in line)
    if len(lines) == 1 and len(joined) <= _WHOLE:
        return _encoded(joined)
    return f"{_encoded(' '.join(lines[0][:_ENDS]))},{_encoded(' '.join(lines[-1][-_ENDS:]))}"


def _encoded(text: str) -> str:
    """The text percent-encoded, with the hyphen, the comma and the ampersand that the directive uses."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def on_the_web(address: str | None) -> str | None:
    """The address if it is one of the web, which is safe to follow; None for any other."""
    return address if address and address.lower().startswith(("http://", "https://")) else None
