"""Rules about numbers that contradict each other, or are no headcount."""

from collections.abc import Iterator

from iraqforce.lint.context import Context, Finding
from iraqforce.model.counts import Count
from iraqforce.model.facts import Fact


def part_larger_than_total(context: Context) -> Iterator[Finding]:
    """F304: a level larger than that of a force or place it is part of, by the same date and definition."""
    levels: dict[tuple[object, ...], list[Fact]] = {}
    for fact in context.base.facts:
        if fact.kind == "level" and fact.count and fact.force and fact.place:
            levels.setdefault((fact.force.id, fact.place.id, *_basis(fact)), []).append(fact)
    for fact in (level for group in levels.values() for level in group):
        totals = (
            total
            for subject in context.totals_of(fact)
            for total in levels.get((*subject, *_basis(fact)), ())
        )
        exceeded = next((total for total in totals if _exceeds(fact.count, total.count)), None)
        if exceeded is not None:
            at = context.spot("fact", exceeded.id, "count").at
            message = f"{_words(fact)} are more than the {_words(exceeded)}"
            hint = f"'{exceeded.id}' stands at {at.path}:{at.line}: one of the two counts something else"
            yield context.at_fact(fact, "count", message, hint)


def _basis(fact: Fact) -> tuple[object, ...]:
    """What a part and its total have in common. A level reported later is compared with actual ones."""
    definition = fact.definition.id if fact.definition else None
    status = "actual" if fact.status == "former" else fact.status
    return fact.as_of.first, fact.as_of.last, definition, status


def _words(fact: Fact) -> str:
    if not (fact.count and fact.force and fact.place):
        raise TypeError(f"{fact.id} is not a level")
    return f"{fact.count.text} of '{fact.force.id}' in '{fact.place.id}'"


def _exceeds(part: Count | None, total: Count | None) -> bool:
    """True if the least of the part is more than the most of the total: about 4,000 does not exceed 3,900."""
    if part is None or total is None or part.low is None or total.high is None:
        return False
    # More than 1,000 exceeds 1,000, and 1,000 exceeds less than 1,000.
    strict = part.qualifier == "more_than" or total.qualifier == "less_than"
    return (part.low == total.high and strict) or (part.low > total.high and not part.agrees_with(total))


def fraction_of_a_person(context: Context) -> Iterator[Finding]:
    """F311: a level or a change whose number has a fraction."""
    for fact in context.base.facts:
        count = fact.count
        if count is None or fact.kind not in ("level", "change"):
            continue
        fractions = [each for each in (count.value, count.low, count.high) if isinstance(each, float)]
        if fractions:
            message = f"the count '{count.text}' is {fractions[0]} people"
            hint = "a point sets decimals apart, a comma thousands: 1,200; what is no headcount is a figure"
            yield context.at_fact(fact, "count", message, hint)
