"""A regular series: one row for each month, quarter or year, also if there is no answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal, NamedTuple

from iraqforce.errors import ArgumentError
from iraqforce.model import dates
from iraqforce.model.choices import Basis, Scope, Status, Support
from iraqforce.model.counts import Number
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Fact
from iraqforce.model.result import Result
from iraqforce.queries.answers import Answer, Level, Question, series_of
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels
from iraqforce.text.phrases import day_words

if TYPE_CHECKING:
    import pandas

Every = Literal["month", "quarter", "year"]

MONTHS_EACH: Final[dict[Every, int]] = {"month": 1, "quarter": 3, "year": 12}
"""The length of each period in months."""


class SeriesRow(NamedTuple):
    """The answer for the last day of a period; among evidence rows, one figure of its evidence."""

    period: Annotated[str, "The period: 2016-03, 2016-Q1 or 2016."]
    date: Annotated[date, "Its last day: the date asked about."]
    value: Annotated[Number | None, "The number; null if there is no single one."] = None
    low: Annotated[Number | None, "The lowest possible number; null if open."] = None
    high: Annotated[Number | None, "The highest possible number; null if open."] = None
    text: Annotated[str | None, "The number, in the source's words."] = None
    support: Annotated[Support, "How well the date is supported."] = "none"
    contested: Annotated[bool, "True if two figures of the evidence conflict."] = False
    age_days: Annotated[int | None, "Days from the end of the figure's date to the date asked about."] = None
    definition: Annotated[str | None, "The ID of the definition of what is counted."] = None
    scope: Annotated[Scope | None, "How much of the force in the place the number counts."] = None
    status: Annotated[Status | None, "Whether it is actual, announced or former."] = None
    basis: Annotated[Basis | None, "Whether the number is official or from the press."] = None
    as_of: Annotated[PartialDate | None, "The date the figure applies to."] = None
    stated_by: Annotated[str | None, "Who stated it; the publisher if null."] = None
    source_title: Annotated[str | None, "The title of its source."] = None
    publisher: Annotated[str | None, "Who published it."] = None
    url: Annotated[str | None, "The URL of its source."] = None
    fact: Annotated[str | None, "The ID of the fact."] = None


@dataclass(frozen=True, repr=False)
class Series(Result):
    """One row for each period, in order, or one for each figure of the evidence."""

    schema: ClassVar[str] = "iraqforce.series/1"
    _lists: ClassVar[str] = "rows"

    question: Annotated[Question, "What was asked; its date is the whole span."]
    every: Annotated[Every, "The length of a period."]
    answered: Annotated[int, "The number of periods with an answer."]
    definition_changes: Annotated[int, "How often the definition differs from that of the answer before."]
    rows: Annotated[tuple[SeriesRow, ...], "The rows, from the oldest period to the newest."]
    base: Annotated[BaseInfo, "The base that they are from."]

    def to_pandas(self, *, period_index: bool = False) -> "pandas.DataFrame":
        """The table of the rows; on request with a PeriodIndex of months, quarters or years.

        Raises MissingExtraError if pandas is not installed.
        """
        frame = super().to_pandas()
        if not period_index:
            return frame
        indexed: pandas.DataFrame = import_module("iraqforce.render.frames").by_period(frame, self.every)
        return indexed


def series(levels: Levels, question: Question, every: Every, *, evidence: bool = False) -> Series:
    """The answers for the last day of each period that has a day of the question's date.

    With `evidence`, a row for each figure of the evidence.
    """
    rows: list[SeriesRow] = []
    counted: list[str] = []
    for period, last_day in _periods(every, question.date.starts, question.date.ends):
        found = answer(question._replace(date=dates.of_day(last_day)), levels)
        counted += [series_of(fact) for fact in found.evidence[:1]]
        shown = found.evidence if evidence else found.evidence[:1]
        rows += [_row(period, last_day, found, fact) for fact in shown or (None,)]
    changes = sum(before != after for before, after in pairwise(counted))
    return Series(question, every, len(counted), changes, tuple(rows), levels.info)


def span_of(
    levels: Levels, since: PartialDate | None, until: PartialDate | None, known_by: PartialDate | None
) -> PartialDate:
    """The days asked about: by default from the first figure to the last, or to the day of the last update.

    Raises ArgumentError if the period is open, or if there is nothing to begin or to end it with.
    """
    if (since and not since.first) or (until and not until.last):
        raise ArgumentError("a series needs a first and a last day, not a date that is open at one end")
    figures = levels.known(known_by).total.facts
    updated = levels.info.updated
    firsts = [fact.as_of.first for fact in figures if fact.as_of.first]
    lasts = [fact.as_of.last for fact in figures if fact.as_of.last]
    first = since.first if since and since.first else min(firsts, default=None)
    last = until.last if until and until.last else updated.last if updated else max(lasts, default=None)
    if first is None or last is None:
        raise ArgumentError(
            f"no figures for {levels.force.name} {levels.place.phrase}",
            hint="a series of them needs a first and a last date",
        )
    if first > last:
        begin, end = ("first figure", "last date") if until else ("first date", "last update of the data")
        raise ArgumentError(
            f"the {begin} ({day_words(first)}) is after the {end} ({day_words(last)})",
            hint="give the first and the last date of the series",
        )
    return dates.of_days(first, last)


def _periods(every: Every, first: date, last: date) -> Iterator[tuple[str, date]]:
    """Each period that has a day from `first` to `last`, with its last day."""
    length = MONTHS_EACH[every]
    month = (first.year * 12 + first.month - 1) // length * length  # months since the year 0
    while month <= last.year * 12 + last.month - 1:
        year, before = divmod(month, 12)
        month += length
        names = {"month": f"{year:04}-{before + 1:02}", "quarter": f"{year:04}-Q{before // 3 + 1}"}
        yield names.get(every, f"{year:04}"), dates.last_day(year, before + length)


def _row(period: str, day: date, found: Answer, fact: Fact | None) -> SeriesRow:
    if fact is None:
        return SeriesRow(period, day, support=found.support, age_days=found.age_days)
    level, source = Level.of(fact), fact.source
    age = fact.as_of.days_before(dates.of_day(day))
    return SeriesRow(
        period, day, level.value, level.low, level.high, level.text, found.support, found.contested,
        age, level.definition, level.scope, level.status, level.basis, level.as_of, level.stated_by,
        source.title, source.publisher, level.url, level.fact,
    )  # fmt: skip
