"""Facts and sources of a report in groups: what is quoted before what is only cited, and many folded."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.present.words import CITED, number_of
from iraqforce.timeline import listing_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.facts import Fact
    from iraqforce.reporting.report import Cited

MANY: Final = 20
"""More rows or sources than that are folded: the page shows what they are and opens them when asked."""


class Group(NamedTuple):
    """Facts under a title, `folded` where the page shows the title alone until it is opened.

    `heading` stands above the first of several groups.
    """

    title: str
    facts: tuple[Fact, ...]
    folded: bool
    heading: str = ""


class SourceGroup(NamedTuple):
    """Sources under a title; the title is empty where there is one group alone."""

    title: str
    sources: tuple[Cited, ...]
    folded: bool


def fact_groups(facts: Sequence[Fact], noun: str, *, folded: bool = False) -> tuple[Group, ...]:
    """The facts that are quoted, then those that are only cited, and these by year where they are many.

    One group with an empty title where all are quoted. With `folded` every group is.
    """
    quoted = tuple(fact for fact in facts if fact.quoted)
    cited = tuple(fact for fact in facts if not fact.quoted)
    if not cited and not folded:
        return (Group("", quoted, folded=False),)
    groups = []
    if quoted:
        groups.append(Group(f"Quoted: {number_of(len(quoted), noun)}", quoted, folded))
    words = f"{CITED.capitalize()}: {number_of(len(cited), noun)}"
    if len(cited) > MANY:
        groups += _years(cited, words, noun)
    elif cited:
        groups.append(Group(words, cited, folded))
    return tuple(groups)


def source_groups(sources: Sequence[Cited]) -> tuple[SourceGroup, ...]:
    """The sources with words that are quoted, then those that are only cited."""
    quoted = tuple(each for each in sources if _is_quoted(each))
    cited = tuple(each for each in sources if not _is_quoted(each))
    if not cited:
        return (SourceGroup("", quoted, folded=False),)
    groups = (
        SourceGroup(f"Quoted: {number_of(len(quoted), 'source')}", quoted, folded=False),
        SourceGroup(
            f"{CITED.capitalize()}: {number_of(len(cited), 'source')}", cited, folded=len(cited) > MANY
        ),
    )
    return tuple(group for group in groups if group.sources)


def _is_quoted(cited: Cited) -> bool:
    return any(words.fact.quoted for words in cited.words)


def _years(facts: Sequence[Fact], heading: str, noun: str) -> Iterator[Group]:
    for year, group in groupby(facts, lambda fact: listing_order(fact.as_of)[0].year):
        found = tuple(group)
        yield Group(f"{year}: {number_of(len(found), noun)}", found, folded=True, heading=heading)
        heading = ""
