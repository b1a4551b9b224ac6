"""The page of a timeline: levels as bars, changes with their sign, events, and the words of each."""

from collections.abc import Iterator, Sequence
from typing import Final

from iraqforce.model.choices import Direction
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Fact
from iraqforce.pages.bars import BarAxis, Point, axis_end, bar, by_bar, second_axis
from iraqforce.pages.blocks import AxisChange, BarLine, Bars, Block, DateRow, Entry, Heading, Paragraph, Sign
from iraqforce.pages.figures import (
    Figures,
    count_words,
    grouped,
    same_number_by_anyone,
    sources_in_words,
    speakers_words,
)
from iraqforce.pages.phrases import (
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
from iraqforce.queries.as_of import can_answer
from iraqforce.queries.timeline import LeftOut, Period, Row, Timeline, date_order, rows_of

MANY_ALIKE: Final = 3
"""From this many on, figures of one time that say the same are shown on one line."""

MANY_LEVELS: Final = 40
"""A page of more levels than this says less about each."""

MOST_RELATED: Final = 12
"""Up to this many levels that cannot answer are shown; more would drown the others."""

_LEGEND: Final[tuple[tuple[Sign, str], ...]] = (
    ("solid", "said to be so, or told as past"),
    ("thin", "a number too small for the axis"),
    ("hatched", "from the lowest number named to the highest"),
    ("open", "it may be more"),
    ("about", "about this number"),
    ("light", STATUS_WORDS["announced"]),
    ("dotted", STATUS_WORDS["planned"]),
    ("dashed", STATUS_WORDS["authorized"]),
    ("within", "some time within this date, or about it"),
    ("uncertain", "the date is uncertain"),
    ("event", "an event"),
)

_SIGNED: Final[dict[Direction, tuple[str, str]]] = {
    "increase": ("+", "more"),
    "decrease": ("−", "fewer"),
    "none": ("=", "no change"),
}
"""Each direction with its sign, and with what replaces a number that the source does not name."""


def page(result: Timeline, *, axis: BarAxis = "auto", unfolded: bool = False) -> Iterator[Block]:
    """The blocks of the page, from top to bottom; `unfolded` shows every level in full, none left out."""
    question = result.question
    rows, hidden = (result.rows, 0) if unfolded else without_many_related(result)
    levels = [fact for row in rows for fact in row.levels]
    brief = len(levels) > MANY_LEVELS and not unfolded
    drawn = _Drawn(question, brief=brief, unfolded=unfolded)
    asked = f"{question.force.name} {question.place.phrase}"
    yield Heading(f"{asked}{_period(question)}")
    bars = drawn.bars(rows, axis)
    yield Paragraph(_said(rows, asked, bars))
    if brief:
        yield Paragraph(_brief_words(levels))
    if rows:
        yield bars
    if hidden:
        beside = f"{number_of(hidden, 'level')} that only stand beside an answer"
        yield Paragraph(
            f"Left out: {beside}: parts, plans, caps and what is told as context. --all shows them."
        )
    if any(result.left_out):
        yield Paragraph(_left_out(result.left_out, question))
    explained = drawn.definitions()
    if explained:
        yield explained
    if brief:
        yield Paragraph(f"Sources: {sources_in_words(drawn.sources())}.")
        yield Paragraph("iraqforce sources gives their titles, iraqforce facts each figure with its id.")
    elif drawn.shown:
        yield drawn.references()
        yield Paragraph(more_by_id("each figure"))


def without_many_related(result: Timeline) -> tuple[tuple[Row, ...], int]:
    """The rows without the levels that cannot answer, if those are many, and how many were left out.

    These are plans and ceilings, partial, broader and excluded figures. If no other level is there, all stay.
    """
    force, place = result.question.force.id, result.question.place.id
    facts = [fact for row in result.rows for fact in row.facts]
    related = {fact.id for fact in facts if fact.kind == "level" and not can_answer(fact, force, place)}
    levels = sum(fact.kind == "level" for fact in facts)
    if len(related) <= MOST_RELATED or len(related) == levels:
        return result.rows, 0
    return rows_of([fact for fact in facts if fact.id not in related]), len(related)


class _Drawn(Figures):
    """Draws rows and collects their facts as they are shown, with few words about each if `brief`."""

    def __init__(self, question: Period, *, brief: bool, unfolded: bool) -> None:
        super().__init__()
        self._question = question
        self._brief = brief
        self._unfolded = unfolded

    def bars(self, rows: Sequence[Row], axis: BarAxis) -> Bars:
        dated = tuple(self._dated(row) for row in rows)
        days = [date_order(row.as_of)[0] for row in rows]
        drawn = [[line.bar for line in row.lines if line.bar] for row in dated]
        points = [Point(day, bar.high) for day, bars in zip(days, drawn, strict=True) for bar in bars]
        begins = second_axis(points, axis)
        first = len(rows) if begins is None else next(n for n, day in enumerate(days) if day >= begins)
        ends = [axis_end(bar for bars in part for bar in bars) for part in (drawn[:first], drawn[first:])]
        change = None
        if begins is not None:
            words = f"From {day_words(begins)} on bars are drawn on another axis: it ends at {ends[1]:,}."
            change = AxisChange(first, ends[1], words)
        return Bars(("as of", "count", "what"), dated, ends[0], _LEGEND, change)

    def _dated(self, row: Row) -> DateRow:
        date = short_date_words(row.as_of)
        lines = [BarLine(bar(levels), tuple(self._levels(levels, row))) for levels in by_bar(row.levels)]
        others = [self._change(fact, date) for fact in row.changes]
        for fact in row.events:
            words = f"{event_words(fact)} [{self.number(fact)}]"
            others.append(Entry(date, "", words, tuple(self._qualities(fact))))
        lines += [BarLine(None, tuple(others))] if others else []
        return DateRow(date, _marks(row.as_of), tuple(lines))

    def _levels(self, levels: Sequence[Fact], row: Row) -> Iterator[Entry]:
        """An entry for each level, or for those that say the same."""
        for facts in [(fact,) for fact in levels] if self._unfolded else together(levels):
            fact = facts[0]
            text = self.counted(fact, self._speakers(facts) if len(facts) > 1 else self._speaker(fact))
            details = list(self._few_qualities(facts) if self._brief else self.below(fact))
            if not self._brief and not fact.quoted:
                details.append(CITED)
            if len(facts) == 1 and fact.as_of != row.as_of:
                details.append(short_date_words(fact.as_of))
            yield Entry(short_date_words(row.as_of), count_words(fact), text, tuple(details))

    def _few_qualities(self, facts: Sequence[Fact]) -> Iterator[str]:
        """What no other line of a brief page says about the figures."""
        fact = facts[0]
        if fact.definition is not None and fact.definition.name is None:
            yield definition_words(fact.definition)
        if fact.scope != "total" or fact.excluded is not None:
            yield "beside an answer, not one"
        if fact.status not in (None, "actual"):
            yield STATUS_WORDS[fact.status]
        if any(each.quoted for each in facts):
            yield "quoted"

    def _change(self, fact: Fact, date: str) -> Entry:
        sign, unnamed = _SIGNED[fact.direction or "none"]
        numbered = fact.count is not None and not fact.withheld
        signed = f"{sign}{count_words(fact)}" if numbered else f"{sign} {count_words(fact) or unnamed}"
        details = [fact.label] if fact.label else []
        if not fact.is_about(self._question.force.id, self._question.place.id):
            details.append(f"of {who_where(fact)}")
        text = f"{status_before(fact)}{self._speaker(fact)}"
        return Entry(date, signed, text, (*details, *self._qualities(fact)))

    def _qualities(self, fact: Fact) -> Iterator[str]:
        """What a reader must know about a change or event; its status already precedes its words."""
        known = {STATUS_WORDS[fact.status] if fact.status else "", CITED if self._brief else ""}
        return (words for words in qualities(fact) if words not in known)

    def _speaker(self, fact: Fact) -> str:
        return f"{fact.basis}, {self.origin(fact)}" if fact.basis else self.origin(fact)

    def _speakers(self, facts: Sequence[Fact]) -> str:
        """Who says the same, with the numbers of the sources."""
        for fact in facts:
            self.origin(fact)
        bases = " and ".join(sorted({fact.basis for fact in facts if fact.basis}))
        numbers = ", ".join(map(str, sorted({self.number(fact) for fact in facts})))
        return f"{bases}, {speakers_words(facts)} [{numbers}]"


def together(levels: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The levels in groups that say the same, whoever says it, in the order of the first of each.

    A group of fewer than MANY_ALIKE is taken apart.
    """
    groups = grouped(levels, same_number_by_anyone)
    many = {
        fact.id: group.first.id for group in groups if len(group.facts) >= MANY_ALIKE for fact in group.facts
    }
    return [group.facts for group in grouped(levels, lambda fact: many.get(fact.id, fact.id))]


def _brief_words(levels: Sequence[Fact]) -> str:
    """How to see fewer levels, or more about each."""
    marked = "All but those marked so are" if any(fact.quoted for fact in levels) else "All are"
    return f"{marked} {CITED}. --from and --to show a part of them, and --all shows each in full."


def _marks(as_of: PartialDate) -> tuple[Sign, ...]:
    """What to know before reading the date as a day."""
    vague: tuple[Sign, ...] = ("within",) if as_of.approximate or as_of.first != as_of.last else ()
    return (*vague, "uncertain") if as_of.uncertain else vague


def _period(question: Period) -> str:
    since = f", from {span_words(question.since)}" if question.since else ""
    until = f"{'' if since else ','} to {span_words(question.until)}" if question.until else ""
    return since + until


def _said(rows: Sequence[Row], asked: str, drawn: Bars) -> str:
    """What the page shows, in a sentence or two."""
    levels = sum(len(row.levels) for row in rows)
    changes = number_of(sum(len(row.changes) for row in rows), "change")
    events = number_of(sum(len(row.events) for row in rows), "event")
    counted = f"{number_of(levels, 'level')}, {changes} and {events}"
    if not levels:
        return f"{counted}. No level of {asked} is dated then. That is no evidence of zero."
    if drawn.change is None:
        return f"{counted}, in order of date. Every bar begins at 0, and all share one axis."
    axes = f"one axis ends at {drawn.end:,}, the other at {drawn.change.end:,}"
    return f"{counted}, in order of date. Every bar begins at 0, on one of two axes: {axes}."


def _left_out(left_out: LeftOut, question: Period) -> str:
    """How many facts are not shown, and how to see them."""
    parts = (
        (left_out.of_others, "fact", " of other forces and places"),
        (left_out.figures, "figure", " that count no troops"),
        (left_out.events, "event", ""),
    )
    counted = listed([f"{number_of(number, noun)}{words}" for number, noun, words in parts if number])
    since = f" --from {question.since.text}" if question.since else ""
    until = f" --to {question.until.text}" if question.until else ""
    return f"Left out: {counted}. iraqforce facts{since}{until} lists all."
