"""Several files are one base: what both of them may say, and what not."""

import hashlib
from pathlib import Path

import pytest

from iraqforce.loading.locations import BaseFile, given
from iraqforce.loading.reader import load, read

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


def found(*files: BaseFile) -> list[str]:
    return [
        f"{each.at.path}:{each.at.line}:{each.at.column}: {each.code} {each.message} | {each.hint}"
        for each in read(files).problems
    ]


def test_the_same_words_may_be_declared_twice_alike() -> None:
    merged = load([written("one"), written("two")])
    assert [force.id for force in merged.forces.values()] == ["us"]
    assert [place.id for place in merged.places.values()] == ["iraq", "region"]
    assert [each.id for each in merged.definitions.values()] == ["combat"]
    assert [fact.id for fact in merged.facts] == ["one-visit", "two-visit"]
    assert [source.id for source in merged.sources.values()] == ["one-report", "two-report"]


def test_a_merged_base_has_the_names_of_both() -> None:
    info = load([written("one"), written("two")]).info
    assert (info.name, info.title) == ("one+two", "The one base + The two base")
    hashes = [hashlib.sha256(Path(f"{name}.yaml").read_bytes()).hexdigest() for name in ("one", "two")]
    assert info.sha256 == hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def test_a_merged_base_is_as_new_as_its_newest_part_and_has_the_licenses_of_both() -> None:
    one = written("one", ("title: The", "updated: 2024-05-02\nlicense: CC0-1.0\ntitle: The"))
    two = written("two", ("title: The", "updated: 2024-05-01\nlicense: CC-BY-4.0\ntitle: The"))
    info = load([one, two, written("three")]).info
    assert info.updated is not None
    assert (info.updated.text, info.license) == ("2024-05-02", "CC0-1.0; CC-BY-4.0")
    assert (info.facts, info.sources) == (3, 3)


def test_a_force_declared_differently_is_a_problem_with_the_place_of_the_first() -> None:
    two = written("two", ("U.S. troops", "American troops"))
    assert found(written("one"), two) == [
        "two.yaml:5:5: F111 duplicate ID: force 'us' is declared differently at one.yaml:5"
        " | make the declarations identical, or use another ID"
    ]


def test_a_place_and_a_definition_declared_differently_are_problems() -> None:
    two = written("two", ("name: Iraq", "name: Irak"), ("combat forces only", "fighters"))
    assert found(written("one"), two) == [
        "two.yaml:8:5: F111 duplicate ID: place 'iraq' is declared differently at one.yaml:8"
        " | make the declarations identical, or use another ID",
        "two.yaml:14:5: F111 duplicate ID: definition 'combat' is declared differently at one.yaml:14"
        " | make the declarations identical, or use another ID",
    ]


def test_a_fact_id_given_in_two_files_is_a_problem_in_the_second() -> None:
    two = written("two", ("two-visit", "one-visit"))
    assert found(written("one"), two) == [
        "two.yaml:21:9: F111 duplicate fact ID 'one-visit' | first used at one.yaml:21; give each its own ID"
    ]


def test_a_source_given_in_two_files_is_a_problem_in_the_second() -> None:
    two = written("two", ("  two-report:", "  one-report:"), ("source: two", "source: one"))
    assert found(written("one"), two) == [
        "two.yaml:17:5: F111 duplicate source ID 'one-report'"
        " | first used at one.yaml:17; give each its own ID"
    ]


def test_a_fact_may_use_the_words_and_sources_of_another_file() -> None:
    two = written("two", ("source: two-report", "source: one-report"))
    assert found(written("one"), two) == []
    assert [problem.code for problem in read([two]).problems] == ["F112"]


def test_a_circle_through_two_files_is_a_problem_in_both() -> None:
    one = written("one", ("  region:\n    name: the region\n", ""))
    two = written(
        "two",
        ("  iraq:\n    name: Iraq\n    within: region\n", ""),
        ("region:\n    name", "region:\n    within: iraq\n    name"),
    )
    assert [line.split(" | ")[0] for line in found(one, two)] == [
        "one.yaml:9:13: F113 circular hierarchy: place 'iraq' contains itself through 'region'",
        "two.yaml:8:13: F113 circular hierarchy: place 'region' contains itself through 'iraq'",
    ]


def test_the_problems_of_several_files_come_together_sorted_by_file() -> None:
    two = written("two", ("kind: event", "kind: evnt"))
    one = written("one", ("as_of: 2016-03-25", "as_of: soon"))
    broken = written("broken", ("name: Iraq", "name: Iraq: the country"))
    problems = read([two, broken, one]).problems
    places = [(problem.at.path, problem.at.line, problem.code) for problem in problems]
    assert places == [("broken.yaml", 8, "F003"), ("one.yaml", 26, "F104"), ("two.yaml", 22, "F106")]


def test_one_file_given_twice_gives_its_ids_twice() -> None:
    one = written("one")
    assert [problem.code for problem in read([one, one]).problems] == ["F111", "F111"]


def test_each_file_has_its_articles_in_its_own_folder() -> None:
    for name, words in (("one", "a visit"), ("two", "another visit")):
        Path(name).mkdir()
        (Path(name) / "article.txt").write_text(words)
        digest = hashlib.sha256(words.encode()).hexdigest()
        stored = f"published: 2016-03-25\n    text: article.txt\n    sha256: {digest}"
        text = BASE.replace("NAME", name).replace("published: 2016-03-25", stored)
        (Path(name) / "facts.yaml").write_text(text.replace("locator: page 1", f"quote: {words}"))
    merged = load([given("one/facts.yaml"), given("two/facts.yaml")])
    assert merged.articles == {"one-report": "a visit", "two-report": "another visit"}
