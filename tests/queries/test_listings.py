"""Which facts a filter selects and in which order, one fact with its paragraph, and the sources."""

from __future__ import annotations

import pytest

import iraqforce
from builders import IRAQ, base_of, fact, level, source
from iraqforce.errors import IraqforceError, UnknownNameError
from iraqforce.model.dates import parse
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.queries.listings import FactFilter, list_facts, list_sources, matching, show_fact

BASE = iraqforce.open("articles").contents
MARINES = Force("us-marines", "U.S. Marines", "us")
ANBAR = Place("anbar", "Anbar", "in Anbar", "iraq")
COMBAT = Definition("combat", "Combat forces only.", "partial")

IN_2015, IN_MARCH, MARINE, IN_ANBAR, EVENT = MADE = (
    level("100", "2015", name="in-2015"),
    level("200", "2016-03", name="in-march", definition=COMBAT),
    level("300", "2016-03-25", name="marine", force=MARINES, source=source(id="other")),
    level("400", "2016-06", name="in-anbar", place=ANBAR),
    fact(None, "2016-05", kind="event", name="event", force=None, place=None),
)
SMALL = base_of(*MADE)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (FactFilter(), [IN_2015, IN_MARCH, MARINE, EVENT, IN_ANBAR]),
        (FactFilter(kind="event"), [EVENT]),
        (FactFilter(force="us"), [IN_2015, IN_MARCH, MARINE, IN_ANBAR]),
        (FactFilter(force="us-marines"), [MARINE]),
        (FactFilter(place="iraq"), [IN_2015, IN_MARCH, MARINE, IN_ANBAR]),
        (FactFilter(place="anbar"), [IN_ANBAR]),
        (FactFilter(definition="combat"), [IN_MARCH]),
        (FactFilter(source="other"), [MARINE]),
        (FactFilter(since=parse("2016-03-31")), [IN_MARCH, EVENT, IN_ANBAR]),
        (FactFilter(until=parse("2016-03-01")), [IN_2015, IN_MARCH]),
        (
            FactFilter(kind="level", since=parse("2016"), until=parse("2016-04"), force="us"),
            [IN_MARCH, MARINE],
        ),
        (FactFilter(kind="figure"), []),
    ],
    ids=str,
)
def test_filters_are_combined_and_a_force_or_place_includes_its_parts(
    wanted: FactFilter, found: list[Fact]
) -> None:
    assert [each.id for each in matching(SMALL, wanted)] == [each.id for each in found]


def test_facts_are_in_order_of_date_and_one_without_a_first_day_at_its_last() -> None:
    dates = ["2016-03/..", "2016-02-01", "../2016-02-15", "2016-02", "2016"]
    found = list_facts(base_of(*(level("5", date) for date in dates)), FactFilter())
    assert [each.as_of.text for each in found] == [
        "2016",
        "2016-02-01",
        "2016-02",
        "../2016-02-15",
        "2016-03/..",
    ]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (FactFilter(force="usa"), "unknown force 'usa'"),
        (FactFilter(place="irak"), "unknown place 'irak'"),
        (FactFilter(definition="with-temporaries"), "unknown definition 'with-temporaries'"),
        (FactFilter(source="the-hil"), "unknown source 'the-hil'"),
    ],
)
def test_a_name_that_the_base_does_not_have_is_refused(wanted: FactFilter, message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        matching(BASE, wanted)


@pytest.mark.parametrize(
    ("wanted", "same"),
    [
        (FactFilter(force="American"), FactFilter(force="us")),
        (FactFilter(place="SYRIA"), FactFilter(place="syria")),
        (FactFilter(definition="Excludes-Temporary"), FactFilter(definition="excludes-temporary")),
        (FactFilter(source="The-Hill-2021-12-09"), FactFilter(source="the-hill-2021-12-09")),
    ],
)
def test_a_name_may_be_in_any_case(wanted: FactFilter, same: FactFilter) -> None:
    assert matching(BASE, wanted) == matching(BASE, same) != ()


def test_a_list_is_a_sequence_of_its_facts_or_sources() -> None:
    facts, sources = list_facts(BASE, FactFilter()), list_sources(BASE)
    assert (len(facts), len(sources)) == (88, 5)
    assert facts[-1] == list(facts)[-1] == facts[-2:][1]
    assert sources[1] == sources[:2][1] == list(sources)[1]
    assert sources[1] in sources
    assert (repr(facts), repr(sources)) == ("<FactList: 88 of 88>", "<SourceList: 5 of 5>")


def test_a_fact_is_shown_with_the_paragraph_of_its_quote() -> None:
    page = show_fact(BASE, "us-iraq-2021-12-09")
    assert page.paragraph is not None
    assert page.fact.quote is not None
    assert page.paragraph.text[page.paragraph.start : page.paragraph.end] == page.fact.quote
    assert page.source_facts == len(list_facts(BASE, FactFilter(source=page.fact.source.id)))
    assert show_fact(SMALL, "event").paragraph is None


def test_a_source_is_listed_with_the_number_of_its_facts_and_shown_with_them() -> None:
    entries = list_sources(BASE).sources
    assert sum(entry.facts for entry in entries) == 88
    assert [entry.article for entry in entries] == [None] * 5
    one = list_sources(BASE, "the-hill-2021-12-09", text=True)
    assert one.facts is not None
    assert (len(one.facts), one.sources[0].facts) == (entries[2].facts, entries[2].facts)
    assert one.sources[0].article == BASE.articles["the-hill-2021-12-09"]


def test_the_text_of_a_source_that_has_none_is_refused() -> None:
    cited = base_of(level("5", "2016", place=IRAQ, quote=None, source=source(text=None)))
    with pytest.raises(IraqforceError, match="source 's' has no stored text"):
        list_sources(cited, "s", text=True)
