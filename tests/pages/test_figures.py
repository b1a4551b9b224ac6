"""Figures on one line: which are alike, and that none is lost; sources and speakers in words."""

from typing import Any

import pytest

from builders import level, source
from iraqforce.model.facts import Definition
from iraqforce.pages.figures import (
    Group,
    by_id,
    grouped,
    same_number,
    same_series,
    sources_in_words,
    speakers_words,
)

RECORDS = Definition("personnel-records", "counts personnel records")


def texts(groups: list[Group]) -> list[list[str]]:
    return [[fact.count.text for fact in group.facts if fact.count] for group in groups]


def test_a_number_and_about_that_number_are_alike_and_more_than_that_number_is_not() -> None:
    counts = ("2,500", "about 2,500", "2,400", "more than 2,500")
    groups = grouped([level(count, "2021-12-01") for count in counts], same_number)
    assert texts(groups) == [["2,500", "about 2,500"], ["2,400"], ["more than 2,500"]]


@pytest.mark.parametrize(
    "other", [{"definition": RECORDS}, {"basis": "official"}, {"status": "authorized"}, {"quote": None}]
)
def test_a_number_of_another_definition_basis_or_status_or_only_cited_is_not_alike(
    other: dict[str, Any],
) -> None:
    facts = [level("4,087", "2016-06"), level("4,087", "2016-06", **other)]
    assert len(grouped(facts, same_number)) == 2


def test_a_series_has_other_numbers_in_their_order() -> None:
    [group] = grouped([level("4,087", "2016-06"), level("4,368", "2016-03")], same_series)
    assert (group.one_number, texts([group])) == (False, [["4,087", "4,368"]])


def test_figures_with_different_notes_are_two_series() -> None:
    notes = (("152", "Germany only."), ("200", "France only."))
    facts = [level(count, "2020-01", note=note) for count, note in notes]
    assert len(grouped(facts, same_series)) == 2


def test_two_figures_of_one_document_are_one_source() -> None:
    [group] = grouped([level("500", "2021-02"), level("500", "2021-03")], same_number)
    assert group.sources == 1


def test_ungrouped_every_figure_has_its_own_line() -> None:
    facts = [level("2,500", "2021-12-01", name="a"), level("2,500", "2021-12-09", name="b")]
    assert texts(grouped(facts, by_id)) == [["2,500"], ["2,500"]]


def test_sources_are_counted_and_at_most_four_speakers_are_named() -> None:
    levels = [
        level("2,500", "2021-01", source=source(id=paper, publisher=paper))
        for paper in ("CNN", "BBC", "AP", "AFP", "NPR", "CBS")
    ]
    assert speakers_words(levels[:3]) == "3 sources: CNN, BBC and AP"
    assert speakers_words(levels) == "6 sources: CNN, BBC, AP, AFP and 2 more"
    assert speakers_words(levels[:1] * 2) == "1 source: CNN"


def test_consecutive_sources_of_one_publisher_are_combined() -> None:
    sources = [("CNN", "2010"), ("CNN", "2011-05"), ("BBC", "2012-01-02"), ("CNN", "2013")]
    numbered = [(n, source(day, publisher=name)) for n, (name, day) in enumerate(sources, start=3)]
    assert sources_in_words(numbered) == "[3–4] CNN, 2010 to May 2011; [5] BBC, 2 Jan 2012; [6] CNN, 2013"
