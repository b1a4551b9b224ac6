"""The schemas of what commands print: each field explained, open for readers, and strict for tests."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import iraqforce
from contracts import hold, strict_schema, validator
from iraqforce.errors import UnknownNameError
from iraqforce.render.formats import ITEM_SCHEMAS, indented, json_lines
from iraqforce.render.json_schema import SCHEMAS, Schema, schema_of


def fields(value: Any, name: str) -> Iterator[tuple[str, Schema]]:
    """Every field that the schema names, also in the shared records, with its path."""
    for part, record in {name: value, **value.get("$defs", {})}.items():
        for key, field in record["properties"].items():
            yield f"{part}.{key}", field


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    """A real answer, of which each test spoils a copy."""
    return iraqforce.open("articles").level("2016-05-01").to_dict()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_itself_valid_and_names_what_it_is_of(name: str) -> None:
    made = schema_of(name)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (made["$id"], made["title"]) == (f"urn:iraqforce:{name}:1", f"iraqforce.{name}/1")
    assert made["description"]
    first, field = next(iter(made["properties"].items()))
    assert (first, field["const"]) == ("schema", f"iraqforce.{name}/1")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_it_is(name: str) -> None:
    assert [path for path, field in fields(schema_of(name), name) if not field.get("description")] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_shared_record_that_is_referred_to_is_there_and_no_other(name: str) -> None:
    made = schema_of(name)
    referred = {text.split('"')[0] for text in json.dumps(made).split('"#/$defs/')[1:]}
    assert set(made["$defs"]) == referred


def test_a_choice_says_what_each_option_means_and_may_be_unknown() -> None:
    status = schema_of("fact")["properties"]["status"]
    assert status["type"] == ["string", "null"]
    assert status["enum"] == ["actual", "announced", "planned", "authorized", "former", None]
    assert status["description"].splitlines()[1] == "- actual: reported as actual"


def test_the_name_may_be_given_in_full_and_an_unknown_one_is_refused() -> None:
    assert schema_of("iraqforce.level/1") == schema_of("level")
    with pytest.raises(UnknownNameError, match="unknown schema 'levle'") as refusal:
        schema_of("levle")
    assert refusal.value.hint == "did you mean 'level'?"


def test_every_item_of_json_lines_has_a_schema() -> None:
    assert {name.split(".")[1].split("/")[0] for name in ITEM_SCHEMAS.values()} <= set(SCHEMAS)


def test_a_reader_allows_a_new_field_and_a_test_does_not(answer: dict[str, Any]) -> None:
    answer = answer | {"range": answer["range"] | {"middle": 3900}}
    assert Draft202012Validator(schema_of("level")).is_valid(answer)
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
    assert not Draft202012Validator(schema_of("level")).is_valid(answer | spoiled)


@pytest.mark.parametrize(
    ("day", "valid"), [("2016-02-29", True), ("2016-02-30", False), (None, True), (1, False)]
)
def test_a_day_must_exist(answer: dict[str, Any], day: str | None, valid: bool) -> None:
    date = answer["question"]["date"] | {"first": day}
    question = answer["question"] | {"date": date}
    assert validator("level").is_valid(answer | {"question": question}) == valid


def test_the_keys_of_what_is_to_do_are_data_and_stay_open() -> None:
    todo = strict_schema(schema_of("proposal"))["properties"]["todo"]
    assert todo["additionalProperties"]["type"] == "string"


def test_every_result_of_a_base_fits_its_schema_also_line_by_line() -> None:
    base = iraqforce.open("articles")
    fact = base.facts()[0]
    for result in (
        base.level("2021-12"), base.level("2003-01"), base.compare("2016", "2021", "2018-07"),
        base.timeline(), base.facts(), base.show(fact.id), base.sources(),
        base.sources(fact.source.id, text=True), base.search("troops"),
        base.search("unheard-of"), base.cite(fact.id, tool=True), base.check(),
    ):  # fmt: skip
        hold(indented(result.to_dict()))
        hold("".join(json_lines(result)))
        assert json.loads(indented(result.to_dict())) == result.to_dict()


# What the tests' own runner does with the output of a command


def test_output_of_ours_is_held_to_its_schema() -> None:
    rest = '"problems": [], "problem_count": 0}\n'
    hold('{"schema": "iraqforce.error/1", "code": "usage", "message": "m", "hint": null, ' + rest)
    with pytest.raises(AssertionError, match="hint"):
        hold('{"schema": "iraqforce.error/1", "code": "usage", "message": "m", ' + rest)
    error: dict[str, object] = {"schema": "iraqforce.line-error/1", "text": "soon", "message": "m"}
    hold(json.dumps(error | {"line": 3}))
    for wrong in ({}, {"line": 0}):
        with pytest.raises(AssertionError, match="line"):
            hold(json.dumps(error | wrong))


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
