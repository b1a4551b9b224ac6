"""One door: every command has a method of `iraqforce.open()`, which gives what the command prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import iraqforce
from iraqforce.cli import COMMANDS
from iraqforce.export.citation_styles import STYLES, Style
from processes import iraqforce as command

BASE = iraqforce.open("articles")
FACT, SOURCE = "us-iraq-2016-03-25-press", "the-hill-2021-12-09"
ARTICLE = Path(__file__).parent.parent.parent / "seeds" / "002_8f32e4b1079b2bee.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")

JSON: dict[str, Callable[[iraqforce.Base], Any]] = {
    "level --date 2021-12": lambda base: base.level("2021-12"),
    "level --date 2015-22 --force us --place iraq": lambda base: base.level("2015-22"),
    "level --date 2021-02 --force nato --known-by 2021-02-18 --max-age 30": lambda base: base.level(
        "2021-02", force="nato", known_by="2021-02-18", max_age=30
    ),
    "level --date 2018-07-01 --max-age none": lambda base: base.level("2018-07-01", max_age=None),
    "timeline": lambda base: base.timeline(),
    "timeline --from 2016 --to 2021 --force nato --no-events": lambda base: base.timeline(
        since="2016", until="2021", force="nato", events=False
    ),
    "series": lambda base: base.series(),
    "series --from 2016 --to 2021-33 --every quarter --max-age 30 --evidence": lambda base: base.series(
        "quarter", since="2016", until="2021-33", max_age=30, evidence=True
    ),
    "series --every year --definition excludes-temporary --known-by 2020": lambda base: base.series(
        "year", definition="excludes-temporary", known_by="2020"
    ),
    "facts": lambda base: base.facts(),
    "facts --kind change --from 2021": lambda base: base.facts("change", since="2021"),
    "facts --force isis --to 2016-04": lambda base: base.facts(force="isis", until="2016-04"),
    f"facts --place iraq --source {SOURCE}": lambda base: base.facts(place="iraq", source=SOURCE),
    "facts --definition includes-temporary": lambda base: base.facts(definition="includes-temporary"),
    f"show {FACT}": lambda base: base.show(FACT),
    "sources": lambda base: base.sources(),
    "info": lambda base: base.info(),
    f"sources {SOURCE} --text": lambda base: base.sources(SOURCE, text=True),
    "search Mosul Apache": lambda base: base.search("Mosul Apache"),
    f"search '\"combat mission\" end*' --source {SOURCE} --limit 2": lambda base: base.search(
        '"combat mission" end*', source=SOURCE, limit=2
    ),
    "search troops --kind level --limit all": lambda base: base.search("troops", kind="level", limit=None),
    "search zzzz": lambda base: base.search("zzzz"),
    "compare 2016-03-25 2016-05-01": lambda base: base.compare("2016-03-25", "2016-05-01"),
    "compare 2016 2018-07 2021": lambda base: base.compare("2016", "2018-07", "2021"),
    f"cite {FACT} {SOURCE} --style ris --tool": lambda base: base.cite(FACT, SOURCE, style="ris", tool=True),
    "check": lambda base: base.check(),
    "check --strict": lambda base: base.check(strict=True),
    f"draft {ARTICLE}": lambda base: base.draft(ARTICLE),
    "draft --missing": lambda base: base.missing(),
    f"verify {ARTICLE}": lambda base: base.verify({str(ARTICLE): TEXT}),
    f"verify {ARTICLE} --published 2021-12-10 --only outdated,unclear": lambda base: base.verify(
        {str(ARTICLE): TEXT}, published="2021-12-10", only=["outdated", "unclear"]
    ),
}


@pytest.mark.parametrize("words", JSON)
def test_a_method_gives_the_json_of_its_command(words: str) -> None:
    assert JSON[words](BASE).to_dict() == json.loads(command(f"{words} --json").stdout)


def test_a_chart_is_that_of_its_command() -> None:
    drawn = BASE.chart(force="nato", since="2021", events=False, axis="log", width=400)
    words = "chart -o - -f vl.json --force nato --from 2021 --no-events --axis log --width 400"
    assert drawn.document == json.loads(command(words).stdout)


def test_a_report_is_that_of_its_command() -> None:
    pytest.importorskip("jinja2")
    pytest.importorskip("vl_convert")
    assert BASE.report("2016-05", max_age=30) == command("report -o - --date 2016-05 --max-age 30").stdout


@pytest.mark.parametrize("name", ["facts.csv", "facts.jsonl", "facts.yaml", "package/"])
def test_an_export_is_that_of_its_command(tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    BASE.export(tmp_path / "one" / name if name[-1] != "/" else f"{tmp_path}/one/{name}")
    assert command(f"export -o {tmp_path}/two/{name}").returncode == 0
    one, two = (
        {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two
    assert one


def test_every_command_but_those_that_ask_no_base_has_its_method() -> None:
    asked = {words.split()[0] for words in JSON} | {"chart", "report", "export"}
    assert asked == set(COMMANDS) - {"schema", "completion", "init"}
    assert all(callable(getattr(iraqforce.Base, name)) for name in asked)


@pytest.mark.parametrize("style", STYLES)
def test_the_document_of_references_is_what_the_command_prints(style: Style) -> None:
    found = BASE.cite(FACT, SOURCE, style=style, tool=True)
    assert found.document == command(f"cite {FACT} {SOURCE} --style {style} --tool").stdout


def test_the_text_of_an_answer_is_the_page_of_the_command() -> None:
    assert f"{BASE.level('2016-03-25')}\n" == command("level --date 2016-03-25", COLUMNS="80").stdout
