"""Every result in every format, and what each format says of the same result."""

import json
from pkgutil import resolve_name

import pytest

import iraqforce
from iraqforce.model.result import Result
from iraqforce.render.formats import FORMATS, PAGES, Screen, render, text_of
from iraqforce.render.json_schema import SCHEMAS

BASE = iraqforce.open("articles")


def test_every_type_of_result_has_a_page() -> None:
    results = {name.split(":")[1] for name in SCHEMAS.values() if issubclass(resolve_name(name), Result)}
    # A line of standard input is an answer or an error: it has no schema of its own.
    assert results | {"Line"} == set(PAGES)
    for module in PAGES.values():
        assert callable(resolve_name(f"iraqforce.pages.{module}:page"))


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_second_result_of_an_output_is_set_apart(fmt: str) -> None:
    answer = BASE.level("2021-12")
    first, second = (
        "".join(render(answer, fmt, Screen(), first=first))  # type: ignore[arg-type] # a key of FORMATS
        for first in (True, False)
    )
    expected = {"table": f"\n{first}", "markdown": f"\n{first}", "csv": "".join(first.splitlines(True)[1:])}
    assert second == expected.get(fmt, first)


def test_a_line_of_json_lines_is_the_same_object() -> None:
    answer, facts = BASE.level("2016-05"), BASE.facts()
    assert [json.loads("".join(render(answer, "jsonl", Screen())))] == [answer.to_dict()]
    lines = [json.loads(line) for line in render(facts, "jsonl", Screen())]
    assert [line.pop("schema") for line in lines] == ["iraqforce.fact/1"] * len(facts)
    assert lines == facts.to_dict()["facts"]


def test_json_is_indented_and_keeps_every_character() -> None:
    text = "".join(render(BASE.show(BASE.facts()[0].id), "json", Screen()))
    assert text.startswith('{\n  "schema": "iraqforce.show/1",\n  "fact": {\n    "id": ')
    assert text.endswith("\n}\n")
    assert "\\u" not in text


def test_an_answer_as_text_is_its_page_on_80_columns() -> None:
    page = text_of(BASE.level("2021-12"))
    assert page == str(BASE.level("2021-12"))
    assert page.splitlines()[0].endswith("REPORTED")
    assert max(len(line) for line in page.splitlines() if "https://" not in line) <= 80
