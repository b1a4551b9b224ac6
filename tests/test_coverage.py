"""docs/coverage.md: how many figures of U.S. troops in Iraq each quarter has, and of which kind.

IRAQFORCE_WRITE_DOCS=1 python -m pytest tests/test_coverage.py writes the page anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from iraqforce.loading.locations import bundled
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.model.facts import Fact

PAGE = Path(__file__).parent.parent / "docs" / "coverage.md"
HEAD = """# Coverage

How many figures of U.S. troops in Iraq each quarter has, in both bases together. A figure is counted if it
can answer: a headcount of the whole country that is dated to a month or less and is not excluded. *Records*
are quarter-end personnel records; *official* figures are from offices and named officials, *press* figures
from outlets and unnamed officials. *Range* is from the lowest to the highest number of the quarter. This
page is generated from the data.

| quarter | records | official | press | range |
| --- | ---: | ---: | ---: | --- |
"""
MONTH_DAYS = 31


def counted(fact: Fact) -> bool:
    days = (fact.as_of.ends - fact.as_of.starts).days
    number = fact.count is not None and not fact.withheld and fact.excluded is None
    status = fact.status in ("actual", "announced", "former")
    about = fact.kind == "level" and fact.is_about("us", "iraq") and fact.scope == "total"
    return number and status and about and days < MONTH_DAYS


def kind_of(fact: Fact) -> str:
    records = fact.definition is not None and fact.definition.id == "personnel-records"
    return "records" if records else fact.basis or "press"


def range_of(facts: list[Fact]) -> str:
    numbers = sorted(
        number
        for fact in facts
        if fact.count
        for number in (fact.count.value, fact.count.low, fact.count.high)
        if number is not None
    )
    return f"{numbers[0]:,} to {numbers[-1]:,}" if numbers[0] != numbers[-1] else f"{numbers[0]:,}"


def rows() -> Iterator[str]:
    facts = [fact for fact in load(bundled("all")).facts if counted(fact)]
    for number in range(2003 * 4 + 1, 2026 * 4 + 4):
        year, quarter = divmod(number, 4)
        period = dates.parse(f"{year}-{33 + quarter}")
        found = [fact for fact in facts if period.starts <= fact.as_of.ends <= period.ends]
        kinds = [kind_of(fact) for fact in found]
        counts = " | ".join(str(kinds.count(kind) or "") for kind in ("records", "official", "press"))
        yield f"| {year} Q{quarter + 1} | {counts} | {range_of(found) if found else 'none'} |\n"


def test_the_page_of_the_coverage_is_current() -> None:
    page = HEAD + "".join(rows())
    if os.environ.get("IRAQFORCE_WRITE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
