"""CSV that a spreadsheet cannot be made to run, and from which every text can be had back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.render.tables import line, safe, unsafe


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''-1", "＝1"]
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1+1", "’s troops", "'quoted'", "a=1", " =1", "−5", "“-1”", "4,087"])
def test_what_does_not_begin_like_one_stays(text: str) -> None:
    assert safe(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\na1 ＝")))
def test_every_text_can_be_had_back(text: str) -> None:
    assert unsafe(safe(text)) == text


def test_a_negative_number_stays_a_number_and_the_same_as_text_does_not() -> None:
    assert line((-5, -0.5, "-5", None, True, False)) == "-5,-0.5,'-5,,true,false\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1))
def test_a_line_is_read_back_by_the_csv_module(cells: list[str]) -> None:
    [row] = csv.reader(io.StringIO(line(cells), newline=""))
    assert [unsafe(cell) for cell in row] == cells


def test_only_what_needs_quotation_marks_has_them() -> None:
    assert line(["a b", "3,800", 'say "no"', "two\nlines", "one\rline", ""]) == (
        'a b,"3,800","say ""no""","two\nlines","one\rline",\n'
    )
    assert line([""]) == '""\n'
