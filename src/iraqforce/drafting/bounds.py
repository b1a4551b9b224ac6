"""Whether a date in a sentence is the day of what the sentence says, or only bounds it or names something."""

from __future__ import annotations

import re
from typing import Final


def dates_the_words(before: str, after: str, *, counted: bool) -> bool:
    """True where the date between those words is when it was so.

    It is not where a bound stands in the date's own phrase (by the end of 2023), where it is but a part of
    the date (Q3 2023), and where it names a thing (the 2003 invasion). What is `counted` since a date is not
    of that date either.
    """
    bounds = _BOUNDS if not counted else _BOUNDS_OF_A_COUNT
    return not (
        bounds.search(before)
        or _PART_OF_A_DATE.search(before)
        or _BOUND_AFTER.match(after)
        or (_ARTICLE.search(before) and _NOUN.match(after))
    )


_BOUND_WORDS: Final = (
    "by|until|till|til|before|after|from|through|to|between|within|beyond|past|ahead of|prior to|up to"
    "|as early as|as late as|no later than|not later than|no earlier than"
)
# Words that a date's own phrase has between its bound and the date.
_PHRASE: Final = (
    r"(?:[\s-]+(?:the|an?|about|around|some ?time|in|at|on|of|for|next|last|first|second|third|fourth|early"
    r"|late|mid|middle|start|beginning|end|close|half|quarter|month|months|week|weeks|day|days|year|Q[1-4]|H[12]"
    r"|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|[0-9]{1,2}(?:st|nd|rd|th)?))*[\s-]*$"
)
_BOUNDS: Final = re.compile(rf"\b(?:{_BOUND_WORDS})(?=[\s-]){_PHRASE}", re.IGNORECASE)
_BOUNDS_OF_A_COUNT: Final = re.compile(rf"\b(?:{_BOUND_WORDS}|since)(?=[\s-]){_PHRASE}", re.IGNORECASE)
_PART_OF_A_DATE: Final = re.compile(r"\b(?:Q[1-4]|H[12]|(?:quarter|half) of|quarter|half)\s$", re.IGNORECASE)
_BOUND_AFTER: Final = re.compile(
    r"\s?(?:or (?:later|earlier|before|after)|at the (?:latest|earliest)|onwards?)\b", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"\b(?:the|an?|its|their|his|her|that|this|under)\s$", re.IGNORECASE)
_NOUN: Final = re.compile(r"[\s-](?!and\b|or\b|the\b|when\b|there\b|it\b|in\b|to\b|as\b)[a-z]")
