"""Runs of white space become single spaces, and every character is known by its old place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.spaces import single_spaced


@pytest.mark.parametrize(
    ("text", "spaced", "origins"),
    [
        ("", "", []),
        ("a b", "a b", [0, 1, 2]),
        ("a  b", "a b", [0, 1, 3]),
        ("a\u00a0b", "a b", [0, 1, 2]),
        (" \n a\t", " a ", [0, 3, 4]),
        ("end.\n\nNext", "end. Next", [0, 1, 2, 3, 4, 6, 7, 8, 9]),
    ],
)
def test_a_run_of_white_space_is_one_space_where_it_began(text: str, spaced: str, origins: list[int]) -> None:
    assert single_spaced(text) == (spaced, origins)


@given(st.text(st.sampled_from("ab \n\t\u00a0\u2009🎖")))
def test_every_character_but_a_space_is_the_one_at_its_old_place(text: str) -> None:
    spaced, origins = single_spaced(text)
    assert spaced == re.sub(r"\s+", " ", text)
    assert [text[place] for place, sign in zip(origins, spaced, strict=True) if sign != " "] == [
        sign for sign in spaced if sign != " "
    ]
