"""docs/export.md lists every format, table and column."""

import re
from pathlib import Path

from iraqforce.export.base_tables import FACTS, TABLES
from iraqforce.export.tables import FORMS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "export.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below that heading, without its header."""
    [section] = re.findall(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_format_and_extension_is_listed() -> None:
    listed = {name.strip("`"): set(re.findall(r"`(.*?)`", endings)) for endings, name, *_ in rows("Formats")}
    assert listed == {name: set(form.endings) for name, form in FORMS.items()}


def test_every_column_of_facts_is_listed() -> None:
    expected = [[f"`{each.name}`", each.type, each.description] for each in FACTS.columns]
    assert rows("Columns of facts") == expected


def test_every_table_is_listed_with_its_columns_and_references() -> None:
    for (name, content, columns, references), table in zip(rows("Tables"), TABLES, strict=True):
        assert (name, content) == (f"`{table.name}`", table.title.split(": ")[1])
        listed = re.findall(r"`(.*?)`", columns)
        assert listed == [] if table is FACTS else [each.name for each in table.columns]
        assert dict(re.findall(r"`(\w+)` in `(\w+)`", references)) == table.references
