"""The difference of two counts in numbers, percent and words, no more exact than the sources are."""

from typing import Annotated, NamedTuple

from iraqforce.model.counts import Count, Number

Bounds = tuple[Number | None, Number | None]
"""The lowest and the highest number possible; None if open."""


class Difference(NamedTuple):
    """The second number minus the first. A strict bound is never reached: 3,800 to `more than 5,000`."""

    text: Annotated[str, "The difference in words: 287 higher, more than 913 lower."]
    value: Annotated[
        Number | None, "The difference, negative for a decrease; null if it is not a single number."
    ]
    low: Annotated[Number | None, "The lowest it can be; null if open."]
    high: Annotated[Number | None, "The highest it can be; null if open."]
    about: Annotated[bool, "True if one of the two numbers is approximate."] = False
    strict_low: Annotated[bool, "True if the difference is more than `low`, and never equal to it."] = False
    strict_high: Annotated[bool, "True if the difference is less than `high`, and never equal to it."] = False


class Percentage(NamedTuple):
    """A difference as a percentage of the first number, to a tenth."""

    value: Annotated[float | None, "The percentage; null if it is not a single number."]
    low: Annotated[float | None, "The lowest it can be, rounded down; null if open."]
    high: Annotated[float | None, "The highest it can be, rounded up; null if open."]


def difference(first: Count, second: Count) -> Difference:
    """The second count minus the first; neither is withheld."""
    low, high = subtract((second.low, second.high), (first.low, first.high))
    return _in_words(
        Difference(
            text="",
            value=_single(low, high),
            low=low,
            high=high,
            about="about" in (first.qualifier, second.qualifier),
            strict_low=low is not None
            and (second.qualifier == "more_than" or first.qualifier == "less_than"),
            strict_high=high is not None
            and (second.qualifier == "less_than" or first.qualifier == "more_than"),
        )
    )


def difference_between(bounds: Bounds) -> Difference:
    """A difference that is known only by its bounds."""
    return _in_words(Difference("", _single(*bounds), *bounds))


def percentage(first: Count, second: Count) -> Percentage | None:
    """The difference as a percentage of the first count; None if neither bound is known.

    0 has no percentage, and what may be 0 has no highest one.
    """
    from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP

    single = first.low == first.high and second.low == second.high
    low = _tenths(second.low, first.high, ROUND_HALF_UP if single else ROUND_FLOOR)
    high = _tenths(second.high, first.low, ROUND_HALF_UP if single else ROUND_CEILING)
    if low is None and high is None:
        return None
    return Percentage(low if low == high else None, low, high)


def subtract(second: Bounds, first: Bounds) -> Bounds:
    """The bounds of the second number minus the first."""
    low = None if second[0] is None or first[1] is None else second[0] - first[1]
    high = None if second[1] is None or first[0] is None else second[1] - first[0]
    return low, high


def percentage_words(percent: Percentage, found: Difference) -> str:
    """The percentage of a difference in words: `+7.6%`, `about −34.2%`, `more than 31.5% higher`."""
    if percent.value is None:
        return _bounds_in_words(found._replace(low=percent.low, high=percent.high), "%")
    sign = "+" if percent.value > 0 else "−" if percent.value < 0 else ""
    return f"{'about ' if found.about else ''}{sign}{abs(percent.value):,.1f}%"


def _single(low: Number | None, high: Number | None) -> Number | None:
    return low if low == high else None


def _tenths(number: Number | None, base: Number | None, rounding: str) -> float | None:
    """By how many percent the number is more than the base."""
    from decimal import Decimal

    if number is None or not base:
        return None
    share = (Decimal(str(number)) - Decimal(str(base))) * 100 / Decimal(str(base))
    tenths = share.quantize(Decimal("0.1"), rounding=rounding)
    # If anybody is left, it is not a decrease of 100%.
    return -99.9 if number and tenths == -100 else float(tenths)


def _in_words(found: Difference) -> Difference:
    about, value = "about " if found.about else "", found.value
    if value is None:
        words = _bounds_in_words(found, "")
    elif value == 0:
        words = f"{about}the same"
    else:
        words = f"{about}{abs(value):,} {'higher' if value > 0 else 'lower'}"
    return found._replace(text=words)


def _bounds_in_words(found: Difference, unit: str) -> str:
    """A difference that is not a single number, in numbers (no unit) or as a percentage."""
    low, high, about = found.low, found.high, "about " if found.about else ""
    if low is not None and low >= 0:
        return _one_way("higher", (low, high), about, unit, strict=found.strict_low)
    if high is not None and high <= 0:
        return _one_way(
            "lower", (-high, None if low is None else -low), about, unit, strict=found.strict_high
        )
    match low, high:
        case None, None:
            return f"higher or lower by an unknown {'share' if unit else 'number'}"
        case None, _:
            return f"at most {about}{_size(high or 0, unit)} higher, possibly lower"
        case _, None:
            return f"at most {about}{_size(-(low or 0), unit)} lower, possibly higher"
        case _:
            return f"between {about}{_size(-(low or 0), unit)} lower and {_size(high or 0, unit)} higher"


def _one_way(way: str, sizes: Bounds, about: str, unit: str, *, strict: bool) -> str:
    """A difference that only goes one way; its least size is known."""
    least, most = sizes
    if most is not None:
        return f"between {about}{_size(least or 0, unit)} and {_size(most, unit)} {way}"
    if not least:
        return f"{way}, by an unknown {'share' if unit else 'number'}" if strict else f"the same or {way}"
    return f"{'more than' if strict else 'at least'} {about}{_size(least, unit)} {way}"


def _size(number: Number, unit: str) -> str:
    return f"{number:,.1f}".removesuffix(".0") + unit if unit else f"{number:,}"
