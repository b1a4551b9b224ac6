"""The words that numbers are made of, the words that qualify them, and the words for the people they count.

No words of a country, an army or a group.
"""

import re
from typing import Final

from iraqforce.model.counts import Qualifier


def word_set(text: str) -> frozenset[str]:
    """The words of the text, separated by spaces."""
    return frozenset(text.split())


SCALES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Scales directly behind digits. Of these, `m` may also be meters: digits alone do not tell."""

_UP_TO_19: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES: Final = (
    {word: value for value, word in enumerate(_UP_TO_19.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
    | {"a": 1, "an": 1}
)
WORDS: Final = {word: value for word, value in _VALUES.items() if value <= 12 and not word.startswith("a")}
"""The words that are read as a number wherever they are: up to twelve."""

_BY_QUALIFIER: Final[dict[Qualifier, tuple[str, ...]]] = {
    "about": (
        "about", "almost", "an estimated", "approx.", "approximately", "around", "barely", "c.", "ca.",
        "circa", "close to", "just under", "nearly", "roughly", "some", "something like",
        "somewhere around", "~", "≈",
    ),
    "more_than": (
        "a little more than", "a little over", "a lot more than", "above", "higher than", "in excess of",
        "just above", "just over", "more than", "over", "tops", "upwards of", "well above", "well over",
    ),
    "at_least": (
        "a minimum of", "as few as", "at least", "no fewer than", "no less than", "not fewer than",
        "not less than",
    ),
    "less_than": ("below", "fewer than", "less than", "under"),
    "at_most": (
        "a maximum of", "as many as", "at most", "no more than", "not more than", "not over", "up to",
        "up to about", "up to approximately",
    ),
}  # fmt: skip
QUALIFIERS: Final = {words: qualifier for qualifier, alike in _BY_QUALIFIER.items() for words in alike}
"""What qualifies a number that follows."""

_SIGNS: Final = "~≈"
_IN_WORDS: Final = "|".join(
    re.escape(words) for words in sorted(QUALIFIERS, key=len, reverse=True) if words not in _SIGNS
)
QUALIFYING: Final = rf"(?:(?:{_IN_WORDS}) |[{_SIGNS}] ?)"
"""A pattern of what qualifies the number that follows, with the space that belongs to it."""

NEGATION: Final = r"(?:(?:no|not|never|nor|neither|hardly|scarcely|without|cannot|[a-z]*n['’]t)\s)"
"""A pattern of what reverses a qualifier directly after it: `not around` is not `around`."""

_BEHIND: Final[dict[Qualifier, tuple[str, ...]]] = {
    "at_least": ("+", "-or-more", "-plus", " at least", " or more"),
    "at_most": ("-or-fewer", "-or-less", " at most", " or fewer", " or less"),
    "about": ("-odd", "-or-so", " or so"),
}
TRAILERS: Final = {words: qualifier for qualifier, alike in _BEHIND.items() for words in alike}
"""What qualifies a number that precedes."""

TRAILING: Final = "|".join(re.escape(words) for words in TRAILERS)


def combined(before: Qualifier, behind: Qualifier) -> Qualifier | None:
    """What two qualifiers of one number mean together, or None if they contradict each other."""
    match {before, behind} - {"about", "exact"}:
        case left if not left:
            return "about" if "about" in (before, behind) else "exact"
        case left if len(left) == 1:
            return left.pop()
        case left if left == {"more_than", "at_least"}:
            return "more_than"
        case left if left == {"less_than", "at_most"}:
            return "less_than"
        case _:
            return None


_SMALL: Final = "|".join(word for word, value in WORDS.items() if value)
_DIGIT: Final = "|".join(word for word, value in WORDS.items() if 1 <= value <= 9)
_TEENS: Final = "|".join(word for word, value in _VALUES.items() if 13 <= value <= 19)
_FROM_13: Final = rf"(?:(?:{_TENS.replace(' ', '|')})(?:[ -](?:{_DIGIT})\b)?|{_TEENS})"
_UP_TO_99: Final = rf"(?:{_FROM_13}|{_SMALL})"
_LARGE: Final = "(?:hundred|thousand|million|billion)"
_MORE: Final = rf"(?: {_LARGE}(?: (?:and )?{_UP_TO_99})?)"
WRITTEN_OUT: Final = (
    rf"(?:{_FROM_13}{_MORE}*"
    rf"|(?:{_SMALL}) {_LARGE}{_MORE}+"
    rf"|(?:{_SMALL}|an?) {_LARGE} (?:and )?{_UP_TO_99}{_MORE}*)"
)
"""A pattern of a number in words, except one up to twelve with or without a scale (`two hundred`)."""

_PLURAL: Final = "hundreds|thousands|millions|billions"
_SEVERAL: Final = "many |several |a few |a couple of |a |tens of |dozens of |scores of "
VAGUE: Final = (
    rf"(?:(?:{_SEVERAL})?(?:dozens|{_PLURAL})(?: of (?:{_PLURAL}))*"
    r"|(?:several|many|a few|a couple(?: of)?|half an?|an?)"
    r" (?:dozen|score|hundred|thousand|million|billion)(?: (?:thousand|million|billion))?"
    r"|scores(?= of\b)"
    r"|an? (?:day|week|month|year|decade) or (?:more|longer))"
)
"""A pattern of words that name no number: `several hundred`."""

NOT_CONTINUED: Final = "".join(rf"(?<!{scale}{link})" for scale in SCALES for link in (" ", " and "))
"""A pattern of where a word is not the rest of a longer number, as in `a hundred and six`."""

_WRITTEN_OUT: Final = re.compile(rf"(?<![\w-]){NOT_CONTINUED}{WRITTEN_OUT}(?![\w-])", re.IGNORECASE)
_LONGEST: Final = 200
"""Characters that a number in words may have."""


def in_digits(text: str) -> str:
    """The text with digits for numbers written out: `130 thousand` for `one hundred and thirty thousand`.

    A last scale stays a word: in `twenty to thirty thousand` it is the scale of both numbers.
    """
    return _WRITTEN_OUT.sub(lambda match: _digits(match[0].lower()) or match[0], text)


def _digits(words: str) -> str | None:
    """The number in digits, or two numbers joined by `and`; None if the words name no number."""
    if len(words) > _LONGEST or not words.isascii():
        return None
    value = _value(words)
    if value is not None:
        first, _, scale = words.rpartition(" ")
        factor = _value(first) if scale in SCALES else None
        return f"{factor} {scale}" if factor is not None and factor * SCALES[scale] == value else str(value)
    scales = tuple(SCALES)
    for match in re.finditer(" and ", words):
        left, right = words[: match.start()], words[match.end() :]
        if left.endswith(scales) and right.endswith(scales) and None not in (_value(left), _value(right)):
            return f"{_digits(left)} and {_digits(right)}"
    return None


def _value(words: str) -> int | None:
    """What the words are worth, or None if they are not one number: `one hundred hundred`."""
    total = current = 0
    previous = max(SCALES.values())
    for word in re.split("[ -]", words):
        scale = SCALES.get(word, 1)
        if scale == 1:
            current += _VALUES.get(word, 0)
        elif scale == 100 and 1 <= current < (10 if total else 100):
            current *= 100
        elif 100 < scale < previous and current:
            total, current, previous = total + current * scale, 0, scale
        else:
            return None
    return total + current


MANY_PEOPLE: Final = word_set(
    "advisers advisors airmen civilians commandos contractors engineers fighters forces guards gunmen"
    " insurgents instructors marines medics members men mercenaries militants militiamen observers"
    " officers operatives operators paratroopers peacekeepers people personnel pilots police policemen"
    " rangers rebels recruits refugees reinforcements reservists residents sailors servicemembers"
    " servicemen servicewomen soldiers specialists staff technicians terrorists trainers trainees"
    " troopers troops veterans volunteers women workers"
)
"""More than one of them."""

ONE_PERSON: Final = word_set(
    "adviser advisor airman child civilian commando contractor engineer fighter guard gunman instructor"
    " journalist man marine medic member militant militiaman observer officer operative operator"
    " paratrooper peacekeeper person pilot policeman rebel sailor servicemember serviceman servicewoman"
    " soldier specialist terrorist trainer trooper volunteer woman worker"
)
"""One of them."""

PEOPLE: Final = MANY_PEOPLE | ONE_PERSON

ABOUT_PEOPLE: Final = MANY_PEOPLE | word_set(
    "army battalion brigade contingent deployment force garrison headcount manpower regiment troop"
)
"""Words by which a sentence is about people, even if it does not name them."""


def people_follow(text: str, end: int) -> bool:
    """True if people are named right after the number that ends there: `2000 U.S. Army soldiers`."""
    noun = _NOUN_AFTER.match(text, end)
    return noun is not None and noun[1] in MANY_PEOPLE


# Between a number and its people there may be names, and words that say which of them.
_NOUN_AFTER: Final = re.compile(r"(?: (?:[A-Z][\w.]*|more|additional|extra|new|foreign))* ([a-z-]+)")
