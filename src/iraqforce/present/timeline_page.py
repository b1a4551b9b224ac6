"""The page of a timeline: levels as bars, changes with their sign, events between them, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.present.bars import axis_end, bar, lanes
from iraqforce.present.figures import Figures, count_words
from iraqforce.present.in_a_row import MANY_LEVELS, alike, sources_in_a_row, speakers_words
from iraqforce.present.page import AxisChange, Bars, Dated, Entry, Heading, Lane, Paragraph
from iraqforce.present.panels import Point, boundary
from iraqforce.present.words import (
    CITED,
    STATUS_WORDS,
    day_words,
    definition_words,
    event_words,
    listed,
    more_by_id,
    number_of,
    qualities,
    short_date_words,
    span_words,
    status_before,
    who_where,
)
from iraqforce.timeline import listing_order, timeline, without_many_beside

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

_BESIDE: Final = "parts, plans, caps and what is told as context. --all shows them"

_SIGNED: Final[dict[Direction, tuple[str, str]]] = {
    "increase": ("+", "more"),
    "decrease": ("−", "fewer"),
    "none": ("=", "no change"),
}
"""Each direction with its sign, and with what stands for a number that the source does not name."""


def timeline_page(view: TimelineView) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    rows, beside = _shown(view)
    levels = [fact for row in rows for fact in row.levels]
    brief = len(levels) > MANY_LEVELS and not view.shown.everything
    page = _TimelinePage(view, brief=brief)
    asked = f"{view.force.name} {view.place.phrase}"
    yield Heading(f"{asked}{_period(view.scope)}")
    drawn = page.bars(rows)
    yield Paragraph(_said(rows, asked, drawn))
    if brief:
        yield Paragraph(_brief_words(levels))
    if rows:
        yield drawn
    if beside:
        yield Paragraph(
            f"Left out: {number_of(beside, 'level')} that only stand beside an answer: {_BESIDE}."
        )
    if any(view.left_out):
        yield Paragraph(_left_out(view.left_out, view.scope))
    explained = page.figures.definitions()
    if explained:
        yield explained
    if brief:
        yield from page.brief_end()
    elif page.figures.shown:
        yield page.figures.references()
        yield Paragraph(more_by_id("each figure"))


def _shown(view: TimelineView) -> tuple[tuple[Row, ...], int]:
    """The rows of the page, and how many levels are left out of them."""
    rows, scope = view.timeline.rows, view.scope
    levels = [fact for row in rows for fact in row.levels]
    kept = without_many_beside(levels, scope.force, scope.place)
    if view.shown.everything or len(kept) == len(levels):
        return rows, 0
    others = [fact for row in rows for fact in (*row.changes, *row.events)]
    return timeline(scope, [*kept, *others]).rows, len(levels) - len(kept)


class _TimelinePage:
    """Turns rows into what is drawn, and gathers the facts as they are shown, in few words where `brief`."""

    def __init__(self, view: TimelineView, *, brief: bool) -> None:
        self.scope = view.scope
        self.figures = Figures()
        self._shown = view.shown
        self._brief = brief

    def bars(self, rows: Sequence[Row]) -> Bars:
        dated = tuple(self._dated(row) for row in rows)
        days = [listing_order(row.as_of)[0] for row in rows]
        drawn = [[lane.bar for lane in each.lanes if lane.bar] for each in dated]
        points = [Point(day, bar.high) for day, bars in zip(days, drawn, strict=True) for bar in bars]
        begins = boundary(points, self._shown.axis)
        first = len(rows) if begins is None else next(n for n, day in enumerate(days) if day >= begins)
        ends = [axis_end(bar for bars in part for bar in bars) for part in (drawn[:first], drawn[first:])]
        change = None
        if begins is not None:
            words = f"From {day_words(begins)} on bars are drawn on another axis: it ends at {ends[1]:,}."
            change = AxisChange(first, ends[1], words)
        return Bars(("as of", "count", "what"), dated, ends[0], _KEY, change)

    def brief_end(self) -> Iterator[Block]:
        """What a page in few words says at its end: the sources in a row."""
        yield Paragraph(f"Sources: {sources_in_a_row(self.figures.sources())}.")
        yield Paragraph("iraqforce sources gives their titles, iraqforce facts each figure with its id.")

    def _dated(self, row: Row) -> Dated:
        date = short_date_words(row.as_of)
        found = [Lane(bar(levels), tuple(self._levels(levels, row))) for levels in lanes(row.levels)]
        others = [
            *(self._change(fact, date) for fact in row.changes),
            *(self._event(fact, date) for fact in row.events),
        ]
        return Dated(date, _marks(row.as_of), (*found, *([Lane(None, tuple(others))] if others else [])))

    def _levels(self, levels: Sequence[Fact], row: Row) -> Iterator[Entry]:
        """An entry for each level, or for those that say the same."""
        groups = [(fact,) for fact in levels] if self._shown.everything else alike(levels)
        for group in groups:
            yield self._level(group, row)

    def _level(self, facts: Sequence[Fact], row: Row) -> Entry:
        fact = facts[0]
        text = self._origin(fact) if len(facts) == 1 else self._origins(facts)
        text = self.figures.counted(fact, text)
        details = list(self._few_qualities(facts) if self._brief else self.figures.below(fact))
        if not self._brief and not fact.quoted:
            details.append(CITED)
        if len(facts) == 1 and fact.as_of != row.as_of:
            details.append(short_date_words(fact.as_of))
        return Entry(short_date_words(row.as_of), count_words(fact), text, tuple(details))

    def _few_qualities(self, facts: Sequence[Fact]) -> Iterator[str]:
        """What no other line of the page says of the figures."""
        fact = facts[0]
        if fact.definition is not None and fact.definition.name is None:
            yield definition_words(fact.definition)
        if not fact.stands_alone:
            yield "beside an answer, not one"
        if fact.status not in (None, "actual"):
            yield STATUS_WORDS[fact.status]
        if any(each.quoted for each in facts):
            yield "quoted"

    def _origins(self, facts: Sequence[Fact]) -> str:
        """Who says the same, with the numbers of the sources."""
        for fact in facts:
            self.figures.origin(fact)
        bases = " and ".join(sorted({fact.basis for fact in facts if fact.basis}))
        numbers = ", ".join(map(str, sorted({self.figures.number(fact) for fact in facts})))
        return f"{bases}, {speakers_words(facts)} [{numbers}]"

    def _change(self, fact: Fact, date: str) -> Entry:
        sign, unnamed = _SIGNED[fact.direction or "none"]
        numbered = fact.count is not None and not fact.withheld
        signed = f"{sign}{count_words(fact)}" if numbered else f"{sign} {count_words(fact) or unnamed}"
        details = [fact.label] if fact.label else []
        if not fact.concerns(self.scope.force, self.scope.place):
            details.append(f"of {who_where(fact)}")
        return Entry(
            date, signed, f"{status_before(fact)}{self._origin(fact)}", (*details, *self._but_status(fact))
        )

    def _event(self, fact: Fact, date: str) -> Entry:
        text = f"{event_words(fact)} [{self.figures.number(fact)}]"
        return Entry(date, "", text, tuple(self._but_status(fact)))

    def _but_status(self, fact: Fact) -> Iterator[str]:
        """What a reader must know of the fact, besides its status, which stands before its words."""
        told = {STATUS_WORDS[fact.status] if fact.status else "", CITED if self._brief else ""}
        return (words for words in qualities(fact) if words not in told)

    def _origin(self, fact: Fact) -> str:
        basis = f"{fact.basis}, " if fact.basis else ""
        return f"{basis}{self.figures.origin(fact)}"


def _brief_words(levels: Sequence[Fact]) -> str:
    """How to see fewer levels, or more of each."""
    quoted = sum(1 for fact in levels if fact.quoted)
    words = f"All are {CITED}" if not quoted else f"All but those marked so are {CITED}"
    return f"{words}. --from and --to show a part of them, and --all shows each in full."


def _marks(as_of: PartialDate) -> tuple[Sign, ...]:
    """What to know before the date is taken for a day."""
    vague: tuple[Sign, ...] = ("within",) if as_of.approximate or as_of.first != as_of.last else ()
    return (*vague, "uncertain") if as_of.uncertain else vague


def _period(scope: Scope) -> str:
    since = f", from {span_words(scope.since)}" if scope.since else ""
    until = f"{'' if since else ','} to {span_words(scope.until)}" if scope.until else ""
    return since + until


def _said(rows: Sequence[Row], asked: str, drawn: Bars) -> str:
    """What the page shows, in a sentence or two."""
    levels = sum(len(row.levels) for row in rows)
    changes = sum(len(row.changes) for row in rows)
    events = sum(len(row.events) for row in rows)
    counted = f"{number_of(levels, 'level')}, {number_of(changes, 'change')} and {number_of(events, 'event')}"
    if not levels:
        return f"{counted}. No level of {asked} is dated then. That is no evidence of zero."
    if drawn.change is None:
        return f"{counted}, in order of date. Every bar begins at 0, and all share one axis."
    axes = f"one axis ends at {drawn.end:,}, the other at {drawn.change.end:,}"
    return f"{counted}, in order of date. Every bar begins at 0, on one of two axes: {axes}."


def _left_out(left_out: LeftOut, scope: Scope) -> str:
    """How many facts are not shown, and how to see them."""
    parts = (
        (left_out.of_others, "fact", " of other forces and places"),
        (left_out.figures, "figure", " that count no troops"),
        (left_out.events, "event", ""),
    )
    told = [f"{number_of(number, noun)}{words}" for number, noun, words in parts if number]
    since = f" --from {scope.since.text}" if scope.since else ""
    until = f" --to {scope.until.text}" if scope.until else ""
    return f"Left out: {listed(told)}. iraqforce facts{since}{until} lists all."
