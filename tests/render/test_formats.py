"""Every result in every format, and what each format says of the same result."""

import io
import json
from pathlib import Path
from pkgutil import resolve_name

import polars
import pytest

import iraqforce
import made_bases
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


def test_json_lines_of_facts_are_in_order_but_for_a_few_among_the_first_hundred() -> None:
    facts = iraqforce.open("record").facts()
    lines = [json.loads(line) for line in render(facts, "jsonl", Screen())]
    names, found = [fact.id for fact in facts], [line["id"] for line in lines]
    assert sorted(found) == sorted(names)
    assert found[:50] == names[:50]
    assert found[100:] == [name for name in names if name in found[100:]]


@pytest.mark.parametrize("base", ["articles", "record", "all"])
def test_polars_reads_json_lines_of_facts_by_default_and_finds_what_is_there(base: str) -> None:
    text = "".join(render(iraqforce.open(base).facts(), "jsonl", Screen()))
    read = polars.read_ndjson(io.StringIO(text))
    assert read.to_dicts() == [json.loads(line) for line in text.splitlines()]
    assert read["count"].struct.field("value").dtype == polars.Int64


def test_polars_reads_counts_of_which_a_late_one_has_a_fraction(tmp_path: Path) -> None:
    figure: made_bases.Fact = {
        "id": "f", "kind": "figure", "source": "r", "locator": "page 1", "as_of": "2020", "count": "4.5",
        "unit": "percent", "label": "a share",
    }  # fmt: skip
    levels = (made_bases.level(f"a-{number}", "2016", "5") for number in range(200))
    facts = iraqforce.open(made_bases.base(tmp_path, *levels, figure)).facts()
    assert facts[-1].id == "f"
    read = polars.read_ndjson(io.StringIO("".join(render(facts, "jsonl", Screen()))))
    assert read["count"].struct.field("value").to_list() == [*[5] * 50, 4.5, *[5] * 150]


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
