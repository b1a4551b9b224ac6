"""What is quoted stands before what is only cited, and what is long is folded."""

from __future__ import annotations

from builders import level
from iraqforce.facts import Fact
from iraqforce.reporting.groups import Group, fact_groups, source_groups
from iraqforce.reporting.report import Cited, Words


def cited(number: int, as_of: str = "2003") -> Fact:
    return level(str(number), as_of, name=f"cited-{number}", quote=None)


def titles(groups: tuple[Group, ...]) -> list[tuple[str, str, bool]]:
    return [(group.heading, group.title, group.folded) for group in groups]


QUOTED = level("5", "2016", name="quoted")


def test_facts_that_are_all_quoted_are_one_group_without_a_title() -> None:
    assert fact_groups([QUOTED], "level") == (Group("", (QUOTED,), folded=False),)


def test_the_quoted_ones_stand_first() -> None:
    groups = fact_groups([cited(1), QUOTED, cited(2)], "level")
    assert titles(groups) == [("", "Quoted: 1 level", False), ("", "Cited, not quoted: 2 levels", False)]
    assert [len(group.facts) for group in groups] == [1, 2]


def test_many_that_are_only_cited_are_folded_by_year() -> None:
    facts = [*map(cited, range(20)), cited(20, "2004-05"), cited(21, "../2005")]
    assert titles(fact_groups(facts, "level")) == [
        ("Cited, not quoted: 22 levels", "2003: 20 levels", True),
        ("", "2004: 1 level", True),
        ("", "2005: 1 level", True),
    ]


def test_on_a_long_page_every_group_is_folded() -> None:
    assert titles(fact_groups([QUOTED], "event", folded=True)) == [("", "Quoted: 1 event", True)]


def test_sources_with_quotes_stand_first_and_many_others_are_folded() -> None:
    def source(number: int, fact: Fact) -> Cited:
        own = fact.source._replace(id=str(number))
        return Cited(number, own, "", None, (Words(fact, "", "", "", None),))

    many = [*(source(number, cited(number)) for number in range(1, 23)), source(23, QUOTED)]
    groups = source_groups(many)
    assert [(group.title, len(group.sources), group.folded) for group in groups] == [
        ("Quoted: 1 source", 1, False),
        ("Cited, not quoted: 22 sources", 22, True),
    ]
    assert [group.title for group in source_groups(many[-1:])] == [""]
