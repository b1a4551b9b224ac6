"""The as-of question asked of the exported Parquet file with DuckDB's ASOF JOIN, and its answers compared.

`python benchmarks/large/with_duckdb.py` on the bundled base; `--made 20000` on a made one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
from questions import Answered, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions import Asked

SQL = Path(__file__).with_name("as_of_duckdb.sql").read_text(encoding="utf-8")


def answers(parquet: Path, asked: Sequence[Asked]) -> list[Answered]:
    """What DuckDB answers."""
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW facts AS FROM read_parquet('{parquet}')")
        connection.execute(
            "CREATE TABLE questions (number BIGINT, force TEXT, place TEXT, first DATE, last DATE)"
        )
        columns = [list(column) for column in zip(*asked, strict=True)]
        connection.execute(
            "INSERT INTO questions SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)", columns
        )
        connection.execute(SQL)
        return [Answered(*row) for row in connection.execute("FROM answers").fetchall()]


if __name__ == "__main__":
    compare("DuckDB", answers)
