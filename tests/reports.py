"""Reports for tests, of a base in a file or of the bundled articles."""

from __future__ import annotations

from pathlib import Path

from iraqforce import dates
from iraqforce.asof import Question
from iraqforce.locations import asked
from iraqforce.reporting.asking import report
from iraqforce.reporting.page import page
from iraqforce.reporting.report import Report
from iraqforce.store.opening import open_files


def reported(
    date: str, *, base: Path | None = None, force: str = "us", known_by: str | None = None
) -> Report:
    store = open_files(asked([str(base)] if base else [], "articles"))
    known = dates.parse(known_by) if known_by else None
    try:
        return report(store, Question(force, "iraq", dates.closed(date), known))
    finally:
        store.close()


def page_of(date: str, *, base: Path | None = None) -> str:
    return page(reported(date, base=base))
