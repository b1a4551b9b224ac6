"""The words of a base, read before it has a source or a fact."""

from pathlib import Path

import pytest

from iraqforce.errors import BaseError
from iraqforce.loading.locations import BaseFile, given
from iraqforce.loading.reader import vocabulary
from iraqforce.model.facts import Definition, Force, Place
from iraqforce.problems import InvalidBaseError

WORDS = """name: words
title: Words alone
forces:
  us:
    name: U.S. troops
places:
  iraq:
    name: Iraq
"""


def written(folder: Path, text: str, name: str = "facts.yaml") -> BaseFile:
    (folder / name).write_text(text, encoding="utf-8")
    return given(str(folder / name))


def test_a_base_without_sources_and_facts_has_its_words(tmp_path: Path) -> None:
    found = vocabulary([written(tmp_path, WORDS)])
    assert found.forces == {"us": Force("us", "U.S. troops")}
    assert found.places == {"iraq": Place("iraq", "Iraq", "in Iraq")}
    assert (found.definitions, found.sources, found.facts) == ({}, {}, ())


def test_several_files_give_each_word_once(tmp_path: Path) -> None:
    more = f"{WORDS}definitions:\n  combat:\n    text: counts combat forces\n    scope: partial\n"
    found = vocabulary([written(tmp_path, WORDS), written(tmp_path, more, "more.yaml")])
    assert list(found.forces) == ["us"]
    assert found.definitions == {"combat": Definition("combat", "counts combat forces", "partial")}


@pytest.mark.parametrize("addition", ["sources:\n  a:\n    published: TODO\n", "facts:\n  - id: TODO\n"])
def test_mistakes_of_sources_and_facts_do_not_matter(tmp_path: Path, addition: str) -> None:
    assert list(vocabulary([written(tmp_path, WORDS + addition)]).places) == ["iraq"]


@pytest.mark.parametrize(
    ("addition", "code"),
    [
        ("    within: nowhere\n", "F112"),
        ("    wihtin: iraq\n", "F101"),
        ("definitions:\n  combat: {}\n", "F102"),
        ("name: again\n", "F005"),
    ],
)
def test_mistakes_of_the_words_do(tmp_path: Path, addition: str, code: str) -> None:
    with pytest.raises(InvalidBaseError) as refusal:
        vocabulary([written(tmp_path, WORDS + addition)])
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BaseError):
        vocabulary([given(str(tmp_path / "none.yaml"))])
