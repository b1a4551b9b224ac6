"""A compiled base: one SQLite file, opened for reading alone, and the questions that can be put to it."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from iraqforce.errors import BaseError
from iraqforce.facts import Definition, Fact, Force, Place, Source
from iraqforce.store.levels import LevelFinder, marks
from iraqforce.store.questions import BaseSummary, LevelsWanted
from iraqforce.store.tables import APPLICATION, FACT_COLUMNS, FORMAT, Row, accepts_of, date_of, fact_of
from iraqforce.store.words import Vocabulary, definition_named, paragraph_in, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from iraqforce.checked import Base
    from iraqforce.facts import Paragraph
    from iraqforce.store.filters import FactFilter
    from iraqforce.store.questions import Named
    from iraqforce.store.searching import Search, SearchWanted

_KEPT: Final = 50_000
"""Facts kept in memory when many questions are asked: about 100 MB at the most."""

_NAMES: Final = 1000
"""Ids among which the one that was meant is looked for."""


class NotCompiledError(Exception):
    """The file is no compiled base of this format."""


class SqliteStore:
    """Answers `store.questions.Store` from a compiled file: any thread, but one at a time."""

    def __init__(self, path: str) -> None:
        """Open the file. Raises NotCompiledError where it is none of this format."""
        quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        try:
            # A compiled file is never changed, only replaced: immutable spares every lock.
            uri = f"file:{quoted}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise NotCompiledError(path) from error
        try:
            self._load()
        except (sqlite3.Error, ValueError) as error:
            self._connection.close()
            raise NotCompiledError(path) from error
        self._path = path
        self._sources: dict[str, Source] = {}
        self._facts: dict[int, Fact] = {}
        self._levels = LevelFinder(self._connection, self.vocabulary)

    def _load(self) -> None:
        """Read what is small and always needed. Raises sqlite3.Error and ValueError."""
        ask = self._connection.execute
        [(application,)] = ask("PRAGMA application_id")
        [(version,)] = ask("PRAGMA user_version")
        if (application, version) != (APPLICATION, FORMAT):
            raise ValueError("the file is of another format")
        [(name, title, sha256, facts, sources)] = ask("SELECT name, title, sha256, facts, sources FROM base")
        self.summary = BaseSummary(name, title, facts, sources, sha256)
        self.vocabulary = Vocabulary(
            [Force(*row) for row in ask("SELECT id, name, part_of FROM forces")],
            [Place(*row) for row in ask("SELECT id, name, phrase, within FROM places")],
        )
        definitions = ask("SELECT id, text, covers, words, name FROM definitions")
        self._definitions = {
            id_: Definition(id_, text, covers, tuple(json.loads(words)), name)
            for id_, text, covers, words, name in definitions
        }

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        if name not in self._sources:
            for row in self._rows(f"SELECT {_SOURCE_COLUMNS} FROM sources WHERE id = ?", name):
                self._sources[name] = _source_of(row)
                break
            else:
                raise unknown("source", name, self._names("sources", name))
        return self._sources[name]

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        for row in self._rows(f"SELECT {FACT_COLUMNS} FROM facts WHERE id = ?", name):
            return self._fact_of(row)
        raise unknown("fact", name, self._names("facts", name))

    def sources(self) -> Iterable[Source]:
        """Every source."""
        return map(_source_of, self._rows(f"SELECT {_SOURCE_COLUMNS} FROM sources ORDER BY rowid"))

    def article(self, source: Source) -> str | None:
        """The stored text of the source, or None where it is only cited."""
        for (article,) in self._rows("SELECT article FROM sources WHERE id = ?", source.id):
            return str(article) if article is not None else None
        return None

    def paragraph(self, fact: Fact) -> Paragraph | None:
        """The paragraph of the article that holds the fact's quote, or None where it is only cited."""
        return paragraph_in(self.article(fact.source), fact)

    def facts_of(self, source: Source) -> int:
        """How many facts are taken from the source."""
        [(number,)] = self._rows("SELECT count(*) FROM facts WHERE source = ?", source.id)
        return int(number)

    def search(self, wanted: SearchWanted) -> Search:
        """The passages that have the words. Raises UnknownNameError, and BaseError where there is no FTS5."""
        from iraqforce.store.full_text import NoFullTextError, supported
        from iraqforce.store.searching import Search

        if not supported(self._connection):
            raise NoFullTextError
        return Search(self, self._rows, wanted, self.summary.facts)

    def levels(self, wanted: LevelsWanted) -> Iterable[Fact]:
        """The levels that an answer can name, whatever else there is."""
        with self._told_if_broken():
            numbers = self._levels.numbers(wanted)
        return [self._fact(number) for number in numbers]

    def facts(self, wanted: FactFilter) -> _FactsFound:
        """The facts that match, from the oldest date to the newest; without a first day, the last counts.

        Raises UnknownNameError where the filter names what the base does not have.
        """
        where, values = self._where(wanted)

        def count() -> int:
            [(number,)] = self._rows(f"SELECT count(*) FROM facts WHERE {where}", *values)
            return int(number)

        def fetch() -> Iterator[Fact]:
            order = "coalesce(first, last), ends, number"
            query = f"SELECT {FACT_COLUMNS} FROM facts WHERE {where} ORDER BY {order}"
            return map(self._fact_of, self._rows(query, *values))

        return _FactsFound(count, fetch)

    def header(self) -> Base:
        """What the base says of itself, with the patterns of its ids."""
        from iraqforce.checked import Base

        [(ids,)] = self._rows("SELECT ids FROM base")
        patterns = tuple((kind, pattern) for kind, pattern in json.loads(ids))
        return Base(self.summary.name, self.summary.title, self.summary.sha256, patterns)

    def definitions(self) -> Iterable[Definition]:
        """Every definition."""
        return self._definitions.values()

    def written(self) -> Iterator[Fact]:
        """Every fact, in the order in which the base has them."""
        return map(self._fact_of, self._rows(f"SELECT {FACT_COLUMNS} FROM facts ORDER BY number"))

    def write_compiled(self, path: str) -> None:
        """Write the compiled file anew at `path`, where nothing is yet. Raises OSError and sqlite3.Error."""
        # A copy by name could be of another file: while this one is open, it may have been replaced.
        self._connection.execute("VACUUM INTO ?", (path,))

    def _fact(self, number: int) -> Fact:
        fact = self._facts.get(number)
        if fact is None:
            [row] = self._rows(f"SELECT {FACT_COLUMNS} FROM facts WHERE number = ?", number)
            fact = self._fact_of(row)
            if len(self._facts) >= _KEPT:
                self._facts.clear()
            self._facts[number] = fact
        return fact

    def _fact_of(self, row: Row) -> Fact:
        return fact_of(row, self.vocabulary.forces, self.vocabulary.places, self._definitions, self.source)

    def _where(self, wanted: FactFilter) -> tuple[str, list[Any]]:
        """The filter as a condition and its values. Raises UnknownNameError."""
        parts: list[tuple[str, Iterable[Any]]] = []
        if wanted.source is not None:
            parts.append(("source = ?", [self.source(wanted.source).id]))
        if wanted.force is not None:
            forces = self.vocabulary.force_and_parts(wanted.force)
            parts.append((f"force IN ({marks(forces)})", forces))
        if wanted.place is not None:
            places = self.vocabulary.place_and_parts(wanted.place)
            parts.append((f"place IN ({marks(places)})", places))
        if wanted.definition is not None:
            parts.append(("definition = ?", [definition_named(wanted.definition, self.definitions()).id]))
        if wanted.kind is not None:
            parts.append(("kind = ?", [wanted.kind]))
        if wanted.since is not None:
            parts.append(("ends >= ?", [wanted.since.starts.toordinal()]))
        if wanted.until is not None:
            parts.append(("starts <= ?", [wanted.until.ends.toordinal()]))
        where = " AND ".join(condition for condition, _ in parts)
        return where or "1", [value for _, values in parts for value in values]

    def beginning_with(self, named: Named, start: str, most: int) -> list[tuple[str, str]]:
        """The first `most` ids that begin so, in the order of their letters, with what each names."""
        columns = f"id, {_WORDS[named]}"
        query = f"SELECT {columns} FROM {named} WHERE id >= ? AND id < ? ORDER BY id LIMIT {most}"
        return [(str(name), str(words)) for name, words in self._rows(query, start, f"{start}\U0010ffff")]

    def _names(self, table: Named, name: str) -> list[str]:
        """Ids of the table among which the one that was meant may be: all, or those that begin like it."""
        few = [found for (found,) in self._rows(f"SELECT id FROM {table} ORDER BY rowid LIMIT {_NAMES + 1}")]
        if len(few) <= _NAMES:
            return few
        for length in range(len(name), 0, -1):
            start = name[:length]
            names = [found for found, _ in self.beginning_with(table, start, _NAMES)]
            if names:
                return names
        return few

    def _rows(self, query: str, *values: object) -> Iterator[Row]:
        """The rows that the query gives, fetched as they are wanted."""
        with self._told_if_broken():
            try:
                # `yield from` would close the cursor of rows that nobody fetched, perhaps after the base.
                for row in self._connection.execute(query, values):  # noqa: UP028
                    yield row
            except UnicodeEncodeError:
                return  # words that are no text, such as a byte of a foreign encoding, are in no base

    @contextmanager
    def _told_if_broken(self) -> Iterator[None]:
        """Remove the file where it turns out to be damaged. Raises BaseError: the next call makes it anew."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # asked after it was closed: that is a bug, and no damage
        except sqlite3.DatabaseError as error:
            with suppress(OSError):
                os.unlink(self._path)
            message = f"the compiled base {self._path} was damaged ({error}) and is removed"
            raise BaseError(message, hint="ask again: it is made anew from the base") from error


_WORDS: Final[dict[Named, str]] = {
    "forces": "name",
    "places": "name",
    "definitions": "coalesce(name, text)",
    "sources": "publisher || ', ' || published",
    "facts": "coalesce(label, count, kind) || ', ' || as_of",
}
"""What a row of each table names, in a few words."""


class _FactsFound:
    """Facts that match a filter, fetched as they are wanted."""

    def __init__(self, count: Callable[[], int], fetch: Callable[[], Iterator[Fact]]) -> None:
        self._count = count
        self._fetch = fetch

    def __len__(self) -> int:
        """How many there are."""
        return self._count()

    def __iter__(self) -> Iterator[Fact]:
        """One after the other."""
        return self._fetch()


_SOURCE_COLUMNS: Final = (
    "id, title, author, publisher, published, published_first, published_last, published_precision, "
    "published_approximate, published_uncertain, url, path, sha256, inferred, note, accepts"
)


def _source_of(row: Row) -> Source:
    return Source(
        id=row[0],
        title=row[1],
        author=row[2],
        publisher=row[3],
        published=date_of(row[4:10]),
        url=row[10],
        path=row[11],
        sha256=row[12],
        inferred=tuple(json.loads(row[13]).items()),
        note=row[14],
        accepts=accepts_of(row[15]),
    )
