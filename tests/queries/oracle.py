"""The as-of rule again: slow, plain, and written from docs/as-of.md alone, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from iraqforce.model.counts import Count, Number
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Fact
from iraqforce.queries.answers import Question

Facts = list[Fact]


class Expected(NamedTuple):
    """What an answer must be. Figures are given by their ids."""

    support: str
    level: str | None
    evidence: list[str]
    contested: bool
    agreement: str | None
    range: tuple[Number | None, Number | None]
    age_days: int | None
    date_certain: bool | None
    other_counts: list[str]
    since: list[str]
    withheld: set[str]
    parts: list[str]
    in_period: list[str]
    related: list[str]
    previous: str | None
    next: str | None


class Found(NamedTuple):
    """What one set of candidates gives."""

    support: str
    level: Fact | None
    evidence: Facts
    other_counts: Facts
    age_days: int | None


def expected(facts: Sequence[Fact], question: Question) -> Expected:
    """The answer that docs/as-of.md gives."""
    subject = known(about_subject(facts, question), question)
    candidates = [fact for fact in subject if is_candidate(fact, question)]
    ended = superseded(subject, question)
    found = answer_from(candidates, ended, question)
    if not answers(found) and question.definition is None:
        candidates, found = broader_instead(subject, ended, question, candidates, found)
    level = found.level if answers(found) else None
    earlier, later = previous_and_next(candidates, found, question)
    return Expected(
        support=found.support,
        level=level.id if level else None,
        evidence=ids(found.evidence),
        contested=agreement(found.evidence) == "conflict",
        agreement=agreement(found.evidence),
        range=span(found.evidence),
        age_days=found.age_days,
        date_certain=date_certain(level, question),
        other_counts=ids(found.other_counts),
        since=ids(since(subject, ended, level, question)),
        withheld=set(ids(withheld(subject, ended, question))),
        parts=ids(parts(subject, ended, found.evidence, question)),
        in_period=ids(in_period(candidates, question)),
        related=ids(related(subject, ended, found, question)),
        previous=earlier.id if earlier else None,
        next=later.id if later else None,
    )


def ids(facts: Facts) -> list[str]:
    """The ids, in order."""
    return [fact.id for fact in facts]


def about_subject(facts: Sequence[Fact], question: Question) -> Facts:
    """1. Exactly the force and the place asked about."""
    return [fact for fact in facts if fact.is_about(question.force.id, question.place.id)]


def known(facts: Facts, question: Question) -> Facts:
    """1. With --known-by, only sources published by that date; an unknown day is the last of its month."""
    if question.known_by is None:
        return facts
    return [fact for fact in facts if fact.source.published.ends <= question.known_by.ends]


def is_headcount(fact: Fact) -> bool:
    """1. A level with a number, whatever its scope and status, that is neither excluded nor withheld."""
    return fact.kind == "level" and fact.count is not None and not fact.withheld and fact.excluded is None


def is_actual(fact: Fact) -> bool:
    """1. Plans and authorized ceilings are not candidates."""
    return fact.status in {"actual", "announced", "former"}


def is_candidate(fact: Fact, question: Question) -> bool:
    """1 and 14. A headcount of scope `total`, or of the definition asked for, whatever its scope."""
    if not is_headcount(fact):
        return False
    if question.definition is not None:
        return series(fact) == question.definition.id
    return is_actual(fact) and fact.scope == "total"


def newest_first(facts: Facts) -> Facts:
    """2. The order of every list that is newest first."""
    by_id = sorted(facts, key=lambda fact: fact.id)

    def newness(fact: Fact) -> tuple[object, ...]:
        official, twice = fact.basis == "official", fact.checked == "twice"
        return fact.as_of.starts, fact.as_of.ends, official, fact.quoted, twice

    return sorted(by_id, key=newness, reverse=True)  # a stable sort: the first id stays first


def oldest_first(facts: Facts) -> Facts:
    """2. By first days, then last days; figures of one date in the order of `newest_first`."""
    return sorted(newest_first(facts), key=lambda fact: fact.as_of.order)


def distance(one: PartialDate, other: PartialDate) -> int:
    """2. Days from the last day of the earlier to the first day of the later date; 0 if they overlap."""
    if one.ends < other.starts:
        return (other.starts - one.ends).days
    if other.ends < one.starts:
        return (one.starts - other.ends).days
    return 0


def begun(facts: Facts, question: Question) -> Facts:
    """2. The figures whose first day is not after the last day asked about."""
    return [fact for fact in facts if fact.as_of.starts <= question.date.ends]


def within_limit(facts: Facts, question: Question) -> Facts:
    """8. The figures that are not further from the date asked about than the age limit."""
    limit = question.max_age_days
    return [fact for fact in facts if limit is None or distance(fact.as_of, question.date) <= limit]


def is_vague(fact: Fact) -> bool:
    """3. A figure whose date is longer than 31 days."""
    return (fact.as_of.ends - fact.as_of.starts).days + 1 > 31


def without_vague(facts: Facts, question: Question) -> Facts:
    """3. Vague figures are used only where no other figure is within the age limit."""
    precise = [fact for fact in facts if not is_vague(fact)]
    return precise if within_limit(precise, question) else facts


def series(fact: Fact) -> str:
    """4. Figures of one definition are one series, whoever states them."""
    return fact.definition.id if fact.definition else "total-as-reported"


def latest(facts: Facts, question: Question) -> Fact | None:
    """4. The newest of the figures of a series, all of which have begun, that is within the age limit."""
    return next(iter(newest_first(within_limit(facts, question))), None)


def speaker(fact: Fact) -> str:
    """4. The person or office that stated it, or the publisher."""
    return fact.stated_by or fact.source.publisher


def about_the_same_time(one: PartialDate, other: PartialDate) -> bool:
    """4. One date contains the other, or first and last days are each at most 7 days apart."""
    if one.starts <= other.starts and other.ends <= one.ends:
        return True
    if other.starts <= one.starts and one.ends <= other.ends:
        return True
    return abs((one.starts - other.starts).days) <= 7 and abs((one.ends - other.ends).days) <= 7


def rivals(shown: Fact, facts: Facts) -> Facts:
    """4. The newest figure of each other speaker, of the same series and about the same time."""
    found: dict[str, Fact] = {}
    for fact in newest_first(facts):
        if series(fact) == series(shown) and about_the_same_time(fact.as_of, shown.as_of):
            found.setdefault(speaker(fact), fact)
    found.pop(speaker(shown), None)
    return list(found.values())


def superseded(facts: Facts, question: Question) -> Facts:
    """4. Once a level of scope `total` that supersedes has begun, the levels that ended before it."""
    ends_all = [
        fact
        for fact in begun(facts, question)
        if fact.supersedes and is_headcount(fact) and is_actual(fact) and fact.scope == "total"
    ]
    return [
        fact
        for fact in facts
        if fact.kind == "level" and any(fact.as_of.ends < end.as_of.starts for end in ends_all)
    ]


def without(facts: Facts, dropped: Facts) -> Facts:
    """The facts that are not among the dropped ones."""
    return [fact for fact in facts if fact not in dropped]


def answer_from(candidates: Facts, ended: Facts, question: Question) -> Found:
    """3 to 8. What these candidates give."""
    used = without_vague(begun(without(candidates, ended), question), question)
    if not used:
        return Found("none", None, [], [], None)
    level = newest_first(used)[0]
    evidence, others = evidence_and_other_counts(level, used, question)
    support = support_of(level, evidence, others, candidates, question)
    age = distance(level.as_of, question.date)
    if support == "expired":
        return Found(support, level, [], [], age)
    return Found(support, level, evidence, others, age)


def answers(found: Found) -> bool:
    """8. Whether there is an answer."""
    return found.support not in {"expired", "none"}


def evidence_and_other_counts(level: Fact, used: Facts, question: Question) -> tuple[Facts, Facts]:
    """5. The level and the latest of the other series, each with its rivals; those that are too far away."""
    evidence = [level, *rivals(level, used)]
    others = []
    for name in {series(fact) for fact in used} - {series(level)}:
        newest = latest([fact for fact in used if series(fact) == name], question)
        if newest is None:
            continue
        if distance(newest.as_of, level.as_of) <= 31:
            evidence += [newest, *rivals(newest, used)]
        else:
            others.append(newest)
    return newest_first(evidence), newest_first(others)


def is_open(count: Count) -> bool:
    """6. Without a lowest or a highest number."""
    return count.low is None or count.high is None


def last_digit(number: Number) -> int:
    """6. The place value of the last significant digit: 1,000 of 5,000."""
    place = 1
    while number != 0 and number % (10 * place) == 0:
        place = 10 * place
    return place


def near(one: Number, other: Number) -> bool:
    """6. Within 5 percent of the larger; or less than half the last digit of the rounder, and 10 percent."""
    apart = abs(Fraction(one) - Fraction(other))
    larger = Fraction(max(one, other))
    if apart <= larger * 5 / 100:
        return True
    half = Fraction(max(last_digit(one), last_digit(other)), 2)
    return apart < half and apart <= larger * 10 / 100


def relation(one: Count, other: Count) -> str:
    """6. How two counts relate. If they do not overlap, their nearest bounds are compared."""
    apart = None
    if one.high is not None and other.low is not None and one.high < other.low:
        apart = one.high, other.low
    if other.high is not None and one.low is not None and other.high < one.low:
        apart = other.high, one.low
    if apart and not near(*apart):
        return "conflict"
    return "compatible" if is_open(one) or is_open(other) else "agree"


def counts(facts: Facts) -> list[Count]:
    """The counts of figures."""
    return [fact.count for fact in facts if fact.count is not None]


def agreement(evidence: Facts) -> str | None:
    """7. How the figures of the evidence relate."""
    if len(evidence) < 2:
        return "single" if evidence else None
    relations = {relation(one, other) for one, other in combinations(counts(evidence), 2)}
    if "conflict" in relations:
        return "conflict"
    return "agree" if relations == {"agree"} else "compatible"


def span(evidence: Facts) -> tuple[Number | None, Number | None]:
    """7. The lowest and the highest number; None on a side where a figure is open."""
    if not evidence:
        return None, None
    lows = [count.low for count in counts(evidence)]
    highs = [count.high for count in counts(evidence)]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    return low, high


def support_of(level: Fact, evidence: Facts, others: Facts, candidates: Facts, question: Question) -> str:
    """8. How well the date is supported by a level."""
    if distance(level.as_of, question.date) == 0:
        return "reported"
    coming = next_figure(without(candidates, evidence + others), question)
    if agreement(evidence) != "conflict" and coming is not None:
        same_date = [fact for fact in candidates if fact.as_of.order == coming.as_of.order]
        agrees = any(relation(*counts([level, fact])) == "agree" for fact in same_date)
        if agrees and within_limit([level, coming], question):
            return "consistent"
    return "last_known" if within_limit([level], question) else "expired"


def date_certain(level: Fact | None, question: Question) -> bool | None:
    """8. False if the date of the level ends after the date asked about."""
    return level.as_of.ends <= question.date.ends if level else None


def broader_instead(
    subject: Facts, ended: Facts, question: Question, candidates: Facts, found: Found
) -> tuple[Facts, Found]:
    """9. The figures of the newest broader definition, if they answer where those of scope total do not."""
    broader = [fact for fact in subject if is_headcount(fact) and is_actual(fact) and fact.scope == "broader"]
    newest = answer_from(broader, ended, question).level
    if newest is None:
        return candidates, found
    of_one = [fact for fact in broader if series(fact) == series(newest)]
    instead = answer_from(of_one, ended, question)
    return (of_one, instead) if answers(instead) else (candidates, found)


def parts(subject: Facts, ended: Facts, evidence: Facts, question: Question) -> Facts:
    """9 and 14. If all evidence is 0, or there is none: the newest three partial figures within the limit."""
    if question.definition is not None or any(count.value != 0 for count in counts(evidence)):
        return []
    partial = [
        fact
        for fact in without(subject, ended)
        if is_headcount(fact) and is_actual(fact) and fact.scope == "partial"
    ]
    return newest_first(within_limit(begun(partial, question), question))[:3]


def since(subject: Facts, ended: Facts, level: Fact | None, question: Question) -> Facts:
    """10. The changes since the level's date, oldest first, then the plan due since that was stated last."""
    if level is None:
        return []
    return changes_since(subject, level, question) + plan_due(without(subject, ended), level, question)


def changes_since(subject: Facts, level: Fact, question: Question) -> Facts:
    """10. Changes with a number and a direction that begin after the level's date."""
    return oldest_first(
        [
            fact
            for fact in begun(subject, question)
            if fact.kind == "change"
            and fact.count is not None
            and not fact.withheld
            and fact.direction in {"increase", "decrease"}
            and fact.status in {"actual", "announced", "authorized"}
            and fact.as_of.starts > level.as_of.ends
        ]
    )


def plan_due(subject: Facts, level: Fact, question: Question) -> Facts:
    """10. The plan stated last of those that were due since the level's date."""
    plans = [
        fact
        for fact in subject
        if is_headcount(fact)
        and fact.status == "planned"
        and fact.scope == "total"
        and fact.due is not None
        and level.as_of.ends < fact.due.ends <= question.date.ends
    ]
    return newest_first(within_limit(begun(plans, question), question))[:1]


def withheld(subject: Facts, ended: Facts, question: Question) -> Facts:
    """11 and 14. The newest withheld count of each definition, until one is given for a later date."""
    known_counts = [
        fact
        for fact in begun(without(subject, ended), question)
        if (fact.kind == "level" and fact.withheld) or (is_headcount(fact) and is_actual(fact))
    ]
    if question.definition is not None:
        known_counts = [fact for fact in known_counts if series(fact) == question.definition.id]
    found = []
    for name in {series(fact) for fact in known_counts}:
        of_one = newest_first([fact for fact in known_counts if series(fact) == name])
        newest = next((fact for fact in of_one if fact.withheld), None)
        if newest is None:
            continue
        given = [fact for fact in of_one if not fact.withheld and fact.as_of.order > newest.as_of.order]
        if not given:
            found.append(newest)
    return found


def related(subject: Facts, ended: Facts, found: Found, question: Question) -> Facts:
    """11. Plans, ceilings, partial, broader and excluded figures that do not affect the answer."""
    others = [
        fact
        for fact in without(subject, ended + found.evidence)
        if fact.kind == "level"
        and fact.count is not None
        and not fact.withheld
        and (
            fact.status in {"planned", "authorized"}
            or fact.scope in {"partial", "broader"}
            or fact.excluded is not None
        )
    ]
    return newest_first(within_limit(begun(others, question), question))


def next_figure(facts: Facts, question: Question) -> Fact | None:
    """3 and 11. The first figure that begins after the last day asked about; vague ones as in clause 3."""
    later = [fact for fact in facts if fact.as_of.starts > question.date.ends]
    return next(iter(oldest_first(without_vague(later, question))), None)


def previous_and_next(candidates: Facts, found: Found, question: Question) -> tuple[Fact | None, Fact | None]:
    """3 and 11. The nearest candidates outside the evidence and the other counts."""
    outside = without(candidates, found.evidence + found.other_counts)
    earlier = newest_first(without_vague(begun(outside, question), question))
    return next(iter(earlier), None), next_figure(outside, question)


def in_period(candidates: Facts, question: Question) -> Facts:
    """12. Of a date longer than a day: every candidate whose date lies within it, oldest first."""
    asked = question.date
    if asked.starts == asked.ends:
        return []
    return oldest_first(
        [fact for fact in candidates if asked.starts <= fact.as_of.starts and fact.as_of.ends <= asked.ends]
    )
