"""Dates as people write them in questions: `March 2016`, `2016-Q1`, `today`, `2014..2017`, values of pandas.

The date that is read has the text of its ISO 8601 or EDTF form, whatever was written. What is only close to a
date is an error with a suggestion, never a guess. A base has the forms of `model.dates` alone.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Final

from iraqforce.errors import most_like
from iraqforce.model import dates
from iraqforce.model.dates import MONTHS, SEASONS, DateError, PartialDate, parse

FORMS: Final = "write 2016-03-25, March 2016, 2016, 2016-Q1, spring 2015, today or 2014..2017"


def read(value: object) -> PartialDate:
    """The date, which may be open-ended, that a text, a date of Python or a Period of pandas names.

    The time of a day is ignored. Raises DateError, also for a day that does not exist.
    """
    if isinstance(value, str):
        return _read_text(value)
    try:
        match value:
            case date(year=year, month=month, day=day):
                return dates.of_day(date(year, month, day))
            case object(start_time=datetime() as first, end_time=datetime() as last):
                return _of_span(first.date(), last.date())
    except (TypeError, ValueError):  # NaT of pandas is a date by its type
        raise DateError(f"{value!r} is not a valid date") from None
    raise DateError(f"{value!r} is not a valid date: {FORMS} as text, or a datetime.date")


def _of_span(first: date, last: date) -> PartialDate:
    """The day, month, quarter or year with these days, else the interval from one to the other."""
    if first == last:
        return dates.of_day(first)
    year, month = first.isoformat().split("-")[:2]
    spans = map(parse, (f"{year}-{month}", f"{year}-{33 + (first.month - 1) // 3}", year))
    whole = (span for span in spans if (span.first, span.last) == (first, last))
    return next(whole, None) or parse(f"{first}/{last}")


_LONGEST: Final = 80
"""No date has more characters."""

_QUOTES: Final = {'"': '"', "'": "'", "“": "”", "‘": "’"}


def _read_text(text: str) -> PartialDate:
    words = text.strip()
    if len(words) > 1 and _QUOTES.get(words[0]) == words[-1]:
        words = words[1:-1]
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        raise DateError(f"'{words[:_LONGEST]}…' is not a date: {FORMS}")
    iso = _iso(words)
    try:
        return parse(iso)
    except DateError as error:
        message = error.message
    if words.lower() in _PARTS:
        message = f"'{words}' has no year: write '{words} 2016'"
    elif message.endswith(dates.FORMS):
        near = dict.fromkeys(filter(_is_date, _near(words)))
        message = f"'{words}' is not a date: " + (f"did you mean {' or '.join(near)}?" if near else FORMS)
    # The reason is that of the ISO form; the date is named as it was written.
    reason = message.removeprefix(f"'{iso}' ")
    raise DateError(message if reason == message else f"'{words}' {reason}")


def _iso(words: str) -> str:
    """The ISO 8601 or EDTF form of words in a form of this module; other words as they are."""
    ends = words.split("/" if "/" in words else "..")
    if len(ends) == 2 and "/" not in words:
        ends = [end or ".." for end in ends]
    return "/".join(_iso_point(end.strip()) for end in ends) if len(ends) <= 2 else words


_PARTS: Final = {
    **{
        words: number
        for number, name in enumerate(map(str.lower, MONTHS), 1)
        for words in (name, name[:3], f"{name[:3]}.")
    },
    "sept": 9,
    "sept.": 9,
    **{name: number for name, number in SEASONS.items() if name != "winter"},
    **{f"q{number}": 32 + number for number in range(1, 5)},
}
"""The parts of a year by their words, as EDTF numbers them. One year does not name a winter."""

_YEAR: Final = "(?P<year>[0-9]{4})"
_DAY: Final = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<part>[a-z]+\.?)"
_WRITTEN: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}",
        rf"(?P<part>q[1-4]) {_YEAR}",
        rf"{_YEAR}-?(?P<part>q[1-4])",
    )
)
_WINTER: Final = re.compile(r"winter ([0-9]{4})[-–]([0-9]{4}|[0-9]{2})")
_COMPACT: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# After a space, a colon tells a time from the year of a second date: 2021-12 could be a time with its zone.
_TIMED: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt].*| [0-9]{2}:.*)")


def _iso_point(words: str) -> str:
    """The same for a date that is not an interval, or one end of one."""
    lower = words.lower()
    if lower == "today":
        return dates.today().text
    for form in _WRITTEN:
        if match := form.fullmatch(lower):
            part, day = _PARTS.get(match["part"], 0), match.groupdict().get("day")
            if part and not (day and part > 12):
                return f"{match['year']}-{part:02}" + (f"-{day:0>2}" if day else "")
    if (match := _WINTER.fullmatch(lower)) and f"{int(match[1]) + 1}".endswith(match[2]):
        return f"{match[1]}-{SEASONS['winter']}"
    if match := _COMPACT.fullmatch(words):
        return "-".join(match.groups())
    if match := _TIMED.fullmatch(words):
        with suppress(ValueError):
            datetime.fromisoformat(f"2000-01-01{words[10:]}")  # `parse` judges the day
            return match[1]
    return words


_BETWEEN: Final = re.compile(r" to | through | until |–|—| - |(?<=[0-9]{4})-(?=[0-9]{4})", re.IGNORECASE)
_NAMES: Final = (*MONTHS, *SEASONS)
_FILLING: Final = frozenset({"of", "the", "st", "nd", "rd", "th"})


def _near(words: str) -> Iterator[str]:
    """What the words may have been meant to be; not all of these are dates."""
    if match := _TIMED.fullmatch(words):
        yield match[1]
    ends = _BETWEEN.split(words)
    if len(ends) == 2:
        yield "..".join(end.strip() for end in ends)
    numbers = re.findall("[0-9]+", words)
    if "/" in words and [len(number) < 3 for number in numbers] == [True] * 3:
        numbers[2] = f"20{numbers[2]:0>2}"
    years = [number for number in numbers if len(number) == 4]
    others = [number for number in numbers if len(number) != 4]
    # The name of a weekday adds nothing to its date.
    named = [name for name in re.findall("[a-z]+", words.lower()) if not name.endswith("day")]
    match years, [name for name in named if name not in _FILLING], others:
        case [], [], [digits] if len(digits) == 6:
            yield f"{digits[:4]}-{digits[4:]}"
        case [year], [], [month]:
            yield f"{year}-{month:0>2}"
        case [year], [], [first, second]:
            yield f"{year}-{first:0>2}-{second:0>2}"
            if numbers[0] != year:
                yield f"{year}-{second:0>2}-{first:0>2}"
        case [year], ["s"], []:
            yield f"{year[:3]}X"
        case [year], ["q"], [number]:
            yield f"{year}-Q{min(max(int(number), 1), 4)}"
        case [year], [name], days:
            yield from _near_part(name, year, days)


def _near_part(name: str, year: str, days: list[str]) -> Iterator[str]:
    """What a name like that of a month or a season, with its year, may have been meant to be."""
    starting = (each for each in _NAMES if len(name) > 2 and each.lower().startswith(name))
    like = next(starting, None) or most_like(name, _NAMES)
    if like == "winter" and int(year) > 0:
        yield from (f"winter {start}-{(start + 1) % 100:02}" for start in (int(year) - 1, int(year)))
    elif like and len(days) < 2:
        yield f"{like} {days[0]}, {year}" if days else f"{like} {year}"


def _is_date(words: str) -> bool:
    try:
        parse(_iso(words))
    except DateError:
        return False
    return True
