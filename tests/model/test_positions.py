"""Lines and columns of a text: both from 1, columns in characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.model.positions import Lines, QuotePlace


@pytest.mark.parametrize(
    ("position", "line", "column"),
    [
        (0, 1, 1),  # f
        (4, 1, 5),  # t, the last of "first"
        (5, 1, 6),  # the line break itself
        (6, 2, 1),  # the empty line's break
        (7, 3, 1),  # t of "three"
        (11, 3, 5),
        (13, 4, 1),  # — counts as one character
        (15, 4, 3),
        (17, 4, 5),  # just behind the last character
    ],
)
def test_line_and_column_count_characters_from_1(position: int, line: int, column: int) -> None:
    lines = Lines("first\n\nthree\n— ’x")
    assert lines.place(position) == (line, column)
    assert lines.position(line, column) == position


def test_line_breaks_of_two_characters_do_not_move_lines_or_columns() -> None:
    text = "one\r\ntwo three\r\n"
    assert Lines(text).place(text.index("two")) == (2, 1)
    assert Lines(text).place(text.index("three")) == (2, 5)
    assert Lines(text).place(len(text)) == (3, 1)


def test_an_empty_text_has_one_line() -> None:
    assert len(Lines("")) == 1
    assert Lines("").place(0) == (1, 1)


def test_a_quote_is_found_again_by_its_place() -> None:
    text = "one\n\ntwo three four"
    start, end = QuotePlace("a.txt", 3, 5, len("three")).span(text)
    assert text[start:end] == "three"


@given(st.text("ab\n’", max_size=30), st.data())
def test_lines_and_columns_lead_back_to_the_character(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(position)
    assert Lines(text).position(line, column) == position
    assert 1 <= column <= len(text.split("\n")[line - 1]) + 1
