"""The as-of answer, section 3 of the design: a pure function of a question and the levels that bear on it.

No input, no output: the caller hands in the facts, and nothing here reads or prints.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce.counts import Count, Number, envelope
from iraqforce.rivals import (
    WINDOW_DAYS,
    current,
    is_history,
    leaders,
    newest_first,
    oldest_first,
    recent,
)
from iraqforce.store.questions import LevelsWanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Status

Support = Literal["reported", "bracketed", "carried", "stale", "none"]

ANSWERING: Final[frozenset[Status]] = frozenset({"actual", "announced", "former"})
"""The statuses of a level that can answer; the others stand beside an answer."""

DEFAULT_MAX_AGE_DAYS: Final = 365


class Question(NamedTuple):
    """How many of `force` were in `place` as of `date`, whose both ends are closed.

    `known_by` leaves out what was published later; `max_age_days` is None where no age is too old.
    """

    force: str
    place: str
    date: PartialDate
    known_by: PartialDate | None = None
    max_age_days: int | None = DEFAULT_MAX_AGE_DAYS


class Answer(NamedTuple):
    """What the facts say to a question.

    `level` is the first of `evidence`, and None where support is `stale` or `none`; then `previous` and
    `next` are the nearest figures there are. `age_days` counts from the figure's last day to the
    question's first, and is None where no figure is dated before the question.
    """

    question: Question
    support: Support
    level: Fact | None
    evidence: tuple[Fact, ...]
    contested: bool
    low: Number | None
    high: Number | None
    age_days: int | None
    date_certain: bool | None
    during: tuple[Fact, ...]
    beside: tuple[Fact, ...]
    previous: Fact | None
    next: Fact | None


def wanted(question: Question) -> LevelsWanted:
    """Which levels to ask a store for, so that `answer` has all that it can name."""
    return LevelsWanted(
        question.force,
        question.place,
        question.date,
        question.known_by,
        ANSWERING,
        WINDOW_DAYS,
        question.max_age_days,
    )


def answer(question: Question, levels: Iterable[Fact]) -> Answer:
    """The answer that `levels` give: those of the force and place, and of the parts and wholes of both.

    Figures that cover the whole answer. Where none does, those of one wider definition answer in their place.
    """
    known = [fact for fact in levels if fact.count is not None and was_known(fact, question.known_by)]
    candidates, wider, others = _parted(known, question)
    found = _given_by(candidates, question)
    if not found.evidence and wider:
        standing_in = _of_one_definition(wider, question)
        stand_in = _given_by(standing_in, question, bracketing=False)
        if stand_in.evidence:
            candidates = standing_in
            found = stand_in._replace(
                previous=found.previous or stand_in.previous,
                next=found.next or stand_in.next,
                still_withheld=found.still_withheld + stand_in.still_withheld,
            )
    evidence, counts = found.evidence, [fact.count for fact in found.evidence if fact.count]
    used = {fact.id for fact in candidates}
    low, high = envelope(counts)
    return Answer(
        question=question,
        support=found.support,
        level=evidence[0] if evidence else None,
        evidence=evidence,
        contested=any(not one.agrees_with(other) for one, other in _figures(counts)),
        low=low,
        high=high,
        age_days=found.age_days,
        date_certain=evidence[0].as_of.ends <= question.date.ends if evidence else None,
        during=_during(candidates, question.date),
        beside=_beside([*others, *(fact for fact in wider if fact.id not in used)], found, question),
        previous=found.previous,
        next=found.next,
    )


class _Given(NamedTuple):
    """What figures that may be compared say to a question; no evidence where they support no answer.

    `still_withheld` are the newest of their basis and definition, and no part of the evidence.
    """

    support: Support
    evidence: tuple[Fact, ...]
    still_withheld: tuple[Fact, ...]
    age_days: int | None
    previous: Fact | None
    next: Fact | None


def _parted(known: list[Fact], question: Question) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """The candidates, what may answer where they do not, and the others."""
    candidates, wider, others = [], [], []
    for fact in known:
        if can_answer(fact, question.force, question.place):
            candidates.append(fact)
        elif can_stand_in(fact, question.force, question.place):
            wider.append(fact)
        else:
            others.append(fact)
    return candidates, wider, others


def _of_one_definition(wider: list[Fact], question: Question) -> list[Fact]:
    """Those of the definition of the newest at the date: what counts different things is not compared."""
    begun = sorted((fact for fact in wider if _begun(fact, question)), key=newest_first)
    return [fact for fact in wider if begun and fact.definition == begun[0].definition]


def _given_by(candidates: list[Fact], question: Question, *, bracketing: bool = True) -> _Given:
    """Sections 3.2, 3.3, 3.5 and 3.7 for figures that may be compared.

    A withheld count is no figure: it takes the place of none, and is the answer only where there is none.
    Without `bracketing` no later figure keeps an old one from growing stale.
    """
    begun = sorted((fact for fact in candidates if _begun(fact, question)), key=newest_first)
    later = sorted((fact for fact in candidates if not _begun(fact, question)), key=oldest_first)
    figures = recent(current([fact for fact in begun if not fact.withheld]))
    kept_back = [fact for fact in current(begun) if fact.withheld]
    following = next((fact for fact in later if not fact.withheld), next(iter(later), None))
    after = following if bracketing and following and not following.withheld else None
    leading, support = figures, _support(figures, after, question)
    if support in ("stale", "none") and kept_back:
        without_figures = _support(recent(kept_back), after, question)
        if without_figures not in ("stale", "none") or not figures:
            leading, support = [], without_figures
    evidence = _evidence(leading, kept_back) if support not in ("stale", "none") else ()
    shown = {fact.id for fact in evidence}
    rest = [fact for fact in begun if fact.id not in shown]
    previous = next((fact for fact in rest if not fact.withheld), next(iter(rest), None))
    newest = evidence[0] if evidence else previous
    return _Given(
        support=support,
        evidence=evidence,
        still_withheld=tuple(fact for fact in leaders(begun) if fact.withheld and fact.id not in shown),
        age_days=newest.as_of.days_before(question.date) if newest else None,
        previous=previous,
        next=following,
    )


def _begun(fact: Fact, question: Question) -> bool:
    return fact.as_of.starts <= question.date.ends


def _evidence(figures: list[Fact], kept_back: list[Fact]) -> tuple[Fact, ...]:
    """The figures, and behind them what was kept back no longer before the newest than a rival may be."""
    newest = (figures or kept_back)[0]
    return (*figures, *(fact for fact in kept_back if not is_history(fact, newest)))


def was_known(fact: Fact, known_by: PartialDate | None) -> bool:
    """True where the fact's source was published by then; None leaves out nothing."""
    return known_by is None or fact.source.published.ends <= known_by.ends


def can_answer(fact: Fact, force: str, place: str) -> bool:
    """True for a level that is a candidate of section 3.1 for the force in the place, given by their ids."""
    return _is_told(fact, force, place) and fact.covers == "whole"


def can_stand_in(fact: Fact, force: str, place: str) -> bool:
    """True for a level that may answer where no candidate does: it counts more than was asked, and says so.

    One that counts a part never answers: a contingent is no total.
    """
    return _is_told(fact, force, place) and fact.covers == "more"


def _is_told(fact: Fact, force: str, place: str) -> bool:
    return fact.concerns(force, place) and fact.status in ANSWERING and fact.context is None


def _support(current: list[Fact], following: Fact | None, question: Question) -> Support:
    if not current:
        return "none"
    level, date, limit = current[0], question.date, question.max_age_days
    if level.as_of.overlaps(date):
        return "reported"
    if limit is None or level.as_of.days_before(date) <= limit:
        return "bracketed" if following is not None and _agree(level, following) else "carried"
    if following is None or date.days_before(following.as_of) > limit:
        return "stale"
    return "bracketed" if brackets(level, following) else "stale"


def brackets(level: Fact, following: Fact) -> bool:
    """True where the next figure keeps one that is older than the limit from growing stale: they agree.

    An open bound agrees with nearly every number: it brings no old figure back.
    """
    counts = [fact.count for fact in (level, following) if fact.count]
    return all(None not in (each.low, each.high) for each in counts) and _agree(level, following)


def _agree(one: Fact, other: Fact) -> bool:
    return one.count is not None and other.count is not None and one.count.agrees_with(other.count)


def _figures(counts: Iterable[Count]) -> Iterable[tuple[Count, Count]]:
    """Every two counts that name or bound a number: a withheld one is no figure, and disputes none."""
    # Many a figure is stated again and again: each is compared once.
    distinct = dict.fromkeys(count._replace(text="", unit=None) for count in counts if not count.withheld)
    return combinations(distinct, 2)


def _during(candidates: list[Fact], date: PartialDate) -> tuple[Fact, ...]:
    """What was reported within a date longer than a day, oldest first."""
    if date.first == date.last:
        return ()
    return tuple(sorted((fact for fact in candidates if fact.as_of.overlaps(date)), key=oldest_first))


def _beside(others: list[Fact], found: _Given, question: Question) -> tuple[Fact, ...]:
    """What bears on the question and cannot answer it, newest first.

    Plans and caps, parts and more are told within the age limit. A count that is kept back stays so until
    one is given, however long ago that was.
    """
    limit = question.max_age_days
    beside = [
        fact
        for fact in others
        if _begun(fact, question) and (limit is None or fact.as_of.days_before(question.date) <= limit)
    ]
    return tuple(sorted((*beside, *found.still_withheld), key=newest_first))
