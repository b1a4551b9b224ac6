"""The dates that running text mentions, whole (`February 19, 2021`) or not (`Thursday`, `last summer`)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from iraqforce.model.dates import MONTHS, SEASONS, DateError, PartialDate, parse
from iraqforce.text.number_words import QUALIFYING, people_follow


class DateMention(NamedTuple):
    """Words that date something: the characters of the text from `start` up to, not including, `end`.

    `date` is None if the words alone do not name it, because they depend on the day of the text.
    """

    start: int
    end: int
    words: str
    date: PartialDate | None


def dates(text: str) -> Iterator[DateMention]:
    """Every date that the text mentions, in its order."""
    for match in _ANY_DATE.finditer(text):
        if match["year"] is not None and _counts(text, match):
            continue
        start, end = match.span("lone" if match["lone"] else 0)
        fiscal = _FISCAL.search(text, max(0, start - 20), start)
        yield DateMention(start, end, text[start:end], None if fiscal else _named(match))


def is_month(word: str) -> bool:
    """True for the name of a month, also a short one, without its period."""
    return word in _MONTH_WORDS


MONTH_NUMBERS: Final = {name: number for number, name in enumerate(MONTHS, 1)} | {
    "Jan.": 1, "Feb.": 2, "Mar.": 3, "Apr.": 4, "Aug.": 8, "Sept.": 9, "Sep.": 9, "Oct.": 10, "Nov.": 11,
    "Dec.": 12,
}  # fmt: skip
_UNCLEAR_SEASONS: Final = ("fall", "winter")
_MONTH_WORDS: Final = frozenset(name.rstrip(".") for name in MONTH_NUMBERS)
"""A winter is in two years, and a fall may be that of a city: a year alone does not name either."""

_MONTH: Final = "|".join(re.escape(name) for name in MONTH_NUMBERS)
# These two are also verbs: alone, they are months only after a word that dates.
_CLEAR_MONTH: Final = "|".join(re.escape(name) for name in MONTH_NUMBERS if name not in ("March", "May"))
_DATING: Final = "in|since|until|till|by|during|from|through|early|late|mid|this|last|next"
_YEAR_DIGITS: Final = "(?:1[89]|20)[0-9]{2}"
_YEAR_START: Final = r"(?:(?<![\w@#/.,$€£-])|(?<=\b[Mm]id-))"
_YEAR_END: Final = r"(?!\w|[.,/][0-9]|%|\+|-[a-z])"
_YEAR: Final = _YEAR_DIGITS + _YEAR_END
# In `by November 1,500 troops` the day is none.
_DAY: Final = r"[0-3]?[0-9](?:st|nd|rd|th)?\b(?!,[0-9]{3}(?![0-9]))"
_SEASON: Final = "|".join(SEASONS)
WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SPAN: Final = "(?:day|night|week|weekend|month|quarter|year|decade|century)"
_FEW: Final = (
    "(?:several|few|couple of|many|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)

# A date begins where a word does: so most places of a text are passed without a look at all the forms.
_ANY_DATE: Final = re.compile(
    r"(?<!\w)(?=\w)(?:"
    + "|".join(
        (
            rf"{_YEAR_START}(?P<iso>{_YEAR_DIGITS}-[01][0-9]-[0-3][0-9])\b",
            rf"\b(?:{_MONTH}) {_DAY}(?: ?[-–] ?{_DAY}| and {_DAY}(?=[,.;:)]| and |$))(?:,? {_YEAR})?",
            rf"\b{_DAY}(?: to | and | ?[-–] ?){_DAY}(?: of)? (?:{_MONTH})(?:,? {_YEAR}|(?!\w))",
            rf"\b(?P<month_1>{_MONTH}) (?P<day_1>{_DAY}),? (?P<year_1>{_YEAR})",
            rf"\b(?P<day_2>{_DAY})(?: of)? (?P<month_2>{_MONTH}),? (?P<year_2>{_YEAR})",
            rf"\b(?P<month_3>{_MONTH}),?(?: of)? (?P<year_3>{_YEAR})",
            # A space may separate thousands: May 2 000 names no day.
            rf"\b(?:{_MONTH}) {_DAY}(?! 0[0-9]{{2}}\b)",
            rf"\b{_DAY}(?: of)? (?:{_MONTH})(?!\w)",
            rf"\b(?i:(?P<season>{_SEASON}))(?: of)? (?P<season_year>{_YEAR})",
            rf"{_YEAR_START}(?P<first>{_YEAR_DIGITS})(?: to | and | ?[-–—] ?)(?P<last>{_YEAR})",
            rf"{_YEAR_START}(?P<year>{_YEAR})",
            r"\b[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})\b",
            rf"\b(?:(?i:last|next|this) )?{WEEKDAY}(?: (?:morning|afternoon|evening|night))?\b",
            rf"\b(?i:last|this|next) (?:(?i:{_SPAN}|{_SEASON})\b|(?:{_MONTH})(?!\w))",
            rf"\b(?i:(?:last|past|recent|coming|next|previous) (?:{_FEW} )?{_SPAN}s?)\b",
            rf"\b(?i:(?:{QUALIFYING})?(?:{_FEW}|an?) {_SPAN}s? (?:ago|earlier|later))\b",
            r"\b(?i:yesterday|today|tonight|tomorrow)\b",
            rf"\b(?:{_CLEAR_MONTH})(?!\w)",
            rf"\b(?i:{_DATING})[ -](?P<lone>March|May)\b(?! [0-9]|,? of [0-9]|, {_YEAR})",
        )
    )
    + ")"
)
# A fiscal year begins in the year before, and differs from country to country.
_FISCAL: Final = re.compile(r"\b(?:fiscal(?: years?)?|FY) ?$", re.IGNORECASE)
_BEFORE_A_COUNT: Final = re.compile(
    r"(?:more than|fewer than|less than|at least|nearly|almost|some|up to|as many as|as few as|in excess of"
    r"|maximum of|minimum of|approximately|roughly|an estimated|close to|[$€£~≈]) ?$",
    re.IGNORECASE,
)


def _counts(text: str, year: re.Match[str]) -> bool:
    """True if four digits that could be a year are a number of people."""
    before = _BEFORE_A_COUNT.search(text, max(0, year.start() - 20), year.start())
    return before is not None or people_follow(text, year.end())


def _named(match: re.Match[str]) -> PartialDate | None:
    """The date that the words name, or None if they leave some of it open or it does not exist."""
    try:
        text = _iso(match)
        return parse(text) if text else None
    except DateError:
        return None


def _iso(match: re.Match[str]) -> str | None:
    for form in "123":
        if year := match[f"year_{form}"]:
            month = f"{year}-{MONTH_NUMBERS[match[f'month_{form}']]:02}"
            return month if form == "3" else f"{month}-{match[f'day_{form}'].rstrip('stndrh').zfill(2)}"
    if match["season"]:
        season = match["season"].lower()
        return None if season in _UNCLEAR_SEASONS else f"{match['season_year']}-{SEASONS[season]}"
    if match["last"]:
        return f"{match['first']}/{match['last']}"
    return match["iso"] or match["year"]
