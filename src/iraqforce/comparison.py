"""Two as-of answers side by side: the difference of their levels, no more exact than the sources are.

A pure function of answers and of what was reported: nothing here reads or prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iraqforce.asof import was_known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.asof import Answer
    from iraqforce.counts import Count, Number
    from iraqforce.facts import Fact, Kind

Caution = Literal["same-figure", "definition", "basis", "status", "support", "contested"]
"""What to know before a difference is told: in which respect the two sides are not alike."""

MOVING: Final[frozenset[Kind]] = frozenset({"change", "event"})
"""The kinds of facts that may tell how one level became the other."""


class Difference(NamedTuple):
    """The second number less the first: `low` and `high` bound it and are None where it is open.

    `value` is the difference itself where both bounds are it. A bound is strict where the difference never
    reaches it (`more than 5,000` less 3,800 is more than 1,200). `about` where one of the two numbers is.
    """

    low: Number | None
    high: Number | None
    about: bool = False
    strict_low: bool = False
    strict_high: bool = False

    @property
    def value(self) -> Number | None:
        """The one number that the difference is, or None where it is not one."""
        return self.low if self.low == self.high else None


class Percentage(NamedTuple):
    """A difference in per cent of the first number, to a tenth; bounds are rounded outwards."""

    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        """The one percentage that it is, or None where it is not one."""
        return self.low if self.low == self.high else None


class Comparison(NamedTuple):
    """Two answers, in the order asked, and their difference, None where one of them has no number.

    None too where both rest on one figure that is no single number: no change was reported.

    `ranges` is the difference of all figures that the answers rest on; `between` was reported of a date from
    the earlier question's first day to the later one's last, and `perhaps` of one that may lie there.
    """

    first: Answer
    second: Answer
    difference: Difference | None
    percentage: Percentage | None
    ranges: Difference | None
    cautions: tuple[Caution, ...]
    between: tuple[Fact, ...]
    perhaps: tuple[Fact, ...]


def compare(first: Answer, second: Answer, reported: Iterable[Fact]) -> Comparison:
    """The two answers compared; of `reported` the changes and events between them are kept in order."""
    between, perhaps = _between(first, second, reported)
    one, other = _number(first), _number(second)
    if one is None or other is None:
        return Comparison(first, second, None, None, None, (), between, perhaps)
    same = _same_figure(first, second)
    return Comparison(
        first,
        second,
        _unchanged(one) if same else difference(one, other),
        percentage(one, other) if not same or one.low == one.high else None,
        _less((first.low, first.high), (second.low, second.high)),
        tuple(_cautions(first, second)),
        between,
        perhaps,
    )


def difference(first: Count, second: Count) -> Difference:
    """The second count less the first; neither is withheld."""
    bounds = _less((first.low, first.high), (second.low, second.high))
    return bounds._replace(
        about="about" in (first.qualifier, second.qualifier),
        strict_low=bounds.low is not None
        and (second.qualifier == "more_than" or first.qualifier == "less_than"),
        strict_high=bounds.high is not None
        and (second.qualifier == "less_than" or first.qualifier == "more_than"),
    )


def percentage(first: Count, second: Count) -> Percentage | None:
    """The difference of the second in per cent of the first, or None where no bound of it is known.

    Nothing is in per cent of 0, and of what may be 0 there is no most.
    """
    from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP

    one = first.low == first.high and second.low == second.high
    low = _tenths(second.low, first.high, ROUND_HALF_UP if one else ROUND_FLOOR)
    high = _tenths(second.high, first.low, ROUND_HALF_UP if one else ROUND_CEILING)
    return None if low is None and high is None else Percentage(low, high)


def _tenths(part: Number | None, whole: Number | None, rounding: str) -> float | None:
    """By how many per cent the part is more than the whole."""
    from decimal import Decimal

    if part is None or not whole:
        return None
    share = (Decimal(str(part)) - Decimal(str(whole))) * 100 / Decimal(str(whole))
    tenths = share.quantize(Decimal("0.1"), rounding=rounding)
    # Whoever is left keeps a decrease from being one of all.
    return -99.9 if part and tenths == -100 else float(tenths)


def _less(
    first: tuple[Number | None, Number | None], second: tuple[Number | None, Number | None]
) -> Difference:
    """The bounds of the second less those of the first."""
    low = None if second[0] is None or first[1] is None else second[0] - first[1]
    high = None if second[1] is None or first[0] is None else second[1] - first[0]
    return Difference(low, high)


def _number(answer: Answer) -> Count | None:
    """The count of the answer's level, where it has one that names or bounds a number."""
    count = answer.level.count if answer.level else None
    return None if count is None or count.withheld else count


def _same_figure(first: Answer, second: Answer) -> bool:
    return first.level is not None and second.level is not None and first.level.id == second.level.id


def _unchanged(count: Count) -> Difference | None:
    """What a figure differs from itself by: 0, or None where it is no single number."""
    return Difference(0, 0) if count.low is not None and count.low == count.high else None


def _cautions(first: Answer, second: Answer) -> Iterable[Caution]:
    one, other = first.level, second.level
    if one is None or other is None:
        return
    if _same_figure(first, second):
        yield "same-figure"
    if one.definition != other.definition:
        yield "definition"
    if one.basis != other.basis:
        yield "basis"
    if one.status != other.status:
        yield "status"
    if first.support != second.support:
        yield "support"
    if first.contested or second.contested:
        yield "contested"


def _between(
    first: Answer, second: Answer, reported: Iterable[Fact]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Of the changes and events, those that are between the two questions, and those that may be.

    One that may be has an end there; one that goes over the whole time tells nothing of it.
    """
    dates = (first.question.date, second.question.date)
    start, end = min(date.starts for date in dates), max(date.ends for date in dates)
    known_by = first.question.known_by
    within, perhaps = [], []
    for fact in reported:
        if fact.kind not in MOVING or not was_known(fact, known_by):
            continue
        begins, ends = start <= fact.as_of.starts <= end, start <= fact.as_of.ends <= end
        if begins and ends:
            within.append(fact)
        elif begins or ends:
            perhaps.append(fact)
    return tuple(within), tuple(perhaps)
