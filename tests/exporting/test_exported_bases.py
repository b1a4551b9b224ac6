"""What is exported as JSON Lines or YAML is the same base again: every declared record and every fact."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from iraqforce.checked import CheckedBase
from iraqforce.exporting import FORMS
from iraqforce.exporting.exported import Exported
from iraqforce.facts import TextPlace
from iraqforce.locations import BaseFile, asked, bundled, given
from iraqforce.reading.base import read
from iraqforce.store.memory import MemoryStore
from iraqforce.store.opening import open_files

[ARTICLES] = bundled("articles")
GOOD = sorted((Path(__file__).parent.parent / "good").rglob("*.yaml"))

EVERYTHING = """
name: everything
title: "Everything: that a base may hold"
ids: {level: "{force}-{place}-*", event: "*"}
forces:
  us: {name: U.S. troops}
  marines: {name: U.S. Marines, part_of: us}
places:
  iraq: {name: Iraq}
  bell: {name: Fire Base Bell, phrase: at Fire Base Bell, within: iraq}
definitions:
  part: {text: counts Marines, covers: part, words: [Marines, "sea soldiers"]}
  whole: {text: "leaves out “temporary” troops"}
sources:
  report:
    title: "= 1 + 1"
    author: "no"
    publisher: Records Office
    published: 2016~
    url: https://example.org/?a=1#b
    inferred: {publisher: "the letterhead: it says so", url: found}
    note: "two\\nlines"
    accepts:
      - {rule: F306, because: "no fact is needed: it is a list"}
facts:
  - {id: us-iraq-1, kind: level, force: us, place: iraq, count: {text: several hundred, low: 200},
     as_of: ../2016-03-01, status: former, basis: press, definition: whole, source: report, locator: page 1,
     dated_by: "012", stated_by: "1:30", note: "# no comment",
     accepts: [{rule: F302, because: right}, {rule: F305, because: "right, too"}]}
  - {id: marines-bell-1, kind: level, force: marines, place: bell, count: withheld, as_of: 2015-21,
     status: actual, basis: official, definition: part, source: report, locator: page 2}
  - {id: dozens, kind: change, force: us, place: iraq, count: {text: dozens, low: 24.5, high: 99},
     as_of: 2016%, direction: none, status: planned, basis: press, source: report, locator: page 3}
  - {id: flights, kind: event, count: 0, unit: sorties, as_of: 2014/2017, source: report, locator: page 4,
     label: Flights}
  - {id: money, kind: figure, count: about 4.5 million, unit: USD, as_of: 2016-03, source: report,
     locator: page 5}
"""


def unplaced(base: CheckedBase) -> list[object]:
    """All that a base says, without where its records are written and the hash of its files."""
    declared = base.declared
    header = (declared.base.name, declared.base.title, declared.base.ids)
    words = (declared.forces, declared.places, declared.definitions, declared.sources, declared.articles)
    return [*header, *words, *(fact._replace(written_at=TextPlace("", 0, 0)) for fact in base.facts)]


def exported(base: CheckedBase, form: str) -> str:
    return "".join(FORMS[form].text_writer().pieces(Exported(MemoryStore(base))))


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    path = tmp_path / "everything.yaml"
    path.write_text(EVERYTHING, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
@pytest.mark.parametrize("path", [*GOOD, Path(ARTICLES.path)], ids=lambda path: path.stem)
def test_an_exported_base_reads_back_equal(path: Path, form: str, tmp_path: Path) -> None:
    base = read([given(str(path))])
    again = tmp_path / f"again.{form}"
    again.write_text(exported(base, form), encoding="utf-8", newline="")
    assert unplaced(read([BaseFile(str(again), "again", given(str(path)).folder)])) == unplaced(base)


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_a_base_with_everything_reads_back_equal(everything: Path, form: str) -> None:
    base = read([given(str(everything))])
    assert base.declared.base.ids == (("level", "{force}-{place}-*"), ("event", "*"))
    assert base.declared.definitions[0].words == ("Marines", "sea soldiers")
    assert [accept.rule for accept in base.facts[0].accepts] == ["F302", "F305"]
    again = everything.with_name(f"again.{form}")
    again.write_text(exported(base, form), encoding="utf-8", newline="")
    assert unplaced(read([given(str(again))])) == unplaced(base)


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_a_compiled_base_is_exported_as_the_same_text(everything: Path, form: str) -> None:
    store = open_files(asked([str(everything)]))
    try:
        assert "".join(FORMS[form].text_writer().pieces(Exported(store))) == exported(
            read([given(str(everything))]), form
        )
    finally:
        store.close()


MORE = """
name: more
title: More + more
ids: {level: "more-*"}
forces: {}
places: {}
sources: {}
facts: []
"""


def test_a_merged_base_is_json_lines_with_each_name_and_reads_back_equal(everything: Path) -> None:
    more = everything.with_name("more.yaml")
    more.write_text(MORE, encoding="utf-8")
    base = read([given(str(everything)), given(str(more))])
    assert base.declared.base.ids == (
        ("level", "{force}-{place}-*"),
        ("event", "*"),
        ("level", "more-*"),
    )
    again = everything.with_name("again.jsonl")
    again.write_text(exported(base, "jsonl"), encoding="utf-8")
    assert unplaced(read([given(str(again))])) == unplaced(base)


def test_a_merged_base_is_one_base_in_yaml_without_a_pattern_that_is_disputed(everything: Path) -> None:
    more = everything.with_name("more.yaml")
    more.write_text(MORE, encoding="utf-8")
    base = read([given(str(everything)), given(str(more))])
    again = everything.with_name("again.yaml")
    again.write_text(exported(base, "yaml"), encoding="utf-8")
    found = read([given(str(again))])
    one = found.declared.base
    assert (one.name, one.title) == (base.declared.base.name.replace("+", "-"), base.declared.base.title)
    assert one.ids == (("event", "*"),)
    assert [fact.id for fact in found.facts] == [fact.id for fact in base.facts]


def test_both_bundled_bases_are_one_file_of_yaml_that_is_valid(tmp_path: Path) -> None:
    text = exported(read(bundled("all")), "yaml")
    assert text.startswith("name: articles-record\n")
    again = tmp_path / "data" / "both.yaml"
    again.parent.mkdir()
    again.write_text(text, encoding="utf-8")
    copytree(Path(__file__).parent.parent.parent / "seeds", tmp_path / "seeds")
    assert len(read([given(str(again))]).facts) == 452


def test_an_exported_base_is_as_people_write_it(everything: Path) -> None:
    text = exported(read([given(str(everything))]), "yaml")
    assert "  iraq:\n    name: Iraq\n  bell:\n" in text
    assert "      - Marines\n      - sea soldiers\n" in text
    assert "    count:\n      text: dozens\n      low: 24.5\n      high: 99\n" in text
