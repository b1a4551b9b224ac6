"""The page of an as-of answer: the number, who reports it, what conflicts with it, and the quotes."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, NamedTuple, assert_never

from iraqforce.model.facts import Fact
from iraqforce.model.result import Result
from iraqforce.pages.blocks import Block, Entries, Entry, Heading, Paragraph, Tone
from iraqforce.pages.figures import Figures, Group, by_id, count_words, grouped, same_number, same_series
from iraqforce.pages.phrases import (
    KEPT_BACK,
    date_words,
    day_words,
    days_words,
    listed,
    more_by_id,
    number_of,
    sometime_words,
    span_words,
    who_where,
)
from iraqforce.queries.as_of import Answer

QUOTED_TITLE: Final = "Quoted: the words were checked"
CITED_TITLE: Final = "Cited, not quoted: only referred to"
WITHHELD_TITLE: Final = f"Withheld: {KEPT_BACK}"

_RELATED: Final = 6
"""How many lines of related figures are shown without `unfolded`."""


def page(result: Result, *, unfolded: bool = False) -> Iterator[Block]:
    """The blocks of the page; `unfolded` gives every figure a line of its own."""
    for answer in result.items():
        yield from _page(answer, unfolded=unfolded)


def _page(answer: Answer, *, unfolded: bool) -> Iterator[Block]:
    lines = _Lines(answer, unfolded=unfolded)
    badge, tone = badge_of(answer)
    asked = f"{answer.question.force.name} {answer.question.place.phrase}"
    yield Heading(f"{asked}, {span_words(answer.question.date)}{known_by_words(answer)}", badge, tone)
    yield Paragraph(said(answer, asked))
    yield from lines.evidence()
    yield from lines.in_period()
    yield from lines.related()
    around = tuple(lines.around())
    if around:
        yield Entries(("when", "count", "stated by"), around, "Before and after")
    if lines.shown:
        explained = lines.definitions()
        yield from [explained] if explained else []
        yield lines.references()
        yield Paragraph(more_by_id("each figure") + (_HOW_ALL if lines.shortened else ""))


_HOW_ALL: Final = " --all shows each in a line of its own."


class EvidenceGroups(NamedTuple):
    """The evidence of an answer and the related figures; what is withheld has a group of its own."""

    quoted: tuple[Fact, ...]
    cited: tuple[Fact, ...]
    withheld: tuple[Fact, ...]
    related: tuple[Fact, ...]

    @property
    def quoted_title(self) -> str:
        """Empty if no figure is only cited: then there is nothing to distinguish."""
        return QUOTED_TITLE if self.cited else ""


def evidence_groups(answer: Answer) -> EvidenceGroups:
    """The figures of the answer, each in one group, in the answer's own order."""
    still_withheld = {fact.id for fact in answer.related if fact.withheld and fact.excluded is None}
    figures = [fact for fact in answer.evidence if not fact.withheld]
    return EvidenceGroups(
        quoted=tuple(fact for fact in figures if fact.quoted),
        cited=tuple(fact for fact in figures if not fact.quoted),
        withheld=(
            *(fact for fact in answer.related if fact.id in still_withheld),
            *(fact for fact in answer.evidence if fact.withheld),
        ),
        related=tuple(fact for fact in answer.related if fact.id not in still_withheld),
    )


def titled_evidence(answer: Answer) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The groups of the evidence with their titles, in the order in which they are shown."""
    groups = evidence_groups(answer)
    yield groups.quoted_title or "Current figures", groups.quoted
    yield CITED_TITLE, groups.cited
    yield WITHHELD_TITLE, groups.withheld


class _Lines(Figures):
    """The figures of one answer as listings.

    `shortened` is true once a line covers several figures, or some are only counted.
    """

    def __init__(self, answer: Answer, *, unfolded: bool) -> None:
        super().__init__()
        self.answer = answer
        self.groups = evidence_groups(answer)
        self.unfolded = unfolded
        self.shortened = False

    def evidence(self) -> Iterator[Entries]:
        """Quoted figures, then cited ones, then what is withheld."""
        groups = self.groups
        for title, facts, entry_of in (
            (groups.quoted_title, groups.quoted, self.figure),
            (CITED_TITLE, groups.cited, self._cited),
            (WITHHELD_TITLE, groups.withheld, self._withheld),
        ):
            if facts:
                yield self.listing(title, map(entry_of, self._grouped(facts, same_number)))

    def in_period(self) -> Iterator[Entries]:
        """What was reported within a date longer than a day, unless the evidence has all of it."""
        answer = self.answer
        if not {fact.id for fact in answer.in_period} <= {fact.id for fact in answer.evidence}:
            title = f"Reported during {span_words(answer.question.date)}"
            yield self.listing(title, map(self.figure, self._grouped(answer.in_period, same_number)))

    def related(self) -> Iterator[Entries | Paragraph]:
        """What bears on the question and cannot answer it: of each series the newest, with the older ones."""
        groups = self._grouped(self.groups.related, same_series)
        shown = groups if self.unfolded else groups[:_RELATED]
        if shown:
            yield self.listing("Beside it", map(self._related, shown))
        older = sum(len(group.facts) for group in groups[len(shown) :])
        if older:
            self.shortened = True
            yield Paragraph(f"{number_of(older, 'older figure')} beside it not shown.")

    def around(self) -> Iterator[Entry]:
        """The nearest figures outside the evidence, with their distance from the date."""
        date, previous, following = self.answer.question.date, self.answer.previous, self.answer.next
        if previous is not None:
            yield self._neighbor("before", previous, previous.as_of.days_before(date))
        if following is not None:
            yield self._neighbor("after", following, date.days_before(following.as_of))

    def _grouped(self, facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> list[Group]:
        groups = grouped(facts, by_id if self.unfolded else key)
        self.shortened = self.shortened or any(group.others for group in groups)
        return groups

    def _cited(self, group: Group) -> Entry:
        """A figure under a title that says it is only cited, with its note: there is no quote to read."""
        return self.figure(group, all_cited=True, note=group.first.note or "")

    def _withheld(self, group: Group) -> Entry:
        """A withheld count, under a title that says so."""
        entry = self.figure(group)
        return entry._replace(details=tuple(each for each in entry.details if each != KEPT_BACK))

    def _related(self, group: Group) -> Entry:
        """A related figure, with why it is not the answer."""
        fact, question = group.first, self.answer.question
        elsewhere = not fact.is_about(question.force.id, question.place.id)
        note = None if fact.quoted else fact.note
        return self.figure(group, scope=f"counts {who_where(fact)}" if elsewhere else "", note=note or "")

    def _neighbor(self, lead: str, fact: Fact, days: int) -> Entry:
        basis = f"{fact.basis}, {days_words(days)} {lead}" if days else fact.basis or ""
        return Entry(lead, count_words(fact), self.line(fact), (basis, *self.below(fact)))


def badge_of(answer: Answer) -> tuple[str, Tone]:
    """How well the answer is supported, in a word or two, and the tone to say it in."""
    if answer.level is None:
        return "NO ANSWER", "bad"
    words = [
        "" if answer.support == "reported" else answer.support.replace("_", " "),
        "contested" if answer.contested else "",
        "wider" if answer.level.scope != "total" else "",
    ]
    badge = ", ".join(filter(None, words))
    return (badge.upper(), "warning") if badge else ("REPORTED", "good")


def known_by_words(answer: Answer) -> str:
    """What follows a heading if only sources published by a date were used; empty if all were."""
    known_by = answer.question.known_by
    if not known_by or not known_by.last:
        return ""  # an open end leaves nothing out
    # Of an interval only the last day counts, however early a source was published.
    until = day_words(known_by.last) if known_by.precision == "interval" else date_words(known_by)
    return f", as known by {until}"


def said(answer: Answer, asked: str) -> str:
    """The answer in a sentence or two: the numbers, and how well the date is supported."""
    if answer.support == "none":
        last_day = day_words(answer.question.date.ends)
        known = known_by_words(answer)
        return f"No figure for {asked} is dated on or before {last_day}{known}. That is no evidence of zero."
    return " ".join(sentence for sentence in (_numbers(answer), _supported(answer)) if sentence)


def _numbers(answer: Answer) -> str:
    if not answer.evidence:
        return ""
    figures = [fact for fact in answer.evidence if not fact.withheld]
    if not figures:
        return f"The number is withheld, according to {answer.evidence[0].speaker}. That is no zero."
    return " ".join(filter(None, (_agreement(answer, figures), _scope(answer, figures))))


def _agreement(answer: Answer, figures: list[Fact]) -> str:
    """The numbers, and whether they agree."""
    newest, texts = figures[0], [count_words(group.first) for group in grouped(figures, _bounds)]
    if answer.contested:
        return f"The figures do not agree: {listed(texts)}."
    if len(figures) > 1:
        return f"{listed(texts)}: {len(figures)} figures that agree."
    definition = newest.definition
    name = f" ({definition.name})" if definition and definition.name and newest.scope == "total" else ""
    return f"{texts[0]}{name}, according to {newest.speaker}."


def _bounds(fact: Fact) -> Hashable:
    return fact.count and fact.count[1:4]


def _scope(answer: Answer, figures: list[Fact]) -> str:
    """What the numbers count, if that is more than was asked, or may be why they conflict."""
    if len({fact.definition for fact in figures}) > 1:
        return "They do not all count the same." if answer.contested else ""
    newest = figures[0]
    if newest.scope == "total" or newest.definition is None:
        return ""
    each = "Each" if len(figures) > 1 else "This number"
    return f"{each} is wider than what was asked: it {newest.definition.text}."


def _supported(answer: Answer) -> str:
    asked = span_words(answer.question.date)
    age = days_words(answer.age_days or 0)
    match answer.support:
        case "reported":
            if answer.date_certain or answer.level is None:
                return ""
            when = sometime_words(answer.level.as_of)
            return f"The newest is of {when}, which may be after {asked}."
        case "last_known":
            return f"Carried forward: the newest is {age} older than {asked}."
        case "consistent":
            return f"The newest is {age} older than {asked}, and the next agrees ({_dated(answer.next)})."
        case "expired":
            limit = days_words(answer.question.max_age_days or 0)
            return (
                f"No figure supports an answer. The last one ({_dated(answer.previous)}) is {age} older than "
                f"{asked}; the limit is {limit} (--max-age)."
            )
        case "none":
            return ""
        case _:
            assert_never(answer.support)


def _dated(fact: Fact | None) -> str:
    return f"{count_words(fact)}, {date_words(fact.as_of)}" if fact else ""
