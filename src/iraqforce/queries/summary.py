"""The words of an answer: its summary, a sentence or two, and its cautions. Docs: docs/as-of.md.

JSON, CSV, pages, badges and the report all use these.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from iraqforce.model.counts import Number, relation
from iraqforce.model.facts import Fact
from iraqforce.queries.answers import Answer, distance, series_of
from iraqforce.text.phrases import (
    capitalized,
    count_words,
    date_words,
    day_words,
    figure_words,
    listed,
    number_words,
    on_date,
    with_article,
    within_words,
)

NEAR: Final = 0.9
"""A range ends with the words of an open figure, such as more than 5,000, if no other is much beyond it."""

OTHER_COUNT_DAYS: Final = 100
"""Another count is worth a caution if it is at most this far from the level."""


def summary_of(answer: Answer) -> str:
    """The answer as a sentence with a range in words, and when it is from."""
    if not answer.level:
        return _no_answer(answer)
    return " ".join(part for part in (_numbers(answer), _when(answer)) if part)


def cautions_of(answer: Answer) -> Iterator[str]:
    """13. What a reader must not miss, a sentence each."""
    if answer.level:
        yield from _scope(answer)
        yield from _since(answer)
        if answer.date_certain is False:
            yield (
                f"The figure is dated only “{date_words(answer.evidence[0].as_of)}” and may be later than "
                f"{date_words(answer.question.date)}."
            )
        yield from _other_counts(answer)
        yield from _single_source(answer)
    yield from _updated(answer)


def _no_answer(answer: Answer) -> str:
    date, last = answer.question.date, answer.previous
    if answer.support == "expired" and last is not None:
        limit = answer.question.max_age_days
        return (
            f"No answer: the latest figure ({count_words(last)}, {date_words(last.as_of)}) is "
            f"{answer.age_days:,} days old; the limit is {limit:,} (see --max-age)."
        )
    force = answer.question.force
    if force.part_of is not None and answer.next is None:
        return (
            f"No figure is available for {force.name} alone. This does not mean zero. They are part of "
            f"“{force.part_of}”: see --force {force.part_of}."
        )
    return f"No figure is available for {day_words(date.ends)}, or earlier. This does not mean zero."


def _numbers(answer: Answer) -> str:
    """The number or the range, and who states it."""
    evidence, date = answer.evidence, answer.question.date
    if date.ends.toordinal() - date.starts.toordinal() >= 31 and len(answer.in_period) > 1:
        return _period(answer)
    speakers = list(dict.fromkeys(fact.speaker for fact in evidence))
    at_end = " at the end of the month" if _is_month_end(answer) else ""
    if answer.value == 0 and answer.support != "reported":
        at_end = f" since {date_words(evidence[0].as_of)}"
    low, high = _ends(evidence)
    if low == high:
        if len(speakers) == 1:
            return f"{capitalized(low)}{at_end}, according to {with_article(speakers[0])}."
        if answer.agreement == "compatible":
            return f"{capitalized(low)}{at_end}, according to {number_words(len(speakers))} sources."
        return f"{capitalized(low)}{at_end}. {capitalized(number_words(len(speakers)))} sources agree."
    match answer.agreement:
        case "conflict" if len({series_of(fact) for fact in _conflicting(evidence)}) > 1:
            how = "depending on who is counted"
        case "conflict":
            how = "depending on the source"
        case _ if len(speakers) == 1:
            how = f"according to {with_article(speakers[0])}"
        case _:
            how = f"according to {number_words(len(speakers))} sources"
    return f"{capitalized(low)} to {high}{at_end}, {how}."


def _period(answer: Answer) -> str:
    """12. The span of a period longer than a month, and its end."""
    low, high = _ends(answer.in_period)
    span = low if low == high else f"{low} to {high}"
    level = answer.evidence[0]
    return (
        f"{capitalized(span)} {within_words(answer.question.date)}; the latest figure is "
        f"{count_words(level)}, from {date_words(level.as_of)}."
    )


def _ends(facts: Sequence[Fact]) -> tuple[str, str]:
    """The words of the lowest and of the highest figure; the same words if all name one number."""
    if len({fact.count[1:4] for fact in facts if fact.count}) == 1:
        return count_words(facts[0]), count_words(facts[0])
    top, bottom = max(map(_highest, facts)), min(map(_number, facts))
    above = [fact for fact in facts if fact.count and fact.count.high is None and _number(fact) >= NEAR * top]
    below = [
        fact for fact in facts if fact.count and fact.count.low is None and NEAR * _number(fact) <= bottom
    ]
    lowest, highest = min(below or facts, key=_number), max(above or facts, key=_highest)
    return _end_words(lowest, _number(lowest)), _end_words(highest, _highest(highest))


def _end_words(fact: Fact, end: Number) -> str:
    """The words of a figure, or of one end of it if it is a range itself."""
    return f"{end:,}" if fact.count and fact.count.qualifier == "range" else count_words(fact)


def _highest(fact: Fact) -> Number:
    """The number that a count names, or the upper end of a range."""
    count = fact.count
    return count.high if count and count.qualifier == "range" and count.high is not None else _number(fact)


def _number(fact: Fact) -> Number:
    """The number that a count names or bounds."""
    count = fact.count
    return next((each for each in (count and count[1:4]) or () if each is not None), 0)


def _when(answer: Answer) -> str:
    date, level = answer.question.date, answer.evidence[0]
    match answer.support:
        case "reported":
            return ""
        case "consistent" if answer.next is not None:
            return (
                f"No source gives a figure for {date_words(date)}; the last one before "
                f"({date_words(level.as_of)}) and the first one after "
                f"({date_words(answer.next.as_of)}) agree."
            )
        case _ if answer.value == 0:
            return ""
        case _:
            return f"The latest figure is from {date_words(level.as_of)}."


def _is_month_end(answer: Answer) -> bool:
    date = answer.question.date
    return date.precision == "month" and all(
        fact.as_of.precision == "day" and fact.as_of.last == date.last for fact in answer.evidence
    )


def _conflict(one: Fact, other: Fact) -> bool:
    return (
        one.count is not None and other.count is not None and relation(one.count, other.count) == "conflict"
    )


def _conflicting(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The figures that conflict with another one."""
    return (one for one in facts if any(_conflict(one, other) for other in facts))


def _scope(answer: Answer) -> Iterator[str]:
    """9. What a broader figure counts."""
    definition = answer.evidence[0].definition
    if answer.level.scope != "total" and definition is not None:
        yield f"{capitalized(definition.text).rstrip('.')}."


def _since(answer: Answer) -> Iterator[str]:
    """10. Changes and the plan that came after the level."""
    changes = [fact for fact in answer.since if fact.kind == "change"]
    if changes:
        directions = {fact.direction for fact in changes}
        what = {frozenset({"increase"}): "Deployments", frozenset({"decrease"}): "Withdrawals"}.get(
            frozenset(str(each) for each in directions), "Changes"
        )
        each = [f"{figure_words(fact)} {on_date(fact.as_of)}" for fact in changes]
        yield f"{what} announced since then are not included: {listed(each)}."
    for plan in answer.since:
        if plan.kind == "level" and plan.due is not None:
            yield f"{_planned(plan, answer.evidence[0])} was planned for {date_words(plan.due)}."


def _planned(plan: Fact, level: Fact) -> str:
    planned, present = _number(plan), _number(level)
    if planned == 0:
        return "A full withdrawal"
    change = "A cut to" if planned < present else "An increase to" if planned > present else "A level of"
    return f"{change} {count_words(plan)}"


def _other_counts(answer: Answer) -> Iterator[str]:
    """Another count that conflicts with the level, counts something else, and is not far from it."""
    level = answer.evidence[0]
    for fact in answer.other_counts:
        near = distance(fact.as_of, level.as_of) <= OTHER_COUNT_DAYS
        if near and _conflict(fact, level):
            what = fact.definition.label if fact.definition else "total as reported"
            yield f"Another count differs: {count_words(fact)} {on_date(fact.as_of)} ({what})."


def _single_source(answer: Answer) -> Iterator[str]:
    evidence = answer.evidence
    weak = all(fact.basis == "press" and fact.checked == "once" and not fact.quoted for fact in evidence)
    if weak and len({fact.source.id for fact in evidence}) == 1:
        yield "This rests on one press report that was read once."


def _updated(answer: Answer) -> Iterator[str]:
    updated = answer.base.updated
    if updated is not None and answer.question.date.starts > updated.ends:
        yield f"This data was last updated {on_date(updated)}."
