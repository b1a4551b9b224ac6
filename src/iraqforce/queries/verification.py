"""The troop figures of a manuscript, each held against the base. Docs: docs/verify.md.

A claim is judged only if its number, force, place and date were read from the text by rule.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, NamedTuple

from iraqforce.errors import limited
from iraqforce.model.choices import VERDICTS, Direction, Kind, Verdict
from iraqforce.model.counts import Count, relation
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.model.positions import TextPlace, text_place
from iraqforce.model.result import Result
from iraqforce.queries import verdict_words as words
from iraqforce.queries.agreement import agrees, is_compatible
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS, Answer, Question, distance, series_of
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import ANSWERING, Figures, Levels, can_answer
from iraqforce.text.claims import TextClaim, claims
from iraqforce.text.names_in_text import Names

FAILED: Final[frozenset[Verdict]] = frozenset({"not-supported", "outdated", "different-measure"})
"""The verdicts that a manuscript should not be printed with."""

OPEN: Final[frozenset[Verdict]] = frozenset({"contested", "unclear"})
"""The verdicts that a strict check does not accept either."""

MONTH_DAYS: Final = 28
"""A claim about a period of so many days agrees with any figure dated within it."""

SERIES_DAYS: Final = 5 * 366
"""An earlier or a later figure explains a claim if it is at most so many days away."""

MOST_CLAIMS: Final = 5_000
"""Claims of one manuscript: a book has fewer, and each is kept with its figures."""

CHANGE_DAYS: Final = 31
"""A change happened when the manuscript says so if its date or its due date is at most so many days away."""


class Claim(NamedTuple):
    """A statement of how many of a force were in a place, and what the base says of it."""

    verdict: Annotated[Verdict, "What the base says of the claim."]
    why: Annotated[str, "Why, in a sentence or two."]
    words: Annotated[str, "The number, in the manuscript's words."]
    at: Annotated[TextPlace, "Where the number is in the manuscript."]
    sentence: Annotated[str, "The sentence, on one line; of a very long one, the words around the number."]
    marks: Annotated[tuple[tuple[int, int], ...], "Where the number is in the sentence: start and end."]
    count: Annotated[Count | None, "The number that the words name."]  # type: ignore[assignment] # also a method
    kind: Annotated[Kind, "Whether it is a level or a change."]
    direction: Annotated[Direction | None, "The direction of a change."]
    force: Annotated[Force | None, "The ID of the force."]
    place: Annotated[Place | None, "The ID of the place."]
    date: Annotated[PartialDate | None, "The date that the claim is about."]
    dated_by: Annotated[str, "The words that give the date, or how it was derived, or why there is none."]
    facts: Annotated[tuple[Fact, ...], "The figures that decide, the first one first; else the nearest."]
    suggestion: Annotated[str | None, "A wording that the base supports."]


@dataclass(frozen=True, repr=False)
class Verification(Result):
    """The claims of manuscripts with their verdicts, in order."""

    schema: ClassVar[str] = "iraqforce.verify/1"
    _lists: ClassVar[str] = "claims"

    published: Annotated[PartialDate | None, "The day of publication; null if it was not given."]
    verdicts: Annotated[dict[str, int], "How many claims have each verdict, also those that are not listed."]
    claims: Annotated[tuple[Claim, ...], "The claims with one of the verdicts asked for, in order."]
    base: Annotated[BaseInfo, "The base that they were held against."]

    def failed(self, *, strict: bool = False) -> bool:
        """True if a claim is not supported, outdated or of a different measure; `strict`: or open."""
        return any(self.verdicts[verdict] for verdict in (FAILED | OPEN if strict else FAILED))


def verify(
    base: FactBase,
    levels_of: Callable[[Force, Place], Levels],
    manuscripts: Iterable[tuple[str, str]],
    published: PartialDate | None,
    only: Collection[str] = tuple(VERDICTS),
) -> Verification:
    """The claims of manuscripts, given by path and text, that have one of these verdicts.

    `levels_of` gives the levels of a force and a place, and keeps them. Raises ArticleError if a manuscript
    has too many claims.
    """
    judge, names = _Judge(base, levels_of), Names(base)
    day = published.last if published else None
    counted = {None, *(fact.force.id for fact in base.facts if fact.kind == "level" and fact.force)}
    found = [
        judge.claim(path, text, each)
        for path, text in manuscripts
        for each in limited(claims(text, names, day), MOST_CLAIMS, path, "claims")
        if each.force in counted  # the base has nothing to say of a force that it never counts
    ]
    numbers = Counter(each.verdict for each in found)
    verdicts: dict[str, int] = {verdict: numbers[verdict] for verdict in VERDICTS}
    return Verification(published, verdicts, tuple(e for e in found if e.verdict in only), base.info)


class _Ruling(NamedTuple):
    verdict: Verdict
    why: str
    facts: tuple[Fact, ...] = ()
    suggestion: str | None = None


class _Judge:
    """Holds claims against a base."""

    def __init__(self, base: FactBase, levels_of: Callable[[Force, Place], Levels]) -> None:
        self._base, self._levels_of = base, levels_of

    def claim(self, path: str, text: str, read: TextClaim) -> Claim:
        """The claim with its verdict."""
        force = self._base.forces[read.force] if read.force else None
        place = self._base.places[read.place] if read.place else None
        ruling = self._ruling(read, force, place)
        return Claim(
            ruling.verdict, ruling.why, read.number.words, text_place(path, text, read.start), read.sentence,
            (read.at,), read.number.count, "change" if read.is_change else "level", read.direction,
            force, place, read.date, read.dated_by, ruling.facts, ruling.suggestion,
        )  # fmt: skip

    def _ruling(self, read: TextClaim, force: Force | None, place: Place | None) -> _Ruling:
        count = read.number.count
        if read.doubt or count is None or force is None or place is None or read.date is None:
            return _Ruling("unclear", words.unclear(read.doubt or "the words can be read in several ways"))
        if read.is_change:
            return self._of_change(read, count, force, place, read.date)
        return _of_level(read, count, self._levels_of(force, place), read.date)

    def _of_change(
        self, read: TextClaim, count: Count, force: Force, place: Place, asked: PartialDate
    ) -> _Ruling:
        near = [
            fact
            for fact in self._base.about(force.id, place.id)
            if fact.kind == "change"
            and fact.count is not None
            and not fact.withheld
            and fact.excluded is None
            and read.direction in (None, fact.direction)
            and _change_days(fact, asked) <= CHANGE_DAYS
        ]
        agreeing = tuple(fact for fact in near if agrees(count, fact.count))
        if agreeing:
            return _Ruling("supported", words.agrees_with(agreeing), agreeing)
        loose = tuple(fact for fact in near if is_compatible(count, fact.count))
        if loose:
            return _Ruling("unclear", words.too_loose(loose), loose)
        # A change dated to another day, or a plan that was due then, says little of what else happened.
        dated = tuple(fact for fact in near if distance(fact.as_of, asked) == 0)
        if dated and read.told == "fact":
            return _Ruling("not-supported", words.nearest(dated), dated, words.change_wording(dated[0]))
        return _Ruling("no-data", "The base has no such change at that time.", tuple(near))


def _of_level(read: TextClaim, count: Count, levels: Levels, asked: PartialDate) -> _Ruling:
    found = answer(Question(levels.force, levels.place, asked), levels)
    near = _dated_near(found)
    agreeing = [fact for fact in near if agrees(count, fact.count)]
    if agreeing and read.told == "fact":
        return _agreed(count, agreeing, found, levels)
    others, wording = _others(count, found, near, levels), words.wording(found)
    if read.told != "fact":
        intended = _intended(others)
        if intended is not None:
            return _Ruling("supported", words.agrees_with([intended]), (intended,))
        if agreeing:
            return _agreed(count, agreeing, found, levels)
        return _Ruling("unclear", words.unknown_intention(read.told), found.evidence, wording)
    if not found.level:
        others = [each for each in others if each.verdict == "different-measure" and each.days <= MONTH_DAYS]
    loose = tuple(fact for fact in near if is_compatible(count, fact.count))
    if others and (others[0].exact or not loose):
        why = words.matches_another(others[0].verdict, others[0].fact, found)
        return _Ruling(others[0].verdict, why, (others[0].fact, *found.evidence), wording)
    if not found.level:
        return _Ruling("no-data", words.no_data(found))
    if loose:
        return _Ruling("unclear", words.too_loose(loose), loose, wording)
    return _Ruling("not-supported", words.nearest(found.evidence), found.evidence, wording)


def _agreed(count: Count, agreeing: Sequence[Fact], found: Answer, levels: Levels) -> _Ruling:
    """Supported if one of the figures that agree has no rival that conflicts with the claim."""
    disputed: tuple[Fact, ...] = ()
    answered = _against(count, found.evidence)
    for fact in agreeing:
        beside = _beside(fact, found, levels)
        against = answered if beside is found.evidence else _against(count, beside)
        if not against:
            if fact.scope == "broader":
                why = words.matches_another("different-measure", fact, found)
                return _Ruling("different-measure", why, (fact,), words.wording(found))
            same = (fact, *(each for each in agreeing if each != fact))
            return _Ruling("supported", words.agrees_with(same), same)
        disputed = disputed or (fact, *against)
    return _Ruling("contested", words.conflict(disputed), disputed, words.wording(found))


def _against(count: Count, figures: Sequence[Fact]) -> list[Fact]:
    return [each for each in figures if each.count and relation(count, each.count) == "conflict"]


def _beside(fact: Fact, found: Answer, levels: Levels) -> Sequence[Fact]:
    """The figures that answer together with this one, if need be on the date of the figure itself."""
    if fact in found.evidence:
        return found.evidence
    if fact.as_of.first is None or fact.as_of.last is None:
        return (fact,)
    then = answer(found.question._replace(date=fact.as_of), levels)
    return then.evidence if fact in then.evidence else (fact,)


class _Other(NamedTuple):
    """A figure that agrees with a claim, but is not one of the answer; `exact` if it has its very number."""

    exact: bool
    days: int
    verdict: Verdict
    fact: Fact


def _others(count: Count, found: Answer, near: Sequence[Fact], levels: Levels) -> list[_Other]:
    """The other figures that agree with a claim: those with its very number first, then the nearest."""
    known, shown = levels.known(None), {fact.id for fact in near}
    others = [
        each
        for fact in (*known.total.facts, *known.others.facts)
        if fact.id not in shown and agrees(count, fact.count)
        for each in _other(count, fact, found, known.total.series)
    ]
    rank = {"outdated": 0, "early": 1, "different-measure": 2}
    return sorted(others, key=lambda each: (not each.exact, each.days, rank[each.verdict]))


def _other(count: Count, fact: Fact, found: Answer, series: Mapping[str, Figures]) -> Iterator[_Other]:
    """What such a figure makes of a claim; nothing if it is too far away.

    The last figure of a series that goes on no more is not outdated: it counts something else.
    """
    asked, force, place = found.question.date, found.question.force.id, found.question.place.id
    same = can_answer(fact, force, place) and fact not in found.other_counts
    same = same and series[series_of(fact)].newest(asked.ends.toordinal()) != fact
    if not same and (_was_taken_back(fact) or fact.as_of.starts > asked.ends):
        return
    days = distance(fact.as_of, asked)
    if days <= (SERIES_DAYS if same else DEFAULT_MAX_AGE_DAYS):
        past: Verdict = "outdated" if fact.as_of.ends < asked.starts else "early"
        exact = fact.count is not None and fact.count.value == count.value is not None
        yield _Other(exact, days, past if same else "different-measure", fact)


def _was_taken_back(fact: Fact) -> bool:
    """True for a figure that counts the same and is not used: it says nothing about a claim."""
    return fact.excluded is not None and fact.scope == "total" and fact.status in ANSWERING


def _intended(others: Sequence[_Other]) -> Fact | None:
    """The nearest of these that is a plan or a ceiling itself."""
    statuses = ("planned", "announced", "authorized")
    return next((each.fact for each in others if each.fact.status in statuses), None)


def _dated_near(found: Answer) -> tuple[Fact, ...]:
    """The evidence and, for a month or longer, every figure dated within it."""
    asked = found.question.date
    if (asked.ends - asked.starts).days + 1 < MONTH_DAYS:
        return found.evidence
    shown = {fact.id for fact in found.evidence}
    return (*found.evidence, *(fact for fact in found.in_period if fact.id not in shown))


def _change_days(fact: Fact, asked: PartialDate) -> int:
    """The days from a change to the date; what is due within a long time says little of when it happens."""
    is_due = fact.due is not None and (fact.due.ends - fact.due.starts).days <= 2 * CHANGE_DAYS
    return min(distance(each, asked) for each in (fact.as_of, fact.due if is_due else None) if each)
