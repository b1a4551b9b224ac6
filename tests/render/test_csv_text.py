"""CSV that a spreadsheet cannot be made to run, and from which every text can be had back."""

import csv
import io
import sys

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


LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
TEXTS = st.text(
    st.one_of(
        st.sampled_from(f"{LINE_ENDS}\",'=+-@\t ab"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    )
)


@pytest.mark.parametrize("start", range(0, sys.maxunicode, 0x10000), ids=hex)
def test_every_character_is_read_back_wherever_it_is(start: int) -> None:
    characters = (chr(code) for code in range(start or 1, start + 0x10000) if not 0xD800 <= code < 0xE000)
    rows = [[each, f"{each}=1", f"a{each}b", f"a{each}"] for each in characters]
    read = csv.reader(io.StringIO("".join(map(line, rows)), newline=""))
    assert all([unsafe(cell) for cell in cells] == row for cells, row in zip(read, rows, strict=True))


@given(st.lists(st.lists(TEXTS, min_size=1), min_size=1))
def test_rows_are_read_back_by_the_csv_module(rows: list[list[str]]) -> None:
    read = csv.reader(io.StringIO("".join(map(line, rows)), newline=""))
    assert [[unsafe(cell) for cell in row] for row in read] == rows


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1))
def test_rows_are_read_back_by_pandas(rows: list[list[str]]) -> None:
    pandas = pytest.importorskip("pandas")
    text = io.StringIO("".join(map(line, rows)), newline="")
    read = pandas.read_csv(text, header=None, dtype=str, keep_default_na=False)
    assert [[unsafe(cell) for cell in row] for row in read.to_numpy().tolist()] == rows


@given(st.lists(st.lists(TEXTS, min_size=1), min_size=1))
def test_a_reader_that_splits_lines_first_finds_every_row_at_its_beginning(rows: list[list[str]]) -> None:
    read = csv.reader("".join(map(line, rows)).splitlines())
    assert [len(row) for row in read] == list(map(len, rows))


@pytest.mark.parametrize("end", LINE_ENDS)
def test_no_line_end_in_a_cell_begins_a_row(end: str) -> None:
    assert line([f"x{end}=cmd"]) == f'"x{end}=cmd"\n'
    assert line(["x\t=cmd"]) == "x\t=cmd\n"


def test_only_what_needs_quotation_marks_has_them() -> None:
    assert line(["a b", "3,800", 'say "no"', "two\nlines", "one\rline", ""]) == (
        'a b,"3,800","say ""no""","two\nlines","one\rline",\n'
    )
    assert line([""]) == '""\n'
