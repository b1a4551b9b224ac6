"""The level of a force in a place as of a date: the rule of docs/as-of.md, as a pure function.

`Levels` holds the figures of one force and place, sorted once; `answer` asks them any number of questions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice
from typing import Annotated, ClassVar, Final, NamedTuple

from iraqforce.model.choices import Basis, Scope, Status, Support
from iraqforce.model.counts import Count, Number, Qualifier, envelope
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.model.result import Result

ANSWERING: Final[frozenset[Status]] = frozenset({"actual", "announced", "former"})
"""The statuses of a level that can answer; the others are only related."""

DEFAULT_MAX_AGE_DAYS: Final = 365

WINDOW_DAYS: Final = 14
"""Figures of one basis and definition at most this much older than its newest are current with it."""

HISTORY_DAYS: Final = 90
"""A figure more than this much older than the newest of all is superseded."""


class Question(NamedTuple):
    """What was asked, with what it was taken to mean."""

    force: Annotated[Force, "Whose troops: the id of a force."]
    place: Annotated[Place, "Where: the id of a place."]
    date: Annotated[PartialDate, "The date asked about; it has a first and a last day."]
    known_by: Annotated[PartialDate | None, "Only sources published by this date were used."] = None
    max_age_days: Annotated[int | None, "How many days old a figure may be to answer; null for no limit."] = (
        DEFAULT_MAX_AGE_DAYS
    )


class Level(NamedTuple):
    """The figure that answers: the first of the evidence."""

    fact: Annotated[str, "The id of the fact."]
    text: Annotated[str, "The number, as the source words it."]
    value: Annotated[Number | None, "The number named; null if the words name no single one."]
    low: Annotated[Number | None, "The lowest number that the words allow; null if open."]
    high: Annotated[Number | None, "The highest number that the words allow; null if open."]
    qualifier: Annotated[Qualifier, "How the words bound the number."]
    status: Annotated[Status | None, "How firmly it is stated."]
    basis: Annotated[Basis | None, "Whose number it is."]
    definition: Annotated[str | None, "What the number counts: the id of a definition."]
    scope: Annotated[Scope, "How much of the force in the place the number counts."]
    as_of: Annotated[PartialDate, "The date it is true of."]
    stated_by: Annotated[str | None, "Whose claim it is; the publisher's if null."]
    url: Annotated[str | None, "The address of its source."]

    @classmethod
    def of(cls, fact: Fact) -> "Level":
        """The figure of a fact that has a count."""
        count = fact.count
        if count is None:
            raise TypeError(f"{fact.id} has no count")
        definition = fact.definition.id if fact.definition else None
        return cls(
            fact.id, *count[:5], fact.status, fact.basis, definition, fact.scope, fact.as_of, fact.stated_by,
            fact.source.url,
        )  # fmt: skip


class Range(NamedTuple):
    """The span of the evidence."""

    low: Annotated[Number | None, "The lowest low; null if open, or if there is no evidence."]
    high: Annotated[Number | None, "The highest high; null if open, or if there is no evidence."]


class _AnswerFields(NamedTuple):
    question: Annotated[Question, "What was asked."]
    support: Annotated[Support, "How well the date is supported."]
    contested: Annotated[bool, "True if two figures of the evidence do not agree."]
    age_days: Annotated[
        int | None,
        "Days from the last day of the newest figure's date to the first day asked about; 0 if they overlap.",
    ]
    date_certain: Annotated[
        bool | None,
        "False if the date of the level may be later than the date asked about; null without one.",
    ]
    level: Annotated[Level | None, "The figure that answers; null, which is not 0, if there is no answer."]
    range: Annotated[Range, "The span of the evidence."]
    evidence: Annotated[
        tuple[Fact, ...], "The figures that the answer rests on, newest first, then what was withheld."
    ]
    in_period: Annotated[
        tuple[Fact, ...], "Of a date longer than a day: the figures of dates within it, oldest first."
    ]
    related: Annotated[
        tuple[Fact, ...],
        "What bears on the question and cannot answer it, newest first: plans, ceilings, partial, broader "
        "and excluded figures, and what is still withheld.",
    ]
    previous: Annotated[Fact | None, "The nearest figure before the evidence."]
    next: Annotated[Fact | None, "The nearest figure after the date asked about."]
    base: Annotated[BaseInfo, "The base that the answer rests on."]


class Answer(_AnswerFields, Result):
    """How many troops there were as of a date, with what the answer rests on.

    No dataclass like the other results: to import and define one takes longer than to answer.
    """

    schema: ClassVar[str] = "iraqforce.level/1"
    __repr__ = Result.__repr__  # not that of a tuple

    @property
    def value(self) -> Number | None:
        """The number that the level names; None without a level, or if its words name no single number."""
        return self.level.value if self.level else None


def answer(question: Question, levels: "Levels") -> Answer:
    """The answer that the levels give.

    Figures of scope `total` answer. If none does, those of one broader definition answer in their place.
    """
    date, known_by = question.date, question.known_by
    sets = levels.known_by(known_by)
    found = _given_by(sets.total, question)
    answering = sets.total
    if not found.evidence and sets.broader.facts:
        broader = sets.broader.of_newest_definition(date)
        given = _given_by(broader, question, confirming=False)
        if given.evidence:
            answering = broader
            found = given._replace(
                previous=found.previous or given.previous,
                next=found.next or given.next,
                still_withheld=found.still_withheld + given.still_withheld,
            )
    evidence = found.evidence
    counts = [fact.count for fact in evidence if fact.count]
    return Answer(
        question=question,
        support=found.support,
        contested=_contested(counts),
        age_days=found.age_days,
        date_certain=evidence[0].as_of.ends <= date.ends if evidence else None,
        level=Level.of(evidence[0]) if evidence else None,
        range=Range(*envelope(counts)),
        evidence=evidence,
        in_period=answering.within(date) if date.first != date.last else (),
        related=_related(sets, answering, found, question),
        previous=found.previous,
        next=found.next,
        base=levels.info,
    )


def newest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The order of figures: newest, then official before press, then quoted before cited, then by id."""
    as_of = fact.as_of
    starts, ends = as_of.starts.toordinal(), as_of.ends.toordinal()
    return -starts, -ends, fact.basis != "official", not fact.quoted, fact.id


def oldest_first(fact: Fact) -> tuple[int, int, bool, bool, str]:
    """The same from old to new."""
    starts, ends, *rest = newest_first(fact)
    return (-starts, -ends, *rest)  # type: ignore[return-value] # the rest is a list of known length


def was_known(fact: Fact, known_by: PartialDate | None) -> bool:
    """True if the fact's source was published by then; None leaves nothing out."""
    return known_by is None or fact.source.published.ends <= known_by.ends


def can_answer(fact: Fact, force: str, place: str) -> bool:
    """True for a level of this force and place whose count is the total, and that nothing excludes."""
    return _is_stated(fact, force, place) and fact.scope == "total"


def _is_stated(fact: Fact, force: str, place: str) -> bool:
    return (
        fact.kind == "level"
        and fact.status in ANSWERING
        and fact.excluded is None
        and fact.is_about(force, place)
    )


class FigureSet:
    """Figures that may be compared with each other, sorted, so that a date finds its place among them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = sorted(facts, key=newest_first)
        self.upcoming = sorted(self.facts, key=oldest_first)
        self._starts = [-fact.as_of.starts.toordinal() for fact in self.facts]
        self._ends = [fact.as_of.ends.toordinal() for fact in self.facts]
        self._later = [fact.as_of.starts.toordinal() for fact in self.upcoming]
        series: dict[tuple[str | None, str | None], list[Fact]] = {}
        for fact in self.facts:
            series.setdefault(series_of(fact), []).append(fact)
        self._series = [
            ([-fact.as_of.starts.toordinal() for fact in facts], facts) for facts in series.values()
        ]

    def begun(self, date: PartialDate) -> Iterator[Fact]:
        """The figures that have begun by the end of the date, newest first."""
        return islice(self.facts, self._first_begun(date), None)

    def later(self, date: PartialDate) -> Iterator[Fact]:
        """The figures that begin after the date, oldest first."""
        return islice(self.upcoming, bisect_right(self._later, date.ends.toordinal()), None)

    def leaders(self, date: PartialDate) -> Iterator[tuple[Fact, Sequence[Fact]]]:
        """Of each basis and definition the newest figure begun, and the older ones."""
        last = -date.ends.toordinal()
        for starts, facts in self._series:
            number = bisect_left(starts, last)
            if number < len(facts):
                yield facts[number], facts[number + 1 :]

    def not_older(self, date: PartialDate, days: int | None) -> Iterator[Fact]:
        """The figures begun whose last day is at most so many days before the date."""
        oldest = 0 if days is None else date.starts.toordinal() - days
        for number in range(self._first_begun(date), len(self.facts)):
            if self._ends[number] >= oldest:
                yield self.facts[number]

    def within(self, date: PartialDate) -> tuple[Fact, ...]:
        """The figures whose date overlaps this one, oldest first."""
        return tuple(fact for fact in self.upcoming if fact.as_of.overlaps(date))

    def of_newest_definition(self, date: PartialDate) -> "FigureSet":
        """Those of the definition of the newest figure begun."""
        newest = next(self.begun(date), None)
        return FigureSet(fact for fact in self.facts if newest and fact.definition == newest.definition)

    def _first_begun(self, date: PartialDate) -> int:
        return bisect_left(self._starts, -date.ends.toordinal())


class FigureSets(NamedTuple):
    """The figures of a force in a place, by what they may do: answer, answer in their place, or neither."""

    total: FigureSet
    broader: FigureSet
    others: FigureSet


class Levels:
    """Every level that bears on questions about one force in one place."""

    def __init__(self, force: Force, place: Place, facts: Iterable[Fact], info: BaseInfo) -> None:
        self.force, self.place, self.info = force, place, info
        self._facts = [fact for fact in facts if fact.kind == "level" and fact.count is not None]
        self._known = lru_cache(maxsize=32)(self._split)

    @classmethod
    def of(cls, base: FactBase, force: Force, place: Place) -> "Levels":
        """Those of a base."""
        return cls(force, place, base.related(force.id, place.id), base.info)

    def known_by(self, date: PartialDate | None) -> FigureSets:
        """The figures whose sources were published by the date; None leaves nothing out."""
        return self._known(date)

    def _split(self, known_by: PartialDate | None) -> FigureSets:
        total, broader, others = [], [], []
        for fact in self._facts:
            if not was_known(fact, known_by):
                continue
            if can_answer(fact, self.force.id, self.place.id):
                total.append(fact)
            elif _is_stated(fact, self.force.id, self.place.id) and fact.scope == "broader":
                broader.append(fact)
            else:
                others.append(fact)
        return FigureSets(FigureSet(total), FigureSet(broader), FigureSet(others))


class _Given(NamedTuple):
    """What comparable figures say to a question; no evidence if they support no answer.

    `still_withheld` are withheld counts that are the newest of their basis and definition, and not evidence.
    """

    support: Support
    evidence: tuple[Fact, ...]
    still_withheld: tuple[Fact, ...]
    age_days: int | None
    previous: Fact | None
    next: Fact | None


def _given_by(figures: FigureSet, question: Question, *, confirming: bool = True) -> _Given:
    """What the figures say. A withheld count replaces no figure, and answers only if there is none.

    Without `confirming` no later figure keeps an old one from expiring.
    """
    date = question.date
    current, withheld = _current(figures, date), _withheld(figures, date)
    following = _first(figures.later(date), lambda fact: not fact.withheld)
    after = following if confirming and following and not following.withheld else None
    leading, support = current, _support(current, after, question)
    if support in ("expired", "none") and withheld:
        recent = [fact for fact in withheld if not _superseded(fact, withheld[0])]
        without_figures = _support(recent, after, question)
        if without_figures not in ("expired", "none") or not current:
            leading, support = [], without_figures
    evidence = _evidence(leading, withheld) if support not in ("expired", "none") else ()
    shown = {fact.id for fact in evidence}
    previous = _first(
        (fact for fact in figures.begun(date) if fact.id not in shown), lambda f: not f.withheld
    )
    newest = evidence[0] if evidence else previous
    return _Given(
        support=support,
        evidence=evidence,
        still_withheld=tuple(
            fact for fact, _ in figures.leaders(date) if fact.withheld and fact.id not in shown
        ),
        age_days=newest.as_of.days_before(date) if newest else None,
        previous=previous,
        next=following,
    )


def _first(facts: Iterable[Fact], wanted: Callable[[Fact], bool]) -> Fact | None:
    """The first fact that is wanted, else the first of all."""
    first = None
    for fact in facts:
        if wanted(fact):
            return fact
        first = first or fact
    return first


def series_of(fact: Fact) -> tuple[str | None, str | None]:
    """Whose number it is and what it counts: figures alike in both are compared with each other first."""
    return fact.basis, fact.definition.id if fact.definition else None


def _superseded(fact: Fact, newest: Fact) -> bool:
    return (newest.as_of.starts - fact.as_of.starts).days > HISTORY_DAYS


def _current(figures: FigureSet, date: PartialDate) -> list[Fact]:
    """Of each basis and definition the newest figure and those of its window, as far as not superseded."""
    found: list[Fact] = []
    newest: dict[tuple[str | None, str | None], Fact] = {}
    for fact in figures.begun(date):
        if fact.withheld:
            continue
        if found and _superseded(fact, found[0]):
            break
        leader = newest.setdefault(series_of(fact), fact)
        if (leader.as_of.starts - fact.as_of.starts).days <= WINDOW_DAYS:
            found.append(fact)
    return found


def _withheld(figures: FigureSet, date: PartialDate) -> list[Fact]:
    """The withheld counts among the newest figures of each basis and definition, newest first."""
    found: list[Fact] = []
    for leader, older in figures.leaders(date):
        for fact in (leader, *older):
            if (leader.as_of.starts - fact.as_of.starts).days > WINDOW_DAYS:
                break
            if fact.withheld:
                found.append(fact)
    return sorted(found, key=newest_first)


def _evidence(figures: list[Fact], withheld: list[Fact]) -> tuple[Fact, ...]:
    """The figures, and after them the withheld counts that the newest does not supersede."""
    newest = (figures or withheld)[0]
    return (*figures, *(fact for fact in withheld if not _superseded(fact, newest)))


def _support(current: list[Fact], following: Fact | None, question: Question) -> Support:
    if not current:
        return "none"
    level, date, limit = current[0], question.date, question.max_age_days
    if level.as_of.overlaps(date):
        return "reported"
    if limit is None or level.as_of.days_before(date) <= limit:
        return "consistent" if following is not None and _agree(level, following) else "last_known"
    if following is None or date.days_before(following.as_of) > limit:
        return "expired"
    return "consistent" if confirms(level, following) else "expired"


def confirms(level: Fact, following: Fact) -> bool:
    """True if the next figure keeps one that is older than the limit from expiring: they agree.

    An open bound agrees with nearly every number, and confirms none.
    """
    counts = [fact.count for fact in (level, following) if fact.count]
    return all(None not in (each.low, each.high) for each in counts) and _agree(level, following)


def _agree(one: Fact, other: Fact) -> bool:
    return one.count is not None and other.count is not None and _counts_agree(one.count, other.count)


@lru_cache(maxsize=4096)
def _counts_agree(one: Count, other: Count) -> bool:
    return one.agrees_with(other)


def _contested(counts: Iterable[Count]) -> bool:
    """True if two counts that name or bound a number do not agree; a withheld one disputes none."""
    distinct = dict.fromkeys(count for count in counts if not count.withheld)
    return any(not _counts_agree(one, other) for one, other in combinations(distinct, 2))


def _related(sets: FigureSets, answering: FigureSet, found: _Given, question: Question) -> tuple[Fact, ...]:
    """What bears on the question and cannot answer it, newest first.

    A count that is withheld stays so until one is given, however long ago that was.
    """
    date, limit = question.date, question.max_age_days
    related = [*sets.others.not_older(date, limit), *found.still_withheld]
    used = {fact.id for fact in answering.facts} if answering is not sets.total else set()
    related += (fact for fact in sets.broader.not_older(date, limit) if fact.id not in used)
    return tuple(sorted(related, key=newest_first))
