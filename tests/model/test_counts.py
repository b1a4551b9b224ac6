"""Counts: agreement and envelopes, in pairs that differ in one thing, and properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import known_counts
from iraqforce.model.counts import Count, Number, envelope
from iraqforce.text.numbers import parse, vague

# --- agreement ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,500", "2,500"),
        ("2,500", "about 2,500"),
        ("about 2,500", "2,530"),  # to hundreds: 2,500
        ("about 2,500", "2,450"),  # to hundreds, halves up: 2,500
        ("about 2,500", "2,549"),
        ("about 5,000", "5,262"),  # to thousands: 5,000
        ("5,000", "about 5,262"),  # either may be the one that is about
        ("about 500", "about 480"),  # to hundreds: 500
        ("about 4.5 million", "4,480,000"),  # to hundred thousands: 4,500,000
        ("more than 5,000", "5,262"),
        ("more than 5,000", "more than 9,000"),
        ("at least 5,000", "5,000"),
        ("at most 5,000", "3,800"),
        ("less than 5,000", "0"),
        ("at least 5,000", "at most 5,000"),
        ("500 to 600", "550"),
        ("500 to 600", "600"),
        ("500 to 600", "600 to 700"),
        ("500 to 600", "400 to 900"),
        ("500 to 600", "more than 550"),
        ("0", "0"),
        ("0", "fewer than 10"),
    ],
)
def test_counts_agree(one: str, other: str) -> None:
    assert parse(one).agrees_with(parse(other))
    assert parse(other).agrees_with(parse(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,500", "2,530"),  # neither is about
        ("about 2,500", "2,560"),  # to hundreds: 2,600
        ("about 2,500", "2,550"),  # to hundreds, halves up: 2,600
        ("about 2,500", "2,449"),  # to hundreds: 2,400
        ("about 5,000", "5,500"),  # to thousands, halves up: 6,000
        ("about 5,262", "5,263"),  # to ones
        ("3,800", "more than 5,000"),
        ("3,800", "at least 3,801"),
        ("more than 5,000", "less than 4,000"),
        ("at most 3,000", "3,800"),
        ("500 to 600", "601"),
        ("500 to 600", "499"),
        ("500 to 600", "700 to 800"),
        ("about 500 to 600", "620"),  # a range names no value to round
        ("0", "1"),
        ("about 0", "3"),
        ("0", "more than 5"),
        ("withheld", "0"),
        ("withheld", "2,500"),
        ("withheld", "about 2,500"),
        ("withheld", "more than 0"),
        ("withheld", "500 to 600"),
    ],
)
def test_counts_do_not_agree(one: str, other: str) -> None:
    assert not parse(one).agrees_with(parse(other))
    assert not parse(other).agrees_with(parse(one))


@pytest.mark.parametrize(
    ("count", "inside", "outside"),
    [
        (vague("several hundred", low=200, high=None), "200", "199"),
        (vague("several hundred", low=200, high=999), "900", "1,000"),
        (vague("a few", low=None, high=9), "0", "10"),
        (vague("several hundred", low=200, high=None), "more than 5,000", "fewer than 150"),
    ],
)
def test_vague_words_agree_within_the_bounds_of_the_curator(count: Count, inside: str, outside: str) -> None:
    assert count.agrees_with(parse(inside))
    assert not count.agrees_with(parse(outside))
    assert not count.agrees_with(parse("withheld"))


@pytest.mark.parametrize(
    ("texts", "bounds"),
    [
        ([], (None, None)),
        (["2,500"], (2500, 2500)),
        (["about 2,500"], (2500, 2500)),
        (["3,800", "more than 5,000"], (3800, None)),
        (["3,800", "4,087", "3,900"], (3800, 4087)),
        (["3,800", "at most 5,000"], (None, 5000)),
        (["more than 5,000", "at most 3,000"], (None, None)),
        (["500 to 600", "550 to 900"], (500, 900)),
        (["0", "12"], (0, 12)),
        (["0"], (0, 0)),
        (["withheld"], (None, None)),
    ],
)
def test_an_envelope_is_the_lowest_low_and_the_highest_high_and_open_where_any_is(
    texts: list[str], bounds: tuple[Number | None, Number | None]
) -> None:
    assert envelope([parse(text) for text in texts]) == bounds


# --- properties ---------------------------------------------------------------------------------------


@given(known_counts | st.just(parse("withheld")), known_counts | st.just(parse("withheld")))
def test_agreement_is_mutual(one: Count, other: Count) -> None:
    assert one.agrees_with(other) == other.agrees_with(one)


@given(known_counts)
def test_a_count_agrees_with_itself_and_never_with_a_withheld_one(count: Count) -> None:
    assert count.agrees_with(count)
    assert not count.agrees_with(parse("withheld"))


@given(st.lists(known_counts, min_size=1, max_size=5))
def test_an_envelope_holds_every_count(counts: list[Count]) -> None:
    low, high = envelope(counts)
    assert all(low is None or (count.low is not None and low <= count.low) for count in counts)
    assert all(high is None or (count.high is not None and count.high <= high) for count in counts)
