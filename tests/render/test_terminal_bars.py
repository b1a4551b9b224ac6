"""Bars as text: lengths and signs by value, on wide screens, narrow ones, and ones that show ASCII alone."""

import re

import pytest

from iraqforce.pages.blocks import AxisChange, Bar, BarLine, Bars, DateRow, Entry, Sign
from iraqforce.render.formats import SIGNS, Screen
from iraqforce.render.terminal import render_blocks

LEGEND: tuple[tuple[Sign, str], ...] = (
    ("solid", "said"), ("thin", "too small"), ("hatched", "between"), ("open", "more"), ("about", "about"),
    ("light", "announced"), ("dotted", "planned"), ("dashed", "authorized"), ("within", "within"),
    ("uncertain", "unsure"), ("event", "event"),
)  # fmt: skip
WORDS = (Entry("1 Jan 2016", "10", "words"),)


def block(*bars: Bar | None, end: float = 1000, marks: tuple[Sign, ...] = ()) -> Bars:
    rows = tuple(DateRow("1 Jan 2016", marks, (BarLine(bar, WORDS),)) for bar in bars)
    return Bars(("as of", "count", "what"), rows, end, LEGEND)


def drawn(of: Bars, screen: Screen) -> list[str]:
    return "".join(render_blocks([of], screen)).splitlines()


def line(bar: Bar, end: float = 1000, *, ascii_only: bool = False) -> str:
    """The bar on an axis of 60 cells."""
    lines = drawn(block(bar, end=end), Screen(ascii_only=ascii_only))
    zero = "|" if ascii_only else "│"
    (found,) = [each for each in lines if zero in each and "+" not in each]
    return found[found.index(zero) :]


@pytest.mark.parametrize(
    ("bar", "expected"),
    [
        (Bar("solid", 0, 0), "│"),
        (Bar("solid", 1000, 1000), "│" + "█" * 60),
        (Bar("solid", 100, 100), "│" + "█" * 6),
        (Bar("light", 100, 100), "│" + "░" * 6),
        (Bar("dotted", 100, 100), "│" + "·" * 6),
        (Bar("dashed", 100, 100), "│" + "╌" * 6),
        (Bar("solid", 100, 200), "│" + "█" * 6 + "╱" * 6),
        (Bar("solid", 0, 200), "│" + "╱" * 12),
        (Bar("solid", 100, 200, is_open=True), "│" + "█" * 6 + "╱" * 6 + "►"),
        (Bar("solid", 100, 100, about=True), "│" + "█" * 6 + "≈"),
        (Bar("solid", 100, 100, is_open=True, about=True), "│" + "█" * 6 + "≈►"),
        (Bar("solid", 0, 0, is_open=True), "│►"),
        # smaller than a cell, and yet not 0 and not alike
        (Bar("solid", 1, 1), "│▏"),
        (Bar("dotted", 1, 1), "│·"),
        (Bar("solid", 1, 2), "│▏╱"),
        (Bar("light", 1, 2), "│░╱"),
        (Bar("solid", 0, 1), "│╱"),
        # a gap smaller than a cell is seen, also at the end of the axis
        (Bar("solid", 500, 501), "│" + "█" * 30 + "╱"),
        (Bar("solid", 999, 1000), "│" + "█" * 59 + "╱"),
    ],
)
def test_a_bar_is_as_long_as_its_number(bar: Bar, expected: str) -> None:
    assert line(bar) == expected


def test_a_bar_of_a_screen_of_ascii() -> None:
    assert line(Bar("solid", 100, 200, is_open=True), ascii_only=True) == "|######//////>"
    assert line(Bar("light", 100, 100, about=True), ascii_only=True) == "|======~"


@pytest.mark.parametrize(("end", "labels"), [(1000, ["0", "500", "1,000"]), (5, ["0", "5"]), (1, ["0", "1"])])
def test_the_axis_names_its_middle_where_that_is_a_number_of_people(end: float, labels: list[str]) -> None:
    above, ruler = drawn(block(Bar("solid", 1, 1), end=end), Screen())[2:4]
    assert above.split() == labels
    assert len(ruler.strip()) == 61


def test_without_a_bar_there_is_no_axis() -> None:
    assert drawn(block(None), Screen(width=60)) == ["  1 Jan 2016  10  words"]


def test_the_legend_explains_the_signs_that_are_drawn_and_no_other() -> None:
    lines = drawn(block(Bar("light", 1, 1, about=True), marks=("within",)), Screen(width=60))
    assert lines[:4] == ["  ≈  about", "  ░  announced", "  ~  within", ""]


@pytest.mark.parametrize("width", [20, 40, 55, 56, 60, 80, 200])
def test_every_line_fits_its_screen(width: int) -> None:
    words = (Entry("18 Mar 2016 to 25 Mar 2016", "more than 5,000", "a word " * 9, ("detail" * 20,)),)
    rows = (
        DateRow(words[0].lead, ("within", "uncertain"), (BarLine(Bar("solid", 1, 1000, True, True), words),)),
    )
    of = Bars(("as of", "count", "what"), rows, 1000, LEGEND)
    assert max(map(len, drawn(of, Screen(width=width)))) <= width


def test_a_text_cannot_move_the_cursor() -> None:
    words = (Entry("\x1b[2J2016", "\x1b[31m5", "\x1b]0;x\x07", ("\x9b1m",)),)
    of = Bars(("", "", ""), (DateRow(words[0].lead, (), (BarLine(None, words),)),), 0, LEGEND)
    assert not set("".join(drawn(of, Screen()))) & set("\x1b\x07\x9b")


def test_with_color_nothing_else_changes() -> None:
    of = block(Bar("solid", 100, 200, is_open=True), marks=("within",))
    colored = "\n".join(drawn(of, Screen(width=60, color=True)))
    assert "\x1b[" in colored
    bare = [each.rstrip() for each in re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()]
    assert bare == drawn(of, Screen(width=60))


def test_the_signs_of_the_package_are_those_that_are_drawn() -> None:
    bars = [Bar(texture, 100, 200, True, True) for texture in ("solid", "light", "dotted", "dashed")]
    shown = set("".join(drawn(block(*bars, Bar("solid", 1, 1)), Screen())))
    assert {sign for sign in shown if not sign.isascii()} == set(SIGNS) - {"−", "•"}


def test_where_the_axis_changes_the_words_and_the_new_axis_stand_before_the_bars() -> None:
    of = block(Bar("solid", 1000, 1000), Bar("solid", 10, 10))
    changed = of._replace(change=AxisChange(1, 10, "From here on another axis."))
    lines = drawn(changed, Screen())
    says = lines.index("  From here on another axis.")
    assert lines[says + 2].split() == ["0", "5", "10"]
    assert [line.count("█") for line in lines if "│" in line] == [60, 60]
    assert (
        sum("█" * 60 in line for line in lines[:says]) == sum("█" * 60 in line for line in lines[says:]) == 1
    )


def test_in_a_long_list_the_widest_figures_are_wrapped() -> None:
    rows = [DateRow("1 Jan 2016", (), (BarLine(None, (Entry("1 Jan 2016", "10", "words"),)),))] * 50
    wide = DateRow(
        "1 Jan 2016", (), (BarLine(None, (Entry("1 Jan 2016", "ten thousand at the most", "words"),)),)
    )
    long = drawn(Bars(("as of", "count", "what"), (*rows, wide), 1, LEGEND), Screen(width=80))
    short = drawn(Bars(("as of", "count", "what"), (rows[0], wide), 1, LEGEND), Screen(width=80))
    assert "ten thousand at the most  words" in "\n".join(short)
    assert "10  words" in "\n".join(long)
