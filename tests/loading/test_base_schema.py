"""The JSON Schema of a base: it explains every key, takes every good base, and refuses a wrong shape."""

import json
import re
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from as_an_editor import loaded, resolved
from iraqforce.loading.base_schema import base_schema
from iraqforce.model import choices, dates
from iraqforce.model.facts import Definition, Fact, Force, Place, Source
from iraqforce.model.fields import fields_of

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"
PAGE = (ROOT / "docs" / "fact-base.md").read_text(encoding="utf-8")
SCHEMA = base_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
GOOD = [*sorted((ROOT / "data").glob("*.yaml")), *sorted((TESTS / "good").rglob("*.yaml"))]

SHAPE = re.compile(r"^# \d+:\d+: (?:F101|F102|F103|F106|F107) ", re.MULTILINE)
BEYOND_A_SCHEMA = {
    "base-without-its-sections": "another file of the base may have them",
    "fact-without-a-quote": "it has a locator, and only its source says that a quote is wanted",
}
BAD_SHAPES = [
    path
    for path in sorted((TESTS / "bad").glob("*.yaml"))
    if SHAPE.search(path.read_text(encoding="utf-8", errors="replace"))
]


def fact(**keys: object) -> dict[str, Any]:
    """A base of one event with these keys."""
    event = {"id": "visit", "kind": "event", "as_of": 2016, "source": "report", "locator": "page 1"}
    return {"name": "small", "title": "A small base", "facts": [{**event, **keys}]}


def level(**keys: object) -> dict[str, Any]:
    """A base of one level with these keys."""
    keys = {"force": "us", "place": "iraq", "count": 900, "status": "actual", "basis": "press", **keys}
    return fact(kind="level", **keys)


def source(**keys: object) -> dict[str, object]:
    """A base of one source with these keys."""
    sources = {"report": {"title": "A report", "publisher": "The Daily", "published": 2016, **keys}}
    return {"name": "small", "title": "A small base", "sources": sources}


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "iraqforce fact base"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_base_is_valid_in_an_editor(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(loaded(path))] == []


@pytest.mark.parametrize("path", BAD_SHAPES, ids=lambda path: path.stem)
def test_a_base_of_a_wrong_shape_is_not_valid_but_for_what_a_schema_cannot_know(path: Path) -> None:
    assert VALIDATOR.is_valid(loaded(path)) == (path.stem in BEYOND_A_SCHEMA)


def test_the_bad_bases_of_shape_are_many_and_hold_the_exceptions() -> None:
    names = {path.stem for path in BAD_SHAPES}
    assert len(names) > 40
    assert set(BEYOND_A_SCHEMA) <= names


@pytest.mark.parametrize("name", ["null-word", "tilde-for-nothing", "key-without-a-value"])
def test_a_word_for_nothing_is_no_value(name: str) -> None:
    assert not VALIDATOR.is_valid(loaded(TESTS / "bad" / f"{name}.yaml"))


@pytest.mark.parametrize(
    ("base", "valid"),
    [
        (fact(count=217), True),
        (fact(count=-217), False),
        (fact(count="4,087"), True),
        (fact(count=True), False),
        (fact(count={"text": "several hundred", "low": 200, "high": "4,500"}), True),
        (fact(count={"text": "several hundred", "low": -200}), False),
        (fact(as_of=2015), True),
        (fact(as_of=20150), False),
        (fact(as_of="2015-24"), True),
        (fact(as_of="2015-25"), False),
        (fact(as_of="2016-03-25"), True),
        (fact(as_of="2016-3-25"), False),
        (fact(as_of="../2021-12-09"), True),
        (fact(as_of="../.."), False),
        (fact(as_of="2014?/2017~"), True),
        (fact(as_of="2014/2016/2017"), False),
        (fact(as_of="201X"), True),
        (fact(as_of="2016-33/2016-XX"), True),
        (fact(as_of="201X-03"), False),
        (fact(due="2016-09", checked="twice"), True),
        (fact(checked="thrice"), False),
        (level(supersedes=True), True),
        (level(supersedes="false"), True),
        (level(supersedes="no"), False),
        (level(excluded="a copy"), True),
        (fact(excluded="a copy"), False),
        (source(published="2016-03/2016-05"), True),
        (source(published="2016-03/.."), False),
        (source(text="a.txt", sha256="0" * 64), True),
        (source(text="a.txt"), False),
        (source(sha256="0" * 64), False),
        (source(title=1984, authors=[True, "Writer, Ann"]), True),
        (source(authors="Writer, Ann"), False),
        (source(kind="news", accessed="2016-03-25", archived="https://example.org"), True),
        (source(kind="newspaper"), False),
        (source(inferred={"authors": "the page of the list"}), True),
        (source(inferred={"author": "the page of the list"}), False),
        (source(title=" "), False),
        (fact(quote="a visit"), True),
        (fact(label="a visit"), True),
        (fact(direction="none"), False),
    ],
    ids=str,
)
def test_a_value_is_taken_as_an_editor_reads_it(base: dict[str, object], valid: bool) -> None:
    assert VALIDATOR.is_valid(base) == valid


def test_a_fact_has_a_quote_or_a_locator() -> None:
    neither: dict[str, Any] = fact()
    del neither["facts"][0]["locator"]
    assert not VALIDATOR.is_valid(neither)
    neither["facts"][0]["quote"] = "a visit"
    assert VALIDATOR.is_valid(neither)


qualifiers = st.sampled_from(["", "~", "?", "%"])
parts = st.sampled_from(["", "-XX", "-XX-XX", "-02-XX", *(f"-{month:02}" for month in range(40))])
points = st.one_of(
    st.builds("{}{}".format, st.dates(), qualifiers),
    st.builds("{:04}{}{}".format, st.integers(0, 9999), parts, qualifiers),
    st.builds("{:03}X{}".format, st.integers(0, 999), qualifiers),
    st.builds("{:02}XX{}".format, st.integers(0, 99), qualifiers),
)
ends = points | st.just("..")


@given(points | st.builds("{}/{}".format, ends, ends))
def test_no_date_that_can_be_read_is_refused(text: str) -> None:
    try:
        read = dates.parse(text)
    except dates.DateError:
        return
    assert VALIDATOR.is_valid(fact(as_of=resolved(text)))
    if read.first is not None and read.last is not None:
        assert VALIDATOR.is_valid(source(published=resolved(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("012", 12), ("0o17", 15), ("0x1F", 31), ("1e3", 1000.0), (".5", 0.5), ("-.inf", -inf),
        ("4,087", "4,087"), ("1_000", "1_000"), ("1:30", "1:30"), ("2016-03-25", "2016-03-25"), ("no", "no"),
        ("none", "none"), ("True", True), ("~", None),
    ],
)  # fmt: skip
def test_an_editor_resolves_a_plain_word_by_yaml_1_2(text: str, value: object) -> None:
    assert (resolved(text), type(resolved(text))) == (value, type(value))


def fields(schema: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows, with its path and its own schema."""
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
        yield from fields(field, f"{path}.{name}")
    for name, definition in schema.get("$defs", {}).items():
        yield name, definition
        yield from fields(definition, name)


def test_every_key_and_every_record_says_what_it_is() -> None:
    told = list(fields(SCHEMA, "base"))
    assert [path for path, field in told if len(field.get("description", "")) < 5] == []
    paths = [path for path, _ in told]
    assert {"base.facts", "VagueWords.low", "WrittenSource.inferred.url", "WrittenLevel"} <= set(paths)


def test_a_key_is_described_in_the_words_of_the_model() -> None:
    records = {"WrittenForce": Force, "WrittenPlace": Place, "WrittenDefinition": Definition}
    for name, kind in {**records, "WrittenSource": Source, "WrittenLevel": Fact}.items():
        for key, written in SCHEMA["$defs"][name]["properties"].items():
            described = {field.name: field.description for field in fields_of(kind)}[key]
            assert written["description"].startswith(described), key


def test_the_published_schema_is_current() -> None:
    # `iraqforce schema base > docs/schema/base.json` writes it.
    assert json.loads((ROOT / "docs" / "schema" / "base.json").read_text(encoding="utf-8")) == SCHEMA


def test_every_choice_is_explained_where_it_is_made() -> None:
    # What each rule of a suppression is about, `check --explain` says; `supersedes` is true or false.
    with_choices = [
        (path, field)
        for path, field in fields(SCHEMA, "base")
        if "enum" in field and not path.endswith((".rule", ".supersedes"))
    ]
    names = {path.split(".")[1] for path, _ in with_choices}
    assert names == {"status", "basis", "direction", "scope", "kind", "checked"}
    for path, field in with_choices:
        for choice, words in zip(field["enum"], field["enumDescriptions"], strict=True):
            assert f"\n- {choice}: {words}" in field["description"], path
    for kind in choices.KINDS:
        description = SCHEMA["$defs"]["WrittenLevel"]["properties"]["kind"]["description"]
        assert f"\n- {kind}: {choices.KINDS[kind]}" in description


@pytest.mark.parametrize(
    "explained",
    [choices.KINDS, choices.STATUSES, choices.BASES, choices.DIRECTIONS, choices.SCOPES],
    ids=lambda explained: next(iter(explained)),
)
def test_the_page_explains_each_choice_in_the_same_words(explained: dict[str, str]) -> None:
    page = " ".join(PAGE.split())
    for choice, words in explained.items():
        assert f"`{choice}` ({words})" in page or f"`{choice}`: {words}" in page, choice


def test_the_page_names_every_key() -> None:
    named = {word for span in re.findall(r"`([^`\n]+)`", PAGE) for word in re.findall(r"\w+", span)}
    keys = {path.split(".")[-1] for path, _ in fields(SCHEMA, "base") if "." in path}
    assert keys - named == set()
    assert {"part_of", "within", "scope", "sha256", "dated_by", "high"} <= keys
