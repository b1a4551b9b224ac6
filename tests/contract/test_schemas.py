"""The schemas of what commands print: each field explained, open for readers, and strict for tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pkgutil import resolve_name
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from contracts import hold, validator
from iraqforce import citing, comparison, counts, dates, facts, problems
from iraqforce.citing import reference
from iraqforce.cli.schema import SCHEMAS
from iraqforce.contract import cite, compare, level, parts, search
from iraqforce.contract.fields import Schema
from iraqforce.contract.publishing import strict
from iraqforce.store import full_text
from processes import iraqforce

PRINTED = [name for name in SCHEMAS if name != "base"]


def schema(name: str) -> Schema:
    made: Schema = resolve_name(SCHEMAS[name])()
    return made


def fields(value: Any, name: str) -> Iterator[tuple[str, Schema]]:
    """Every field that the schema names, also within others and in the parts, with its path."""
    if not isinstance(value, dict):
        return
    for key, field in {**value.get("properties", {}), **value.get("$defs", {})}.items():
        yield f"{name}.{key}", field
        yield from fields(field, f"{name}.{key}")
    yield from fields(value.get("items"), f"{name}[]")
    for other in value.get("anyOf", []):
        yield from fields(other, name)


def may_be_null(field: Schema) -> bool:
    kind = field.get("type")
    return "null" in kind if isinstance(kind, list) else {"type": "null"} in field.get("anyOf", [])


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    """A real answer, of which each test spoils a copy."""
    found: dict[str, Any] = json.loads(iraqforce("level --date 2016-05-01 --json").stdout)
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_itself_valid_and_says_what_it_is_of(name: str) -> None:
    made = schema(name)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"]
    assert made["description"]


@pytest.mark.parametrize("name", PRINTED)
def test_the_first_field_is_the_name_of_the_schema(name: str) -> None:
    first, field = next(iter(schema(name)["properties"].items()))
    assert (first, field["const"]) == ("schema", f"iraqforce.{name}/1")


@pytest.mark.parametrize("name", PRINTED)
def test_every_field_says_what_it_is_and_what_its_null_says(name: str) -> None:
    for path, field in fields(schema(name), name):
        told = field.get("description", "")
        assert told or "$ref" in field, path
        assert may_be_null(field) == ("Null: " in told or "\n- null: " in told), path


@pytest.mark.parametrize("name", PRINTED)
def test_every_part_that_is_referred_to_is_there_and_no_other(name: str) -> None:
    made = schema(name)
    referred = {text.split('"')[0] for text in json.dumps(made).split('"#/$defs/')[1:]}
    assert set(made.get("$defs", {})) == referred


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (counts.Qualifier, parts.QUALIFIERS),
        (dates.Precision, parts.PRECISIONS),
        (facts.Verdict, parts.VERDICTS),
        (problems.Severity, parts.SEVERITIES),
        (citing.Style, cite.STYLE_WORDS),
        (reference.Cited, cite.CITED),
        (comparison.Caution, compare.CAUTIONS),
        (full_text.Field, search.FIELDS),
    ],
)
def test_every_choice_is_explained(choices: Any, words: dict[str, str]) -> None:
    assert list(choices.__args__) == list(words)


def test_every_support_is_explained() -> None:
    assert list(level.SUPPORTS) == ["reported", "bracketed", "carried", "stale", "none"]


def test_a_reader_allows_a_new_field_and_a_test_does_not(answer: dict[str, Any]) -> None:
    answer = answer | {"range": answer["range"] | {"middle": 3900}}
    assert Draft202012Validator(schema("level")).is_valid(answer)
    assert not validator("level").is_valid(answer)


@pytest.mark.parametrize(
    "spoiled",
    [
        {"support": "guessed"},
        {"support": None},
        {"age_days": -1},
        {"age_days": "13"},
        {"date_certain": 1},
        {"evidence": None},
        {"schema": "iraqforce.level/2"},
        {"range": {"low": 3800}},
        {"previous": {}},
        {"level": 4087},
    ],
    ids=str,
)
def test_a_wrong_value_is_refused_by_both(answer: dict[str, Any], spoiled: dict[str, Any]) -> None:
    assert validator("level").is_valid(answer)
    assert not validator("level").is_valid(answer | spoiled)
    assert not Draft202012Validator(schema("level")).is_valid(answer | spoiled)


@pytest.mark.parametrize(("day", "valid"), [("2016-02-29", True), ("2016-02-30", False), (None, False)])
def test_a_day_must_exist(answer: dict[str, Any], day: str | None, valid: bool) -> None:
    question = answer["question"] | {"first": day}
    assert validator("level").is_valid(answer | {"question": question}) == valid


def test_the_keys_of_what_is_inferred_are_data_and_stay_open() -> None:
    inferred = strict(schema("source"))["properties"]["inferred"]
    assert inferred["additionalProperties"]["type"] == "string"


# What the tests' own runner does with the output of a command


def test_output_of_ours_is_held_to_its_schema() -> None:
    hold('{"schema": "iraqforce.error/1", "code": "usage", "message": "m", "hint": null, "problems": []}\n')
    with pytest.raises(AssertionError, match="hint"):
        hold('{"schema": "iraqforce.error/1", "code": "usage", "message": "m", "problems": []}\n')


def test_each_line_is_held_to_its_schema_also_among_other_words() -> None:
    with pytest.raises(AssertionError, match="rule"):
        hold('Warning: words\n{"schema": "iraqforce.rule/1"}\n')


def test_an_object_without_a_schema_in_the_list_fails() -> None:
    with pytest.raises(AssertionError, match="has no schema"):
        hold('{"schema": "iraqforce.guess/1"}')


@pytest.mark.parametrize(
    "output", ["", "[1, 2]", '{"schema": 1}', '{"$schema": "x"}', "iraqforce.level/1", "3\n4\n"]
)
def test_what_is_not_ours_is_let_be(output: str) -> None:
    hold(output)
