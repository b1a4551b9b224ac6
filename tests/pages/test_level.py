"""The page of an answer: the sentence, its cautions, one table, a line each for the rest, the sources."""

from __future__ import annotations

from typing import Any

import pytest

import iraqforce
from builders import IRAQ, US, base_of, level, source
from iraqforce.model import dates
from iraqforce.model.facts import Definition, Fact, Inference
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels
from iraqforce.render.formats import Screen, render

RECORDS = Definition(
    "personnel-records", "Personnel records at the end of a quarter.", name="personnel records"
)
THEATER = Definition("theater-wide", "The figure includes Kuwait.", "broader", name="theater-wide")
PART = Definition("component", "The figure covers one unit.", "partial", name="one unit")


def shown(date: str, *facts: Fact, **options: Any) -> list[str]:
    """The lines of the page at 80 columns."""
    base = base_of(*facts)
    found = answer(Question(US, IRAQ, dates.closed(date)), Levels.of(base, US, IRAQ))
    return "".join(render(found, "table", Screen(width=80), **options)).splitlines()


def cited(count: str, as_of: str, **fields: Any) -> Fact:
    """A cited level with a source that has a URL."""
    name = fields.get("stated_by", "Publisher")
    url = f"https://example.org/{as_of}"
    made = source(as_of, id=f"s-{name}-{as_of}".lower(), publisher=name, text=None, url=url)
    return level(count, as_of, name=f"{name} {as_of}", **{"quote": None, "source": made, **fields})


def test_one_figure_is_a_sentence_a_row_and_a_source() -> None:
    assert shown("2016-03-25", cited("3,800", "2016-03-25", stated_by="Pentagon", basis="official")) == [
        "U.S. troops in Iraq, March 25, 2016                                     REPORTED",
        "",
        "3,800, according to the Pentagon.",
        "",
        "  3,800  Pentagon  Mar 25, 2016  official  [1]",
        "",
        "Sources",
        "  [1] Pentagon, Mar 25, 2016",
        "      https://example.org/2016-03-25",
    ]


def test_figures_that_conflict_are_a_range_in_words_each_with_what_it_counts() -> None:
    lines = shown(
        "2016-03-25",
        cited("3,800", "2016-03-25", stated_by="Pentagon", basis="official"),
        cited("more than 5,000", "2016-03-20", stated_by="CNN", definition=RECORDS),
    )
    assert lines[0].endswith("SOURCES CONFLICT")
    assert lines[2] == "3,800 to more than 5,000, depending on who is counted."
    assert lines[4:7] == [
        "  3,800            Pentagon  Mar 25, 2016  official  [1]",
        "  more than 5,000  CNN       Mar 20, 2016  press     [2]",
        "                   personnel records",
    ]


def test_a_verified_quote_is_shown_under_its_source_and_what_is_inferred_has_a_star() -> None:
    made = source(
        "2016-03-26", inferred=(Inference("publisher", "the style"), Inference("published", "“Friday”"))
    )
    lines = shown("2016-03-25", level("3,800", "2016-03-25", source=made))
    assert lines[-1] == "  [1] Publisher*, Mar 26, 2016*: “words”"


def test_a_caution_is_directly_below_the_sentence() -> None:
    lines = shown("2003-03-20", cited("192,000", "2003-03-20", definition=THEATER, basis="official"))
    assert lines[0].endswith("BROADER SCOPE")
    assert lines[2:4] == ["192,000, according to Publisher.", "Caution: The figure includes Kuwait."]


def test_what_is_withheld_counted_otherwise_before_and_after_has_a_line_each() -> None:
    lines = shown(
        "2017-12-15",
        cited("5,200", "2017-12-06", stated_by="Pentagon", basis="official"),
        cited("8,892", "2017-09-30", stated_by="DMDC", definition=RECORDS),
        cited("withheld", "2017-11-27", stated_by="DMDC", definition=RECORDS),
        cited("7,000", "2017-03-01", stated_by="CNN"),
        cited("5,200", "2018-08-19", stated_by="CNN"),
    )
    at = lines.index("Withheld by DMDC (Nov 27, 2017, personnel records) [2].")
    assert lines[at : at + 3] == [
        "Withheld by DMDC (Nov 27, 2017, personnel records) [2].",
        "Other counts: 8,892 (Sep 30, 2017, personnel records).",
        "Before: 7,000 (Mar 1, 2017). After: 5,200 (Aug 19, 2018).",
    ]


def test_without_an_answer_the_page_says_so_and_shows_the_partial_figures() -> None:
    lines = shown("2016-03-25", cited("152", "2016-03-01", stated_by="CNN", definition=PART))
    assert lines[0].endswith("NO ANSWER")
    assert lines[2:5] == [
        "No figure is available for March 25, 2016, or earlier. This does not mean zero.",
        "",
        "Partial figures only: 152 (CNN, Mar 1, 2016) [1].",
    ]


def test_related_figures_are_counted_and_shown_with_details() -> None:
    facts = (
        cited("3,800", "2016-03-25", stated_by="Pentagon", note="It was a Friday."),
        cited("4,087", "2016-03-20", stated_by="CNN", status="authorized"),
    )
    assert shown("2016-03-25", *facts)[-1] == "1 related figure (plans, ceilings, parts): --details"
    lines = "\n".join(shown("2016-03-25", *facts, details=True))
    for words in (
        "It was a Friday.",
        "authorized ceiling, not a headcount",
        "Pentagon 2016-03-25",
        "see page 1",
    ):
        assert words in lines
    assert "--details" not in lines


def test_a_long_period_lists_its_figures() -> None:
    lines = shown(
        "2016", *(cited(f"{number},000", f"2016-0{number}-15", stated_by="CNN") for number in (3, 4, 5))
    )
    assert lines[2].startswith("3,000 to 5,000 in 2016; the latest figure is 5,000, from May 15, 2016.")
    at = lines.index("Also reported in 2016")
    assert [line.split()[0] for line in lines[at + 1 : at + 3]] == ["3,000", "4,000"]


def test_a_url_is_unbroken_at_any_width_and_a_hyperlink_on_a_terminal_only() -> None:
    base = base_of(cited("3,800", "2016-03-25"))
    found = answer(Question(US, IRAQ, dates.closed("2016-03-25")), Levels.of(base, US, IRAQ))
    url = "https://example.org/2016-03-25"
    assert f"      {url}\n" in "".join(render(found, "table", Screen(width=24)))
    linked = "".join(render(found, "table", Screen(width=80, links=True)))
    assert f"\x1b]8;;{url}\x1b\\{url}\x1b]8;;\x1b\\" in linked
    assert f"](<{url}>)" in "".join(render(found, "markdown", Screen()))


@pytest.mark.slow
def test_nine_months_in_ten_take_at_most_25_lines_and_none_more_than_40() -> None:
    base = iraqforce.open()
    months = [f"{2003 + month // 12}-{month % 12 + 1:02}" for month in range(4, 279)]
    lengths = ["".join(render(base.level(month), "table", Screen(width=80))).count("\n") for month in months]
    assert (months[0], months[-1], len(months)) == ("2003-05", "2026-03", 275)
    assert sum(length <= 25 for length in lengths) >= 0.9 * len(lengths)
    assert max(lengths) <= 40
