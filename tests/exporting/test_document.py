"""docs/export.md says of every form, column, table and view what is in the files."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from iraqforce.exporting import FORMS
from iraqforce.exporting.columns import COLUMNS
from iraqforce.exporting.package_fields import RESOURCES
from iraqforce.locations import bundled
from iraqforce.store.database import write_database
from iraqforce.store.opening import open_files

PAGE = (Path(__file__).parent.parent.parent / "docs" / "export.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below that heading, without its head, code marks taken off."""
    [section] = re.findall(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def written(folder: Path) -> Path:
    """The database of the bundled base."""
    path = folder / "facts.sqlite"
    with closing(open_files(bundled("articles"))) as store:
        write_database(store, str(path))
    return path


def test_every_form_and_ending_is_told() -> None:
    told = {name.strip("`"): set(re.findall(r"`(.*?)`", endings)) for endings, name, *_ in rows("The forms")}
    assert told == {name: set(form.endings) for name, form in FORMS.items()}


def test_every_column_is_told() -> None:
    kinds = {"text": "text", "number": "number", "date": "date", "truth": "yes or no"}
    expected = [[f"`{name}`", kinds[column.type], column.says] for name, column in COLUMNS.items()]
    assert rows("The columns of CSV and Parquet") == expected


def test_every_table_of_the_data_package_is_told() -> None:
    told = [[name, text.split(": ")[0]] for name, text, *_ in rows("The Data Package")]
    assert told == [[f"`{name}.csv`", resource.title.split(": ")[0]] for name, resource in RESOURCES.items()]


def test_every_table_view_and_column_of_the_database_is_told(tmp_path: Path) -> None:
    found = {}
    with closing(sqlite3.connect(written(tmp_path))) as connection:
        # A shadow table is SQLite's own, behind a virtual one.
        query = (
            "SELECT name FROM pragma_table_list"
            " WHERE type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite_%'"
        )
        for (name,) in connection.execute(query).fetchall():
            found[name] = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    told = {name.strip("`"): re.findall(r"`(.*?)`", columns) for name, columns, *_ in rows("The SQLite file")}
    assert told == found


def test_the_query_of_the_page_finds_facts_by_their_words(tmp_path: Path) -> None:
    [query] = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    with closing(sqlite3.connect(f"file:{written(tmp_path)}?mode=ro", uri=True)) as connection:
        found = [name for name, _ in connection.execute(query)]
    assert "us-marines-fire-base-bell-2016-03-25" in found
    assert "mosul-population" not in found
