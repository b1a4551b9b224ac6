"""Counts: how two relate, and envelopes, in pairs that differ in one thing, and properties."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import known_counts
from iraqforce.model.counts import Count, Number, Relation, any_conflict, envelope, relation
from iraqforce.text.numbers import parse, vague

# --- whether two may be the same number ---------------------------------------


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
def test_counts_may_be_equal(one: str, other: str) -> None:
    assert parse(one).may_equal(parse(other))
    assert parse(other).may_equal(parse(one))


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
def test_counts_cannot_be_equal(one: str, other: str) -> None:
    assert not parse(one).may_equal(parse(other))
    assert not parse(other).may_equal(parse(one))


@pytest.mark.parametrize(
    ("count", "inside", "outside"),
    [
        (vague("several hundred", low=200, high=None), "200", "199"),
        (vague("several hundred", low=200, high=999), "900", "1,000"),
        (vague("a few", low=None, high=9), "0", "10"),
        (vague("several hundred", low=200, high=None), "more than 5,000", "fewer than 150"),
    ],
)
def test_vague_words_may_equal_what_is_within_the_bounds_of_the_curator(
    count: Count, inside: str, outside: str
) -> None:
    assert count.may_equal(parse(inside))
    assert not count.may_equal(parse(outside))
    assert not count.may_equal(parse("withheld"))


# --- agreement: clause 6 of docs/as-of.md -------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2,500", "2,500", "agree"),
        ("2,500", "about 2,500", "agree"),
        ("500 to 600", "600 to 700", "agree"),
        ("2,001", "2,106", "agree"),  # 105 is within 5 % of 2,106
        ("2,001", "2,107", "conflict"),  # 106 is not within 5 % of 2,107
        ("5,000", "5,262", "agree"),
        ("5,000", "5,499", "agree"),  # less than half of a thousand
        ("5,000", "5,500", "conflict"),  # half of a thousand
        ("900", "about 1,000", "agree"),  # 10 %
        ("899", "about 1,000", "conflict"),  # more than 10 %
        ("2,000", "2,500", "conflict"),
        ("500 to 600", "620", "agree"),  # the nearest bounds are near
        ("500 to 600", "650", "conflict"),
        ("0", "0", "agree"),
        ("0", "1", "conflict"),
        ("0.5", "0.51", "agree"),
        ("more than 3,000", "5,200", "compatible"),
        ("more than 3,000", "more than 3,000", "compatible"),
        ("less than 4,000", "less than 34,000", "compatible"),
        ("more than 5,000", "4,900", "compatible"),  # near, and open all the same
        ("more than 5,000", "3,800", "conflict"),
        ("more than 5,000", "less than 4,000", "conflict"),
        ("at least 5,000", "at most 5,000", "compatible"),
    ],
)
def test_two_counts_agree_are_compatible_or_conflict(one: str, other: str, expected: Relation) -> None:
    assert relation(parse(one), parse(other)) == expected
    assert relation(parse(other), parse(one)) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("5,000", "compatible"), ("190", "compatible"), ("100", "conflict")]
)
def test_a_vague_count_without_a_highest_number_is_open(number: str, expected: Relation) -> None:
    assert relation(vague("several hundred", low=200, high=None), parse(number)) == expected


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
def test_that_two_may_be_equal_is_mutual(one: Count, other: Count) -> None:
    assert one.may_equal(other) == other.may_equal(one)


@given(known_counts)
def test_a_count_may_equal_itself_and_never_a_withheld_one(count: Count) -> None:
    assert count.may_equal(count)
    assert not count.may_equal(parse("withheld"))


@given(known_counts, known_counts)
def test_a_relation_is_mutual(one: Count, other: Count) -> None:
    assert relation(one, other) == relation(other, one)


near_ones = st.integers(90, 112).map(lambda fifties: parse(f"{50 * fifties:,}"))


@given(st.lists(known_counts, max_size=5) | st.lists(near_ones, max_size=5))
def test_counts_conflict_if_any_two_do(counts: list[Count]) -> None:
    pairs = combinations(counts, 2)
    assert any_conflict(counts) == any(relation(one, other) == "conflict" for one, other in pairs)


@given(st.lists(known_counts, min_size=1, max_size=5))
def test_an_envelope_holds_every_count(counts: list[Count]) -> None:
    low, high = envelope(counts)
    assert all(low is None or (count.low is not None and low <= count.low) for count in counts)
    assert all(high is None or (count.high is not None and count.high <= high) for count in counts)
