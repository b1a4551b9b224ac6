"""A search of a base for words: the passages of facts, sources and articles that have them, with the matches.

The texts are scanned anew for each search. Of the facts and sources that have every term, those with all of
them in one passage come first; then those found in a quote or label, in a name or title, in a note, and last
in an article; then facts before sources; then the order of the base.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, ClassVar, Final, Literal, NamedTuple

from iraqforce.errors import most_like
from iraqforce.model.choices import Kind, SearchField
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.positions import TextPlace, text_place
from iraqforce.model.result import Result
from iraqforce.queries.searchable import (
    Marks,
    Passage,
    Searchable,
    Wanted,
    merged,
    needle,
    searchables,
    snippet,
)
from iraqforce.text.normalize import Term, Tokens, parse_query

_MOST_UNKNOWN: Final = 10
"""The number of unknown terms that are listed."""

_MOST_CORRECTED: Final = 3
"""The number of unknown words up to which a term has a nearest one."""

_SHORTEST: Final = 3
"""Words of fewer letters are like too many others to be corrected."""

_LENGTHS: Final = 3
"""A nearest word is at most this many letters longer or shorter."""


class SearchQuestion(NamedTuple):
    """What was searched for."""

    words: Annotated[str, "The words as given."]
    terms: Annotated[tuple[Term, ...], "What they were taken to mean: a fact or source must have every term."]
    source: Annotated[str | None, "Only this source and the facts taken from it; null for every source."]
    kind: Annotated[Kind | None, "Only facts of this kind; null for every fact, and every source."]
    limit: Annotated[int | None, "The highest number of passages; null for all of them."]


class Found(NamedTuple):
    """How much there is, shown or not."""

    facts: Annotated[int, "How many facts have every term."]
    sources: Annotated[int, "How many sources have every term, in their record or their article."]


class Unknown(NamedTuple):
    """A term that nothing in the base has."""

    term: Annotated[str, "The term as it was written."]
    nearest: Annotated[str | None, "What may have been meant; null if the base has nothing like it."]


class Hit(NamedTuple):
    """A passage that has the words."""

    type: Annotated[
        Literal["fact", "source"], "Whose words these are: a fact's, or a source's or its article's."
    ]
    fact: Annotated[str | None, "The id of the fact; null for the words of a source."]
    kind: Annotated[Kind | None, "The kind of the fact; null for the words of a source."]
    source: Annotated[str, "The id of the source, or of the source of the fact."]
    publisher: Annotated[str, "Who published the source."]
    published: Annotated[PartialDate, "When the source was published."]
    url: Annotated[str | None, "Its address on the web."]
    field: Annotated[SearchField, "Where the words are."]
    at: Annotated[
        TextPlace | None,
        "The first match in the article, the quote of a fact, or the fact in its base; null for the words of "
        "a source's own record.",
    ]
    text: Annotated[str, "The passage on one line, cut if it is long: … replaces what is cut."]
    marks: Annotated[
        tuple[tuple[int, int], ...], "The matches in the text: start and end, in characters from 0."
    ]
    quoted_by: Annotated[tuple[str, ...], "The ids of facts whose quotes contain a match in this article."]


@dataclass(frozen=True, repr=False)
class SearchResult(Result):
    """The passages of facts and articles that have the words, the best first."""

    schema: ClassVar[str] = "iraqforce.search/1"
    _lists: ClassVar[str] = "hits"

    question: Annotated[SearchQuestion, "What was asked."]
    found: Annotated[Found, "How much there is, shown or not."]
    more: Annotated[bool, "True if the limit leaves passages out."]
    unknown: Annotated[
        tuple[Unknown, ...], "If nothing was found: the terms that nothing in the base has, ten at most."
    ]
    hits: Annotated[tuple[Hit, ...], "The passages; empty if nothing was found."]
    base: Annotated[BaseInfo, "The base that was searched."]


def search(
    base: FactBase,
    words: str,
    *,
    source: str | None = None,
    kind: Kind | None = None,
    limit: int | None = 20,
) -> SearchResult:
    """Passages that have every one of the words, `limit` at most; None for all. Raises UnknownNameError."""
    wanted = Wanted(parse_query(words))
    if source is not None:
        source = base.source(source).id
    asked = (
        record
        for record in searchables(base)
        if source in (None, record.source.id) and (kind is None or (record.fact and record.fact.kind == kind))
    )
    found = [record for record in asked if record.has(wanted)] if wanted.terms else []
    ranked = sorted(found, key=lambda record: record.rank(wanted))
    # One more than is shown says that there are more.
    hits = list(islice(_hits(base, ranked, wanted), None if limit is None else limit + 1))
    facts = sum(record.fact is not None for record in found)
    return SearchResult(
        question=SearchQuestion(words, tuple(wanted.terms), source, kind, limit),
        found=Found(facts, len(found) - facts),
        more=len(hits) > len(hits[:limit]),
        unknown=() if hits else tuple(islice(_unknown(base, wanted.terms), _MOST_UNKNOWN)),
        hits=tuple(hits[:limit]),
        base=base.info,
    )


def _hits(base: FactBase, records: Iterable[Searchable], wanted: Wanted) -> Iterator[Hit]:
    """The hits of each record in turn, made when they are asked for."""
    for record in records:
        for place in record.chosen(wanted):
            passage, words = record.passages[place], record.words[place]
            read = Tokens(passage.text)
            present = (term for term, each in zip(wanted.terms, wanted.needles, strict=True) if each in words)
            yield _hit(base, record, passage, merged([span for term in present for span in term.spans(read)]))


def _hit(base: FactBase, record: Searchable, passage: Passage, marks: Marks) -> Hit:
    fact, source, cut = record.fact, record.source, snippet(passage.text, marks)
    at: TextPlace | None = None
    quoted_by: tuple[str, ...] = ()
    if fact is not None:
        quoted = fact.quote_at if passage.field == "quote" else None
        at = TextPlace(*quoted[:3]) if quoted else fact.written_at
    elif passage.field == "article" and source.text is not None:
        article, before = base.articles[source.id], passage.start + cut.before
        spans = [(before + start, before + end) for start, end in cut.marks]
        at = text_place(source.text, article, spans[0][0])
        quotes = (
            (each.id, each.quote_at.span(article)) for each in base.facts_from(source.id) if each.quote_at
        )
        quoted_by = tuple(
            name
            for name, (first, last) in quotes
            if any(first <= start and end <= last for start, end in spans)
        )
    return Hit(
        type="fact" if fact else "source",
        fact=fact.id if fact else None,
        kind=fact.kind if fact else None,
        source=source.id,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        field=passage.field,
        at=at,
        text=cut.text,
        marks=tuple(cut.marks),
        quoted_by=quoted_by,
    )


def _unknown(base: FactBase, terms: Sequence[Term]) -> Iterator[Unknown]:
    """The terms that nothing in the whole base has."""
    words = "\n".join(words for record in searchables(base) for words in record.words)
    known = set(words.split())
    for term in terms:
        single = len(term.words) == 1 and not term.prefix
        if not (term.words[0] in known if single else needle(term) in words):
            yield Unknown(term.written, _nearest(term, words, known))


def _nearest(term: Term, words: str, known: set[str]) -> str | None:
    """The term with each unknown word replaced by the known word most like it.

    None if there is none, if nothing has that term either, and for words that cannot be corrected: numbers,
    those of fewer than three letters, and more than three in one term.
    """
    unknown = [word for word in term.words if word not in known]
    if not 0 < len(unknown) <= _MOST_CORRECTED:
        return None
    likely = {word: _most_like(word, known) for word in unknown}
    if None in likely.values():
        return None
    meant = term._replace(words=tuple(likely.get(word) or word for word in term.words))
    return " ".join(meant.words) if needle(meant) in words else None


def _most_like(word: str, known: Iterable[str]) -> str | None:
    if len(word) < _SHORTEST or word[0].isdigit():
        return None
    likely = (each for each in known if abs(len(each) - len(word)) <= _LENGTHS and not each[0].isdigit())
    return most_like(word, sorted(likely))
