"""Pages on terminals from 20 to 400 columns: nothing is too wide, nothing is lost, and color adds only color.

IRAQFORCE_WIDTHS is the step between two widths; with 1, every width is tried.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import pytest
from rich.cells import cell_len

import iraqforce
from iraqforce.model.result import Result
from iraqforce.render.formats import Screen, render

WIDTHS: Final = range(20, 401, int(os.environ.get("IRAQFORCE_WIDTHS", "19")))
CODES: Final = re.compile(r"\x1b\[[0-9;]*m")
ALL: Final = iraqforce.open("all")
ARTICLES: Final = iraqforce.open("articles")
MANUSCRIPT: Final = "The U.S. had about 9,000 troops in Iraq in March 2016, and 2,500 in December 2021.\n"

PAGES: Final[dict[str, tuple[Callable[[], Result], dict[str, Any]]]] = {
    "level": (lambda: ALL.level("2016-03-25"), {}),
    "level of a month": (lambda: ALL.level("2012-03"), {}),
    "level with details": (lambda: ALL.level("2008-10-15"), {"details": True}),
    "no answer": (lambda: ALL.level("2002-01"), {}),
    "series": (lambda: ALL.series("year", since="2003-05", until="2025-12"), {}),
    "timeline": (lambda: ARTICLES.timeline(since="2020"), {}),
    "facts": (lambda: ARTICLES.facts(since="2021"), {}),
    "compare": (lambda: ALL.compare("2008", "2016-03-25"), {}),
    "sources": (ARTICLES.sources, {}),
    "verify": (lambda: ALL.verify(MANUSCRIPT, published="2021-12-31"), {}),
    "check": (ALL.check, {}),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_the_screen_and_has_all_its_words(name: str) -> None:
    asked, options = PAGES[name]
    result = asked()
    words = letters(shown(result, Screen(), options))
    for width in WIDTHS:
        page = shown(result, Screen(width), options)
        colored = CODES.sub("", shown(result, Screen(width, color=True), options))
        assert letters(colored) == letters(page), width
        if "»" not in page:  # the signs around marked words, which color marks instead
            assert [line.rstrip() for line in colored.splitlines()] == page.splitlines(), width
        assert [line for line in page.splitlines() if cell_len(line) > width and "://" not in line] == []
        if name != "timeline":  # whose legend has only the signs that are drawn
            assert letters(page) == words, width


def shown(result: Result, screen: Screen, options: dict[str, Any]) -> str:
    return "".join(render(result, "table", screen, **options))


def letters(page: str) -> Counter[str]:
    """How often each letter and digit is shown: lines are broken elsewhere, and some words are moved."""
    return Counter(each for each in page if each.isalnum())
