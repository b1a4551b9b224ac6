"""Text as it is compared: single spaces, plain punctuation, and the words and terms of a search."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.text.normalize import Tokens, collapse_spaces, parse_query, search_words, tokens


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
    found, places = collapse_spaces(text)
    assert (found, list(places)) == (spaced, origins)


@given(st.text(st.sampled_from("ab \n\t\u00a0\u2009🎖")))
def test_every_character_but_a_space_is_the_one_at_its_old_place(text: str) -> None:
    spaced, origins = collapse_spaces(text)
    assert spaced == re.sub(r"\s+", " ", text)
    assert [text[place] for place, sign in zip(origins, spaced, strict=True) if sign != " "] == [
        sign for sign in spaced if sign != " "
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2,500 troops", "2500 troops"),
        ("2500 troops", "2500 troops"),
        ("2\u00a0500 and 1\u202f234\u2009567", "2500 and 1234567"),
        ("2 500", "2 500"),  # a plain space groups nothing
        ("in 12,3456", "in 12 3456"),  # and neither does a comma before four digits
        ("2,50 or 2,500,20", "2 50 or 2500 20"),
        ("4.5 million.", "4.5 million"),
        ("by 4. 5 more", "by 4 5 more"),
        ("the U.S.-led war, p.m.", "the us led war pm"),
        ("U. S. troops", "u s troops"),
        ("ended.The next", "ended the next"),
        ("Iraq’s Iraq's", "iraq s iraq s"),
        ("anti-ISIS, F-16", "anti isis f 16"),
        ("“Kürdistan” İstanbul STRASSE straße", "kurdistan istanbul strasse strasse"),
        ("Ku\u0308rdistan", "kurdistan"),
        ("القوّات الأمريكية", "القوات الامريكية"),
        ("snake_case a\x00b 🙂", "snake case a b"),
        ("", ""),
    ],
)
def test_what_is_one_word(text: str, words: str) -> None:
    assert search_words(text) == words.split()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the U.S. has 2,500.", ["the", "U.S.", "has", "2,500"]),
        ("end of U.S", ["end", "of", "U.S"]),
        ("Ku\u0308rde\u0301 x", ["Ku\u0308rde\u0301", "x"]),
        ("Straße-wide", ["Straße", "wide"]),
        ("at 4.5.", ["at", "4.5"]),
    ],
)
def test_a_word_knows_its_characters(text: str, shown: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == shown


@given(st.text() | st.text(alphabet="aA1.,ée\u0301ßİ\u00a0\u202f_- U.S"))
def test_words_and_tokens_are_the_same_and_stand_in_order(text: str) -> None:
    found = tokens(text)
    assert [token.word for token in found] == search_words(text)
    places = [place for token in found for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= token.start < token.end <= len(text) for token in found)


Shape = tuple[str, bool]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("more troops", [("more", False), ("troops", False)]),
        ('"more troops"', [("more troops", False)]),
        ("“more troops” Mosul", [("more troops", False), ("mosul", False)]),
        ('"more troops Mosul', [("more", False), ("troops", False), ("mosul", False)]),
        ("deploy*", [("deploy", True)]),
        ("de*ploy", [("de ploy", False)]),
        ('"more dep*"', [("more dep", True)]),
        ('"more dep"*', [("more dep", True)]),
        ("anti-ISIS", [("anti isis", False)]),
        ("2,500", [("2500", False)]),
        ("2\u00a0500", [("2500", False)]),
        ("Troops troops TROOPS", [("troops", False)]),
        ("troops troops*", [("troops", False), ("troops", True)]),
        ("a AND NOT b", [("a", False), ("and", False), ("not", False), ("b", False)]),
        ("NEAR(a, 5)", [("near a", False), ("5", False)]),
        ("text:a -x ^y {z}", [("text a", False), ("x", False), ("y", False), ("z", False)]),
        ('"" "*" * ** : () 🙂 \x00 \udc80', []),
    ],
)
def test_a_query_is_words_phrases_and_prefixes(query: str, terms: list[Shape]) -> None:
    assert [(" ".join(term.words), term.prefix) for term in parse_query(query)] == terms


@given(st.text(max_size=200) | st.text(alphabet='"“”*a b(:', max_size=50))
def test_no_query_is_an_error(query: str) -> None:
    terms = parse_query(query)
    assert all(term.words for term in terms)
    assert len({(term.words, term.prefix) for term in terms}) == len(terms)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"more troops"', ["More troops", "more troops"]),
        ('"more tr"', []),
        ('"more tr*"', ["More troops", "more troops", "more tractors"]),
        ("2500", ["2,500"]),
        ("250", []),
        ("250*", ["2,500"]),
        ("Iraqis", []),
    ],
)
def test_where_a_term_stands_in_a_text(query: str, found: list[str]) -> None:
    text = "More troops, more troops; 2,500 more tractors in Iraq"
    [term] = parse_query(query)
    assert [text[start:end] for start, end in sorted(term.spans(Tokens(text)))] == found
