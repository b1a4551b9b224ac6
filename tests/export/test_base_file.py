"""A base exported as YAML is the same base again: every declared record and every fact."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from iraqforce.export.base_file import yaml_lines
from iraqforce.loading.locations import BaseFile, bundled, given
from iraqforce.loading.reader import load
from iraqforce.model.fact_base import FactBase
from iraqforce.model.positions import TextPlace

ROOT = Path(__file__).parent.parent.parent
[ARTICLES] = bundled("articles")
[RECORD] = bundled("record")
GOOD = sorted((ROOT / "tests" / "good").rglob("*.yaml"))

EVERYTHING = """
name: everything
title: "Everything: that a base may hold"
updated: 2026-11
license: CC0-1.0
ids: {level: "{force}-{place}-*", event: "*"}
forces:
  us: {name: U.S. troops, aliases: [American troops, "G.I.s"]}
  marines: {name: U.S. Marines, part_of: us}
places:
  iraq: {name: Iraq}
  bell: {name: Fire Base Bell, phrase: at Fire Base Bell, within: iraq, aliases: [Firebase Bell]}
definitions:
  part: {text: counts Marines, scope: partial, words: [Marines, "sea soldiers"]}
  total: {text: "leaves out “temporary” troops", name: without temporary}
sources:
  report:
    kind: report
    title: "= 1 + 1"
    authors: ["no", "Reed, Ann"]
    publisher: Records Office
    published: 2016~
    url: https://example.org/?a=1#b
    archived: https://archive.example.org/1
    accessed: 2026-11-20
    inferred: {publisher: "the letterhead: it says so", url: found}
    note: "two\\nlines"
    suppress:
      - {rule: F306, reason: "no fact is needed: it is a list"}
facts:
  - {id: us-iraq-1, kind: level, force: us, place: iraq, count: {text: several hundred, low: 200},
     as_of: ../2016-03-01, status: former, basis: press, definition: total, source: report, locator: page 1,
     dated_by: "012", stated_by: "1:30", note: "# no comment", checked: twice, supersedes: true,
     suppress: [{rule: F302, reason: right}, {rule: F305, reason: "right, too"}]}
  - {id: marines-bell-1, kind: level, force: marines, place: bell, count: withheld, as_of: 2015-21,
     status: actual, basis: official, definition: part, source: report, locator: page 2, excluded: no count}
  - {id: dozens, kind: change, force: us, place: iraq, count: {text: dozens, low: 24.5, high: 99},
     as_of: 2016%, due: 2017, direction: none, status: planned, basis: press, source: report, locator: page 3}
  - {id: flights, kind: event, count: 0, unit: sorties, as_of: 2014/2017, source: report, locator: page 4,
     label: Flights}
  - {id: money, kind: figure, count: about 4.5 million, unit: USD, as_of: 2016-03, source: report,
     locator: page 5}
"""

MORE = """
name: more
title: More + more
ids: {level: "more-*"}
forces: {}
places: {}
sources: {}
facts: []
"""


def contents(base: FactBase) -> list[Any]:
    """Everything in a base, except where its facts are written and the hash of its files."""
    facts = [fact._replace(written_at=TextPlace("", 0, 0)) for fact in base.facts]
    records = (base.forces, base.places, base.definitions, base.sources, base.articles)
    return [base.info._replace(sha256=""), base.id_patterns, *map(dict, records), facts]


def exported(base: FactBase, path: Path) -> str:
    text = "".join(yaml_lines(base))
    path.write_text(text, encoding="utf-8", newline="")
    return text


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    path = tmp_path / "everything.yaml"
    path.write_text(EVERYTHING, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", [*GOOD, Path(ARTICLES.path), Path(RECORD.path)], ids=lambda path: path.stem)
def test_an_exported_base_reads_back_equal(path: Path, tmp_path: Path) -> None:
    base = load([given(str(path))])
    again = tmp_path / "again.yaml"
    exported(base, again)
    assert contents(load([BaseFile(str(again), "again", given(str(path)).folder)])) == contents(base)


def test_a_base_with_every_field_reads_back_equal(everything: Path) -> None:
    base = load([given(str(everything))])
    assert base.id_patterns == (("level", "{force}-{place}-*"), ("event", "*"))
    assert base.definitions["part"].words == ("Marines", "sea soldiers")
    assert [each.rule for each in base.facts[0].suppress] == ["F302", "F305"]
    unset = [name for name in base.facts[0]._fields if not any(getattr(fact, name) for fact in base.facts)]
    assert unset == ["quote", "quote_at"]
    again = everything.with_name("again.yaml")
    exported(base, again)
    assert contents(load([given(str(again))])) == contents(base)


def test_a_merged_base_is_one_base_without_the_patterns_that_its_files_dispute(everything: Path) -> None:
    more = everything.with_name("more.yaml")
    more.write_text(MORE, encoding="utf-8")
    base = load([given(str(everything)), given(str(more))])
    again = everything.with_name("again.yaml")
    exported(base, again)
    found = load([given(str(again))])
    assert (found.info.name, found.info.title) == (base.info.name.replace("+", "-"), base.info.title)
    assert found.id_patterns == (("event", "*"),)
    assert [fact.id for fact in found.facts] == [fact.id for fact in base.facts]


def test_both_bundled_bases_are_one_valid_file(tmp_path: Path) -> None:
    again = tmp_path / "data" / "both.yaml"
    again.parent.mkdir()
    assert exported(load(bundled("all")), again).startswith("name: articles-record\n")
    copytree(ROOT / "seeds", tmp_path / "seeds")
    assert len(load([given(str(again))]).facts) == 999


def test_an_exported_base_is_written_as_people_write_it(everything: Path) -> None:
    text = exported(load([given(str(everything))]), everything.with_name("again.yaml"))
    assert "  iraq:\n    name: Iraq\n  bell:\n" in text
    assert "      - Marines\n      - sea soldiers\n" in text
    assert "    count:\n      text: dozens\n      low: 24.5\n      high: 99\n" in text
    assert "    count: 0\n    unit: sorties\n" in text
