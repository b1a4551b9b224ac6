"""The page of a comparison: the answers side by side, the differences, and what was reported in between."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import Block, Grid, Heading, Paragraph, References, Row, SideBySide
from iraqforce.pages.level import COLUMNS, Sources, badge_of, figure_row, known_by_words
from iraqforce.queries.answers import Answer
from iraqforce.queries.comparison import Comparison, Comparisons
from iraqforce.queries.differences import Difference, Percentage, difference_between, percentage_words
from iraqforce.text.phrases import (
    capitalized,
    count_words,
    date_words,
    figure_words,
    listed,
    number_of,
    span_words,
    status_before,
    who_where,
)

_NUMBER: Final = re.compile(r"\b\d{1,3}(,\d{3})+\b|\b\d{3}\b")
"""A number of troops, which is no year and no day."""


def page(result: Comparisons, *, details: bool = False) -> Iterator[Block]:
    """The blocks of the page; `details` adds changes without a number, events, quotes and ids."""
    sources = Sources()
    asked = capitalized(f"{result.force.name} {result.place.phrase}")
    dates = listed([span_words(each.question.date) for each in result.answers])
    yield Heading(f"{asked}, {dates}{known_by_words(result.answers[0])}")
    yield SideBySide(tuple(tuple(_side(answer, sources)) for answer in result.answers))
    for pair, comparison in zip(result.pairs, result.comparisons, strict=True):
        yield from _compared(*pair, comparison)
    overall, hidden = result.overall, 0
    for title, facts in (
        ("Reported in between", overall.between),
        ("Possibly in this period (date range is wider)", overall.perhaps),
    ):
        shown = list(facts) if details else _moving(facts)
        hidden += len(facts) - len(shown)
        if shown:
            yield Grid(COLUMNS, tuple(_movement(fact, result, sources) for fact in shown), title)
    if sources.numbers:
        yield References(tuple(sources.references(details=details)), "Sources")
    if hidden:
        yield Paragraph(f"{number_of(hidden, 'other report')} (plans, statements, events): --details")


def _side(answer: Answer, sources: Sources) -> Iterator[Heading | Paragraph | Grid]:
    yield Heading(capitalized(span_words(answer.question.date)), *badge_of(answer))
    yield Paragraph("\n".join((answer.summary, *(f"Caution: {each}" for each in answer.cautions))))
    if answer.evidence:
        yield Grid(COLUMNS, tuple(figure_row(fact, sources.mark(fact)) for fact in answer.evidence))


def _compared(first: Answer, second: Answer, comparison: Comparison) -> Iterator[Block]:
    """The difference, and how the two sides differ; across definitions, the range of all figures first."""
    dates = capitalized(f"{span_words(comparison.first)} to {span_words(comparison.second)}")
    cautions = {each.code: each.text for each in comparison.cautions}
    found = comparison.difference
    if comparison.same_figure:
        badge = "NO CHANGE REPORTED"
        lines = [f"{capitalized(_level(first))} on both dates; no change was reported."]
    elif found is None:
        yield Heading(dates, "DIFFERENCE UNKNOWN", "bad")
        unknown = (answer for answer in (first, second) if not answer.level)
        yield Paragraph(" ".join(f"No answer for {span_words(each.question.date)}." for each in unknown))
        return
    elif cautions.keys() & {"definition", "status", "contested"}:
        reasons = [cautions[code] for code in ("definition", "status") if code in cautions]
        badge = "NOT COMPARABLE" if reasons else "SOURCES CONFLICT"
        across = difference_between(comparison.range or (None, None)).text
        pair = _difference(first, second, found, None if reasons else comparison.percent)
        lines = [" ".join((f"Across all figures: {across}.", *reasons)), f"First figures listed: {pair}"]
    else:
        badge, lines = "", [capitalized(_difference(first, second, found, comparison.percent))]
    yield Heading(dates, badge, "warning" if badge else "plain")
    yield Paragraph(
        "\n".join(
            (*lines, *(f"Caution: {cautions[each]}" for each in ("basis", "support") if each in cautions))
        )
    )


def _difference(first: Answer, second: Answer, found: Difference, percent: Percentage | None = None) -> str:
    """The two levels with their dates and the difference, also as a percentage if one is given."""
    share = f" ({percentage_words(percent, found)})" if percent and found.value != 0 else ""
    if first.level.high == 0 and found.value != 0:
        share = " (no percentage: the starting value is 0)"
    return f"{_level(first)} to {_level(second)}: {found.text}{share}."


def _level(answer: Answer) -> str:
    """The level with its date."""
    figure = answer.evidence[0]
    return f"{count_words(figure)} ({date_words(figure.as_of)})"


def _moving(facts: Sequence[Fact]) -> list[Fact]:
    """The changes that have a number or moved one, and the events that name a number no such change has."""
    changes = {fact.as_of for fact in facts if _moves(fact)}
    return [
        fact
        for fact in facts
        if _moves(fact)
        or (fact.kind == "event" and _NUMBER.search(fact.label or "") and fact.as_of not in changes)
    ]


def _moves(fact: Fact) -> bool:
    """True for a change that has a number, or that moved one: no plan, promise or denial."""
    numbered = fact.count is not None and not fact.withheld
    moved = fact.direction in ("increase", "decrease") and fact.status in ("actual", "announced")
    return fact.kind == "change" and (numbered or moved)


def _movement(fact: Fact, result: Comparisons, sources: Sources) -> Row:
    """A change or an event: its number, who reports it, and below what it is."""
    cells = figure_row(fact, sources.mark(fact)).cells
    about = "" if fact.is_about(result.force.id, result.place.id) else who_where(fact)
    what = "; ".join(part for part in (fact.label, about) if part)
    status = status_before(fact)
    return Row((figure_words(fact), *cells[1:]), f"{status}{what}" if what else status.removesuffix(": "))
