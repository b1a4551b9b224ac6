"""F309: ids that are made as the base says, and ids that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import fact, inspected
from iraqforce.problems import Problem


def of(folder: Path, pattern: str, name: str, ids: str = "level", **keys: str) -> list[Problem]:
    """What is told of a fact of that id, in a base with this pattern for a kind of facts."""
    change = ("forces:\n", f'ids:\n  {ids}: "{pattern}"\nforces:\n')
    found = inspected(folder, fact(name, "3,800", **keys), codes=["F309"], change=change)
    return list(found.problems)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{force}-{place}-*", "us-iraq-2016"),
        ("{force}-{place}-*", "us-iraq-2016-03-25-official"),
        ("{source}-*", "yearbook-1"),
        ("{force}-{year}", "us-2016"),
        ("*-{year}-*", "some-words-2016-spring"),
        ("*", "anything-at-all"),
        ("*-to-*-to-*", "a-to-b-to-to-c"),
    ],
)
def test_an_id_that_is_made_so_is_right(pattern: str, name: str, tmp_path: Path) -> None:
    assert of(tmp_path, pattern, name) == []


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{force}-{place}-*", "us-iraq"),
        ("{force}-{place}-*", "iraq-us-2016"),
        ("{force}-{place}-*", "us-anbar-2016"),
        ("{source}-*", "almanac-1"),
        ("{force}-{year}", "us-2017"),
        ("{force}-{year}", "us-2016-03"),
        ("*-{year}-*", "some-words-2017-spring"),
        ("*-to-*-to-*", "a-to-b-to"),
    ],
)
def test_an_id_that_is_made_otherwise_is_told(pattern: str, name: str, tmp_path: Path) -> None:
    (problem,) = of(tmp_path, pattern, name)
    assert problem.message == f"the id '{name}' does not follow the base's pattern {pattern}"
    assert problem.excerpt.strip() == f"- id: {name}"


def test_the_hint_gives_the_facts_own_names(tmp_path: Path) -> None:
    (problem,) = of(tmp_path, "{force}-{place}-{year}-*", "spring")
    assert problem.hint == "rename it to us-iraq-2016-*, where * is any words, or change 'ids'"


def test_a_pattern_is_for_its_kind_alone(tmp_path: Path) -> None:
    assert of(tmp_path, "{force}-{place}-*", "spring", ids="change") == []


def test_what_a_fact_does_not_have_may_be_any_words(tmp_path: Path) -> None:
    keys = {"force": "", "place": "", "status": "", "basis": ""}
    assert of(tmp_path, "{force}-{place}-*", "what-ever-happened", "event", kind="event", **keys) == []


def test_a_pattern_of_many_stars_comes_to_an_end(tmp_path: Path) -> None:
    assert len(of(tmp_path, "-".join("*" * 15) + "-end", "-".join("a" * 50))) == 1
