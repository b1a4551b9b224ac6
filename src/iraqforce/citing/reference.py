"""What a reference says, whatever its style: made of a fact, a source, the tool or a base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce import __version__
from iraqforce.citing.links import link
from iraqforce.present.escapes import for_terminal
from iraqforce.present.facts import figure_words
from iraqforce.present.words import (
    date_words,
    number_of,
    place_words,
    quoted,
    sometime_words,
    source_words,
    traits,
    who_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Source
    from iraqforce.store.questions import BaseSummary

AUTHOR: Final = "The iraqforce founders"
"""Who made iraqforce, as a reference names them."""

UNTITLED: Final = "[untitled]"
"""What stands for a title where the document has none, in a format that cannot do without."""

_FIELD_WORDS: Final = {"published": "date", "url": "address"}

Cited = Literal["fact", "source", "software", "dataset"]


class Statement(NamedTuple):
    """What a reference to a fact takes from its document.

    `speaker` is None where the document speaks for itself; `quote` stands between quotation marks, and is
    empty where the document is only cited.
    """

    speaker: str | None
    quote: str
    details: tuple[str, ...]


class Reference(NamedTuple):
    """A document, and what is taken from it. Every text is on one line, without control characters.

    `key` names it among the references of one output. `document` is the document in words, in which what is
    inferred stands in brackets; `inferred` names those fields, and each field by itself is plain.
    """

    key: str
    kind: Cited
    id: str
    document: str
    title: str
    author: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    version: str | None = None
    url: str | None = None
    inferred: tuple[str, ...] = ()
    statement: Statement | None = None
    notes: tuple[str, ...] = ()

    def bracketed(self, field: str, words: str | None) -> str | None:
        """The words of the field, in brackets where they are inferred."""
        return f"[{words}]" if words and field in self.inferred else words

    @property
    def titled(self) -> bool:
        """True where the document has a title, be it an inferred one."""
        return self.title != UNTITLED

    def remarks(self) -> Iterator[str]:
        """Sentences for the note of a format that has a field for everything else."""
        if self.statement is not None:
            speaker, quote, details = self.statement
            if speaker is not None:
                yield f"{speaker}{': ' if quote else ''}{quote}, as cited in this document."
            elif quote:
                yield f"{quote}."
            yield from details
        yield from self.notes
        if self.published is not None and not _plain(self.published):
            yield f"Published {date_words(self.published)}."
        if not self.titled:
            yield "The text gives no title."


def of_fact(fact: Fact, words: str | None = None) -> Reference:
    """A reference to the document of the fact, with what is taken from it.

    `words` are the quote's own, as they stand in the article; the address leads to them.
    """
    document = of_source(fact.source)
    itself = fact.stated_by in (None, fact.source.publisher, fact.source.author)
    statement = Statement(
        speaker=None if itself else _line(fact.speaker),
        quote=_line(quoted(fact)),
        details=(_figure(fact), _place(fact)),
    )
    url = link(fact.source.url, words or fact.quote)
    return document._replace(key=fact.id, kind="fact", id=fact.id, url=url, statement=statement)


def of_source(source: Source) -> Reference:
    """A plain reference to the source."""
    inferred = tuple(field for field, _ in source.inferred)
    fields = ", ".join(_FIELD_WORDS.get(field, field) for field in inferred)
    return Reference(
        key=source.id,
        kind="source",
        id=source.id,
        document=_line(source_words(source)),
        title=_line(source.title) if source.title else UNTITLED,
        author=_line(source.author) if source.author else None,
        publisher=_line(source.publisher),
        published=source.published,
        url=link(source.url),
        inferred=inferred,
        notes=(f"Inferred, not stated in the text: {fields}.",) if fields else (),
    )


def of_tool() -> Reference:
    """A reference to this version of iraqforce."""
    name = f"iraqforce-{__version__}"
    words = f"iraqforce, version {__version__}. {AUTHOR}"
    return Reference(name, "software", name, words, "iraqforce", AUTHOR, version=__version__)


def of_base(base: BaseSummary) -> Reference:
    """A reference to the base as it is now, which its hash tells from every other."""
    name, title = f"{base.name}-{base.sha256[:12]}", _line(base.title)
    size = f"{number_of(base.facts, 'fact')} from {number_of(base.sources, 'source')}"
    note = f"Fact base “{_line(base.name)}” for iraqforce: {size}, SHA-256 {base.sha256}."
    return Reference(name, "dataset", name, title, title, version=f"sha256:{base.sha256}", notes=(note,))


def distinct(references: Iterable[Reference]) -> list[Reference]:
    """The references in their order, each with a key that no other has: a fact and a source may share one."""
    found: dict[str, Reference] = {}
    for reference in references:
        key, number = reference.key, 1
        while key in found:
            number += 1
            key = f"{reference.key}-{number}"
        found[key] = reference._replace(key=key)
    return list(found.values())


def _figure(fact: Fact) -> str:
    """The sentence on what the fact says, of when, and what it counts."""
    subject, figure = fact.label or who_where(fact), figure_words(fact)
    said = f"{subject}: {figure}" if subject and figure else subject or figure
    told = "; ".join(traits(fact))
    dated = date_words(fact.as_of) if fact.kind == "level" else sometime_words(fact.as_of)
    return _line(f"{said} (as of {dated}{'; ' if told else ''}{told}).")


def _place(fact: Fact) -> str:
    """The sentence on where the words stand."""
    place = place_words(fact)
    return _line(f"Stored text: {place}." if fact.found_at else f"{place[:1].upper()}{place[1:]}.")


def _plain(date: PartialDate) -> bool:
    """True where a year, a month and a day say everything of the date."""
    return date.precision in ("day", "month", "year") and not (date.approximate or date.uncertain)


def _line(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return for_terminal(" ".join(text.split()))
