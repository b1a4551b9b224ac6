"""Carets stand below the very words they are about, at every width and in every script."""

import pytest
from rich.cells import cell_len

from iraqforce.pages.blocks import Excerpt, Marked
from iraqforce.render.formats import Screen
from iraqforce.render.terminal import render_blocks

SCREENS = [Screen(), Screen(width=60), Screen(width=20), Screen(width=60, ascii_only=True)]


def drawn(text: str, *marks: tuple[int, int], screen: Screen) -> tuple[str, str]:
    """The text and what is below it, as they are drawn."""
    block = Excerpt("a message", Marked("", text, marks), (), "")
    _, above, *below = "".join(render_blocks([block], screen)).splitlines()
    return above, below[0] if below else ""


def pointed_at(above: str, below: str) -> list[str]:
    """The characters above the carets, a text for each run of these, by the cells of a terminal."""
    runs: list[str] = [""]
    for place, sign in enumerate(above):
        start = cell_len(above[:place])
        cells = below[start : start + cell_len(sign)]
        assert cells.strip() in ("", "^" * cell_len(sign)), "a caret stands below half of a character"
        if "^" in cells:
            runs[-1] += sign
        elif runs[-1]:
            runs.append("")
    return [run for run in runs if run]


def of(text: str, *words: str) -> list[tuple[int, int]]:
    """The marks of these words in the text."""
    return [(text.index(word), text.index(word) + len(word)) for word in words]


@pytest.mark.parametrize("screen", SCREENS, ids=["pipe", "60", "20", "ascii"])
@pytest.mark.parametrize(
    "text",
    [
        "the WORD",
        "WORD at the start of a line that is much longer than any of the two screens is wide, by far",
        "a line that is much longer than any of the two screens is wide, by far, and at its end a WORD",
        f"{'left of it ' * 20}WORD{' right of it' * 20}",
        f"{'部隊が伊拉克' * 10}WORD{'部隊が伊拉克' * 10}",
        f"a{'部隊が伊拉克' * 10}WORD{'部隊が伊拉克' * 10}",
        f"{'🎖' * 40} WORD",
        f"وصل الجنود {'إلى العراق ' * 10}WORD في بغداد",
        "  \tWORD after a tab",
        "\x1b[31mWORD after what a terminal obeys",
    ],
    ids=lambda text: text[:12],
)
def test_the_carets_stand_below_the_word(text: str, screen: Screen) -> None:
    above, below = drawn(text, *of(text, "WORD"), screen=screen)
    assert pointed_at(above, below) == ["WORD"]
    assert screen.width is None or max(cell_len(above), cell_len(below)) <= screen.width


@pytest.mark.parametrize("screen", SCREENS[:2], ids=["pipe", "60"])
def test_several_words_are_marked_each(screen: Screen) -> None:
    text = "sent 217 soldiers, 6 helicopters and 10 trucks"
    marks = of(text, "217 soldiers", "6", "10")
    assert pointed_at(*drawn(text, *marks, screen=screen)) == ["217 soldiers", "6", "10"]


def test_wide_characters_have_a_caret_for_each_cell() -> None:
    assert drawn("在伊拉克有兵", (1, 4), screen=Screen()) == ("    在伊拉克有兵", "      ^^^^^^")


def test_an_emoji_of_several_characters_takes_the_cells_it_takes_on_a_terminal() -> None:
    text = "👨‍👩‍👧 217 men"
    assert drawn(text, *of(text, "217"), screen=Screen())[1] == " " * (4 + cell_len("👨‍👩‍👧 ")) + "^^^"


def test_a_sign_without_a_cell_of_its_own_is_marked_by_its_letter() -> None:
    text = "e\u0301te\u0301"
    assert drawn(text, (4, 5), screen=Screen()) == (f"    {text}", "      ^")


def test_a_mark_of_nothing_is_one_caret_also_behind_the_end() -> None:
    assert drawn("level", (2, 2), screen=Screen())[1] == "      ^"
    assert drawn("level", (5, 5), screen=Screen())[1] == "         ^"
    assert drawn("level", (9, 12), screen=Screen())[1] == ""


def test_a_line_without_a_mark_stands_alone() -> None:
    assert drawn("level", screen=Screen()) == ("    level", "")


def test_what_is_left_out_of_a_long_line_is_shown() -> None:
    above, _ = drawn(f"{'a' * 100}WORD{'b' * 100}", (100, 104), screen=Screen(width=60))
    assert above == f"    …{'a' * 17}WORD{'b' * 31}…"
    above, _ = drawn(f"WORD{'b' * 50}", (0, 4), screen=Screen(width=60))
    assert above == f"    WORD{'b' * 50}"


def test_hints_and_labels_that_are_wrapped_stay_indented() -> None:
    compared = Marked("closest match, at a/path/that/is/long.txt:1:1", "words")
    block = Excerpt("a message", Marked("", "line"), (compared,), "a hint that is wider than the screen")
    lines = "".join(render_blocks([block], Screen(width=30))).splitlines()
    assert [line for line in lines[1:] if not line.startswith("  ")] == []
