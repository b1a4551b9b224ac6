"""A number as precise as its source words it, and how two of them agree. Standard library only.

A count keeps its words (`more than 5,000`), the number that they name and the bounds that follow from them.
Nothing is invented: `about 2,500` gets no width, and a bound that the source leaves open is None.
`text/numbers.py` reads the words.
"""

from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

Number = int | float

Qualifier = Literal[
    "exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague", "withheld"
]

WITHHELD: Final = "withheld"


class Count(NamedTuple):
    """A number as its source words it. A withheld count names nothing; it is never zero."""

    text: Annotated[str, "The number as the source words it: more than 5,000."]
    value: Annotated[Number | None, "The number named; unknown for ranges and vague or withheld numbers."]
    low: Annotated[Number | None, "The least that the words allow; unknown if open."]
    high: Annotated[Number | None, "The most that the words allow; unknown if open."]
    qualifier: Annotated[Qualifier, "How the words bound the number."]
    unit: Annotated[str | None, "What is counted, if not people: USD, km², strikes."] = None

    @property
    def withheld(self) -> bool:
        """True if the source declines to give the number."""
        return self.qualifier == WITHHELD

    def agrees_with(self, other: "Count") -> bool:
        """True if the bounds overlap, or the values are equal after rounding (docs/as-of.md).

        Values are rounded to the last significant digit of the coarser one, halves up, and only if one of the
        two is `about`. Withheld agrees only with withheld.
        """
        if self.withheld or other.withheld:
            return self.withheld and other.withheld
        return self._overlaps(other) or self._rounds_to(other)

    def _overlaps(self, other: "Count") -> bool:
        for lower, upper in ((self.low, other.high), (other.low, self.high)):
            if lower is not None and upper is not None and lower > upper:
                return False
        return True

    def _rounds_to(self, other: "Count") -> bool:
        if self.value is None or other.value is None or "about" not in (self.qualifier, other.qualifier):
            return False
        return _rounded_alike(self.value, other.value)


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
