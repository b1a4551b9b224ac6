"""The page of a comparison: the answers side by side, the differences, and what was reported in between."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Entries, Fields, Heading, Paragraph, SideBySide
from iraqforce.pages.facts import entries_of
from iraqforce.pages.figures import Figures, count_words, grouped, same_number
from iraqforce.pages.level import badge_of, known_by_words, said
from iraqforce.pages.phrases import listed, more_by_id, short_date_words, span_words
from iraqforce.queries.as_of import Answer
from iraqforce.queries.comparison import Comparison, Comparisons
from iraqforce.queries.differences import percentage_words


def page(result: Comparisons) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    asked = f"{result.force.name} {result.place.phrase}"
    dates = listed([span_words(each.question.date) for each in result.answers])
    yield Heading(f"{asked}, {dates}{known_by_words(result.answers[0])}")
    figures = Figures()
    yield SideBySide(tuple(tuple(_side(answer, asked, figures)) for answer in result.answers))
    for pair, comparison in zip(result.pairs, result.comparisons, strict=True):
        yield from _compared(*pair, comparison)
    overall = result.overall
    if overall.between:
        yield entries_of(overall.between)._replace(title="Reported in between")
    if overall.perhaps:
        yield entries_of(overall.perhaps)._replace(title="Perhaps in between: the date is wider")
    if figures.shown:
        yield figures.references()
    if figures.shown or overall.between or overall.perhaps:
        yield Paragraph(more_by_id("each figure"))


def _side(answer: Answer, asked: str, figures: Figures) -> Iterator[Heading | Paragraph | Entries]:
    yield Heading(span_words(answer.question.date), *badge_of(answer))
    yield Paragraph(said(answer, asked))
    if answer.evidence:
        yield figures.listing("", map(figures.figure, grouped(answer.evidence, same_number)))


def _compared(first: Answer, second: Answer, comparison: Comparison) -> Iterator[Block]:
    """The difference in a sentence, followed by what to know before using it."""
    dates = f"{span_words(comparison.first)} to {span_words(comparison.second)}"
    found, cautions = comparison.difference, comparison.cautions
    if comparison.same_figure:
        badge, sentence = "NOT ALIKE", f"{_level(first)} → {cautions[0].text}."
    elif found is None:
        yield Heading(dates, "NO DIFFERENCE KNOWN", "bad")
        yield Paragraph(
            " ".join(_why_unknown(answer) for answer in (first, second) if not _has_number(answer))
        )
        return
    else:
        share = f" ({_share(first, comparison)})" if found.value != 0 else ""
        badge = "NOT ALIKE" if cautions else ""
        sentence = f"{_level(first)} → {_level(second)}: {found.text}{share}."
    yield Heading(dates, badge, "warning" if badge else "plain")
    yield Paragraph(sentence)
    others = tuple((each.code, each.text) for each in cautions if each.code != "same-figure")
    if others:
        yield Fields(others)


def _share(first: Answer, comparison: Comparison) -> str:
    """The difference as a percentage, or why there is none."""
    if comparison.percent and comparison.difference:
        return percentage_words(comparison.percent, comparison.difference)
    zero = first.level is not None and first.level.high == 0
    return "nothing is in per cent of 0" if zero else "and so is the percentage"


def _has_number(answer: Answer) -> bool:
    return answer.level is not None and answer.level.qualifier != "withheld"


def _why_unknown(answer: Answer) -> str:
    date = span_words(answer.question.date)
    if answer.level is not None:
        return f"The number of {date} is withheld, and a difference would make one up."
    return f"There is no answer for {date}, and so no difference."


def _level(answer: Answer) -> str:
    """The level with its date."""
    figure = answer.evidence[0]
    return f"{count_words(figure)}, {short_date_words(figure.as_of)}"
