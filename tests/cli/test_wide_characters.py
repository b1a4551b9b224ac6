"""Names in scripts whose characters are wide, or take no cell: no date is cut and columns stay aligned."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from made_bases import Fact, base, level
from processes import iraqforce

NAMES = [
    "新华社国际新闻通讯社",
    "部隊報道官 Olsen, 日本放送協会",
    "Agência Lusa de Notícias 🇵🇹",
    "E\u0301cole des hautes e\u0301tudes en sciences",
    "وكالة الأنباء العراقية",
    "🎖 The Paper of Record 🎖",
    "Plain Newspaper",
]
DAY = re.compile(r"Mar 2[0-6], 2016")
BROKEN = re.compile(
    r"\b(?:Mar|March|Apr|April)\.?(?: \d+,?)?$|^\W*(?:\d{1,2}, )?2016\b(?! to|-)", re.MULTILINE
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A base in which each name is that of a publisher, a speaker and an event."""
    sources = {
        f"s{n}": {"title": f"{name}. {name}", "publisher": name, "published": f"2016-04-{n + 10}"}
        for n, name in enumerate(NAMES)
    }
    days = [f"2016-03-{n + 20}" for n in range(len(NAMES))]
    levels: list[Fact] = [
        level(f"a{n}", days[n], f"{n + 1},000", source=f"s{n}", stated_by=f"{name} 发言人")
        for n, name in enumerate(NAMES)
    ]
    event = {"kind": "event", "place": "iraq", "status": "actual", "basis": "press", "locator": "第三段"}
    events: list[Fact] = [
        {"id": f"e{n}", "label": name * 2, "as_of": days[n], "source": f"s{n}", **event}
        for n, name in enumerate(NAMES)
    ]
    places = {"iraq": {"name": "伊拉克共和国"}}
    for source in sources.values():
        source["url"] = "https://example.org"
    return base(tmp_path, *levels, *events, sources=sources, places=places)


COMMANDS = [
    "level --date 2016-03-26",
    "level --date 2016-03-26 --details",
    "facts",
    "facts --columns as_of,count,publisher,source_title",
    "facts --columns as_of,publisher",
    "timeline",
    "timeline --details",
    "compare 2016-03-20 2016-03-26",
    "sources",
    "search 000 --limit all",
    "show a1",
]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_date_is_broken_and_no_line_is_too_long(path: Path, command: str, columns: int) -> None:
    page = iraqforce(f"{command} --base {path}", COLUMNS=str(columns)).stdout
    assert BROKEN.findall(page) == []
    assert "…" not in page
    assert max(cell_len(line) for line in page.splitlines()) <= columns


@pytest.mark.parametrize("columns", [60, 80, None])
def test_the_columns_of_a_table_are_aligned(path: Path, columns: int | None) -> None:
    settings: dict[str, Any] = {"COLUMNS": str(columns)} if columns else {}
    page = iraqforce(f"level --date 2016-03-26 --base {path}", **settings).stdout
    rows = [line for line in page.splitlines() if DAY.search(line) and "press" in line]
    assert len(rows) == len(NAMES)
    assert len({cell_len(line[: line.index("Mar 2")]) for line in rows}) == 1
    assert len({cell_len(line[: line.index("press")]) for line in rows}) == 1


@pytest.mark.parametrize("columns", [60, 80, None])
def test_the_columns_that_were_asked_for_are_aligned(path: Path, columns: int | None) -> None:
    settings: dict[str, Any] = {"COLUMNS": str(columns)} if columns else {}
    page = iraqforce(f"facts --columns publisher,as_of,id --base {path}", **settings).stdout
    rows = [line for line in page.splitlines() if "2016-03-" in line]
    assert len(rows) == 2 * len(NAMES)
    assert len({cell_len(line[: line.index("2016-03-")]) for line in rows}) == 1
