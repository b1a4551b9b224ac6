"""The full-text index of a compiled file: what words stand in which fact and in which source.

It is a contentless table of SQLite's FTS5: it holds words and their places, and the texts stay where they
are. A row is a fact or a source with its article; its number is that of the fact, and after all facts those
of the sources in their order.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce.errors import BaseError
from iraqforce.store.tables import TABLES
from iraqforce.store.words import paragraphs
from iraqforce.terms import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.checked import Declared
    from iraqforce.facts import Fact, Source
    from iraqforce.terms import Term

Field = Literal["quote", "label", "stated_by", "note", "title", "author", "publisher", "article"]

_SEAM: Final = " \ue000 "
"""Stands between two passages, so that no phrase goes from one into the next. No text has it as a word."""

_TABLE: Final = """
CREATE VIRTUAL TABLE words USING fts5(
    text, content = '', tokenize = "unicode61 remove_diacritics 2 tokenchars '.'"
)
"""

INSERT: Final = "INSERT INTO words (rowid, text) VALUES (?, ?)"


class Passage(NamedTuple):
    """A text that can be searched: a field of a fact or a source, or a paragraph of an article.

    `start` counts the characters before it in the article.
    """

    field: Field
    text: str
    start: int = 0


def passages_of_fact(fact: Fact) -> list[Passage]:
    """What can be searched of a fact."""
    fields: tuple[tuple[Field, str | None], ...] = (
        ("quote", fact.quote),
        ("label", fact.label),
        ("stated_by", fact.stated_by),
        ("note", fact.note),
        ("note", fact.context),
    )
    return [Passage(field, text) for field, text in fields if text]


def passages_of_source(source: Source, article: str | None) -> list[Passage]:
    """What can be searched of a source: its article by paragraphs, and then what is said of it."""
    fields: tuple[tuple[Field, str | None], ...] = (
        ("title", source.title),
        ("author", source.author),
        ("publisher", source.publisher),
        ("note", source.note),
    )
    text = article or ""
    found = [Passage("article", text[start:end], start) for start, end in paragraphs(text)]
    return found + [Passage(field, text) for field, text in fields if text]


def cell(passages: Iterable[Passage]) -> str:
    """The words of the passages as the index takes them; empty where there are none."""
    return _SEAM.join(" ".join(plain_words(passage.text)) for passage in passages)


def create(connection: sqlite3.Connection) -> bool:
    """Make the index, empty. False where this SQLite cannot: all but a search works without it."""
    if not supported(connection):
        return False
    connection.execute(_TABLE)
    return True


def supported(connection: sqlite3.Connection) -> bool:
    """True where this SQLite has FTS5."""
    return bool(list(connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")))


class NoFullTextError(BaseError):
    """The SQLite of this Python was built without FTS5."""

    def __init__(self) -> None:
        message = f"the SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)"
        hint = "use a Python whose SQLite has it, as those of python.org do; every other command works here"
        super().__init__(message, hint=hint)


def expression(terms: Iterable[Term]) -> str:
    """The terms as FTS5 reads them: all must stand in a row. Words hold nothing that FTS5 would obey."""
    return " AND ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in terms)


def source_rows(declared: Declared, facts: int) -> Iterator[tuple[int, str]]:
    """A row of the index for each source of a base of so many facts."""
    for number, source in enumerate(declared.sources, start=facts + 1):
        yield number, cell(passages_of_source(source, declared.articles.get(source.id)))


def in_memory(declared: Declared, facts: Iterable[Fact]) -> sqlite3.Connection:
    """The index of a base, with as much of the other tables as a search asks. Raises NoFullTextError."""
    # The thread that asks may be another one than made it; the API sees that one asks at a time.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    if not create(connection):
        raise NoFullTextError
    connection.executescript(TABLES)
    number = 0
    for number, fact in enumerate(facts, start=1):
        found = fact.found_at[1:] if fact.found_at else (None, None, None)
        connection.execute(_FACT, (number, fact.id, fact.kind, fact.source.id, *found))
        if text := cell(passages_of_fact(fact)):
            connection.execute(INSERT, (number, text))
    connection.executemany("INSERT INTO sources (id) VALUES (?)", [(each.id,) for each in declared.sources])
    connection.executemany(INSERT, source_rows(declared, number))
    return connection


_FACT: Final = (
    "INSERT INTO facts (number, id, kind, source, found_line, found_column, found_length)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
