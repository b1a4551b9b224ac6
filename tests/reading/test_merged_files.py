"""Several files are one base: what they may both say, and what they may not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from iraqforce.locations import BaseFile, given
from iraqforce.reading.base import inspect, read

BASE = """name: NAME
title: The NAME base
forces:
  us:
    name: U.S. troops
places:
  iraq:
    name: Iraq
    within: region
  region:
    name: the region
definitions:
  combat:
    text: counts combat forces only
sources:
  NAME-report:
    title: A report
    publisher: The Daily
    published: 2016-03-25
facts:
  - id: NAME-visit
    kind: event
    force: us
    place: iraq
    definition: combat
    as_of: 2016-03-25
    source: NAME-report
    locator: page 1
"""


@pytest.fixture(autouse=True)
def _in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(name: str, *changes: tuple[str, str]) -> BaseFile:
    """A base of that name in the working folder, with some of its words replaced."""
    text = BASE.replace("NAME", name)
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    Path(f"{name}.yaml").write_text(text)
    return given(f"{name}.yaml")


def told(*files: BaseFile) -> list[str]:
    return [
        f"{each.at.path}:{each.at.line}:{each.at.column}: {each.code} {each.message} | {each.hint}"
        for each in inspect(files).problems
    ]


def test_the_same_words_may_be_declared_twice_alike() -> None:
    checked = read([written("one"), written("two")])
    assert [force.id for force in checked.declared.forces] == ["us"]
    assert [place.id for place in checked.declared.places] == ["iraq", "region"]
    assert [each.id for each in checked.declared.definitions] == ["combat"]
    assert [fact.id for fact in checked.facts] == ["one-visit", "two-visit"]
    assert [source.id for source in checked.declared.sources] == ["one-report", "two-report"]


def test_a_merged_base_bears_the_names_of_both() -> None:
    base = read([written("one"), written("two")]).declared.base
    assert (base.name, base.title) == ("one+two", "The one base + The two base")
    hashes = [hashlib.sha256(Path(f"{name}.yaml").read_bytes()).hexdigest() for name in ("one", "two")]
    assert base.sha256 == hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def test_a_force_declared_otherwise_is_told_with_the_place_of_the_first() -> None:
    two = written("two", ("U.S. troops", "American troops"))
    assert told(written("one"), two) == [
        "two.yaml:5:5: F111 the force 'us' is declared otherwise at one.yaml:5"
        " | declare it in the same words, or under another id"
    ]


def test_a_place_and_a_definition_declared_otherwise_are_told() -> None:
    two = written("two", ("name: Iraq", "name: Irak"), ("combat forces only", "fighters"))
    assert told(written("one"), two) == [
        "two.yaml:8:5: F111 the place 'iraq' is declared otherwise at one.yaml:8"
        " | declare it in the same words, or under another id",
        "two.yaml:14:5: F111 the definition 'combat' is declared otherwise at one.yaml:14"
        " | declare it in the same words, or under another id",
    ]


def test_a_fact_id_given_in_two_files_is_told_in_the_second() -> None:
    two = written("two", ("two-visit", "one-visit"))
    assert told(written("one"), two) == [
        "two.yaml:21:9: F111 the fact 'one-visit' is given twice"
        " | it stands first at one.yaml:21; give each its own id"
    ]


def test_a_source_given_in_two_files_is_told_in_the_second() -> None:
    two = written("two", ("  two-report:", "  one-report:"), ("source: two", "source: one"))
    assert told(written("one"), two) == [
        "two.yaml:17:5: F111 the source 'one-report' is given twice"
        " | it stands first at one.yaml:17; give each its own id"
    ]


def test_a_fact_may_use_the_words_and_sources_of_another_file() -> None:
    two = written("two", ("source: two-report", "source: one-report"))
    assert told(written("one"), two) == []
    assert [problem.code for problem in inspect([two]).problems] == ["F112"]


def test_a_circle_through_two_files_is_told_in_both() -> None:
    one = written("one", ("  region:\n    name: the region\n", ""))
    two = written(
        "two",
        ("  iraq:\n    name: Iraq\n    within: region\n", ""),
        ("region:\n    name", "region:\n    within: iraq\n    name"),
    )
    assert [line.split(" | ")[0] for line in told(one, two)] == [
        "one.yaml:9:13: F113 the place 'iraq' lies within itself, by way of 'region'",
        "two.yaml:8:13: F113 the place 'region' lies within itself, by way of 'iraq'",
    ]


def test_the_problems_of_several_files_are_told_together_sorted_by_file() -> None:
    two = written("two", ("kind: event", "kind: evnt"))
    one = written("one", ("as_of: 2016-03-25", "as_of: soon"))
    broken = written("broken", ("name: Iraq", "name: Iraq: the country"))
    problems = inspect([two, broken, one]).problems
    told_at = [(problem.at.path, problem.at.line, problem.code) for problem in problems]
    assert told_at == [("broken.yaml", 8, "F003"), ("one.yaml", 26, "F104"), ("two.yaml", 22, "F106")]


def test_one_file_given_twice_gives_its_ids_twice() -> None:
    one = written("one")
    assert [problem.code for problem in inspect([one, one]).problems] == ["F111", "F111"]


def test_each_file_has_its_articles_in_its_own_folder() -> None:
    for name, words in (("one", "a visit"), ("two", "another visit")):
        Path(name).mkdir()
        (Path(name) / "article.txt").write_text(words)
        digest = hashlib.sha256(words.encode()).hexdigest()
        stored = f"published: 2016-03-25\n    text: article.txt\n    sha256: {digest}"
        text = BASE.replace("NAME", name).replace("published: 2016-03-25", stored)
        (Path(name) / "facts.yaml").write_text(text.replace("locator: page 1", f"quote: {words}"))
    checked = read([given("one/facts.yaml"), given("two/facts.yaml")])
    assert checked.declared.articles == {"one-report": "a visit", "two-report": "another visit"}
