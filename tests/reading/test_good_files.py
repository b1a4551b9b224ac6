"""What the values of the good files become: words stay words, and what YAML thinks of them is not asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from iraqforce.checked import CheckedBase
from iraqforce.facts import Fact
from iraqforce.locations import given
from iraqforce.reading.base import read

GOOD = Path(__file__).parent.parent / "good"


def base(name: str) -> CheckedBase:
    return read([given(str(GOOD / f"{name}.yaml"))])


def only(name: str) -> Fact:
    """The one fact of a file."""
    (fact,) = base(name).facts
    return fact


def found(fact: Fact) -> tuple[int, int, int]:
    """Line, column and length of the fact's quote in its article."""
    assert fact.found_at is not None
    return fact.found_at.line, fact.found_at.column, fact.found_at.length


def bounds(fact: Fact) -> tuple[float | None, float | None, float | None, str]:
    count = fact.count
    assert count is not None
    return count.value, count.low, count.high, count.qualifier


def test_what_yaml_takes_for_something_else_stays_the_text_that_is_written() -> None:
    checked = base("values-stay-text")
    assert (checked.declared.base.name, checked.declared.base.title) == ("012", "2016-03-25")
    assert [(force.id, force.name) for force in checked.declared.forces] == [("1e3", "no")]
    assert [(place.id, place.name, place.phrase) for place in checked.declared.places] == [
        ("0o17", "1:30", "=")
    ]
    (source,) = checked.declared.sources
    assert (source.id, source.title, source.author, source.publisher, source.note) == (
        "2016",
        "0x1F",
        "off",
        "yes",
        ".inf",
    )
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


def test_a_quote_in_other_typography_is_found_and_called_so() -> None:
    told = {fact.id: (fact.verdict, found(fact)) for fact in base("typography-may-differ").facts}
    assert told == {
        "us-iraq": ("typographic", (1, 1, 67)),
        "advisers": ("typographic", (2, 1, 33)),
        "as-it-stands": ("exact", (1, 1, 67)),
    }


def test_a_no_break_space_within_a_figure_is_a_thousands_separator() -> None:
    troops, spent = base("no-break-spaces-in-figures").facts
    assert (bounds(troops)[0], troops.verdict) == (4500, "typographic")
    assert (bounds(spent)[0], spent.verdict) == (22_000_000, "typographic")
    assert spent.count is not None
    assert spent.count.unit == "USD"


def test_a_source_without_a_text_is_cited_and_not_quoted() -> None:
    fact = only("cited-with-a-locator")
    assert (fact.verdict, fact.quote, fact.found_at) == ("cited", None, None)
    assert fact.locator == "page 12, table 3"


def test_line_ends_of_windows_change_no_value_and_no_place() -> None:
    fact = only("crlf-line-ends")
    assert (fact.written_at.line, fact.written_at.column) == (17, 9)
    assert (fact.quote, fact.note) == ("There were 3,800 troops in Iraq", "Folded words.")
    assert found(fact) == (3, 1, len("There were 3,800 troops\r\nin Iraq"))


def test_a_byte_order_mark_is_no_part_of_a_text_nor_of_its_columns() -> None:
    checked = base("byte-order-mark")
    assert checked.declared.base.name == "good"
    assert checked.declared.articles == {"report": "3,800 troops are in Iraq.\n"}
    assert found(checked.facts[0]) == (1, 1, 24)


def test_the_articles_of_a_folder_called_data_stand_beside_it() -> None:
    (source,) = base("data/articles-beside-the-folder").declared.sources
    assert source.path == "articles/counts.txt"


def test_what_is_left_out_of_a_vocabulary_has_its_default() -> None:
    checked = base("every-kind")
    assert [place.phrase for place in checked.declared.places] == ["in the region", "in Iraq", "at Base Camp"]
    assert {each.id: each.covers for each in checked.declared.definitions} == {
        "combat": "part",
        "theatre": "more",
        "assigned": "whole",
        "plain": "whole",
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
