"""F306: words that name a definition stand in the quote, and the fact has none or another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import fact, inspected, messages, told


def of(folder: Path, quote: str, **keys: str) -> list[str]:
    """The messages about a level of 300 with this quote."""
    return messages(folder, "F306", fact("one", "300", quote=quote, **keys), article=f"{quote}.\n")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("300 combat troops", "combat troops"),
        ("300 Combat Troops", "combat troops"),
        ("300 troops in “combat” roles", "combat"),
        ("300 troops (combat, not support)", "combat"),
        ("300 temporary troops", "temporary"),
    ],
)
def test_a_definition_that_is_named_and_not_given_is_told(quote: str, words: str, tmp_path: Path) -> None:
    named = f"the quote has '{words}', which names a definition, and the fact has none"
    assert of(tmp_path, quote) == [named]


@pytest.mark.parametrize(
    "quote",
    [
        "300 combatants",
        "300 non-combat troops",
        "300 combat-ready troops",
        "300 troops, temporarily",
        "300 troops",
    ],
)
def test_a_word_inside_another_word_names_nothing(quote: str, tmp_path: Path) -> None:
    assert of(tmp_path, quote) == []


def test_words_may_be_parted_by_the_end_of_a_line(tmp_path: Path) -> None:
    quote = '"300 combat\\ntroops"'
    one = fact("one", "300", quote=quote)
    article = "There are 300 combat\ntroops.\n"
    assert len(messages(tmp_path, "F306", one, article=article)) == 1


def test_the_definition_that_is_named_is_right(tmp_path: Path) -> None:
    assert of(tmp_path, "300 combat troops", definition="combat") == []


@pytest.mark.parametrize("definition", ["with-temporary", "without-temporary"])
def test_either_of_two_definitions_that_a_word_names_is_right(definition: str, tmp_path: Path) -> None:
    assert of(tmp_path, "300 temporary troops", definition=definition) == []


def test_the_hint_offers_both_definitions_that_a_word_names(tmp_path: Path) -> None:
    one = fact("one", "300", quote="300 temporary troops")
    (problem,) = told(tmp_path, "F306", one, article="300 temporary troops")
    assert problem.excerpt.strip() == "quote: 300 temporary troops"
    assert problem.hint == (
        "write 'definition: with-temporary' or 'definition: without-temporary', or, where it names nothing "
        "that is counted, accept F306 and say why"
    )


def test_another_definition_than_the_named_one_is_told(tmp_path: Path) -> None:
    assert of(tmp_path, "300 combat troops", definition="with-temporary") == [
        "the quote has 'combat troops', which names a definition, "
        "and the fact's definition is 'with-temporary'"
    ]


def test_the_longer_of_two_names_is_the_one_that_is_meant(tmp_path: Path) -> None:
    assert of(tmp_path, "300 in combat support", definition="combat-support") == []
    assert of(tmp_path, "300 in combat support", definition="combat") == [
        "the quote has 'combat support', which names a definition, and the fact's definition is 'combat'"
    ]


def test_two_names_of_one_definition_are_told_once(tmp_path: Path) -> None:
    assert len(of(tmp_path, "300 combat troops in combat")) == 1


def test_two_definitions_are_told_each(tmp_path: Path) -> None:
    assert len(of(tmp_path, "300 temporary combat troops")) == 2


@pytest.mark.parametrize(("kind", "number"), [("level", 1), ("change", 1), ("event", 0), ("figure", 0)])
def test_only_a_headcount_has_a_definition(kind: str, number: int, tmp_path: Path) -> None:
    keys = {"unit": "people"} if kind in ("event", "figure") else {}
    assert len(of(tmp_path, "300 combat troops", kind=kind, **keys)) == number


def test_a_base_that_names_no_definition_tells_nothing(tmp_path: Path) -> None:
    quote = "300 combat troops"
    one = fact("one", "300", quote=quote)
    words = "    words: [combat troops, combat]\n"
    found = inspected(tmp_path, one, article=quote, codes=["F306"], change=(words, ""))
    assert found.problems == ()
