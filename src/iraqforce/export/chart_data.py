"""What a chart of levels over time shows, as values; `vega_lite.py` draws them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from iraqforce.model.counts import Number
from iraqforce.model.dates import PartialDate, of_day
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.pages.bars import Axis
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS, Answer, Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels, can_answer, was_known
from iraqforce.queries.timeline import date_order, timeline

MOST_RELATED: Final = 12
"""A chart shows so many figures that cannot answer: parts, plans, ceilings. More would hide the others."""

TOTAL: Final = "total-as-reported"
"""The definition of a figure whose source does not say what it counts."""

PARTIAL: Final = "partial: one unit, base or role"
BROADER: Final = "broader: more than the force in the place"

_MARGIN: Final = 0.02
_LEAST_MARGIN: Final = timedelta(days=45)


@dataclass(frozen=True)
class Options:
    """What a chart shows and how large it is. Pixels are those of the plot, without axes and legends."""

    known_by: PartialDate | None = None
    max_age: int | None = DEFAULT_MAX_AGE_DAYS
    asked: PartialDate | None = None
    """A date to mark in the chart."""
    events: bool = True
    everything: bool = False
    """Show every figure that cannot answer, however many there are."""
    axis: Axis = "auto"
    width: int = 820
    height: int = 340
    link_to_rows: bool = False
    """Link each mark to `#fact-ID` in the page around the chart, not to its source on the web."""


class Stretch(NamedTuple):
    """Days on which a series gives the same figure. `run` is the same until the series gives none."""

    series: str
    run: int
    first: date
    last: date
    value: Number


class ChartData(NamedTuple):
    """The facts of a chart, oldest first, and the days from `first` to `last` that it covers.

    `left_out` counts the figures that cannot answer and are not shown because they are too many.
    """

    force: Force
    place: Place
    base: BaseInfo
    first: date
    last: date
    figures: tuple[Fact, ...]
    stretches: tuple[Stretch, ...]
    series: dict[str, str]
    """Of every figure, by its id, the series that it is in."""
    events: tuple[Fact, ...]
    left_out: int

    def split(self, day: date) -> Iterator["ChartData"]:
        """What is before the day, and what is on the day or after it."""
        for first, last, later in ((self.first, day, False), (day, self.last, True)):
            figures, events = (
                tuple(fact for fact in facts if (middle_of(fact.as_of) >= day) is later)
                for facts in (self.figures, self.events)
            )
            stretches = tuple(
                each._replace(first=max(each.first, first), last=min(each.last, last))
                for each in self.stretches
                if each.first < last and each.last > first
            )
            yield self._replace(first=first, last=last, figures=figures, stretches=stretches, events=events)


def chart_data(
    base: FactBase,
    force: Force,
    place: Place,
    since: PartialDate | None,
    until: PartialDate | None,
    options: Options,
) -> ChartData:
    """The levels of the force in the place and of their parts, with a line for each definition."""
    levels = list(levels_of(base, force, place, options.known_by))
    begins, ends = since.starts if since else date.min, until.ends if until else date.max
    seen = [fact for fact in levels if begins <= fact.as_of.ends and fact.as_of.starts <= ends]
    first, last = _days(since, until, [*(fact.as_of for fact in seen), options.asked])
    answering = Levels(force, place, levels, base.info)
    # The figures that an answer rests on, on the first day of one of them.
    answers = (_on(day, answering, options) for day in {fact.as_of.starts for fact in seen})
    used = {fact.id for each in answers for fact in each.evidence}
    main = [fact for fact in seen if fact.id in used or can_answer(fact, force.id, place.id)]
    all_shown = options.everything or not main or len(seen) - len(main) <= MOST_RELATED
    figures = tuple(sorted(seen if all_shown else main, key=lambda fact: date_order(fact.as_of)))
    # Without a last day asked for, no line goes beyond the newest figure.
    last_drawn = last if until else max((min(fact.as_of.ends, last) for fact in seen), default=first)
    events = timeline(base, force, place, of_day(first), of_day(last)).rows if options.events and seen else ()
    return ChartData(
        force=force,
        place=place,
        base=base.info,
        first=first,
        last=last,
        figures=figures,
        stretches=tuple(_stretches(base, answering, levels, (first, last_drawn), options)),
        series={fact.id: series_of(base, fact, force, place) for fact in figures},
        events=tuple(fact for row in events for fact in row.events if was_known(fact, options.known_by)),
        left_out=len(seen) - len(figures),
    )


def values_of(fact: Fact) -> tuple[Number, ...]:
    """The number named, else the bounds that are known; empty if there are none."""
    count = fact.count
    numbers = () if count is None else (count.low, count.high) if count.value is None else (count.value,)
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def middle_of(as_of: PartialDate) -> date:
    """The day to draw a date at: its middle, or the end that is known."""
    if as_of.first is None or as_of.last is None:
        return as_of.last or as_of.starts
    return as_of.first + (as_of.last - as_of.first) // 2


def series_of(base: FactBase, fact: Fact, force: Force, place: Place) -> str:
    """What the figure counts, in few words. All partial figures are one series, and all broader ones too."""
    if fact.scope == "partial" or not fact.is_about(force.id, place.id):
        return PARTIAL
    if fact.scope == "broader":
        return BROADER
    definition = fact.definition or base.definitions.get(TOTAL)
    return definition.label if definition else "total as reported"


def levels_of(base: FactBase, force: Force, place: Place, known_by: PartialDate | None) -> Iterator[Fact]:
    """The levels of the force in the place and of their parts."""
    forces, places = base.force_and_parts(force.id), base.place_and_parts(place.id)
    for fact in base.related(force.id, place.id):
        ours = fact.force and fact.place and fact.force.id in forces and fact.place.id in places
        if ours and fact.kind == "level" and fact.count is not None and was_known(fact, known_by):
            yield fact


def _stretches(
    base: FactBase, levels: Levels, facts: Iterable[Fact], days: tuple[date, date], options: Options
) -> Iterator[Stretch]:
    """The line of each definition: what `answer` says day by day if only its figures are known.

    A withheld count has no value, and after a level that supersedes everything earlier, no older one has.
    """

    def series(fact: Fact) -> str:
        return series_of(base, fact, levels.force, levels.place)

    answering = [fact for fact in facts if can_answer(fact, levels.force.id, levels.place.id)]
    superseding = {fact.id: fact for fact in answering if fact.supersedes}
    for name, group in groupby(sorted(answering, key=series), series):
        own = {fact.id: fact for fact in group}
        known = Levels(levels.force, levels.place, (superseding | own).values(), levels.info)
        yield from _line(name, known, frozenset(own), days, options)


def _line(
    name: str, levels: Levels, own: frozenset[str], days: tuple[date, date], options: Options
) -> Iterator[Stretch]:
    figures = levels.known(None).total.facts
    before = Stretch(name, 0, days[0], days[0], 0)
    for day, end in pairwise(_turning_days(figures, days, options.max_age)):
        found = _on(day, levels, options)
        values = values_of(found.evidence[0]) if _holds(found, own, options.max_age) else ()
        if not values:
            continue
        connected = before.run and before.last == day
        if connected and before.value == values[0]:
            before = before._replace(last=end)
            continue
        if before.run:
            yield before
        before = Stretch(name, before.run if connected else before.run + 1, day, end, values[0])
    if before.run:
        yield before


def _holds(found: Answer, own: frozenset[str], limit: int | None) -> bool:
    """True if a figure of the line answers: within the limit, or confirmed by the line's own next figure."""
    if not found.evidence or found.evidence[0].id not in own:
        return False
    is_recent = limit is None or (found.age_days or 0) <= limit
    return is_recent or (found.next is not None and found.next.id in own)


def _turning_days(figures: Sequence[Fact], days: tuple[date, date], limit: int | None) -> list[date]:
    """The days on which an answer may change: a figure begins, becomes too old, or the next comes near."""
    found = set(days)
    for fact in figures:
        found |= {fact.as_of.starts, moved(fact.as_of.ends, 1)}
        if limit is not None:
            found |= {moved(fact.as_of.ends, limit + 1), moved(fact.as_of.starts, -limit)}
    return sorted(day for day in found if days[0] <= day <= days[1])


def _on(day: date, levels: Levels, options: Options) -> Answer:
    question = Question(levels.force, levels.place, of_day(day), options.known_by, options.max_age)
    return answer(question, levels)


def _days(
    since: PartialDate | None, until: PartialDate | None, dates: Iterable[PartialDate | None]
) -> tuple[date, date]:
    """The days asked for, else those of the figures with a margin."""
    known = [day for each in dates if each for day in (each.first, each.last) if day]
    begins, ends = since and since.first, until and until.last
    earliest = begins or min([*known, *([ends] if ends else [])], default=date(2000, 1, 1))
    latest = ends or max([*known, *([begins] if begins else [])], default=date(2000, 12, 31))
    margin = max((latest - earliest) * _MARGIN, _LEAST_MARGIN)
    return begins or moved(earliest, -margin.days), ends or moved(latest, margin.days)


def moved(day: date, days: int) -> date:
    """The day so many days later, as far as the calendar goes."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
