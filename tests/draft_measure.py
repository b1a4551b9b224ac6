"""What a draft is measured by: facts that a person took from the article, and which of them it finds."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from iraqforce.model.choices import Kind
from iraqforce.model.counts import Count
from iraqforce.model.fact_base import FactBase
from iraqforce.queries.proposals import Proposal, proposals
from iraqforce.text.mentions import QuotedCount, covers
from iraqforce.text.numbers import CountError, parse, vague
from iraqforce.text.numbers_in_text import NumberMention
from iraqforce.text.quotes import Article


class Known(NamedTuple):
    """A fact that a person took from the article. `stated` are its force, place, as_of and direction.

    None means that it has none; a missing key is not compared.
    """

    kind: Kind
    count: Count | None  # type: ignore[assignment] # also a tuple's method
    quote: str
    stated: Mapping[str, str | None]


class Shares(NamedTuple):
    """Shares of the levels and of all numeric facts that a draft finds, and of its proposals that are noise.

    `filled` is how many forces, places, dates and directions it proposes for known facts, `wrong` the share
    of them that differs. The lists name what is missed, noisy and wrong.
    """

    levels: float
    numeric: float
    noise: float
    filled: int
    wrong: float
    missed: list[str]
    noisy: list[str]
    differing: list[str]


def known(kind: Kind, count: str | None, quote: str, **stated: str | None) -> Known:
    return Known(kind, _count(count), quote, stated)


def _count(text: str | None) -> Count | None:
    if text is None:
        return None
    try:
        return parse(text)
    except CountError:
        return vague(text, low=None, high=None)


def measure(texts: Iterable[tuple[str, list[Known]]], base: FactBase) -> Shares:
    """The shares over all the texts with the facts that a person took from each."""
    found = {True: 0, False: 0}
    wanted = {True: 0, False: 0}
    missed, noisy, differing, proposed, filled = [], [], [], 0, 0
    for text, facts in texts:
        made = list(proposals(text, "a.txt", base, "draft"))
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
            stated = _stated(each) if fitting else {}
            filled += len(stated)
            differing += [
                f"{key} {value}: {each.quote}"
                for key, value in stated.items()
                if not any(_agrees(key, value, fact) for fact in fitting)
            ]
    return Shares(
        levels=found[True] / wanted[True],
        numeric=sum(found.values()) / sum(wanted.values()),
        noise=len(noisy) / proposed,
        filled=filled,
        wrong=len(differing) / max(filled, 1),
        missed=missed,
        noisy=noisy,
        differing=differing,
    )


def _is_kind(proposal: Proposal, fact: Known) -> bool:
    """True if the kind is proposed or, unless it is a level, left to a person."""
    if fact.kind == "level" or "kind" not in proposal.todo:
        return proposal.kind == fact.kind and "kind" not in proposal.todo
    return True


def _stated(proposal: Proposal) -> dict[str, str]:
    """What the proposal states and does not leave to a person."""
    as_of = proposal.as_of.text if proposal.as_of else None
    stated = {
        "force": proposal.force,
        "place": proposal.place,
        "as_of": as_of,
        "direction": proposal.direction,
    }
    return {key: value for key, value in stated.items() if value is not None and key not in proposal.todo}


def _agrees(key: str, value: str, fact: Known) -> bool:
    """True if the person stated the same, or nothing that is compared."""
    return key not in fact.stated or fact.stated[key] == value


def _fits(proposal: Proposal, fact: Known, text: str) -> bool:
    if proposal.words is not None:
        return _fits_number(proposal, fact, text)
    start, end = _span(text, proposal.quote)
    first, last = _span(text, fact.quote)
    return first < end and start < last


def _fits_number(proposal: Proposal, fact: Known, text: str) -> bool:
    if fact.count is None or proposal.words is None:
        return False
    mention = NumberMention(*proposal.words_at.span(text), proposal.words, proposal.count)
    return covers(QuotedCount(*_span(text, fact.quote), fact.count), mention)


def _span(text: str, quote: str) -> tuple[int, int]:
    found = Article(text).find(quote)
    assert found is not None, quote
    return found.start, found.end
