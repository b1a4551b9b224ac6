"""Where things stand: no label on another or on a mark, nothing outside, and lines that hold their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import level
from iraqforce.charting.layout import LABEL_SIZE, Size, label_of, labelled, rows_of, scales_of
from iraqforce.charting.lettering import isolated, plain, shortened, text_width, wrapped
from iraqforce.charting.ticks import days_axis
from pictures import bundled, drawn


def test_the_axis_of_numbers_begins_at_zero_and_leaves_room_above() -> None:
    scales = scales_of(bundled(), Size(800, 300))
    assert (scales.top, scales.y(0), scales.y(3000)) == (6000, 300, 150)
    assert scales_of(drawn(level("0", "2016")), Size(800, 300)).top == 1


def test_the_first_and_the_last_day_are_the_edges() -> None:
    scales = scales_of(
        drawn(level("1", "2016-01-01"), since="2016-01-01", until="2016-01-11"), Size(500, 300)
    )
    assert [round(scales.x(day)) for day in (scales.first, scales.last)] == [0, 500]


def test_every_figure_of_the_bundled_base_has_its_label() -> None:
    picture = bundled()
    places = labelled(picture, scales_of(picture, Size(820, 340)))
    assert set(places) == {figure.fact.id for figure in picture.figures}


def test_a_thousand_labels_do_not_overlap() -> None:
    days = [f"20{10 + number // 100}-{1 + number % 10:02}-{1 + number % 28:02}" for number in range(1000)]
    figures = [level(f"{number * 7 % 997}", day, name=f"f{number}") for number, day in enumerate(days)]
    picture = drawn(*figures)
    scales = scales_of(picture, Size(800, 300))
    places = labelled(picture, scales)
    boxes = []
    for figure in picture.figures:
        if figure.fact.id in places:
            place = places[figure.fact.id]
            width = text_width(label_of(figure), LABEL_SIZE)
            x = scales.x(figure.span.anchor) + place.dx
            left = x - {"left": 0, "center": width / 2, "right": width}[place.align]
            boxes.append((left, left + width, scales.y(figure.values[0]) + place.dy))
    assert 5 < len(boxes) < 1000
    for number, (left, right, y) in enumerate(boxes):
        assert 0 <= left <= right <= 800
        for other_left, other_right, other_y in boxes[:number]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 12


def test_boxes_fill_row_by_row_and_what_finds_none_is_left_out() -> None:
    assert rows_of([(0, 10), (5, 15), (11, 20), (12, 30)], 2) == [0, 1, 0, None]


@pytest.mark.parametrize(
    ("since", "until", "interval", "step", "form"),
    [
        ("2016-03-01", "2016-03-08", "day", 1, "%-d %b %Y"),
        ("2016-03-01", "2016-04-15", "week", 1, "%-d %b %Y"),
        ("2016-01", "2016-06", "month", 1, "%b %Y"),
        ("2016", "2017", "month", 3, "%b %Y"),
        ("2003", "2009", "year", 1, "%Y"),
        ("2003", "2026", "year", 2, "%Y"),
        ("0001", "9999", "year", 1000, "%Y"),
    ],
)
def test_ticks_are_as_many_as_have_room(since: str, until: str, interval: str, step: int, form: str) -> None:
    picture = drawn(level("1", "2016"), since=since, until=until)
    axis = days_axis(scales_of(picture, Size(800, 300)))
    assert (axis["tickCount"], axis["format"]) == ({"interval": interval, "step": step}, form)


@given(st.text(st.characters(exclude_characters="\u2068\u2069"), max_size=600))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text: str) -> None:
    lines = wrapped(text, 300, 11)
    assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")
    assert all(text_width(line, 11) <= 300 for line in lines)


def test_words_from_right_to_left_are_set_apart_and_others_are_as_they_were() -> None:
    assert isolated("القوات") == "\u2068القوات\u2069"
    assert isolated("\u202eU.S. troops") == "U.S. troops"


def test_words_set_apart_are_so_on_every_line() -> None:
    lines = wrapped(f"Title: {isolated('القوات الأمريكية في العراق')}, 2016", 100, 11)
    assert len(lines) > 1
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)
    assert shortened(isolated("القوات الأمريكية"), 8).endswith("…\u2069")


def test_a_long_count_is_cut_with_an_ellipsis() -> None:
    assert (shortened("4,087", 24), shortened("x" * 25, 24)) == ("4,087", "x" * 23 + "…")


def test_control_characters_are_not_drawn() -> None:
    assert plain("a\x01b\n c\u0085") == "a b c"
