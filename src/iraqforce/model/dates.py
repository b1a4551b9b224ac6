"""A date as precise as its source: a first day, a last day and a precision. Standard library only.

ISO 8601 reduced precision (`2016`, `2016-03`, `2016-03-25`) and EDTF: intervals with open ends (`2014/2017`,
`../2021-12-09`), seasons (`2015-21` spring to `2015-24` winter, meteorological), calendar quarters (`2016-33`
to `2016-36`), unspecified digits at the end (`201X`, `20XX`, `2016-XX`, `2016-03-XX`), and the qualifiers `~`
(approximate), `?` (uncertain) and `%` (both).
"""

import re
from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from iraqforce.errors import IraqforceError

Precision = Literal["day", "month", "quarter", "season", "year", "decade", "century", "interval"]

FORMS = "write 2016-03-25, 2016-03, 2016, 2015-21 (spring 2015) or 2014/2017"

SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""Spring to winter as EDTF numbers them, each with its first month (meteorological, northern)."""

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The words for them."""

_QUARTER_FIRST_MONTH = {33: 1, 34: 4, 35: 7, 36: 10}

_POINT = re.compile(
    r"(?:(?P<unknown>[0-9]{2}(?:XX|[0-9]X))"
    r"|(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}|XX))?)?)"
    r"(?P<qualifier>[~?%]?)"
)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class DateError(IraqforceError, ValueError):
    """Text that is not a date, or names a day that does not exist. The message says which and why."""

    code = "date"


class PartialDate(NamedTuple):
    """A date as written, with the first and the last day that it may mean."""

    text: Annotated[str, "As written: ISO 8601 or EDTF, as precise as the source allows."]
    first: Annotated[date | None, "The first possible day; unknown if the interval has no start."]
    last: Annotated[date | None, "The last possible day; unknown if the interval has no end."]
    precision: Annotated[Precision, "Its precision. An interval means some time within it."]
    approximate: Annotated[bool, "True if the source gives the date as approximate (~)."] = False
    uncertain: Annotated[bool, "True if the date is uncertain (?)."] = False

    @property
    def starts(self) -> date:
        """The first day, or the earliest possible day if the interval has no start."""
        return self.first or date.min

    @property
    def ends(self) -> date:
        """The last day, or the latest possible day if the interval has no end."""
        return self.last or date.max

    @property
    def order(self) -> tuple[date, date]:
        """The key that sorts dates from old to new: first days, then last days."""
        return self.starts, self.ends

    @property
    def listed(self) -> tuple[date, date]:
        """The key that sorts dates in lists: one without a first day is where its last day is."""
        return self.first or self.ends, self.ends

    def overlaps(self, other: "PartialDate") -> bool:
        """True if the two dates have a day in common."""
        return self.starts <= other.ends and other.starts <= self.ends

    def days_before(self, other: "PartialDate") -> int:
        """Days from this date's last day to the other's first day; 0 if they overlap or this one is later."""
        return max(0, (other.starts - self.ends).days)


def parse(text: str) -> PartialDate:
    """The date that `text` names. Raises DateError for any other text and for a day that does not exist."""
    if "/" not in text:
        return _point(text)
    start_text, _, end_text = text.partition("/")
    start = None if start_text == ".." else _point(start_text, whole=text)
    end = None if end_text == ".." else _point(end_text, whole=text)
    if start is None and end is None:
        raise DateError(f"'{text}' is open at both ends: give a start or an end")
    if start and end and start.starts > end.ends:
        raise DateError(f"'{text}' ends before it starts")
    return PartialDate(
        text=text,
        first=start.first if start else None,
        last=end.last if end else None,
        precision="interval",
        approximate=any(point.approximate for point in (start, end) if point),
        uncertain=any(point.uncertain for point in (start, end) if point),
    )


def closed(text: str) -> PartialDate:
    """The date that `text` names, with a first and a last day, as a question needs. Raises DateError."""
    found = parse(text)
    if found.first is None or found.last is None:
        raise open_ended(text)
    return found


def open_ended(text: str) -> DateError:
    """The error of a question about a date that has no first or no last day; `text` is what was written."""
    return DateError(f"'{text}' is open at one end: a question needs a first and a last day")


def of_day(day: date) -> PartialDate:
    """One calendar day as a date of day precision."""
    return PartialDate(text=day.isoformat(), first=day, last=day, precision="day")


def today() -> PartialDate:
    """The current day, in local time."""
    return of_day(date.today())


def of_days(first: date, last: date) -> PartialDate:
    """The days from the first to the last as an interval."""
    return PartialDate(f"{first}/{last}", first, last, "interval")


def _point(text: str, *, whole: str | None = None) -> PartialDate:
    """A date that is not an interval, or one end of the interval `whole`."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(_not_a_date(text, whole))
    if match["unknown"]:
        first, last, precision = _unknown_years(text, match["unknown"])
    else:
        first, last, precision = _span(text, match)
    return PartialDate(
        text=text,
        first=first,
        last=last,
        precision=precision,
        approximate=match["qualifier"] in ("~", "%"),
        uncertain=match["qualifier"] in ("?", "%"),
    )


def _unknown_years(text: str, years: str) -> tuple[date, date, Precision]:
    """The ten or hundred years of `201X` or `20XX`."""
    first = _known_year(text, years.replace("X", "0"))
    last = int(years.replace("X", "9"))
    return date(first, 1, 1), date(last, 12, 31), "century" if years.endswith("XX") else "decade"


def _known_year(text: str, digits: str) -> int:
    if int(digits) == 0:
        raise DateError(f"'{text}' names the year 0, which this calendar does not have")
    return int(digits)


def _span(text: str, match: re.Match[str]) -> tuple[date, date, Precision]:
    year = _known_year(text, match["year"])
    month_text, day_text = match["month"], match["day"]
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    month = int(month_text)
    if day_text is None and month in SEASON_FIRST_MONTH:
        return (*_three_months(text, year, SEASON_FIRST_MONTH[month]), "season")
    if day_text is None and month in _QUARTER_FIRST_MONTH:
        return (*_three_months(text, year, _QUARTER_FIRST_MONTH[month]), "quarter")
    if not 1 <= month <= 12:
        known = "months are 01 to 12, seasons 21 to 24, quarters 33 to 36"
        raise DateError(f"'{text}' names month {month_text}: {known}")
    if day_text in (None, "XX"):
        return date(year, month, 1), last_day(year, month), "month"
    day = int(day_text)
    length = last_day(year, month).day
    if not 1 <= day <= length:
        raise DateError(f"'{text}' does not exist: {MONTHS[month - 1]} {year} has {length} days")
    return date(year, month, day), date(year, month, day), "day"


def _three_months(text: str, year: int, first_month: int) -> tuple[date, date]:
    """Three whole months; the winter of a year begins in its December."""
    last_year, last_month = (year, first_month + 2) if first_month < 12 else (year + 1, 2)
    if last_year > date.max.year:
        raise DateError(f"'{text}' ends after the year {date.max.year}")
    return date(year, first_month, 1), last_day(last_year, last_month)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _not_a_date(text: str, whole: str | None) -> str:
    within = f" in '{whole}'" if whole is not None else ""
    body = text.rstrip("~?%")
    padded = "-".join(part.zfill(2) for part in body.replace("x", "X").split("-")) + text[len(body) :]
    if padded != text and _exists(padded):
        return f"'{text}'{within} is not a date: did you mean {padded}?"
    if not text:
        return f"an end is missing{within}: an open end is written '..'" if whole else "the date is empty"
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return f"'{shown}'{within} is not a date: {FORMS}"


def _exists(text: str) -> bool:
    try:
        _point(text)
    except DateError:
        return False
    return True
