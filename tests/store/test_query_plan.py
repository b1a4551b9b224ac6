"""The as-of question is answered from the index alone: nothing is scanned, nothing is sorted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from iraqforce.locations import bundled
from iraqforce.reading.base import inspect
from iraqforce.store.compiling import CompiledFile
from iraqforce.store.levels import NEWEST, NEWEST_KNOWN, NEXT, NEXT_KNOWN, OVERLAPPING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("plan") / "base.sqlite"
    sink = CompiledFile(str(path))
    declared = inspect(bundled("articles"), sink).declared
    assert declared is not None
    sink.finish(declared)
    with closing(sqlite3.connect(path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (NEWEST, (1, 736000)),
        (NEXT, (1, 736000)),
        (NEWEST_KNOWN, (1, 736000, 736000)),
        (NEXT_KNOWN, (1, 736000, 736000)),
        (OVERLAPPING, (1, 735000, 736000, 735500)),
    ],
    ids=["newest", "next", "newest known", "next known", "overlapping"],
)
def test_the_question_is_a_search_in_the_index(
    connection: sqlite3.Connection, query: str, values: tuple[int, ...]
) -> None:
    [step] = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert step.startswith("SEARCH facts USING ")
    assert "INDEX facts_by_as_of (series=? AND starts" in step


def test_a_fact_is_found_by_its_id_in_an_index(connection: sqlite3.Connection) -> None:
    [step] = [
        row[3] for row in connection.execute("EXPLAIN QUERY PLAN SELECT note FROM facts WHERE id = 'x'")
    ]
    assert step == "SEARCH facts USING INDEX facts_by_id (id=?)"
