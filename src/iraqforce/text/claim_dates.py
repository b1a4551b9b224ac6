"""The date of a claim in a manuscript: stated, relative to the day of publication, or carried from before."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from iraqforce.model.dates import (
    MONTHS,
    SEASON_FIRST_MONTH,
    SEASONS,
    DateError,
    PartialDate,
    last_day,
    of_day,
    of_days,
    parse,
)
from iraqforce.text.claim_words import Spot, Told
from iraqforce.text.dates_in_text import MONTH_NUMBERS, WEEKDAY, DateMention


class Resolved(NamedTuple):
    """A date in a sentence, with its characters; `date` is None if the words do not name it for certain."""

    start: int
    end: int
    words: str
    date: PartialDate | None


class Dated(NamedTuple):
    """The date of a claim and how it was derived; without a date, `derived` says what is missing."""

    date: PartialDate | None
    derived: str


def resolve(
    text: str, found: DateMention, published: date | None, before: PartialDate | None
) -> Resolved | None:
    """The date that the words name in their sentence; None for words that only bound a time.

    `before` is the date last named, for `that month`.
    """
    lead = text[max(0, found.start - 40) : found.start]
    if _BOUND.search(lead):
        return None
    words, part = found.words, _PART.search(lead)
    start = found.start
    try:
        resolved = found.date or _relative(words, published, before)
        if resolved is not None and part is not None:
            start -= len(part[0])
            words = f"{part[0]}{words}"
            resolved = _part_of(resolved, part[0].lower())
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        resolved = None
    return Resolved(start, found.end, words, resolved)


def anaphora(text: str, before: PartialDate | None) -> Iterator[Resolved]:
    """The words that repeat the date last named: `that month`, `that year`."""
    for match in _THAT.finditer(text):
        yield Resolved(match.start(), match.end(), match[0], _repeated(match, before))


def _repeated(match: re.Match[str], before: PartialDate | None) -> PartialDate | None:
    """The day, month or year of the date last named; None if that is less precise."""
    if before is None or before.first is None or before.last is None:
        return None
    first, last = before.first, before.last
    if match["unit"] in ("day", "date"):
        return before if first == last else None
    if first.year != last.year:
        return None
    if match["unit"] == "year":
        return parse(f"{first.year:04}")
    if match["month"]:
        return parse(f"{first.year:04}-{MONTH_NUMBERS[match['month']]:02}")
    return parse(f"{first.year:04}-{first.month:02}") if first.month == last.month else None


def _relative(words: str, published: date | None, before: PartialDate | None) -> PartialDate | None:
    """The date of words that depend on the day of publication, such as `last year` and `Friday`."""
    plain = words.lower()
    if published is None:
        return _in_year_of(before, words)
    if plain in ("today", "tonight"):
        return of_day(published)
    if plain == "yesterday":
        return of_day(published - timedelta(days=1))
    if weekday := _WEEKDAY.match(words):
        if plain.startswith("next"):
            return None
        days = (published.weekday() - _WEEKDAYS.index(weekday["day"][:3].lower())) % 7
        return of_day(published - timedelta(days=days or (7 if plain.startswith("last") else 0)))
    if match := _LAST.fullmatch(plain):
        return _span_back(match["unit"], published, this=match["which"] == "this")
    if named := _month_and_day(words):
        found = _latest(*named, published)
        # After a date of another year, only a reader knows which year is meant.
        return found if before is None or found == _in_year_of(before, words) else None
    return None


def _month_and_day(words: str) -> tuple[int, int | None] | None:
    """The month and, if it is named, the day of words without a year."""
    match = _MONTH_DAY.fullmatch(words)
    if match is None:
        return None
    day = match["day_1"] or match["day_2"]
    return MONTH_NUMBERS[match["month_1"] or match["month_2"]], int(day) if day else None


def _in_year(year: int, month: int, day: int | None) -> PartialDate | None:
    """The day or month of that year; None if there is no such day."""
    try:
        return parse(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
    except DateError:
        return None


def _in_year_of(before: PartialDate | None, words: str) -> PartialDate | None:
    """A day or a month without a year, in the year of the date last named."""
    named = _month_and_day(words)
    if named is None or before is None or before.starts.year != before.ends.year:
        return None
    return _in_year(before.starts.year, *named)


def _latest(month: int, day: int | None, published: date) -> PartialDate | None:
    """The latest such day or month that had begun on the day of publication."""
    dates = (_in_year(year, month, day) for year in (published.year, published.year - 1))
    return next((found for found in dates if found and found.starts <= published), None)


def _span_back(unit: str, published: date, *, this: bool) -> PartialDate | None:
    """The week, month, year or season before the one of the day of publication, or `this` one up to it."""
    if unit == "year":
        return _up_to(date(published.year, 1, 1), published) if this else parse(f"{published.year - 1:04}")
    if unit == "month":
        first = published.replace(day=1)
        if this:
            return _up_to(first, published)
        before = first - timedelta(days=1)
        return parse(f"{before.year:04}-{before.month:02}")
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        if this:
            return _up_to(monday, published)
        return of_days(monday - timedelta(days=7), monday - timedelta(days=1))
    if unit in SEASONS and unit != "winter":  # which is in two years
        first_month = SEASON_FIRST_MONTH[SEASONS[unit]]
        for year in (published.year, published.year - 1, published.year - 2):
            first, last = date(year, first_month, 1), last_day(year, first_month + 2)
            if (first <= published <= last) if this else last < published:
                return of_days(first, min(last, published))
    if unit in MONTH_NUMBERS or unit.title() in MONTHS:
        return _latest(MONTH_NUMBERS[unit.title()], None, published if this else published.replace(day=1))
    return None


def _part_of(whole: PartialDate, words: str) -> PartialDate:
    """The part of a year or a month that words before it name: `the end of 2017` is its December."""
    first, last = whole.starts, whole.ends
    days = (last - first).days + 1
    if whole.first is None or whole.last is None or days < 28:
        return whole
    if days <= 31:
        third = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1}
        which = next((number for name, number in third.items() if name in words), 2)
        bounds = [first, first.replace(day=11), first.replace(day=21), last + timedelta(days=1)]
        return of_days(bounds[which], bounds[which + 1] - timedelta(days=1))
    if whole.precision != "year":
        return whole
    year = first.year
    if "early" in words:
        return of_days(first, last_day(year, 4))
    if "mid" in words:
        return of_days(date(year, 5, 1), last_day(year, 8))
    if "late" in words:
        return of_days(date(year, 9, 1), last)
    return parse(f"{year:04}-{'12' if _END.search(words) else '01'}")


def _up_to(first: date, last: date) -> PartialDate:
    return of_day(last) if first == last else of_days(first, last)


def date_of_claim(
    spot: Spot, mentioned: Sequence[Resolved], earlier: Sequence[Resolved], published: date | None, told: Told
) -> Dated:
    """The date of the number, with the dates of its sentence and those of the sentence before."""
    reachable = _reachable(spot, mentioned)
    is_present = _PRESENT.search(spot.clause) is not None and _PAST.search(spot.clause) is None
    found = _near(spot, reachable, earlier=not (is_present and published))
    if found is None and told != "plan" and _FROM.search(spot.before):
        return Dated(None, "it is an earlier number, and its date is not given")
    # A plan is judged as of the day on which the manuscript tells it, unless it names another year.
    is_due = told == "plan" and published is not None and not (found and _IN_FULL.search(found.derived))
    if found is not None and (found.date is None or not is_due):
        return found
    if told == "plan" or is_present:
        if published is not None:
            return Dated(of_day(published), "present tense, on the day of publication")
        return _only_of(reachable) or Dated(None, "undated, and the day of publication is unknown")
    return found or _only_of(reachable) or _carried(spot, earlier)


def _reachable(spot: Spot, mentioned: Sequence[Resolved]) -> list[Resolved]:
    """The dates of the sentence that may be that of the number: not those of what it is compared with."""
    end = spot.number.end + (stop.start() if (stop := _STOP.search(spot.after)) else len(spot.after))
    if spot.following is not None and _COMPARED.search(spot.text, spot.number.end, spot.until):
        end = min(end, spot.following.start)
    return [each for each in mentioned if each.start < end]


def _near(spot: Spot, mentioned: Sequence[Resolved], *, earlier: bool) -> Dated | None:
    """The date by the nearest words: after the number, else since the number before, else `earlier`."""
    start, end = spot.number.start, spot.number.end + len(spot.segment)
    own = [each for each in mentioned if start <= each.start < end]
    if not own and _FROM.search(spot.before):
        return None
    return _only_of(
        own,
        [each for each in mentioned if spot.previous_end <= each.start < start],
        [each for each in mentioned if earlier and each.start < spot.previous_end],
    )


def _carried(spot: Spot, earlier: Sequence[Resolved]) -> Dated:
    """The date of the claim before, or the only one of the sentence before."""
    if spot.last is not None and spot.last.date is not None:
        return Dated(spot.last.date, spot.last.dated_by)
    if len(earlier) == 1 and earlier[0].date is not None:
        return Dated(earlier[0].date, f"“{earlier[0].words}” in the sentence before")
    return Dated(None, "no date is given")


def _only_of(*groups: Sequence[Resolved]) -> Dated | None:
    """The date that the first group with any names, if it names only one."""
    for group in groups:
        named = {each.date.text if each.date else None for each in group}
        if len(named) == 1:
            each = group[0]
            if each.date is None:
                return Dated(None, f"“{each.words}” does not name a date for certain")
            return Dated(each.date, f"“{each.words}”")
        if group:
            shown = " and ".join(dict.fromkeys(f"“{each.words}”" for each in group))
            return Dated(None, f"which date is meant: {shown}?")
    return None


_BOUND: Final = re.compile(
    r"\b(?:(?:published|released|issued|dated)(?: in| on)?|since|until|till|before"
    r"|after|between|prior to|from|fiscal(?: year)?|FY|through|ahead of)"
    r"(?: (?:the|late|early|mid|about|around|end of|middle of|beginning of|start of))*[ -]?$",
    re.IGNORECASE,
)
_STOP: Final = re.compile("[;—]")
_COMPARED: Final = re.compile(
    r"\b(?:(?:down|up) from|compared (?:with|to)|than the|half of|against|versus)\b", re.IGNORECASE
)
_PART: Final = re.compile(
    r"(?:(?:end|close|beginning|start|middle) of(?: the year)? |(?:early|mid|late)[ -](?:in )?)$",
    re.IGNORECASE,
)
_END: Final = re.compile(r"\b(?:end|close)\b")
_MONTH_NAME: Final = "|".join(re.escape(name) for name in MONTH_NUMBERS)
_THAT: Final = re.compile(
    rf"\b(?i:that|the same) (?:(?P<unit>day|date|month|year)\b|(?P<month>{_MONTH_NAME})(?!\w))"
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(rf"(?:(?:last|this|next) )?(?P<day>{WEEKDAY})", re.IGNORECASE)
_LAST: Final = re.compile(r"(?P<which>last|this|previous) (?P<unit>[a-z]+)")
_MONTH_DAY: Final = re.compile(
    rf"(?P<month_1>{_MONTH_NAME})(?: (?P<day_1>[0-9]{{1,2}})(?:st|nd|rd|th)?)?"
    rf"|(?P<day_2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month_2>{_MONTH_NAME})"
)
_PRESENT: Final = re.compile(
    r"\b(?:is|are|has|have|remains?|stands?|keeps?|maintains?|stays?|now|currently|today"
    r"|numbers(?= (?:[a-z]+ ){0,2}#))(?!\w)"
)
_PAST: Final = re.compile(r"\b(?:was|were|had)\b")
_IN_FULL: Final = re.compile(r"[0-9]{4}")
# What a number went down or up from was true before: `from 5,200 to 2,500 in January 2021`.
_FROM: Final = re.compile(r"\bfrom (?:the |its |a (?:high|peak|low) of )?$")
