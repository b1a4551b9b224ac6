"""The page of a timeline: levels as bars, changes with their sign, events, and the words of each."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from iraqforce.model.choices import Direction
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Definition, Fact
from iraqforce.pages.bars import BarAxis, Point, axis_end, bar, by_bar, second_axis
from iraqforce.pages.blocks import (
    AxisChange,
    BarLine,
    Bars,
    Block,
    DateRow,
    Entry,
    Fields,
    Heading,
    Paragraph,
    References,
    Sign,
)
from iraqforce.pages.level import Sources
from iraqforce.queries.answers import UNDEFINED, series_of
from iraqforce.queries.levels import can_answer
from iraqforce.queries.timeline import LeftOut, Period, Row, Timeline, date_order, rows_of
from iraqforce.text.phrases import (
    STATUS_WORDS,
    count_words,
    day_words,
    definition_words,
    event_words,
    listed,
    number_of,
    reservations,
    short_date_words,
    span_words,
    status_before,
    subject_words,
    who_where,
)

MANY_ALIKE: Final = 3
"""From this many on, figures of one time that report the same number are shown on one line."""

MOST_RELATED: Final = 12
"""Up to this many levels that cannot answer are shown; more would hide the others."""

_MOST_SPEAKERS: Final = 4

_LEGEND: Final[tuple[tuple[Sign, str], ...]] = (
    ("solid", "reported (current or past)"),
    ("thin", "too small for the scale"),
    ("hatched", "from the lowest to the highest figure"),
    ("open", "open-ended (could be higher)"),
    ("about", "approximate"),
    ("light", STATUS_WORDS["announced"]),
    ("dotted", STATUS_WORDS["planned"]),
    ("dashed", STATUS_WORDS["authorized"]),
    ("within", "exact day unknown"),
    ("uncertain", "date uncertain"),
    ("event", "event"),
)

_SIGNED: Final[dict[Direction, tuple[str, str]]] = {
    "increase": ("+", "more"),
    "decrease": ("−", "fewer"),
    "none": ("=", "no change"),
}
"""Each direction with its sign, and with what replaces a number that the source does not name."""


def page(result: Timeline, *, axis: BarAxis = "auto", details: bool = False) -> Iterator[Block]:
    """The blocks of the page; `details` shows every level on its own, with quotes, ids and definitions."""
    question = result.question
    rows, hidden = (result.rows, 0) if details else without_many_related(result)
    figures = [fact for row in rows for fact in (*row.levels, *row.changes)]
    drawing = _Drawing(question, merged=not details, marked=len({fact.quoted for fact in figures}) > 1)
    asked = subject_words(question.force, question.place)
    yield Heading(f"{asked}{_period(question)}")
    bars = drawing.bars(rows, axis)
    yield Paragraph("\n".join(_said(rows, bars)))
    if figures and not all(fact.quoted for fact in figures):
        which = "Unmarked" if drawing.marked else "All"
        yield Paragraph(f"{which} figures are cited without a quote.")
    if rows:
        yield bars
    not_shown = [f"{number_of(hidden, 'partial, planned or ceiling figure')} (--details)."] if hidden else []
    not_shown += [_left_out(result.left_out, question)] if any(result.left_out) else []
    if not_shown:
        yield Paragraph("\n".join(f"Not shown: {each}" for each in not_shown))
    if details and drawing.definitions:
        yield Fields(tuple((each.label, each.text) for each in drawing.definitions))
    if drawing.sources.numbers:
        yield References(tuple(drawing.sources.references(details=details, quotes=False)), "Sources")
    if rows and not details:
        yield Paragraph("Each figure with its quote, definition and id: --details")


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


class _Drawing:
    """Draws rows, and collects the sources and definitions of what is shown.

    `merged` puts figures that report the same number on one line; `marked` marks those with a verified quote.
    """

    def __init__(self, question: Period, *, merged: bool, marked: bool) -> None:
        self._question = question
        self._merged = merged
        self.marked = marked
        self.sources = Sources()
        self.definitions: dict[Definition, None] = {}

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
            words = f"From {day_words(begins)}, the scale changes: 0–{ends[1]:,} instead of 0–{ends[0]:,}."
            change = AxisChange(first, ends[1], words)
        return Bars(("as of", "count", "what"), dated, ends[0], _LEGEND, change)

    def _dated(self, row: Row) -> DateRow:
        date = short_date_words(row.as_of)
        lines = [BarLine(bar(levels), tuple(self._levels(levels, row))) for levels in by_bar(row.levels)]
        others = [self._change(fact, date) for fact in row.changes]
        for fact in row.events:
            words = f"{event_words(fact)} {self.sources.mark(fact)}"
            others.append(Entry(date, "", words, tuple(self._qualities(fact))))
        lines += [BarLine(None, tuple(others))] if others else []
        return DateRow(date, _marks(row.as_of), tuple(lines))

    def _levels(self, levels: Sequence[Fact], row: Row) -> Iterator[Entry]:
        """An entry for each level, or for those that report the same number."""
        for facts in together(levels) if self._merged else [(fact,) for fact in levels]:
            fact = facts[0]
            details = [*self._counted(fact), *reservations(fact)]
            if self.marked and any(each.quoted for each in facts):
                details.append("verified quote")
            if len(facts) == 1 and fact.as_of != row.as_of:
                details.append(short_date_words(fact.as_of))
            text = self._speaker(fact) if len(facts) == 1 else self._speakers(facts)
            yield Entry(
                short_date_words(row.as_of), count_words(fact), text, ("; ".join(details),) if details else ()
            )

    def _change(self, fact: Fact, date: str) -> Entry:
        sign, unnamed = _SIGNED[fact.direction or "none"]
        numbered = fact.count is not None and not fact.withheld
        signed = f"{sign}{count_words(fact)}" if numbered else f"{sign} {count_words(fact) or unnamed}"
        details = [fact.label] if fact.label else []
        if not fact.is_about(self._question.force.id, self._question.place.id):
            details.append(who_where(fact))
        if self.marked and fact.quoted:
            details.append("verified quote")
        text = f"{status_before(fact)}{self._speaker(fact)}"
        return Entry(date, signed, text, (*details, *self._qualities(fact)))

    def _qualities(self, fact: Fact) -> Iterator[str]:
        """What a reader must know about a change or event; its status already precedes its words."""
        yield from self._counted(fact)
        known = STATUS_WORDS[fact.status] if fact.status else ""
        yield from (words for words in reservations(fact) if words != known)

    def _counted(self, fact: Fact) -> Iterator[str]:
        """What the number counts, if it is not the total as reported or the amount of a change."""
        if fact.definition is not None and series_of(fact) not in (UNDEFINED, "change-amount"):
            self.definitions.setdefault(fact.definition)
            yield definition_words(fact.definition)

    def _speaker(self, fact: Fact) -> str:
        basis = f"{fact.basis}, " if fact.basis else ""
        return f"{basis}{fact.speaker} {self.sources.mark(fact)}"

    def _speakers(self, facts: Sequence[Fact]) -> str:
        """Who reports the same number: `press, 4 sources: CNN, BBC, AP and Reuters [1, 2, 3, 4]`."""
        for fact in facts:
            self.sources.mark(fact)
        bases = " and ".join(sorted({fact.basis for fact in facts if fact.basis}))
        names = list(dict.fromkeys(fact.speaker for fact in facts))
        more = [f"{len(names) - _MOST_SPEAKERS} more"] if len(names) > _MOST_SPEAKERS else []
        numbers = sorted({self.sources.numbers[fact.source] for fact in facts})
        speakers = f"{number_of(len(numbers), 'source')}: {listed([*names[:_MOST_SPEAKERS], *more])}"
        return f"{bases}, {speakers} [{', '.join(map(str, numbers))}]"


def together(levels: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The levels in groups that report the same number, whoever does, in the order of the first of each.

    A group of fewer than MANY_ALIKE is taken apart.
    """
    groups = _grouped(levels, [_number(fact) for fact in levels])
    many = {fact.id: group[0].id for group in groups if len(group) >= MANY_ALIKE for fact in group}
    return _grouped(levels, [many.get(fact.id, fact.id) for fact in levels])


def _grouped(facts: Iterable[Fact], keys: Iterable[Hashable]) -> list[tuple[Fact, ...]]:
    """The facts in groups of the same key, in the order of the first of each."""
    groups: dict[Hashable, list[Fact]] = {}
    for fact, key in zip(facts, keys, strict=True):
        groups.setdefault(key, []).append(fact)
    return list(map(tuple, groups.values()))


def _number(fact: Fact) -> Hashable:
    """The same for figures that name one number or the same bounds, and count the same.

    `2,500` and `about 2,500` name one number; `more than 2,500` has other bounds.
    """
    count = fact.count and (*fact.count[1:4], fact.withheld)
    return fact.status, series_of(fact), fact.excluded, count


def _marks(as_of: PartialDate) -> tuple[Sign, ...]:
    """What to know before reading the date as a day."""
    vague: tuple[Sign, ...] = ("within",) if as_of.approximate or as_of.first != as_of.last else ()
    return (*vague, "uncertain") if as_of.uncertain else vague


def _period(question: Period) -> str:
    since = f", from {span_words(question.since)}" if question.since else ""
    until = f"{'' if since else ','} to {span_words(question.until)}" if question.until else ""
    return since + until


def _said(rows: Sequence[Row], bars: Bars) -> Iterator[str]:
    """How much the page shows, and on which scale."""
    levels = sum(len(row.levels) for row in rows)
    changes = number_of(sum(len(row.changes) for row in rows), "change")
    events = number_of(sum(len(row.events) for row in rows), "event")
    yield f"{number_of(levels, 'level')}, {changes} and {events}."
    if not levels:
        yield "No level is reported for this period. This does not mean zero."
    elif bars.change is not None:
        yield bars.change.words


def _left_out(left_out: LeftOut, question: Period) -> str:
    """How many facts are not shown, and how to see them."""
    parts = (
        (left_out.of_others, "fact", " about other forces or places"),
        (left_out.figures, "figure", " that are not troop counts"),
        (left_out.events, "event", ""),
    )
    counted = listed([f"{number_of(number, noun)}{words}" for number, noun, words in parts if number])
    since = f" --from {question.since.text}" if question.since else ""
    until = f" --to {question.until.text}" if question.until else ""
    return f"{counted} (iraqforce facts{since}{until} lists them)."
