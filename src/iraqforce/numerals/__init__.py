"""Numbers in words and digits: a count as its source words it, and the numbers that a text carries.

Standard library only. What is read here is checked, never guessed: a number within a longer one, or in a name
such as F-16 or M777A2, is none.
"""

from iraqforce.numerals.forms import LARGEST, CountError, is_pointed
from iraqforce.numerals.texts import CountPlace, counts_in, negated, numbers_in, readable
from iraqforce.numerals.worded import negated_in, worded_in
from iraqforce.numerals.words import QUALIFYING
from iraqforce.numerals.written import FORMS, number, parse, vague

__all__ = [
    "FORMS",
    "LARGEST",
    "QUALIFYING",
    "CountError",
    "CountPlace",
    "counts_in",
    "is_pointed",
    "negated",
    "negated_in",
    "number",
    "numbers_in",
    "parse",
    "readable",
    "vague",
    "worded_in",
]
