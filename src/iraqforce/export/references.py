"""What a citation says, independent of its style: a source with facts from it, the tool, or a base."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, NamedTuple
from urllib.parse import quote

from iraqforce import __date__, __version__
from iraqforce.model.dates import PartialDate, closed
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Fact, Source
from iraqforce.render.markdown import escaped
from iraqforce.text.phrases import (
    author_words,
    capitalized,
    date_words,
    figure_words,
    listed,
    number_of,
    quoted,
    sometime_words,
    source_words,
    traits,
    who_where,
)
from iraqforce.text.sentences import paragraphs

AUTHOR: Final = "The iraqforce founders"
"""The author of iraqforce in citations."""

Cited = Literal["news", "report", "dataset", "release", "transcript", "web", "software"]


class CitedFact(NamedTuple):
    """A fact that is cited from a source. Every field is on one line, without control characters."""

    id: Annotated[str, "The ID of the fact."]
    locator: Annotated[str, "Where it is in the document: paragraph 8."]
    cite_as: Annotated[str, "The citation for pandoc: [@defense-one-2016-03-25, para. 8]."]
    stated_by: Annotated[str | None, "Who stated it, if not the author or publisher."]
    quote: Annotated[str, "The quote, in quotation marks; empty if there is none."]
    figure: Annotated[str, "A sentence with the figure, its date and what it counts."]
    url: Annotated[str | None, "A link to the quote in the document; null if there is no quote or no URL."]

    @property
    def said(self) -> str:
        """The speaker and the quote, as far as there are any."""
        return ": ".join(filter(None, (self.stated_by, self.quote)))


class Reference(NamedTuple):
    """A citation of one document. Every field but the text is on one line, without control characters."""

    id: Annotated[str, "The ID of the source; for the tool and the base, a name with the version."]
    kind: Annotated[Cited | None, "What kind of document it is; software for iraqforce itself."]
    document: Annotated[str, "The document in words, with inferred fields in brackets."]
    title: Annotated[str | None, "Its title; null if it has none."] = None
    authors: Annotated[tuple[str, ...], "Its authors: people as “Family, Given”, offices by name."] = ()
    publisher: Annotated[str | None, "Who published it."] = None
    published: Annotated[PartialDate | None, "When it was published."] = None
    version: Annotated[str | None, "The version of the tool or the base."] = None
    url: Annotated[str | None, "Its URL."] = None
    accessed: Annotated[PartialDate | None, "When the URL was last opened."] = None
    inferred: Annotated[tuple[str, ...], "Fields that the document does not state."] = ()
    notes: Annotated[tuple[str, ...], "Sentences about the document or the base."] = ()
    facts: Annotated[tuple[CitedFact, ...], "The facts that are cited from it, in the order asked."] = ()
    text: Annotated[str, "The citation in the requested style."] = ""
    csl: Annotated[dict[str, Any] | None, "The citation as a CSL-JSON item, in any style."] = None

    def remarks(self) -> Iterator[str]:
        """What no bibliography prints: sentences about the document, and each fact with its citation."""
        yield from self.notes
        for fact in self.facts:
            said = f"{fact.said}. " if fact.said else ""
            yield f"{fact.cite_as} {said}{fact.figure}"


_FIELD_WORDS: Final = {"published": "date", "url": "URL"}


def of_fact(fact: Fact, article: str | None) -> CitedFact:
    """The fact as it is cited from its source; `article` is the source's stored text, if it has one."""
    source, words, locator = fact.source, None, fact.locator or ""
    if article is not None and fact.quote_at is not None:
        start, end = fact.quote_at.span(article)
        # As the article has them: that is what a browser looks for.
        words = article[start:end]
        locator = f"paragraph {sum(first <= start for first, _ in paragraphs(article))}"
    itself = fact.stated_by in (None, source.publisher, *source.authors, *map(author_words, source.authors))
    return CitedFact(
        id=fact.id,
        locator=_line(locator),
        cite_as=_pandoc(source.id, _line(locator)),
        stated_by=None if itself else _line(fact.speaker),
        quote=_line(quoted(fact)),
        figure=_figure(fact),
        url=link(source.url, words) if words else None,
    )


_NUMBERED: Final = re.compile(r"(paragraph|page)(s?) (?=[0-9])", re.IGNORECASE)
_PANDOC_MARKUP: Final = re.compile(r"[;@^]")  # markup of pandoc that CommonMark does not have
_ABBREVIATED: Final = {"paragraph": "para.", "paragraphs": "paras.", "page": "p.", "pages": "pp."}
_JOINT: Final = re.compile(r"(?<=[0-9])(?: (to|and) |-)(?=[0-9])")


def _pandoc(key: str, locator: str) -> str:
    """The citation in pandoc's syntax: `[@key, para. 8]`; a place without a number follows in words."""
    numbered = _NUMBERED.match(locator)
    if numbered is not None:
        name = _ABBREVIATED[f"{numbered[1]}{numbered[2]}".lower()]
        words = _JOINT.sub(lambda match: ", " if match[1] == "and" else "-", locator[numbered.end() :])
        words = f"{name} {words}"
    else:
        # Of a place that begins with a number, pandoc would make a page.
        words = f"see {locator}" if locator[0].isdigit() else locator
    suffix = _PANDOC_MARKUP.sub(r"\\\g<0>", escaped(words))
    return f"[@{key}, {suffix}]"


def of_source(source: Source) -> Reference:
    """A reference to the source, without facts."""
    inferred = tuple(each.field for each in source.inferred)
    fields = listed([_FIELD_WORDS.get(field, field) for field in inferred]) if inferred else ""
    notes = (
        f"{capitalized(fields)} inferred." if fields else "",
        f"Archived copy: {link(source.archived)}." if source.archived else "",
    )
    return Reference(
        id=source.id,
        kind=source.kind,
        document=_line(source_words(source)),
        title=_line(source.title) if source.title else None,
        authors=tuple(map(_line, source.authors)),
        publisher=_line(source.publisher),
        published=source.published,
        url=link(source.url),
        accessed=source.accessed,
        inferred=inferred,
        notes=tuple(filter(None, notes)),
    )


def of_tool() -> Reference:
    """A reference to this version of iraqforce."""
    released = closed(__date__)
    words = f"iraqforce, version {__version__}. {AUTHOR}, {date_words(released)}"
    name = f"iraqforce-{__version__}"
    return Reference(name, "software", words, "iraqforce", (AUTHOR,), published=released, version=__version__)


def of_base(base: BaseInfo) -> Reference:
    """A reference to the base as it is now: its version is the beginning of its hash."""
    version, title = base.sha256[:12], _line(base.title)
    updated = f", updated {date_words(base.updated)}" if base.updated else ""
    size = f"{number_of(base.facts, 'fact')} from {number_of(base.sources, 'source')}"
    return Reference(
        id=f"{base.name}-{version}",
        kind="dataset",
        document=f"{title}. Data set, version {version}{updated}",
        title=title,
        published=base.updated,
        version=version,
        notes=(f"Fact base “{_line(base.name)}” for iraqforce: {size}, SHA-256 {base.sha256}.",),
    )


def _figure(fact: Fact) -> str:
    """A sentence with the figure, its date and what it counts."""
    subject, figure = fact.label or who_where(fact), figure_words(fact)
    named = f"{subject}: {figure}" if subject and figure else subject or figure
    dated = date_words(fact.as_of) if fact.kind == "level" else sometime_words(fact.as_of)
    return _line(f"{named} (as of {'; '.join((dated, *traits(fact)))}).")


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
