"""Checked facts → the compiled file: rows as they come, then everything else, then the indexes."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Final

from iraqforce.checked import GivenTwice
from iraqforce.facts import TextPlace
from iraqforce.store import full_text
from iraqforce.store.tables import (
    APPLICATION,
    FORMAT,
    INDEXES,
    TABLES,
    UNIQUE,
    Row,
    accepts_cell,
    date_cells,
    fact_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.checked import Declared
    from iraqforce.facts import Fact, Source

_BATCH: Final = 1000
"""Rows handed to SQLite at a time."""

_BREADTHS: Final = (0, 30, 91, 365)
"""Days that a date of a series may span at most; a broader one goes to the last series. Few dates are broad,
and among narrow ones those that overlap a day stand close together in the index."""

_Series = tuple[str, str, str | None, str | None, str, bool, str | None, int]


class CompiledFile:
    """A sink that writes a new compiled file at `path`. Every method raises sqlite3.Error and OSError.

    Nothing may read the file before `finish`: it is written without a journal, for it is thrown away
    whenever that is not reached.
    """

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
        self._connection.execute("BEGIN")
        self._has_words = full_text.create(self._connection)
        self._words: list[tuple[int, str]] = []
        self._insert = "INSERT INTO facts VALUES (" + ", ".join("?" * 42) + ")"
        self._rows: list[Row] = []
        self._count = 0
        self._series: dict[_Series, tuple[int, int]] = {}

    def add(self, fact: Fact) -> None:
        """Take the fact."""
        self._count += 1
        self._rows.append((self._count, *fact_row(fact), self._series_of(fact)))
        if self._has_words and (text := full_text.cell(full_text.passages_of_fact(fact))):
            self._words.append((self._count, text))
        if len(self._rows) == _BATCH:
            self._flush()

    def given_twice(self) -> Iterator[GivenTwice]:
        """Each fact whose id an earlier one has."""
        self._flush()
        try:
            self._connection.execute(UNIQUE)
        except sqlite3.IntegrityError:
            return self._duplicates()
        return iter(())

    def finish(self, declared: Declared) -> None:
        """Write what the base declares, and close the file: now it may be read."""
        self._flush()
        many, base = self._connection.executemany, declared.base
        self._connection.execute(
            "INSERT INTO base VALUES (?, ?, ?, ?, ?, ?)",
            (base.name, base.title, base.sha256, json.dumps(base.ids), self._count, len(declared.sources)),
        )
        many("INSERT INTO forces VALUES (?, ?, ?)", [(f.id, f.name, f.part_of) for f in declared.forces])
        many(
            "INSERT INTO places VALUES (?, ?, ?, ?)",
            [(place.id, place.name, place.phrase, place.within) for place in declared.places],
        )
        many(
            "INSERT INTO definitions VALUES (?, ?, ?, ?, ?)",
            [
                (each.id, each.name, each.text, each.covers, json.dumps(each.words, ensure_ascii=False))
                for each in declared.definitions
            ],
        )
        rows = (_source_row(source, declared.articles.get(source.id)) for source in declared.sources)
        many("INSERT INTO sources VALUES (" + ", ".join("?" * 17) + ")", rows)
        if self._has_words:
            many(full_text.INSERT, full_text.source_rows(declared, self._count))
        many(
            "INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *key, longest) for key, (number, longest) in self._series.items()],
        )
        self._connection.execute("COMMIT")
        self._connection.executescript(
            f"{INDEXES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};"
        )
        self.close()

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._connection.close()

    def _flush(self) -> None:
        self._connection.executemany(self._insert, self._rows)
        self._rows.clear()
        if self._words:
            self._connection.executemany(full_text.INSERT, self._words)
            self._words.clear()

    def _series_of(self, fact: Fact) -> int | None:
        """The number of the group of levels that the fact is compared with; None for what is no level."""
        if fact.kind != "level" or fact.force is None or fact.place is None:
            return None
        days = fact.as_of.ends.toordinal() - fact.as_of.starts.toordinal()
        breadth = next((number for number, most in enumerate(_BREADTHS) if days <= most), len(_BREADTHS))
        definition = fact.definition.id if fact.definition else None
        told = fact.context is None
        key = (
            fact.force.id,
            fact.place.id,
            fact.basis,
            definition,
            fact.covers,
            told,
            fact.status,
            breadth,
        )
        number, longest = self._series.get(key, (len(self._series) + 1, 0))
        self._series[key] = number, max(longest, days)
        return number

    def _duplicates(self) -> Iterator[GivenTwice]:
        rows = self._connection.execute(
            "SELECT later.id, later.written_path, later.written_line, later.written_column,"
            " earlier.written_path, earlier.written_line, earlier.written_column"
            " FROM (SELECT id, min(number) AS first FROM facts GROUP BY id HAVING count(*) > 1) AS twice"
            " JOIN facts AS later ON later.id = twice.id AND later.number > twice.first"
            " JOIN facts AS earlier ON earlier.number = twice.first"
        )
        for name, *places in rows:
            yield GivenTwice(name, TextPlace(*places[:3]), TextPlace(*places[3:]))


def _source_row(source: Source, article: str | None) -> Row:
    return (
        source.id,
        source.title,
        source.author,
        source.publisher,
        *date_cells(source.published),
        source.url,
        source.path,
        source.sha256,
        json.dumps(dict(source.inferred), ensure_ascii=False),
        source.note,
        accepts_cell(source.accepts),
        article,
    )
