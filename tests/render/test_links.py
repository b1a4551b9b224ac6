"""On a terminal, no URL is broken, and only addresses of the web are hyperlinks."""

import pytest
from rich.cells import cell_len

from iraqforce.pages import blocks
from iraqforce.pages.blocks import (
    Entries,
    Entry,
    Fields,
    Grid,
    Link,
    Paragraph,
    Passage,
    Reference,
    References,
    Row,
)
from iraqforce.render.formats import Screen
from iraqforce.render.terminal import render_blocks

URL = "https://example.org/2016/03/25/a-long-address-with_underscores-that-is-wider-than-most-of-the-screens/?id=1"
BLOCKS = [
    Entries(("a", "b", "c"), (Entry("Mar 25, 2016", "3,800", "words", ("more",), Link("The Hill", URL)),)),
    Fields((("source", Link("The Hill", URL)), ("archived", Link(URL, URL)))),
    Paragraph(f"The Hill, March 25, 2016. {URL}"),
    Paragraph(f"{URL}, and (see {URL})."),
    Passage("The Hill", "some words", (), URL),
    References((Reference(1, "The Hill", URL),), "Sources"),
]
SCREENS = [Screen(), *(Screen(width) for width in (20, 60, 80, 120)), Screen(40, color=True)]


def page(block: blocks.Block, screen: Screen) -> str:
    return "".join(render_blocks([block], screen))


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_url_is_never_broken(block: blocks.Block, screen: Screen) -> None:
    assert URL in page(block, screen)
    assert "\x1b]8" not in page(block, screen)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_terminal_gets_hyperlinks(block: blocks.Block, screen: Screen) -> None:
    linked = page(block, screen._replace(links=True))
    hyperlink = f"\x1b]8;;{URL}\x1b\\{URL}\x1b]8;;\x1b\\"
    assert hyperlink in linked
    assert linked.replace(hyperlink, URL) == page(block, screen)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org", "https://a.org/\x1b]0;title\x07", "https://a b"]
)
def test_anything_else_is_text_without_control_characters(url: str) -> None:
    for block in (
        Entries(("a", "b", "c"), (Entry("", "", "", (), Link("The Hill", url)),)),
        Fields((("source", Link("The Hill", url)), ("url", Link(url, url)))),
        Paragraph(f"See {url}"),
        Passage("The Hill", "words", (), url),
        References((Reference(1, "The Hill", url),)),
    ):
        shown = page(block, Screen(80, links=True))
        assert f"\x1b]8;;{url}" not in shown
        assert "\x1b]0" not in shown
        assert "\x07" not in shown


ROWS = (
    Row(("3,800", "Pentagon", "Mar 25, 2016", "official", "[1]"), "excludes “temporary” troops"),
    Row(("more than 5,000", "Nancy Youssef, The Daily Beast", "Mar 25, 2016", "press", "[12]")),
    Row(("about 4,000", "読売新聞 東京本社 大阪", "Mar 1, 2016", "press", "[2]"), "total as reported"),
)
GRID = Grid(("count", "stated by", "date", "basis", "source"), ROWS, "Figures")


def test_a_grid_has_its_words_between_the_figures_and_what_is_short() -> None:
    assert page(GRID, Screen(80)).splitlines() == [
        "Figures",
        "  3,800            Pentagon                        Mar 25, 2016  official  [1]",
        "                   excludes “temporary” troops",
        "  more than 5,000  Nancy Youssef, The Daily Beast  Mar 25, 2016  press     [12]",
        "  about 4,000      読売新聞 東京本社 大阪          Mar 1, 2016   press     [2]",
        "                   total as reported",
    ]


def test_on_60_columns_only_the_words_of_a_grid_wrap() -> None:
    assert page(GRID, Screen(61)).splitlines()[3:8] == [
        "  more than 5,000  Nancy         Mar 25, 2016  press     [12]",
        "                   Youssef, The",
        "                   Daily Beast",
        "  about 4,000      読売新聞      Mar 1, 2016   press     [2]",
        "                   東京本社",
    ]


def test_on_a_narrower_screen_the_words_are_below() -> None:
    assert page(GRID, Screen(50)).splitlines()[1:6] == [
        "  3,800  Mar 25, 2016  official  [1]",
        "      Pentagon",
        "      excludes “temporary” troops",
        "  more than 5,000  Mar 25, 2016  press  [12]",
        "      Nancy Youssef, The Daily Beast",
    ]


@pytest.mark.parametrize("width", [None, *range(30, 130)])
def test_no_cell_of_a_grid_but_its_words_is_ever_cut(width: int | None) -> None:
    shown = page(GRID, Screen(width))
    assert "…" not in shown
    assert width is None or max(map(cell_len, shown.splitlines())) <= width
    together = " ".join(shown.split())
    for row in ROWS:
        first, _, *rest = row.cells
        assert all(cell in together for cell in (first, *rest))


def test_a_long_date_wraps_between_its_words() -> None:
    row = Row(("132,000 to 135,000", "Pentagon", "Jul 25, 2006 to Jul 31, 2006", "official", "[1]"))
    assert page(Grid(("a",) * 5, (row,)), Screen(64)).splitlines() == [
        "  132,000 to        Pentagon  Jul 25, 2006 to   official  [1]",
        "  135,000                     Jul 31, 2006",
    ]


def test_a_long_lead_leaves_room_for_the_words_of_a_listing() -> None:
    entry = Entry(
        "Jul 25, 2006 to Jul 31, 2006", "between 132,000 and 135,000", "level · U.S. troops in Iraq"
    )
    assert page(Entries(("a", "b", "c"), (entry,)), Screen(80)).splitlines() == [
        "  Jul 25, 2006 to    between 132,000    level · U.S. troops in Iraq",
        "  Jul 31, 2006       and 135,000",
    ]


def test_a_long_name_of_a_field_wraps_and_leaves_room_for_its_value() -> None:
    fields = Fields((("excludes some missions and personnel", "The official figure is approximate."),))
    assert page(fields, Screen(60)).splitlines() == [
        "  excludes some missions    The official figure is",
        "  and personnel             approximate.",
    ]
