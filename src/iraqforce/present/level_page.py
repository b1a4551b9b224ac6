"""The page of an as-of answer: what is said, by whom, what stands against it, and the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from iraqforce.present.figures import Figures, count_words
from iraqforce.present.page import Block, Entries, Entry, Heading, Paragraph, Tone
from iraqforce.present.words import (
    date_words,
    day_words,
    days_words,
    qualities,
    sometime_words,
    span_words,
    who_where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Answer
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact, Force, Place


def level_page(answer: Answer, force: Force, place: Place) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    page = _LevelPage(answer)
    badge, tone = badge_of(answer)
    asked = f"{force.name} {place.phrase}"
    yield Heading(f"{asked}, {span_words(answer.question.date)}{known_by_words(answer)}", badge, tone)
    yield Paragraph(said(answer, asked))
    if answer.evidence:
        yield page.listing("", (page.figure(fact) for fact in answer.evidence))
    if answer.during and set(answer.during) != set(answer.evidence):
        title = f"Reported during {span_words(answer.question.date)}"
        yield page.listing(title, (page.figure(fact) for fact in answer.during))
    if answer.beside:
        yield page.listing("Beside it", (page.beside(fact) for fact in answer.beside))
    around = tuple(page.around())
    if around:
        yield Entries(("when", "count", "stated by"), around, "Before and after")
    if page.shown:
        yield page.references()
        yield Paragraph("iraqforce show ID gives each figure with its note and its paragraph.")


class _LevelPage(Figures):
    """The figures of one answer, with what stands beside, before and after it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer

    def beside(self, fact: Fact) -> Entry:
        """A figure that bears on the question, with what keeps it from being the answer."""
        question = self.answer.question
        details = list(qualities(fact))
        if not fact.concerns(question.force, question.place):
            details.insert(0, f"counts {who_where(fact)}")
        return Entry(fact.basis or "", count_words(fact), self.attribution(fact), tuple(details))

    def around(self) -> Iterator[Entry]:
        """The nearest figures outside the evidence, with their distance from the date."""
        date = self.answer.question.date
        if self.answer.previous is not None:
            yield self._neighbour(
                "before", self.answer.previous, self.answer.previous.as_of.days_before(date)
            )
        if self.answer.next is not None:
            yield self._neighbour("after", self.answer.next, date.days_before(self.answer.next.as_of))

    def _neighbour(self, lead: str, fact: Fact, days: int) -> Entry:
        basis = f"{fact.basis}, {days_words(days)} {lead}" if days else fact.basis or ""
        return Entry(lead, count_words(fact), self.attribution(fact), (basis, *qualities(fact)))


def badge_of(answer: Answer) -> tuple[str, Tone]:
    """How well the answer stands, in a word or two, and in which tone to say it."""
    if answer.level is None:
        return "NO ANSWER", "bad"
    if answer.contested:
        return (
            "CONTESTED" if answer.support == "reported" else f"{answer.support.upper()}, CONTESTED",
            "warning",
        )
    return answer.support.upper(), "good" if answer.support == "reported" else "warning"


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
    if answer.level is None:
        return ""
    texts = list(dict.fromkeys(count_words(fact) for fact in answer.evidence))
    if answer.contested:
        return f"The figures do not agree: {_and(texts)}."
    if len(answer.evidence) > 1:
        return f"{_and(texts)}: {len(answer.evidence)} figures that agree."
    if answer.level.count is not None and answer.level.count.withheld:
        return f"The number is withheld, according to {answer.level.speaker}. That is no zero."
    return f"{texts[0]}, according to {answer.level.speaker}."


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


def _and(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
