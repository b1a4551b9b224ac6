"""A number as precise as its source words it, and how two of them agree. Standard library only.

A count keeps its words (`more than 5,000`), the number that they name and the bounds that follow.
Nothing is invented: `about 2,500` gets no width, and what the source leaves open stays None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

Number = int | float

Qualifier = Literal[
    "exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague", "withheld"
]

WITHHELD: Final = "withheld"

LARGEST: Final = 10**15
"""Beyond this a number is taken for a slip; it also keeps every value exact in JSON and SQLite."""

_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_QUALIFIERS: dict[str, Qualifier] = {
    "about": "about",
    "almost": "about",
    "an estimated": "about",
    "approximately": "about",
    "around": "about",
    "close to": "about",
    "just under": "about",
    "nearly": "about",
    "roughly": "about",
    "some": "about",
    "above": "more_than",
    "more than": "more_than",
    "over": "more_than",
    "tops": "more_than",
    "upwards of": "more_than",
    "at least": "at_least",
    "no fewer than": "at_least",
    "below": "less_than",
    "fewer than": "less_than",
    "less than": "less_than",
    "under": "less_than",
    "as many as": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "up to": "at_most",
}

# The separators of thousands in print: a comma, and the three spaces that do not break a line.
_DIGITS = r"[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER = (
    rf"(?P<sign>(?<![\w)])[-\u2212])?[$€£]?(?:(?P<digits>{_DIGITS})|(?P<word>{'|'.join(_WORDS)}))"
    rf"(?:[\s-](?P<scale>{'|'.join(_SCALES)})s?)?"
)
_ONE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
# A number ends where no letter, digit or decimal follows: M777A2 and 26th hold none.
_ANY_NUMBER = re.compile(rf"(?<!\w)(?<![0-9][.,]){_NUMBER}(?![\w])(?![.,][0-9])", re.IGNORECASE)
_QUALIFIED = re.compile(rf"(?:(?P<qualifier>{'|'.join(_QUALIFIERS)})\s+)?(?P<rest>.+)", re.IGNORECASE)
_RANGE = re.compile(r"(?:between\s+(.+?)\s+and\s+(.+)|(.+?)(?:\s+to\s+|\s*[-–]\s*)(.+))", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


FORMS: Final = (
    "4,087, about 2,500, more than 5,000, 4.5 million, 500 to 600, withheld, "
    "or {text: several hundred, low: 200}"
)


class CountError(ValueError):
    """Text that is no count as this project writes them. The message says which and why."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number as its source words it.

    `value` is the number named; `low` and `high` bound it and are None where the words leave them open.
    A range and vague words name no single number, so their `value` is None; a withheld count names
    nothing at all and is never a zero.
    """

    text: str
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None = None

    @property
    def withheld(self) -> bool:
        """True where the source says that the number is kept back."""
        return self.qualifier == WITHHELD

    def agrees_with(self, other: Count) -> bool:
        """Section 3 of the design: the bounds overlap, or the values are equal after rounding.

        Rounding is to the coarser value's last significant digit, halves up, and only where one of
        the two is `about`. Withheld agrees with withheld and with no number.
        """
        if self.withheld or other.withheld:
            return self.withheld and other.withheld
        return self._overlaps(other) or self._rounds_to(other)

    def readable_in(self, quote: str) -> bool:
        """True where the quote carries this count: each number it names, or its vague words."""
        match self.qualifier:
            case "withheld":
                return True
            case "vague":
                return self._worded_in(quote)
            case "range":
                return self._worded_in(quote) or {self.low, self.high} <= numbers_in(quote)
            case _:
                return self.value in numbers_in(quote)

    def _worded_in(self, quote: str) -> bool:
        words = re.escape(_squeezed(self.text))
        return re.search(rf"(?<!\w){words}(?!\w)", _squeezed(quote), re.IGNORECASE) is not None

    def _overlaps(self, other: Count) -> bool:
        for lower, upper in ((self.low, other.high), (other.low, self.high)):
            if lower is not None and upper is not None and lower > upper:
                return False
        return True

    def _rounds_to(self, other: Count) -> bool:
        if self.value is None or other.value is None or "about" not in (self.qualifier, other.qualifier):
            return False
        mine, theirs = Decimal(str(self.value)), Decimal(str(other.value))
        step = max(_last_digit(mine), _last_digit(theirs))
        return _rounded(mine, step) == _rounded(theirs, step)


def parse(text: str, *, unit: str | None = None) -> Count:
    """The count that `text` words: a number, a qualified number, a range, or `withheld`.

    Raises CountError for anything else; vague words need bounds of the curator's own (see `vague`).
    """
    squeezed = _squeezed(text)
    if squeezed == WITHHELD:
        return Count(text, None, None, None, WITHHELD, unit)
    qualifier, rest = _qualifier_of(squeezed)
    single = _ONE_NUMBER.fullmatch(rest)
    if single:
        value = _value(single, text)
        low = None if qualifier in ("less_than", "at_most") else value
        high = None if qualifier in ("more_than", "at_least") else value
        return Count(text, value, low, high, qualifier, unit)
    ends = _RANGE.fullmatch(rest)
    if ends and qualifier in ("exact", "about"):
        low, high = _range_of(*(end for end in ends.groups() if end is not None), text=text)
        if low >= high:
            raise CountError(f"the range '{text}' does not rise from its first number to its second")
        return Count(text, None, low, high, "range", unit)
    raise CountError(f"'{text}' is not a count: write {FORMS}")


def vague(text: str, *, low: Number | None, high: Number | None, unit: str | None = None) -> Count:
    """A count in words that name no number (`several hundred`), with bounds of the curator's own.

    Raises CountError where the words are empty or the bounds are reversed.
    """
    if not text.strip():
        raise CountError("the words of a vague count are empty")
    if low is not None and high is not None and low > high:
        raise CountError(f"the bounds of '{text}' are reversed: {low} to {high}")
    return Count(text, None, low, high, "vague", unit)


def number(text: str) -> Number:
    """The plain, unsigned number that `text` writes, as a curator writes a bound: `200`, `4,500`.

    Raises CountError for anything else.
    """
    match = _ONE_NUMBER.fullmatch(text)
    if match is None:
        raise CountError(f"'{text}' is not a number: write digits, such as 200 or 4,500")
    return _value(match, text)


def numbers_in(text: str) -> set[Number]:
    """Every number that stands whole in `text`, in digits or in a word up to twelve.

    A number within a longer one (1,500 in 21,500) or in a name (M777A2, 26th) is none.
    """
    found = set()
    for match in _ANY_NUMBER.finditer(text):
        try:
            value = _value(match, match.group(), signed=True)
        except CountError:
            continue
        found.add(value)
    return found


def envelope(counts: list[Count]) -> tuple[Number | None, Number | None]:
    """The lowest low and the highest high over `counts`; None where any of them is open, or none is given."""
    lows = [count.low for count in counts if not count.withheld]
    highs = [count.high for count in counts if not count.withheld]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    low = min(known_lows) if known_lows and len(known_lows) == len(lows) else None
    high = max(known_highs) if known_highs and len(known_highs) == len(highs) else None
    return low, high


def _qualifier_of(squeezed: str) -> tuple[Qualifier, str]:
    for ending, qualifier in ((" or more", "at_least"), (" or fewer", "at_most"), (" or so", "about")):
        if squeezed.lower().endswith(ending):
            return qualifier, squeezed[: -len(ending)]  # type: ignore[return-value]
    match = _QUALIFIED.fullmatch(squeezed)
    if match is None or match["qualifier"] is None:
        return "exact", squeezed
    return _QUALIFIERS[match["qualifier"].lower()], match["rest"]


def _range_of(start: str, end: str, *, text: str) -> tuple[Number, Number]:
    """Both ends of a range; in `4 to 5 million` the scale of the second is the first one's too."""
    first, second = _ONE_NUMBER.fullmatch(start), _ONE_NUMBER.fullmatch(end)
    if first is None or second is None:
        raise CountError(f"'{start if first is None else end}' in '{text}' is not a number")
    if second["scale"] and not first["scale"]:
        first = _ONE_NUMBER.fullmatch(f"{start} {second['scale']}") or first
    return _value(first, text), _value(second, text)


def _value(match: re.Match[str], text: str, *, signed: bool = False) -> Number:
    if match["sign"] and not signed:
        raise CountError(f"'{text}' is negative: a count is not; a decrease is a change with its direction")
    digits, word, scale = match["digits"], match["word"], match["scale"]
    if digits and len(digits) > 30:
        raise CountError(f"the number in '{text[:20]}…' is too large")
    value = Decimal(re.sub(r"[^0-9.]", "", digits)) if digits else Decimal(_WORDS[word.lower()])
    value *= _SCALES[scale.lower()] if scale else 1
    if value > LARGEST:
        raise CountError(f"the number in '{text}' is larger than {LARGEST:,}")
    if match["sign"]:
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _last_digit(value: Decimal) -> Decimal:
    """The place value of the last significant digit: 100 for 2,500, 1 for 4,087, 1 for 0."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
