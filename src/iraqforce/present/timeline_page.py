"""The page of a timeline: levels as bars, changes with their sign, events between them, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.present.bars import axis_end, bar, lanes
from iraqforce.present.figures import Figures, count_words
from iraqforce.present.page import Bars, Dated, Entry, Heading, Lane, Paragraph
from iraqforce.present.words import (
    STATUS_WORDS,
    event_words,
    number_of,
    qualities,
    short_date_words,
    span_words,
    status_before,
    who_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Direction, Fact
    from iraqforce.present.page import Block, Sign
    from iraqforce.present.timeline import LeftOut, TimelineView
    from iraqforce.timeline import Row, Scope

_KEY: Final[tuple[tuple[Sign, str], ...]] = (
    ("solid", "said to be so, or told as past"),
    ("thin", "a number too small for the axis"),
    ("hatched", "from the lowest number named to the highest"),
    ("open", "it may be more"),
    ("about", "about this number"),
    ("light", STATUS_WORDS["announced"]),
    ("dotted", STATUS_WORDS["planned"]),
    ("dashed", STATUS_WORDS["authorised"]),
    ("within", "some time within this date, or about it"),
    ("uncertain", "the date is uncertain"),
    ("event", "an event"),
)

_SIGNED: Final[dict[Direction, tuple[str, str]]] = {
    "increase": ("+", "more"),
    "decrease": ("−", "fewer"),
    "none": ("=", "no change"),
}
"""Each direction with its sign, and with what stands for a number that the source does not name."""


def timeline_page(view: TimelineView) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    page = _TimelinePage(view.scope)
    rows = view.timeline.rows
    asked = f"{view.force.name} {view.place.phrase}"
    yield Heading(f"{asked}{_period(view.scope)}")
    yield Paragraph(_said(rows, asked))
    if rows:
        yield page.bars(rows)
    if any(view.left_out):
        yield Paragraph(_left_out(view.left_out, view.scope))
    if page.figures.shown:
        yield page.figures.references()
        yield Paragraph("iraqforce show ID gives each figure with its note and its paragraph.")


class _TimelinePage:
    """Turns rows into what is drawn, and gathers the facts as they are shown."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.figures = Figures()

    def bars(self, rows: Sequence[Row]) -> Bars:
        dated = tuple(self._dated(row) for row in rows)
        drawn = [lane.bar for row in dated for lane in row.lanes if lane.bar]
        return Bars(("as of", "count", "what"), dated, axis_end(drawn), _KEY)

    def _dated(self, row: Row) -> Dated:
        date = short_date_words(row.as_of)
        found = [
            Lane(bar(levels), tuple(self._level(fact, row) for fact in levels))
            for levels in lanes(row.levels)
        ]
        others = [
            *(self._change(fact, date) for fact in row.changes),
            *(self._event(fact, date) for fact in row.events),
        ]
        return Dated(date, _marks(row.as_of), (*found, *([Lane(None, tuple(others))] if others else [])))

    def _level(self, fact: Fact, row: Row) -> Entry:
        details = list(qualities(fact))
        if fact.as_of != row.as_of:
            details.append(short_date_words(fact.as_of))
        return Entry(short_date_words(row.as_of), count_words(fact), self._origin(fact), tuple(details))

    def _change(self, fact: Fact, date: str) -> Entry:
        sign, unnamed = _SIGNED[fact.direction or "none"]
        numbered = fact.count is not None and not fact.withheld
        signed = f"{sign}{count_words(fact)}" if numbered else f"{sign} {count_words(fact) or unnamed}"
        details = [fact.label] if fact.label else []
        if not fact.concerns(self.scope.force, self.scope.place):
            details.append(f"of {who_where(fact)}")
        return Entry(
            date, signed, f"{status_before(fact)}{self._origin(fact)}", (*details, *_but_status(fact))
        )

    def _event(self, fact: Fact, date: str) -> Entry:
        text = f"{event_words(fact)} [{self.figures.number(fact)}]"
        return Entry(date, "", text, tuple(_but_status(fact)))

    def _origin(self, fact: Fact) -> str:
        basis = f"{fact.basis}, " if fact.basis else ""
        return f"{basis}{self.figures.origin(fact)}"


def _but_status(fact: Fact) -> Iterator[str]:
    """What a reader must know of the fact, besides its status, which stands before its words."""
    status = STATUS_WORDS[fact.status] if fact.status else ""
    return (words for words in qualities(fact) if words != status)


def _marks(as_of: PartialDate) -> tuple[Sign, ...]:
    """What to know before the date is taken for a day."""
    vague: tuple[Sign, ...] = ("within",) if as_of.approximate or as_of.first != as_of.last else ()
    return (*vague, "uncertain") if as_of.uncertain else vague


def _period(scope: Scope) -> str:
    since = f", from {span_words(scope.since)}" if scope.since else ""
    until = f"{'' if since else ','} to {span_words(scope.until)}" if scope.until else ""
    return since + until


def _said(rows: Sequence[Row], asked: str) -> str:
    """What the page shows, in a sentence or two."""
    levels = sum(len(row.levels) for row in rows)
    changes = sum(len(row.changes) for row in rows)
    events = sum(len(row.events) for row in rows)
    counted = f"{number_of(levels, 'level')}, {number_of(changes, 'change')} and {number_of(events, 'event')}"
    if not levels:
        return f"{counted}. No level of {asked} is dated then. That is no evidence of zero."
    return f"{counted}, in order of date. Every bar begins at 0, and all share one axis."


def _left_out(left_out: LeftOut, scope: Scope) -> str:
    """How many facts are not shown, and how to see them."""
    parts = (
        (left_out.of_others, "fact", " of other forces and places"),
        (left_out.figures, "figure", " that count no troops"),
        (left_out.events, "event", ""),
    )
    told = [f"{number_of(number, noun)}{words}" for number, noun, words in parts if number]
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    since = f" --from {scope.since.text}" if scope.since else ""
    until = f" --to {scope.until.text}" if scope.until else ""
    return f"Left out: {listed}. iraqforce facts{since}{until} lists all."
