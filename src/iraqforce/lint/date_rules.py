"""Rules about dates that contradict the rest of their record."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from iraqforce.lint.context import Context, Finding
from iraqforce.model.dates import MONTHS, PartialDate
from iraqforce.model.facts import Fact
from iraqforce.text.dates_in_text import WEEKDAY

VAGUE: Final = frozenset({"month", "quarter", "season", "year"})
"""The precisions without a day. An interval is considered deliberate."""

_PERIOD: Final = rf"month|quarter|year|{'|'.join(MONTHS)}|[0-9]{{4}}"
_END = re.compile(
    rf"(?<!\bby )(?<!\bby the )\b(?:end of (?:an? |the |that )?(?:{_PERIOD})|(?:month|quarter|year)-end)\b"
)
_DAY = re.compile(rf"the day (?:of|that|on which)\b|“?{WEEKDAY}\b")


def period_end_without_day(context: Context) -> Iterator[Finding]:
    """F312: a level at the end of a month, quarter or year that is dated to the whole of it."""
    for fact in context.base.facts:
        if fact.kind != "level" or fact.withheld or fact.as_of.precision not in VAGUE:
            continue
        words = next((match.group() for text in _date_words(fact) if (match := _END.search(text))), None)
        if words is not None:
            message = f"'{fact.id}' is a count at the {words}, but its date is '{fact.as_of.text}'"
            yield context.at(fact, "as_of", message, f"use that day: {fact.as_of.last}")


def _date_words(fact: Fact) -> Iterator[str]:
    """What a record says of its date: the date basis, the locator and the definition."""
    yield from (text for text in (fact.dated_by, fact.locator) if text)
    if fact.definition is not None:
        yield fact.definition.text


def day_left_out(context: Context) -> Iterator[Finding]:
    """F315: a level that is dated by a day, and whose date names no day."""
    for fact in context.base.facts:
        if fact.kind == "level" and fact.as_of.precision in VAGUE and _DAY.match(fact.dated_by or ""):
            message = f"the date basis of '{fact.id}' is a day, but its date is '{fact.as_of.text}'"
            hint = f"enter the day; the source was published on {fact.source.published.text}"
            yield context.at(fact, "as_of", message, hint)


def source_after_update(context: Context) -> Iterator[Finding]:
    """F313: a source published after the base was last updated, or published or accessed in the future."""
    updated = context.base.info.updated
    for source in context.base.sources.values():
        if updated is not None and source.published.starts > updated.ends:
            message = (
                f"published on {source.published.text}, after the base was last updated ({updated.text})"
            )
            hint = "correct the date, or set 'updated' to the day of your edit"
            yield context.at(source, "published", message, hint)
        for key in ("published", "accessed"):
            day: PartialDate | None = getattr(source, key)
            if day is not None and day.starts > date.today():
                message = f"{key} on {day.text}, which is in the future"
                yield context.at(source, key, message, "correct the date")
