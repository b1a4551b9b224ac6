"""The as-of answer, section 3 of the design: a pure function of a question and the levels that bear on it.

No input, no output: the caller hands in the facts, and nothing here reads or prints.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce.counts import Count, Number, envelope
from iraqforce.store.questions import LevelsWanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Basis, Fact, Status

Support = Literal["reported", "bracketed", "carried", "stale", "none"]

ANSWERING: Final[frozenset[Status]] = frozenset({"actual", "announced", "former"})
"""The statuses of a level that can answer; the others stand beside an answer."""

WINDOW_DAYS: Final = 14
"""Figures of one basis and definition that fall within this many days of its newest are its rivals."""

RIVAL_DAYS: Final = 90
"""A figure more than this much older than the newest of all is history, not a rival."""

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
    """The answer that `levels` give: those of the force and place, and of the parts and wholes of both."""
    candidates: list[Fact] = []
    others: list[Fact] = []
    for fact in levels:
        if fact.count is not None and was_known(fact, question.known_by):
            (candidates if _is_candidate(fact, question) else others).append(fact)
    candidates.sort(key=_newest_first)
    begun = [fact for fact in candidates if fact.as_of.starts <= question.date.ends]
    later = [fact for fact in candidates if fact.as_of.starts > question.date.ends]
    current = _current_evidence(begun)
    following = min(later, key=oldest_first, default=None)
    support = _support(current, following, question)
    evidence = () if support in ("stale", "none") else tuple(current)
    shown = {fact.id for fact in evidence}
    counts = [fact.count for fact in evidence if fact.count]
    low, high = envelope(counts)
    return Answer(
        question=question,
        support=support,
        level=evidence[0] if evidence else None,
        evidence=evidence,
        contested=any(not one.agrees_with(other) for one, other in _figures(counts)),
        low=low,
        high=high,
        age_days=current[0].as_of.days_before(question.date) if current else None,
        date_certain=evidence[0].as_of.ends <= question.date.ends if evidence else None,
        during=_during(candidates, question.date),
        beside=_beside(others, question),
        previous=next((fact for fact in begun if fact.id not in shown), None),
        next=following,
    )


def was_known(fact: Fact, known_by: PartialDate | None) -> bool:
    """True where the fact's source was published by then; None leaves out nothing."""
    return known_by is None or fact.source.published.ends <= known_by.ends


def _is_candidate(fact: Fact, question: Question) -> bool:
    same = fact.concerns(question.force, question.place)
    return same and fact.whole and fact.status in ANSWERING


def _newest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The order of section 3.3: newest, then official before press, then quoted before cited."""
    starts, ends = fact.as_of.order
    return -starts.toordinal(), -ends.toordinal(), fact.basis != "official", fact.quote is None, fact.id


def oldest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The same, from old to new: what is nearest after a date stands first."""
    starts, ends = fact.as_of.order
    return starts.toordinal(), ends.toordinal(), fact.basis != "official", fact.quote is None, fact.id


def _current_evidence(begun: list[Fact]) -> list[Fact]:
    """Section 3.2: of each basis and definition the newest and its rivals, without what is history.

    `begun` is sorted, newest first, and so is the result.
    """
    newest: dict[tuple[Basis | None, str | None], Fact] = {}
    evidence = []
    for fact in begun:
        pair = (fact.basis, fact.definition.id if fact.definition else None)
        leader = newest.setdefault(pair, fact)
        rival = leader.as_of.starts - fact.as_of.starts <= timedelta(days=WINDOW_DAYS)
        history = begun[0].as_of.starts - fact.as_of.starts > timedelta(days=RIVAL_DAYS)
        if rival and not history:
            evidence.append(fact)
    return evidence


def _support(current: list[Fact], following: Fact | None, question: Question) -> Support:
    if not current:
        return "none"
    level, date, limit = current[0], question.date, question.max_age_days
    if level.as_of.overlaps(date):
        return "reported"
    age = level.as_of.days_before(date)
    if following is not None and level.count and following.count and level.count.agrees_with(following.count):
        nearer = min(age, date.days_before(following.as_of))
        if limit is None or nearer <= limit:
            return "bracketed"
    return "carried" if limit is None or age <= limit else "stale"


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


def _beside(others: list[Fact], question: Question) -> tuple[Fact, ...]:
    """What bears on the question and cannot answer it: plans and caps, parts and more; newest first."""
    limit = question.max_age_days
    beside = [
        fact
        for fact in others
        if fact.as_of.starts <= question.date.ends
        and (limit is None or fact.as_of.days_before(question.date) <= limit)
    ]
    return tuple(sorted(beside, key=_newest_first))
