"""The level of a force in a place as of a date: the rule of docs/as-of.md, as a pure function.

The numbers in the comments are those of the rule's clauses. Days are ordinals here.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from iraqforce.model.choices import Agreement, Support
from iraqforce.model.counts import any_conflict, envelope
from iraqforce.model.facts import Fact
from iraqforce.queries.answers import Answer, Level, Question, Range, distance, series_of
from iraqforce.queries.levels import Figures, Known, Levels, newest_first
from iraqforce.queries.summary import cautions_of, summary_of

RIVAL_DAYS: Final = 7
"""Figures of one series are rivals if both ends of their dates are at most this far apart."""

TOGETHER_DAYS: Final = 31
"""The latest figures of two series answer together if they are at most this far apart."""

_NO_LIMIT: Final = 10_000_000
"""More days than there are."""


class _Window(NamedTuple):
    """The days of a question."""

    first: int
    last: int
    limit: int
    """The age limit in days."""
    counts_from: int
    """4. What ends before this day is superseded."""

    @property
    def oldest(self) -> int:
        """What ends before this day is older than the age limit, or superseded."""
        return max(self.first - self.limit, self.counts_from)


class _Given(NamedTuple):
    """What comparable figures say to a question; a `level` without evidence is too old to answer."""

    support: Support
    level: Fact | None
    evidence: tuple[Fact, ...]
    other_counts: tuple[Fact, ...]
    previous: Fact | None
    next: Fact | None


def answer(question: Question, levels: Levels) -> Answer:
    """The answer to a question about the force and place of the levels."""
    date, definition = question.date, question.definition
    known = levels.known(question.known_by)
    window = _window(question, known)
    figures = known.total if definition is None else levels.defined(definition, question.known_by)
    found = _given_by(figures, window)
    if not found.evidence and definition is None:  # 9
        newest = _usable(known.broader, window).newest(window.last, window.counts_from)
        if newest is not None:
            broader = known.broader.series[series_of(newest)]
            given = _given_by(broader, window)
            if given.evidence:
                figures, found = broader, given
    evidence = found.evidence
    relation = agreement(evidence)
    in_period = _in_period(figures, window) if date.first != date.last else ()
    shown = {fact.id for fact in evidence}
    made = Answer(
        question=question, summary="", cautions=(), support=found.support,
        contested=relation == "conflict", agreement=relation,
        age_days=found.level.as_of.days_before(date) if found.level else None,
        date_certain=evidence[0].as_of.ends <= date.ends if evidence else None,
        level=Level.of(evidence[0]) if evidence else Level(),
        range=range_of(evidence), evidence=evidence, other_counts=found.other_counts,
        since=_since(known, evidence[0], window) if evidence else (),
        withheld=_withheld(known, question, window),
        parts=_parts(known, evidence, window) if definition is None else (),
        in_period=in_period, period_range=range_of(in_period),
        related=tuple(
            fact for fact in known.others.begun(window.last, window.oldest) if fact.id not in shown
        ),
        previous=found.previous, next=found.next, base=levels.info,
    )  # fmt: skip
    return made._replace(summary=summary_of(made), cautions=tuple(cautions_of(made)))


def _window(question: Question, known: Known) -> _Window:
    """The days of the question; 4: nothing counts that ends before the newest figure that supersedes."""
    date, limit = question.date, question.max_age_days
    first, last = date.starts.toordinal(), date.ends.toordinal()
    superseding = known.superseding.newest(last)
    counts_from = superseding.as_of.starts.toordinal() if superseding else 0
    return _Window(first, last, _NO_LIMIT if limit is None else limit, counts_from)


def _usable(figures: Figures, window: _Window) -> Figures:
    """3. The figures without the vague ones, if another one has begun within the age limit."""
    exact = figures.exact
    return figures if exact.newest(window.last, window.oldest) is None else exact


def _given_by(figures: Figures, window: _Window) -> _Given:
    """3, 4, 5 and 8, for figures that may be compared."""
    usable, later = _usable(figures, window), _next(figures, window)
    following = later[0] if later else None
    level = usable.newest(window.last, window.counts_from)
    if level is None:
        return _Given("none", None, (), (), _previous(figures, window), following)
    latest = _latest_of_series(level, usable, window)
    together = [fact for fact in latest if distance(fact.as_of, level.as_of) <= TOGETHER_DAYS]
    beside = [fact for each in together for fact in (each, *_rivals(each, usable, window))]
    evidence = tuple(sorted(beside, key=newest_first))
    support = _support(level, agreement(evidence), later, window)
    if support == "expired":
        return _Given(support, level, (), (), _previous(figures, window), following)
    others = tuple(sorted((fact for fact in latest if fact not in together), key=newest_first))
    return _Given(
        support, level, evidence, others, _previous(figures, window, (*evidence, *others)), following
    )


def _previous(figures: Figures, window: _Window, shown: Iterable[Fact] = ()) -> Fact | None:
    """11. The newest of the figures begun that are not shown, superseded or not; 3: not vague if possible."""
    ids = {fact.id for fact in shown}
    within = figures.exact.begun(window.last, window.first - window.limit)
    pool = figures.exact if any(fact.id not in ids for fact in within) else figures
    return next((fact for fact in pool.begun(window.last) if fact.id not in ids), None)


def _next(figures: Figures, window: _Window) -> Sequence[Fact]:
    """11. The figures that begin after the question, oldest first; 3: not vague if possible."""
    last = window.last
    within = figures.exact.starting(last + 1, last + window.limit)
    return (figures.exact if within else figures).starting(last + 1, _NO_LIMIT)


def _latest_of_series(level: Fact, usable: Figures, window: _Window) -> list[Fact]:
    """4 and 5. The level, and of every other series the newest figure within the age limit."""
    newest = (
        figures.newest(window.last, window.oldest)
        for series, figures in usable.series.items()
        if series != series_of(level)
    )
    return [level, *(fact for fact in newest if fact is not None)]


def _rivals(latest: Fact, usable: Figures, window: _Window) -> list[Fact]:
    """4. The figures of other speakers about the time of the latest of a series, of each the newest."""
    starts, ends = latest.as_of.starts.toordinal(), latest.as_of.ends.toordinal()
    from_day = max(min(starts, ends - RIVAL_DAYS), window.counts_from)
    newest: dict[str, Fact] = {}
    for fact in usable.series[series_of(latest)].begun(window.last, from_day):
        if fact.speaker not in newest and _are_rivals(latest, fact):
            newest[fact.speaker] = fact
    return list(newest.values())


def _are_rivals(one: Fact, other: Fact) -> bool:
    """4. True if two figures of one series are of the same time and of different speakers."""
    a, b = one.as_of, other.as_of
    inside = (a.starts <= b.starts and b.ends <= a.ends) or (b.starts <= a.starts and a.ends <= b.ends)
    near = abs((a.starts - b.starts).days) <= RIVAL_DAYS and abs((a.ends - b.ends).days) <= RIVAL_DAYS
    return (inside or near) and one.speaker != other.speaker


def _support(
    level: Fact, agreement_of_evidence: Agreement | None, later: Sequence[Fact], window: _Window
) -> Support:
    """8."""
    ends = level.as_of.ends.toordinal()
    if ends >= window.first:
        return "reported"
    is_near = window.first - ends <= window.limit
    if later and agreement_of_evidence != "conflict":
        next_is_near = later[0].as_of.starts.toordinal() - window.last <= window.limit
        if (is_near or next_is_near) and _next_agrees(level, later):
            return "consistent"
    return "last_known" if is_near else "expired"


def _next_agrees(level: Fact, later: Sequence[Fact]) -> bool:
    """True if a figure of the next date there is agrees with the level."""
    order = later[0].as_of.order
    for fact in later:
        if fact.as_of.order != order:
            return False
        if agreement((level, fact)) == "agree":
            return True
    return False


def agreement(facts: Sequence[Fact]) -> Agreement | None:
    """6 and 7. How figures relate: one alone, all agree, some are only compatible, or two conflict."""
    counts = {count: None for fact in facts if (count := fact.count)}
    if not counts:
        return None
    if len(facts) == 1:
        return "single"
    if any_conflict(list(counts)):
        return "conflict"
    return "compatible" if any(None in (count.low, count.high) for count in counts) else "agree"


def range_of(facts: Iterable[Fact]) -> Range:
    """7. The lowest low and the highest high."""
    return Range(*envelope([fact.count for fact in facts if fact.count]))


def _parts(known: Known, evidence: Sequence[Fact], window: _Window) -> tuple[Fact, ...]:
    """9. The newest partial figures, if there is no answer or it is 0."""
    if evidence and range_of(evidence) != (0, 0):
        return ()
    return tuple(known.parts.begun(window.last, window.oldest))[:3]


def _since(known: Known, level: Fact, window: _Window) -> tuple[Fact, ...]:
    """10. What was changed after the level, and the plan due since then that was stated last."""
    ends = level.as_of.ends.toordinal()
    plans = (
        fact
        for fact in known.plans.begun(window.last, window.oldest)
        if fact.due and ends < fact.due.ends.toordinal() <= window.last
    )
    plan = next(plans, None)
    return (*known.changes.starting(ends + 1, window.last), *((plan,) if plan else ()))


def _withheld(known: Known, question: Question, window: _Window) -> tuple[Fact, ...]:
    """11. Of each definition the newest count withheld, unless one was given later."""
    found: dict[str, Fact] = {}
    for fact in known.withheld.begun(window.last, window.counts_from):
        found.setdefault(series_of(fact), fact)

    def is_open(series: str, fact: Fact) -> bool:
        counts = known.given.get(series)
        given = counts.newest(window.last, window.counts_from) if counts else None
        return given is None or given.as_of.order <= fact.as_of.order

    asked = question.definition.id if question.definition else None  # 14
    return tuple(fact for series, fact in found.items() if asked in (None, series) and is_open(series, fact))


def _in_period(figures: Figures, window: _Window) -> tuple[Fact, ...]:
    """12. The figures whose date is within the question's, oldest first."""
    starting = figures.starting(window.first, window.last)
    return tuple(fact for fact in starting if fact.as_of.ends.toordinal() <= window.last)
