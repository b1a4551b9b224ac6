"""What says the same is told once, with how many sources say it."""

from __future__ import annotations

from builders import level, source
from iraqforce.facts import Definition, Fact
from iraqforce.present.in_a_row import alike, sources_in_a_row, speakers_words
from pictures import WITHHELD


def of(count: str, paper: str, **others: object) -> Fact:
    fact = level(count, "2021-01-15", name=f"{count} {paper}")
    return fact._replace(source=fact.source._replace(id=paper, publisher=paper), **others)  # type: ignore[arg-type]


def told(*levels: Fact) -> list[list[str]]:
    return [[fact.source.publisher for fact in group] for group in alike(levels)]


def test_three_figures_that_say_the_same_are_one_group() -> None:
    found = told(of("2,500", "CNN"), of("3,000", "BBC"), of("2,500", "AP"), of("2,500", "AFP"))
    assert found == [["CNN", "AP", "AFP"], ["BBC"]]


def test_two_are_told_each_by_itself_and_in_their_order() -> None:
    assert told(of("2,500", "CNN"), of("3,000", "BBC"), of("2,500", "AP")) == [["CNN"], ["BBC"], ["AP"]]


def test_about_worded_in_three_ways_is_the_same_and_more_than_it_is_not() -> None:
    about = [of(words, words) for words in ("about 2,500", "some 2,500", "around 2,500")]
    assert len(alike(about)) == 1
    assert len(alike([*about[:2], of("more than 2,500", "AP")])) == 3


def test_what_counts_another_thing_or_is_less_sure_is_not_the_same() -> None:
    part = Definition("records", "counts records")
    same = [of("2,500", "CNN"), of("2,500", "AP")]
    assert len(alike([*same, of("2,500", "BBC", definition=part)])) == 3
    assert len(alike([*same, of("2,500", "BBC", status="announced")])) == 3


def test_counts_kept_back_are_alike() -> None:
    levels = [level(WITHHELD, "2018-01-15", name=str(number)) for number in range(3)]
    assert len(alike(levels)) == 1


def test_the_sources_are_counted_and_at_most_four_are_named() -> None:
    papers = ["CNN", "BBC", "AP", "AFP", "NPR", "CBS"]
    levels = [of("2,500", paper) for paper in papers]
    assert speakers_words(levels[:3]) == "3 sources: CNN, BBC and AP"
    assert speakers_words(levels) == "6 sources: CNN, BBC, AP, AFP and 2 more"
    assert speakers_words([of("5", "CNN"), of("6", "CNN")]) == "1 source: CNN"


def test_sources_of_one_publisher_that_follow_each_other_are_told_together() -> None:
    sources = [("CNN", "2010"), ("CNN", "2011-05"), ("BBC", "2012-01-02"), ("CNN", "2013")]
    numbered = [(n, source(day)._replace(publisher=name)) for n, (name, day) in enumerate(sources, start=3)]
    assert sources_in_a_row(numbered) == "[3–4] CNN, 2010 to May 2011; [5] BBC, 2 Jan 2012; [6] CNN, 2013"
