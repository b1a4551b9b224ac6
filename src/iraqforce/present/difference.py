"""Differences in words: how much higher or lower, in what per cent, and what keeps the sides apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from iraqforce.present.words import STATUS_WORDS, days_words

if TYPE_CHECKING:
    from iraqforce.asof import Answer
    from iraqforce.comparison import Caution, Comparison, Difference, Percentage
    from iraqforce.counts import Number

SAME_FIGURE = "the same figure: no change was reported"


def difference_words(found: Difference) -> str:
    """How the second number lies to the first: `287 higher`, `more than 913 lower`, `open both ways`."""
    about = "about " if found.about else ""
    if found.value is not None:
        return _point(found.value, about)
    return _bounded(found, "", about)


def percentage_words(found: Percentage, difference: Difference) -> str:
    """The difference in per cent: `+7.6%`, `about −34.2%`, `more than 31.5% higher`.

    A bound is strict where that of the difference is.
    """
    if found.value is not None:
        return f"{'about ' if difference.about else ''}{_signed(found.value)}"
    bounds = difference._replace(low=found.low, high=found.high)
    return _bounded(bounds, "%", "about " if difference.about else "")


def no_percentage_words(compared: Comparison) -> str:
    """Why the difference is not told in per cent."""
    first = compared.first.level.count if compared.first.level else None
    zero = first is not None and first.high == 0
    return "nothing is in per cent of 0" if zero else "and so is the percentage"


def caution_words(caution: Caution, compared: Comparison) -> str:
    """What to know of the two sides before their difference is told."""
    first, second = compared.first, compared.second
    match caution:
        case "same-figure":
            return SAME_FIGURE
        case "definition":
            return f"they count different things: the first {_counts(first)}, the second {_counts(second)}"
        case "basis":
            return f"the first is {_basis(first)}, the second {_basis(second)}"
        case "status":
            return f"the first is {_status(first)}; the second {_status(second)}"
        case "support":
            return f"the first is {_support(first)}, the second {_support(second)}"
        case "contested":
            over_all = difference_words(compared.ranges) if compared.ranges else "unknown"
            return (
                f"the figures of {_contested(first, second)} do not agree, and the difference is that of the "
                f"two shown first; over all figures it is {over_all}"
            )
        case _:
            assert_never(caution)


def _point(value: Number, about: str) -> str:
    if value == 0:
        return f"{about}the same"
    return f"{about}{abs(value):,} {'higher' if value > 0 else 'lower'}"


def _bounded(found: Difference, unit: str, about: str) -> str:
    """A difference that is no single number, by its bounds, in numbers or in per cent of the first."""
    low, high = found.low, found.high
    if low is None and high is None:
        return "open both ways"
    if low is not None and low >= 0:
        return _one_way("higher", (low, high), about, unit, strict=found.strict_low)
    if high is not None and high <= 0:
        end = None if low is None else -low
        return _one_way("lower", (-high, end), about, unit, strict=found.strict_high)
    if low is None and high is not None:
        return f"anything up to {about}{_size(high, unit)} higher"
    if high is None and low is not None:
        return f"anything from {about}{_size(-low, unit)} lower upwards"
    return f"between {about}{_size(-(low or 0), unit)} lower and {_size(high or 0, unit)} higher"


def _size(number: Number, unit: str) -> str:
    return f"{number:,.1f}".removesuffix(".0") + unit if unit else f"{number:,}"


def _one_way(way: str, bounds: tuple[Number, Number | None], about: str, unit: str, *, strict: bool) -> str:
    """A difference that goes one way only, given by the nearer and the farther bound of its size."""
    near, far = bounds
    if far is not None:
        return f"between {about}{_size(near, unit)} and {_size(far, unit)} {way}"
    if near == 0:
        return f"{way}, by an unknown {'share' if unit else 'number'}" if strict else f"the same or {way}"
    return f"{'more than' if strict else 'at least'} {about}{_size(near, unit)} {way}"


def _signed(value: float) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{abs(value):,.1f}%"


def _counts(answer: Answer) -> str:
    definition = answer.level.definition if answer.level else None
    return definition.text if definition else "does not say what it counts"


def _basis(answer: Answer) -> str:
    basis = answer.level.basis if answer.level else None
    return {"official": "official", "press": "a press figure"}.get(basis or "", "of no stated basis")


def _status(answer: Answer) -> str:
    status = answer.level.status if answer.level else None
    return STATUS_WORDS[status] if status else "of no stated status"


def _support(answer: Answer) -> str:
    age = answer.age_days or 0
    return f"{answer.support} ({days_words(age)} old)" if age else answer.support


def _contested(first: Answer, second: Answer) -> str:
    if first.contested and second.contested:
        return "both dates"
    return "the first date" if first.contested else "the second date"
