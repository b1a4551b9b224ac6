"""What the values of good files become: words stay words, and YAML's own types play no part."""

from datetime import date
from pathlib import Path

import pytest

from iraqforce.loading.locations import given
from iraqforce.loading.reader import load
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Inference, Suppression

GOOD = Path(__file__).parent.parent / "good"

EVERY_KEY = """name: every-key
title: A base with every key
updated: 2026-11-21
license: CC0-1.0
ids: {level: "{force}-*"}
forces:
  all:
    name: all troops
  us:
    name: U.S. troops
    part_of: all
    aliases: [American troops, U.S. forces]
places:
  region:
    name: the region
  iraq:
    name: Iraq
    phrase: in all of Iraq
    within: region
    aliases: [Iraqi soil]
definitions:
  combat:
    name: combat only
    text: counts combat forces only
    scope: partial
    words: [combat]
sources:
  report:
    kind: report
    title: A report
    authors: ["Writer, Ann", Records Office]
    publisher: The Daily
    published: 2016-03
    url: https://example.org/report
    archived: https://archive.example.org/report
    accessed: 2026-11-20
    inferred: {published: the page of the list}
    note: read in print
    suppress:
      - {rule: F308, reason: no troops, words: ["44", "45"]}
facts:
  - id: us-iraq
    kind: level
    label: the level
    force: us
    place: iraq
    count: about 900
    as_of: 2016-03-25
    dated_by: the words
    due: 2017-01
    status: announced
    basis: official
    definition: combat
    excluded: taken back
    supersedes: true
    stated_by: an office
    source: report
    locator: page 1
    checked: twice
    note: a note
    suppress: [{rule: F304, reason: a part}]
"""


def base(name: str) -> FactBase:
    return load([given(str(GOOD / f"{name}.yaml"))])


def only(name: str) -> Fact:
    """The one fact of a file."""
    (fact,) = base(name).facts
    return fact


def found(fact: Fact) -> tuple[int, int, int]:
    """Line, column and length of the fact's quote in its article."""
    assert fact.quote_at is not None
    return fact.quote_at.line, fact.quote_at.column, fact.quote_at.length


def bounds(fact: Fact) -> tuple[float | None, float | None, float | None, str]:
    count = fact.count
    assert count is not None
    return count.value, count.low, count.high, count.qualifier


def written(folder: Path, text: str, name: str = "base.yaml") -> FactBase:
    (folder / name).write_text(text, encoding="utf-8")
    return load([given(str(folder / name))])


def test_every_key_has_its_field(tmp_path: Path) -> None:
    every = written(tmp_path, EVERY_KEY)
    assert every.info.updated is not None
    assert (every.info.name, every.info.title) == ("every-key", "A base with every key")
    assert (every.info.updated.text, every.info.license) == ("2026-11-21", "CC0-1.0")
    assert (every.info.facts, every.info.sources) == (1, 1)
    assert every.id_patterns == (("level", "{force}-*"),)
    assert every.forces["us"] == ("us", "U.S. troops", "all", ("American troops", "U.S. forces"))
    assert every.places["iraq"] == ("iraq", "Iraq", "in all of Iraq", "region", ("Iraqi soil",))
    assert every.definitions["combat"] == (
        *("combat", "counts combat forces only", "partial", ("combat",), "combat only"),
    )
    source = every.sources["report"]
    assert source.accessed is not None
    assert (source.kind, source.title, source.authors) == (
        *("report", "A report", ("Writer, Ann", "Records Office")),
    )
    assert (source.publisher, source.published.text, source.accessed.text) == (
        *("The Daily", "2016-03", "2026-11-20"),
    )
    assert (source.url, source.archived) == (
        *("https://example.org/report", "https://archive.example.org/report"),
    )
    assert source.inferred == (Inference("published", "the page of the list"),)
    assert (source.text, source.sha256, source.note) == (None, None, "read in print")
    assert source.suppress == (Suppression("F308", "no troops", ("44", "45")),)
    (fact,) = every.facts
    assert fact.due is not None
    assert (fact.id, fact.kind, fact.label, fact.direction) == ("us-iraq", "level", "the level", None)
    assert (fact.force, fact.place) == (every.forces["us"], every.places["iraq"])
    assert (fact.definition, fact.source) == (every.definitions["combat"], source)
    assert fact.count == ("about 900", 900, 900, 900, "about", "people")
    assert (fact.as_of.text, fact.dated_by, fact.due.text) == ("2016-03-25", "the words", "2017-01")
    assert (fact.status, fact.basis, fact.excluded) == ("announced", "official", "taken back")
    assert (fact.supersedes, fact.stated_by) == (True, "an office")
    assert (fact.quote, fact.quote_match, fact.quote_at, fact.locator) == (None, "none", None, "page 1")
    assert fact.written_at == (str(tmp_path / "base.yaml"), 42, 9)
    assert (fact.checked, fact.note, fact.suppress) == ("twice", "a note", (Suppression("F304", "a part"),))


def test_a_base_in_json_is_read_as_yaml(tmp_path: Path) -> None:
    text = """{
  "name": "json", "title": "A base in JSON",
  "forces": {"us": {"name": "U.S. troops"}}, "places": {"iraq": {"name": "Iraq"}},
\t"sources": {"report": {"title": "A \\u201creport\\u201d \\\\ \\ud83d\\uDE00",
    "publisher": "The Daily", "published": "2016"}},
  "facts": [{"id": "us", "kind": "level", "force": "us", "place": "iraq", "count": 900, "as_of": "2016",
\t\t"status": "actual", "basis": "press", "supersedes": false, "source": "report", "locator": "page 1"}]
}
"""
    read = written(tmp_path, text, "base.json")
    (fact,) = read.facts
    assert (read.info.name, fact.source.title, bounds(fact)[0]) == ("json", "A “report” \\ 😀", 900)
    assert (fact.supersedes, fact.written_at[1:]) == (False, (6, 20))


@pytest.mark.parametrize("kind", ["change", "event"])
def test_a_fact_without_a_key_has_none_in_its_field(tmp_path: Path, kind: str) -> None:
    fact = written(
        tmp_path,
        "\n".join(
            [
                *EVERY_KEY.partition("facts:")[0].splitlines(),
                "facts:",
                f"  - id: us\n    kind: {kind}",
                "    force: us\n    place: iraq\n    as_of: 2016\n    status: actual\n    basis: press",
                "    source: report\n    locator: page 1",
            ]
        ),
    ).facts[0]
    missing = (fact.count, fact.direction, fact.due, fact.definition, fact.excluded, fact.checked, fact.note)
    assert missing == (None,) * 7
    assert (fact.supersedes, fact.suppress) == (False, ())


def test_what_yaml_takes_for_something_else_stays_the_text_that_is_written() -> None:
    read = base("values-stay-text")
    assert (read.info.name, read.info.title) == ("012", "2016-03-25")
    assert [(force.id, force.name) for force in read.forces.values()] == [("1e3", "no")]
    assert [(place.id, place.name, place.phrase) for place in read.places.values()] == [("0o17", "1:30", "=")]
    (source,) = read.sources.values()
    assert (source.id, source.title, source.authors) == ("2016", "0x1F", ("off",))
    assert (source.publisher, source.note) == ("yes", ".inf")
    fact = only("values-stay-text")
    assert (fact.id, fact.dated_by, fact.note) == ("007", "1_000", "2016-03-25 12:00:00")


def test_a_quoted_null_word_is_text() -> None:
    fact = only("values-stay-text")
    assert (fact.stated_by, fact.label) == ("null", "~")


def test_digits_with_a_leading_zero_keep_their_words_and_have_the_bounds_of_the_curator() -> None:
    fact = only("values-stay-text")
    assert fact.count is not None
    assert (fact.count.text, fact.count.value, fact.count.low, fact.count.high) == ("012", None, 12, 12)


def test_dates_are_our_own_and_as_precise_as_written() -> None:
    dates = {fact.id: fact.as_of for fact in base("partial-dates").facts}
    spans = {name: (when.first, when.last, when.precision) for name, when in dates.items()}
    assert spans == {
        "year": (date(2016, 1, 1), date(2016, 12, 31), "year"),
        "month": (date(2016, 2, 1), date(2016, 2, 29), "month"),
        "season": (date(2015, 3, 1), date(2015, 5, 31), "season"),
        "winter": (date(2015, 12, 1), date(2016, 2, 29), "season"),
        "interval": (date(2014, 1, 1), date(2017, 12, 31), "interval"),
        "until": (None, date(2021, 12, 9), "interval"),
        "since": (date(2021, 12, 9), None, "interval"),
        "approximate": (date(2016, 3, 1), date(2016, 3, 31), "month"),
        "uncertain": (date(2016, 1, 1), date(2016, 12, 31), "year"),
        "leap-day": (date(2016, 2, 29), date(2016, 2, 29), "day"),
    }
    assert {name for name, when in dates.items() if when.approximate} == {"approximate"}
    assert {name for name, when in dates.items() if when.uncertain} == {"uncertain"}


def test_a_withheld_count_names_no_number_and_a_true_zero_does() -> None:
    assert bounds(only("withheld-count")) == (None, None, None, "withheld")
    assert bounds(only("zero-count")) == (0, 0, 0, "exact")


def test_vague_words_keep_the_bounds_of_the_curator() -> None:
    assert {fact.id: bounds(fact) for fact in base("vague-counts").facts} == {
        "bounded": (None, 200, 900, "vague"),
        "open": (None, 200, None, "vague"),
        "one-number": (None, 300, 300, "vague"),
    }


def test_a_range_has_both_its_bounds_and_no_value() -> None:
    assert {bounds(fact) for fact in base("range-count").facts} == {(None, 500, 600, "range")}


def test_a_quote_in_other_typography_is_found_and_marked_so() -> None:
    matches = {fact.id: (fact.quote_match, found(fact)) for fact in base("typography-may-differ").facts}
    assert matches == {
        "us-iraq": ("punctuation", (1, 1, 67)),
        "advisers": ("punctuation", (2, 1, 33)),
        "as-it-stands": ("exact", (1, 1, 67)),
    }


def test_a_no_break_space_within_a_figure_is_a_thousands_separator() -> None:
    troops, spent = base("no-break-spaces-in-figures").facts
    assert (bounds(troops)[0], troops.quote_match) == (4500, "punctuation")
    assert (bounds(spent)[0], spent.quote_match) == (22_000_000, "punctuation")
    assert spent.count is not None
    assert spent.count.unit == "USD"


def test_a_source_without_a_text_is_cited_and_not_quoted() -> None:
    fact = only("cited-with-a-locator")
    assert (fact.quote_match, fact.quote, fact.quote_at) == ("none", None, None)
    assert fact.locator == "page 12, table 3"


def test_line_ends_of_windows_change_no_value_and_no_place() -> None:
    fact = only("crlf-line-ends")
    assert (fact.written_at.line, fact.written_at.column) == (17, 9)
    assert (fact.quote, fact.note) == ("There were 3,800 troops in Iraq", "Folded words.")
    assert found(fact) == (3, 1, len("There were 3,800 troops\r\nin Iraq"))


def test_a_byte_order_mark_is_no_part_of_a_text_nor_of_its_columns() -> None:
    read = base("byte-order-mark")
    assert read.info.name == "good"
    assert read.articles == {"report": "3,800 troops are in Iraq.\n"}
    assert found(read.facts[0]) == (1, 1, 24)


def test_the_articles_of_a_folder_called_data_are_next_to_it() -> None:
    (source,) = base("data/articles-beside-the-folder").sources.values()
    assert source.text == "articles/counts.txt"


def test_what_is_left_out_has_its_default() -> None:
    read = base("every-kind")
    assert [place.phrase for place in read.places.values()] == ["in the region", "in Iraq", "at Base Camp"]
    assert {each.id: each.scope for each in read.definitions.values()} == {
        "combat": "partial",
        "theatre": "broader",
        "assigned": "total",
        "plain": "total",
    }


def test_only_headcounts_are_people() -> None:
    units = {fact.id: fact.count and fact.count.unit for fact in base("every-kind").facts}
    assert units == {
        "a-level": "people",
        "a-change": "people",
        "a-denied-change": None,
        "an-event": None,
        "an-event-with-a-count": "sorties",
        "a-figure": "USD",
    }
