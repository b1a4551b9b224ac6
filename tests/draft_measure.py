"""What a draft is measured by: facts that a person took from the article, and what of them it found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from iraqforce import numerals
from iraqforce.checked import DeclaredWords
from iraqforce.counts import Count
from iraqforce.coverage import Entered, covers
from iraqforce.drafting.proposals import proposals
from iraqforce.drafting.values import Proposal
from iraqforce.facts import Kind
from iraqforce.mentions.counting import NumberMention
from iraqforce.reading.quotes import Article


class Known(NamedTuple):
    """A fact that a person took from the article."""

    kind: Kind
    count: Count | None  # type: ignore[assignment] # as in a fact
    quote: str


class Shares(NamedTuple):
    """What a draft found of levels and of all numeric facts, and what of it is noise; lists name the rest."""

    levels: float
    numeric: float
    noise: float
    missed: list[str]
    noisy: list[str]


def known(kind: Kind, count: str | None, quote: str) -> Known:
    if count is None:
        return Known(kind, None, quote)
    try:
        return Known(kind, numerals.parse(count), quote)
    except numerals.CountError:
        return Known(kind, numerals.vague(count, low=None, high=None), quote)


def measure(texts: Iterable[tuple[str, list[Known]]], words: DeclaredWords) -> Shares:
    """The shares over all the texts with the facts that a person took from each."""
    found: dict[bool, int] = {True: 0, False: 0}
    wanted: dict[bool, int] = {True: 0, False: 0}
    missed, noisy, proposed = [], [], 0
    for text, facts in texts:
        made = list(proposals(text, words, "draft"))
        for fact in facts:
            if fact.count is not None:
                hit = any(_fits_number(each, fact, text) for each in made)
                wanted[fact.kind == "level"] += 1
                found[fact.kind == "level"] += hit
                missed += [] if hit else [f"{fact.count.text}: {fact.quote}"]
        proposed += len(made)
        noisy += [each.quote for each in made if not any(_fits(each, fact, text) for fact in facts)]
    return Shares(
        levels=found[True] / wanted[True],
        numeric=sum(found.values()) / sum(wanted.values()),
        noise=len(noisy) / proposed,
        missed=missed,
        noisy=noisy,
    )


def _fits(proposal: Proposal, fact: Known, text: str) -> bool:
    if proposal.words is not None:
        return _fits_number(proposal, fact, text)
    start, end = _span(text, proposal.quote)
    first, last = _span(text, fact.quote)
    return first < end and start < last


def _fits_number(proposal: Proposal, fact: Known, text: str) -> bool:
    if fact.count is None or proposal.words is None:
        return False
    mention = NumberMention(proposal.start, proposal.end, proposal.words, proposal.count)
    return covers(Entered(*_span(text, fact.quote), fact.count), mention)


def _span(text: str, quote: str) -> tuple[int, int]:
    found = Article(text).find(quote)
    assert found is not None, quote
    return found.start, found.end
