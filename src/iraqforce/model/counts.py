"""A number as precise as its source words it, and how two of them agree. Standard library only.

A count keeps its words (`more than 5,000`), the number that they name and the bounds that follow from them.
Nothing is invented: `about 2,500` gets no width, and a bound that the source leaves open is None.
`text/numbers.py` reads the words.
"""

from functools import lru_cache
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

Number = int | float

Qualifier = Literal[
    "exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague", "withheld"
]

WITHHELD: Final = "withheld"


class Count(NamedTuple):
    """A number in its source's words. A withheld count has no value; it is never zero."""

    text: Annotated[str, "The number in the source's words: more than 5,000."]
    value: Annotated[Number | None, "The number; unknown for ranges and for vague or withheld numbers."]
    low: Annotated[Number | None, "The lowest possible number; unknown if open."]
    high: Annotated[Number | None, "The highest possible number; unknown if open."]
    qualifier: Annotated[Qualifier, "How the words limit the number."]
    unit: Annotated[str | None, "What is counted, if not people: USD, km², strikes."] = None

    @property
    def withheld(self) -> bool:
        """True if the source declines to give the number."""
        return self.qualifier == WITHHELD

    def may_equal(self, other: "Count") -> bool:
        """True if the bounds overlap, or the values are equal after rounding: a sum and its total, say.

        Values are rounded to the last significant digit of the coarser one, halves up, and only if one of the
        two is `about`. Withheld agrees only with withheld.
        """
        if self.withheld or other.withheld:
            return self.withheld and other.withheld
        return _gap(self, other) is None or self._rounds_to(other)

    def _rounds_to(self, other: "Count") -> bool:
        if self.value is None or other.value is None or "about" not in (self.qualifier, other.qualifier):
            return False
        return _rounded_alike(self.value, other.value)


Relation = Literal["agree", "compatible", "conflict"]
"""How two counts relate: an open bound agrees with nothing, it is at most compatible."""


@lru_cache(maxsize=8192)
def relation(one: Count, other: Count) -> Relation:
    """How two counts that name or bound a number relate (docs/as-of.md).

    They agree if neither is open and their bounds overlap or are near: they differ by no more than 5 % of
    the larger, or by less than half the last significant digit of the rounder and no more than 10 %. They
    conflict if their bounds are disjoint and not near.
    """
    gap = _gap(one, other)
    if gap is not None and not _near(*gap):
        return "conflict"
    is_open = None in (one.low, one.high, other.low, other.high)
    return "compatible" if is_open else "agree"


def any_conflict(counts: "Sequence[Count]") -> bool:
    """True if two of the counts conflict; none do if even the two that are furthest apart are near."""
    lowest = min((count.high for count in counts if count.high is not None), default=inf)
    highest = max((count.low for count in counts if count.low is not None), default=0)
    if 20 * (highest - lowest) <= highest:
        return False
    return any(relation(one, other) == "conflict" for one, other in combinations(counts, 2))


def _gap(one: Count, other: Count) -> tuple[Number, Number] | None:
    """The bounds nearest to each other, the lower first; None if the counts overlap."""
    for lower, upper in ((one, other), (other, one)):
        if lower.high is not None and upper.low is not None and lower.high < upper.low:
            return lower.high, upper.low
    return None


def _near(low: Number, high: Number) -> bool:
    gap = high - low
    if 20 * gap <= high:
        return True
    return 2 * gap < max(_step(low), _step(high)) and 10 * gap <= high


def _step(number: Number) -> int:
    """The place value of the last significant digit: 100 for 2,500, 1 for 4,087, for 0 and for fractions."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place


def envelope(counts: list[Count]) -> tuple[Number | None, Number | None]:
    """The lowest low and the highest high of `counts`; None if any of them is open, or none is given."""
    lows = [count.low for count in counts if not count.withheld]
    highs = [count.high for count in counts if not count.withheld]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    low = min(known_lows) if known_lows and len(known_lows) == len(lows) else None
    high = max(known_highs) if known_highs and len(known_highs) == len(highs) else None
    return low, high


def _rounded_alike(one: Number, other: Number) -> bool:
    """True if both are equal after rounding to the coarser one's last significant digit, halves up."""
    # Imported here: most questions never need it, and it takes time to import.
    from decimal import ROUND_HALF_UP, Decimal

    first, second = Decimal(str(one)), Decimal(str(other))
    step = max(_last_digit(first), _last_digit(second))
    rounded = [(value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) for value in (first, second)]
    return rounded[0] == rounded[1]


def _last_digit(value: "Decimal") -> "Decimal":
    """The place value of the last significant digit: 100 for 2,500, 1 for 4,087, 1 for 0."""
    exponent = int(value.normalize().as_tuple().exponent) if value else 0
    return type(value)(1).scaleb(exponent)
