"""The page of an as-of answer: what is said, by whom, what stands against it, and the words themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from iraqforce.present.evidence import CITED_TITLE, WITHHELD_TITLE, grouped
from iraqforce.present.figures import Figures, count_words
from iraqforce.present.folding import folded, itself, same_number, same_series
from iraqforce.present.page import Block, Entries, Entry, Heading, Paragraph, Tone
from iraqforce.present.words import (
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

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from iraqforce.asof import Answer
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Force, Place
    from iraqforce.present.folding import Fold


def level_page(answer: Answer, force: Force, place: Place, *, unfolded: bool = False) -> Iterator[Block]:
    """The blocks of the page, from top to bottom; `unfolded` gives every figure a line of its own."""
    page = _LevelPage(answer, unfolded=unfolded)
    badge, tone = badge_of(answer)
    asked = f"{force.name} {place.phrase}"
    yield Heading(f"{asked}, {span_words(answer.question.date)}{known_by_words(answer)}", badge, tone)
    yield Paragraph(said(answer, asked))
    yield from page.evidence()
    yield from page.during()
    yield from page.beside()
    around = tuple(page.around())
    if around:
        yield Entries(("when", "count", "stated by"), around, "Before and after")
    if page.shown:
        explained = page.definitions()
        yield from [explained] if explained else []
        yield page.references()
        all_ = " --all shows each in a line of its own." if page.left_out else ""
        yield Paragraph(more_by_id("each figure") + all_)


class _LevelPage(Figures):
    """The figures of one answer, with what stands beside, before and after it.

    `left_out` is true once a line speaks for several figures, or some are only counted.
    """

    def __init__(self, answer: Answer, *, unfolded: bool) -> None:
        super().__init__()
        self.answer = answer
        self.groups = grouped(answer)
        self.unfolded = unfolded
        self.left_out = False

    def evidence(self) -> Iterator[Entries]:
        """What was quoted before what is only cited, and last what is withheld."""
        groups = self.groups
        if groups.quoted:
            folds = self._folds(groups.quoted, same_number)
            yield self.listing(groups.quoted_title, map(self.figure, folds))
        if groups.cited:
            folds = self._folds(groups.cited, same_number)
            yield self.listing(CITED_TITLE, map(self._cited, folds))
        if groups.withheld:
            folds = self._folds(groups.withheld, same_number)
            yield self.listing(WITHHELD_TITLE, map(self.withheld, folds))

    def during(self) -> Iterator[Entries]:
        """What was reported within a date longer than a day, where that is not all among the evidence."""
        answer = self.answer
        if not set(answer.during) <= set(answer.evidence):
            title = f"Reported during {span_words(answer.question.date)}"
            yield self.listing(title, map(self.figure, self._folds(answer.during, same_number)))

    def beside(self) -> Iterator[Entries | Paragraph]:
        """What bears on the question and cannot answer it: of each series the newest, with the older ones."""
        folds = self._folds(self.groups.beside, same_series)
        shown = folds if self.unfolded else folds[:_BESIDE]
        if shown:
            yield self.listing("Beside it", map(self._beside, shown))
        older = sum(len(fold.facts) for fold in folds[len(shown) :])
        if older:
            self.left_out = True
            yield Paragraph(f"{number_of(older, 'older figure')} beside it not shown.")

    def withheld(self, fold: Fold) -> Entry:
        """A count that is kept back, under a title that says so."""
        entry = self.figure(fold)
        return replace(entry, details=tuple(each for each in entry.details if each != KEPT_BACK))

    def around(self) -> Iterator[Entry]:
        """The nearest figures outside the evidence, with their distance from the date."""
        date = self.answer.question.date
        if self.answer.previous is not None:
            yield self._neighbour(
                "before", self.answer.previous, self.answer.previous.as_of.days_before(date)
            )
        if self.answer.next is not None:
            yield self._neighbour("after", self.answer.next, date.days_before(self.answer.next.as_of))

    def _folds(self, facts: Iterable[Fact], alike: Callable[[Fact], Hashable]) -> list[Fold]:
        folds = folded(facts, itself if self.unfolded else alike)
        self.left_out = self.left_out or any(fold.others for fold in folds)
        return folds

    def _cited(self, fold: Fold) -> Entry:
        """A figure under a title that says it is only cited; its note is all that a reader has of it."""
        return self.figure(fold, cited_told=True, note=fold.first.note or "")

    def _beside(self, fold: Fold) -> Entry:
        """A figure that bears on the question, with what keeps it from being the answer."""
        fact, question = fold.first, self.answer.question
        elsewhere = not fact.concerns(question.force, question.place)
        scope = f"counts {who_where(fact)}" if elsewhere else ""
        note = None if fact.quoted else fact.note
        return self.figure(fold, scope=scope, note=note or "")

    def _neighbour(self, lead: str, fact: Fact, days: int) -> Entry:
        basis = f"{fact.basis}, {days_words(days)} {lead}" if days else fact.basis or ""
        return Entry(lead, count_words(fact), self.line(fact), (basis, *self.below(fact)))


_BESIDE: Final = 6
"""Lines that are enough for what stands beside an answer."""


def badge_of(answer: Answer) -> tuple[str, Tone]:
    """How well the answer stands, in a word or two, and in which tone to say it."""
    if answer.level is None:
        return "NO ANSWER", "bad"
    words: list[str] = ["" if answer.support == "reported" else answer.support]
    words += ["contested"] if answer.contested else []
    words += ["wider"] if answer.level.covers != "whole" else []
    told = ", ".join(filter(None, words))
    return (told.upper(), "warning") if told else ("REPORTED", "good")


def known_by_words(answer: Answer) -> str:
    """What follows a heading where only what was published by a date may answer; empty where all may."""
    known_by = answer.question.known_by
    # An open end leaves nothing out.
    return f", as known by {_until(known_by)}" if known_by and known_by.last else ""


def said(answer: Answer, asked: str) -> str:
    """The answer in a sentence or two: the numbers, and how well the date is supported."""
    if answer.support == "none":
        last_day = day_words(answer.question.date.ends)
        return (
            f"No figure for {asked} is dated on or before {last_day}{known_by_words(answer)}. "
            "That is no evidence of zero."
        )
    return " ".join(sentence for sentence in (_numbers(answer), _supported(answer)) if sentence)


def _until(known_by: PartialDate) -> str:
    """The date, or of an interval the last day: what was published by then is known, however early."""
    return day_words(known_by.ends) if known_by.precision == "interval" else date_words(known_by)


def _numbers(answer: Answer) -> str:
    level = answer.level
    if level is None:
        return ""
    figures = [fact for fact in answer.evidence if not fact.withheld]
    if not figures:
        return f"The number is withheld, according to {level.speaker}. That is no zero."
    return " ".join(filter(None, (_told(answer, figures), _scope(answer, figures))))


def _told(answer: Answer, figures: list[Fact]) -> str:
    """The numbers, and whether they agree."""
    level, texts = figures[0], [count_words(fold.first) for fold in folded(figures, _bounds)]
    if answer.contested:
        return f"The figures do not agree: {listed(texts)}."
    if len(figures) > 1:
        return f"{listed(texts)}: {len(figures)} figures that agree."
    named = level.definition is not None and level.definition.name is not None and level.covers == "whole"
    name = f" ({level.definition.name})" if named and level.definition else ""
    return f"{texts[0]}{name}, according to {level.speaker}."


def _scope(answer: Answer, figures: list[Fact]) -> str:
    """What the numbers count, where that is more than was asked, or may be why they do not agree."""
    if len({fact.definition for fact in figures}) > 1:
        return "They do not all count the same." if answer.contested else ""
    level = figures[0]
    if level.covers == "whole" or level.definition is None:
        return ""
    each = "Each" if len(figures) > 1 else "This number"
    return f"{each} is wider than what was asked: it {level.definition.text}."


def _bounds(fact: Fact) -> Hashable:
    return fact.count and fact.count[1:4]


def _supported(answer: Answer) -> str:
    date = answer.question.date
    asked = span_words(date)
    match answer.support:
        case "reported":
            if answer.date_certain or answer.level is None:
                return ""
            when = sometime_words(answer.level.as_of)
            return f"The newest is of {when}, which may be after {asked}."
        case "carried":
            return f"Carried forward: the newest is {_age(answer)} older than {asked}."
        case "bracketed":
            following = f"{count_words(answer.next)}, {date_words(answer.next.as_of)}" if answer.next else ""
            return f"The newest is {_age(answer)} older than {asked}, and the next agrees ({following})."
        case "stale":
            limit = days_words(answer.question.max_age_days or 0)
            last = (
                f"{count_words(answer.previous)}, {date_words(answer.previous.as_of)}"
                if answer.previous
                else ""
            )
            return (
                f"No figure supports an answer. The last one ({last}) is {_age(answer)} older than {asked}; "
                f"the limit is {limit} (--max-age)."
            )
        case "none":
            return ""
        case _:
            assert_never(answer.support)


def _age(answer: Answer) -> str:
    return days_words(answer.age_days or 0)
