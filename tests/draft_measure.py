"""What a draft is measured by: facts that a person took from the article, and what of them it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """A fact that a person took from the article. `said` are its force, place, as_of and direction.

    None says that it has none; what is left out is not compared.
    """

    kind: Kind
    count: Count | None  # type: ignore[assignment] # as in a fact
    quote: str
    said: Mapping[str, str | None]


class Shares(NamedTuple):
    """What a draft found of levels and of all numeric facts, what of it is noise, and what of it is wrong.

    `wrong` is the share of the forces, places, dates and directions proposed that the person saw otherwise.
    The lists name what is missed, noisy and wrong.
    """

    levels: float
    numeric: float
    noise: float
    wrong: float
    missed: list[str]
    noisy: list[str]
    differing: list[str]


def known(kind: Kind, count: str | None, quote: str, **said: str | None) -> Known:
    return Known(kind, _count(count), quote, said)


def _count(text: str | None) -> Count | None:
    if text is None:
        return None
    try:
        return numerals.parse(text)
    except numerals.CountError:
        return numerals.vague(text, low=None, high=None)


def measure(texts: Iterable[tuple[str, list[Known]]], words: DeclaredWords) -> Shares:
    """The shares over all the texts with the facts that a person took from each."""
    found: dict[bool, int] = {True: 0, False: 0}
    wanted: dict[bool, int] = {True: 0, False: 0}
    missed, noisy, differing, proposed, compared = [], [], [], 0, 0
    for text, facts in texts:
        made = list(proposals(text, words, "draft"))
        for fact in facts:
            if fact.count is not None:
                hit = any(_fits_number(each, fact, text) and _is_kind(each, fact) for each in made)
                wanted[fact.kind == "level"] += 1
                found[fact.kind == "level"] += hit
                missed += [] if hit else [f"{fact.kind} {fact.count.text}: {fact.quote}"]
        proposed += len(made)
        for each in made:
            fitting = [fact for fact in facts if _fits(each, fact, text)]
            noisy += [] if fitting else [each.quote]
            said = _said(each) if fitting else {}
            compared += len(said)
            differing += [
                f"{key} {value}: {each.quote}"
                for key, value in said.items()
                if not any(_agrees(key, value, fact) for fact in fitting)
            ]
    return Shares(
        levels=found[True] / wanted[True],
        numeric=sum(found.values()) / sum(wanted.values()),
        noise=len(noisy) / proposed,
        wrong=len(differing) / max(compared, 1),
        missed=missed,
        noisy=noisy,
        differing=differing,
    )


def _is_kind(proposal: Proposal, fact: Known) -> bool:
    """True where the kind is proposed, or, but for a level, is left to a person."""
    if fact.kind == "level" or "kind" not in proposal.todo:
        return proposal.kind == fact.kind and "kind" not in proposal.todo
    return True


def _said(proposal: Proposal) -> dict[str, str]:
    """What the proposal says and does not leave to a person."""
    as_of = proposal.as_of.text if proposal.as_of else None
    said = {
        "force": proposal.force,
        "place": proposal.place,
        "as_of": as_of,
        "direction": proposal.direction,
    }
    return {key: value for key, value in said.items() if value is not None and key not in proposal.todo}


def _agrees(key: str, value: str, fact: Known) -> bool:
    """True where the person said the same, or nothing that is compared."""
    return key not in fact.said or fact.said[key] == value


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
