"""The page of a comparison: the answers side by side, the differences, and what was reported in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iraqforce.present.difference import (
    SAME_FIGURE,
    caution_words,
    difference_words,
    no_percentage_words,
    percentage_words,
)
from iraqforce.present.facts import facts_listing
from iraqforce.present.figures import Figures, count_words
from iraqforce.present.folding import folded, same_number
from iraqforce.present.level_page import badge_of, known_by_words, said
from iraqforce.present.page import Entries, Fields, Heading, Paragraph, SideBySide
from iraqforce.present.words import listed, more_by_id, short_date_words, span_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Answer
    from iraqforce.comparison import Comparison
    from iraqforce.present.compare import CompareView
    from iraqforce.present.page import Block


def compare_page(view: CompareView) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    asked = f"{view.force.name} {view.place.phrase}"
    dates = listed([span_words(each.question.date) for each in view.answers])
    yield Heading(f"{asked}, {dates}{known_by_words(view.answers[0])}")
    figures = Figures()
    yield SideBySide(tuple(tuple(_side(answer, asked, figures)) for answer in view.answers))
    for comparison in view.comparisons:
        yield from _compared(comparison)
    whole = view.comparisons[-1]
    if whole.between:
        yield replace(facts_listing(whole.between), title="Reported in between")
    if whole.perhaps:
        yield replace(facts_listing(whole.perhaps), title="Perhaps in between: the date is wider")
    if figures.shown:
        yield figures.references()
    if figures.shown or whole.between or whole.perhaps:
        yield Paragraph(more_by_id("each figure"))


def _side(answer: Answer, asked: str, figures: Figures) -> Iterator[Heading | Paragraph | Entries]:
    yield Heading(span_words(answer.question.date), *badge_of(answer))
    yield Paragraph(said(answer, asked))
    if answer.evidence:
        yield figures.listing("", map(figures.figure, folded(answer.evidence, same_number)))


def _compared(comparison: Comparison) -> Iterator[Heading | Paragraph | Fields]:
    """The difference in a sentence, and below it what to know before it is told."""
    first, second = comparison.first, comparison.second
    dates = f"{span_words(first.question.date)} to {span_words(second.question.date)}"
    found, percent = comparison.difference, comparison.percentage
    if "same-figure" in comparison.cautions:
        yield Heading(dates, "NOT ALIKE", "warning")
        yield Paragraph(f"{_level(first)} → {SAME_FIGURE}.")
        yield from _warnings(comparison)
        return
    if found is None:
        yield Heading(dates, "NO DIFFERENCE KNOWN", "bad")
        yield Paragraph(" ".join(_unknown(answer) for answer in _numberless(first, second)))
        return
    told = percentage_words(percent, found) if percent else no_percentage_words(comparison)
    share = f" ({told})" if found.value != 0 else ""
    yield Heading(dates, *(("NOT ALIKE", "warning") if comparison.cautions else ("", "plain")))
    yield Paragraph(f"{_level(first)} → {_level(second)}: {difference_words(found)}{share}.")
    yield from _warnings(comparison)


def _warnings(comparison: Comparison) -> Iterator[Fields]:
    """What to know before the difference is told, but for what its sentence says."""
    told = [caution for caution in comparison.cautions if caution != "same-figure"]
    if told:
        yield Fields(tuple((caution, caution_words(caution, comparison)) for caution in told))


def _numberless(first: Answer, second: Answer) -> Iterator[Answer]:
    return (each for each in (first, second) if each.level is None or _withheld(each))


def _withheld(answer: Answer) -> bool:
    return answer.level is not None and answer.level.withheld


def _unknown(answer: Answer) -> str:
    date = span_words(answer.question.date)
    if _withheld(answer):
        return f"The number of {date} is withheld, and a difference would make one up."
    return f"There is no answer for {date}, and so no difference."


def _level(answer: Answer) -> str:
    """The level with its date, as the difference is told."""
    return f"{count_words(answer.level)}, {short_date_words(answer.level.as_of)}" if answer.level else ""
