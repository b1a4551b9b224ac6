"""A search of a base: the words of a query → hits, each a passage with its matches marked."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.errors import most_like
from iraqforce.facts import TextPlace
from iraqforce.reading.quotes import Article
from iraqforce.store.full_text import expression, passages_of_fact, passages_of_source
from iraqforce.store.words import position
from iraqforce.terms import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iraqforce.facts import Fact, Kind, Source
    from iraqforce.store.full_text import Field, Passage
    from iraqforce.store.protocol import Store
    from iraqforce.store.tables import Row
    from iraqforce.terms import Term

SNIPPET: Final = 300
"""Characters of a passage that a hit shows; a longer passage is cut between words."""

_BEFORE: Final = 80
"""Characters before the first match in a passage that is cut."""

_NAMES: Final = 5000
"""Words of a base among which the one that was meant is looked for."""


_SPELT: Final = 3
"""Letters that a word has at the least before it is taken for misspelt: of fewer, too many are alike."""

_TOLD: Final = 10
"""Terms at most of which it is told that nothing has them."""


class SearchWanted(NamedTuple):
    """What is searched for, in which source, and in facts of which kind alone; None is any."""

    terms: tuple[Term, ...]
    source: str | None = None
    kind: Kind | None = None


class Hit(NamedTuple):
    """A passage that has the words: of a fact, or of a source where `fact` is None.

    `place` is that of the quote or of the match in the article, or of the fact in the base. `marks` are the
    matches in `text`, in characters. `quoted_by` are the ids of the facts whose quotes hold a match.
    """

    fact: Fact | None
    source: Source
    field: Field
    place: TextPlace | None
    text: str
    marks: tuple[tuple[int, int], ...]
    quoted_by: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """A term that nothing in the base has, and the word of the base most like it, if any is."""

    written: str
    nearest: str | None


class Search:
    """The hits of a search, the best first; facts come before sources where they are as good.

    `ask` puts a query to the tables of a compiled file. Raises UnknownNameError for a source that is none.
    """

    def __init__(
        self, store: Store, ask: Callable[..., Iterator[Row]], wanted: SearchWanted, facts: int
    ) -> None:
        self._store = store
        self._ask = ask
        self._terms = wanted.terms
        self._facts = facts
        self._quotes: dict[str, list[tuple[str, int, int]]] = {}
        self._where = "words MATCH ?"
        self._values: list[object] = [expression(wanted.terms)]
        # The plus keeps SQLite from asking the index once for each of these rows.
        if wanted.source is not None:
            source = store.source(wanted.source).id
            self._where += (
                " AND (+rowid IN (SELECT number FROM facts WHERE source = ?)"
                " OR +rowid = (SELECT rowid + ? FROM sources WHERE id = ?))"
            )
            self._values += [source, facts, source]
        if wanted.kind is not None:
            self._where += " AND +rowid IN (SELECT number FROM facts WHERE kind = ?)"
            self._values.append(wanted.kind)

    def found(self) -> tuple[int, int]:
        """How many facts have all the words, and how many sources."""
        if not self._terms:
            return 0, 0
        query = f"SELECT count(*), coalesce(sum(rowid > ?), 0) FROM words WHERE {self._where}"
        [(both, sources)] = self._ask(query, self._facts, *self._values)
        return both - sources, sources

    def __iter__(self) -> Iterator[Hit]:
        """One after the other, found as they are wanted."""
        if not self._terms:
            return
        query = f"SELECT rowid FROM words WHERE {self._where} ORDER BY rank, rowid"
        for (number,) in self._ask(query, *self._values):
            if number <= self._facts:
                [(name,)] = self._ask("SELECT id FROM facts WHERE number = ?", number)
                yield from self._in_fact(self._store.fact(name))
            else:
                [(name,)] = self._ask("SELECT id FROM sources WHERE rowid = ?", number - self._facts)
                yield from self._in_source(self._store.source(name))

    def unknown(self) -> list[Unknown]:
        """The first ten terms that nothing in the whole base has."""
        missing = (term for term in self._terms if not self._stands(term))
        return [Unknown(term.written, self._nearest(term)) for term in islice(missing, _TOLD)]

    def _nearest(self, term: Term) -> str | None:
        """The term with each word that the base does not have replaced by the one most like it.

        None where there is none, where nothing has that term either, and for a word of which another is no
        correction: a number, and one of fewer than three letters.
        """
        words = []
        for word in term.words:
            like = word if word in (near := self._words_like(word)) else _most_like(word, near)
            if like is None:
                return None
            words.append(like)
        meant = term._replace(words=tuple(words))
        return " ".join(words) if meant != term and self._stands(meant) else None

    def _stands(self, term: Term) -> bool:
        """True where something in the whole base has the term."""
        return bool(list(self._ask("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", expression([term]))))

    def _words_like(self, word: str) -> list[str]:
        """Words of the base that begin like this one: of a large base, only those of the same beginning."""
        list(self._ask(_VOCABULARY))
        query = f"SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? LIMIT {_NAMES + 1}"
        for length in range(min(3, len(word)) + 1):
            start = word[:length]
            found = [name for (name,) in self._ask(query, start or "0", f"{start}\ud7ff")]
            if len(found) <= _NAMES:
                return found
        return found[:_NAMES]

    def _in_fact(self, fact: Fact) -> Iterator[Hit]:
        written = fact.written_at
        for passage, marks in _shown(passages_of_fact(fact), self._terms):
            place = TextPlace(*fact.found_at[:3]) if passage.field == "quote" and fact.found_at else written
            text, cut, _ = _snippet(passage.text, marks)
            yield Hit(fact, fact.source, passage.field, place, text, tuple(cut))

    def _in_source(self, source: Source) -> Iterator[Hit]:
        article = self._store.article(source)
        passages = passages_of_source(source, article)
        for passage, marks in _shown(passages, self._terms):
            text, cut, before = _snippet(passage.text, marks)
            hit = Hit(None, source, passage.field, None, text, tuple(cut))
            if passage.field == "article" and article is not None and source.path is not None:
                before += passage.start
                places = [(before + start, before + end) for start, end in cut]
                place = TextPlace(source.path, *Article(article).line_and_column(places[0][0]))
                hit = hit._replace(place=place, quoted_by=self._quoting(source, article, places))
            yield hit

    def _quoting(self, source: Source, article: str, places: list[tuple[int, int]]) -> tuple[str, ...]:
        """The facts of the source in whose quotes one of the places lies."""
        if source.id not in self._quotes:
            query = (
                "SELECT id, found_line, found_column, found_length FROM facts"
                " WHERE source = ? AND found_line IS NOT NULL ORDER BY number"
            )
            self._quotes[source.id] = [
                (name, start := position(article, line, column), start + length)
                for name, line, column, length in self._ask(query, source.id)
            ]
        return tuple(
            name
            for name, first, last in self._quotes[source.id]
            if any(first <= start and end <= last for start, end in places)
        )


def _most_like(word: str, known: Iterable[str]) -> str | None:
    if len(word) < _SPELT or word[0].isdigit():
        return None
    return most_like(word, (each for each in known if not each[0].isdigit()))


_VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')"
)

_Marks = list[tuple[int, int]]


def _shown(passages: Sequence[Passage], terms: Sequence[Term]) -> Iterator[tuple[Passage, _Marks]]:
    """The passages to show, with their marks.

    Of an article every paragraph that has all the terms; of the fields the first that has them. Where none
    has them all, as few passages as together have them; nothing where even those have not.
    """
    has = []
    for passage in passages:
        read = tokens(passage.text)
        has.append({number: spans for number, term in enumerate(terms) if (spans := list(term.spans(read)))})
    whole = [place for place, found in enumerate(has) if len(found) == len(terms)]
    chosen = [place for place in whole if passages[place].field == "article"] or whole[:1] or _cover(has)
    if set().union(*(has[place] for place in chosen)) != set(range(len(terms))):
        return
    for place in chosen:
        yield passages[place], _merged([span for spans in has[place].values() for span in spans])


def _cover(has: Sequence[dict[int, _Marks]]) -> list[int]:
    """The passages that together have all the terms, in their order: each adds the most that is missing."""
    missing = set().union(*has)
    chosen = []
    while missing:
        best = max(range(len(has)), key=lambda place: len(missing & has[place].keys()))
        missing -= has[best].keys()
        chosen.append(best)
    return sorted(chosen)


def _merged(spans: _Marks) -> _Marks:
    """The spans in their order, those that overlap as one."""
    merged: _Marks = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _snippet(text: str, marks: _Marks) -> tuple[str, _Marks, int]:
    """What a hit shows of the text, on one line; the marks in it; and how many characters were before it.

    A text longer than SNIPPET is cut between words, where the most marks are; `…` stands for what is cut.
    """
    line = "".join(" " if character.isspace() else character for character in text)
    start, end = _window(line, marks)
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    shift = start - len(head)
    cut = [(first - shift, min(last, end) - shift) for first, last in marks if start <= first < end]
    return f"{head}{line[start:end]}{tail}", cut, shift


def _window(line: str, marks: _Marks) -> tuple[int, int]:
    """Where the part of the line to show begins and ends."""
    if len(line) <= SNIPPET:
        return 0, len(line)
    reach = SNIPPET - _BEFORE
    first = max(marks, key=lambda mark: sum(mark[0] <= start < mark[0] + reach for start, _ in marks))[0]
    start = max(0, min(first - _BEFORE, len(line) - SNIPPET))
    end = start + SNIPPET
    if start:
        start = line.find(" ", start - 1, first) + 1 or start
    if end < len(line):
        # A word longer than what is shown is cut.
        end = max(line.rfind(" ", first, end + 1), first + 1) if " " in line[first : end + 1] else end
    return start, end
