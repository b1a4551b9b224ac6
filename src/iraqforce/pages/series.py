"""The page of a regular series: one line for each period."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Grid, Heading, Paragraph, Row
from iraqforce.queries.series import Series, SeriesRow
from iraqforce.text.phrases import number_of, short_date_words, subject_words

COLUMNS = ("period", "definition", "count", "date", "answer")

LABELS = {"reported": "", "consistent": "consistent", "last_known": "last known"}


def page(result: Series) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    question = result.question
    counted = f" ({question.definition.label})" if question.definition else ""
    asked = f"{subject_words(question.force, question.place)}{counted}"
    yield Heading(f"{asked} by {result.every}, {result.rows[0].period} to {result.rows[-1].period}")
    yield Grid(COLUMNS, tuple(map(_row, result.rows)))
    periods = number_of(len({row.period for row in result.rows}), result.every)
    yield Paragraph(f"Answered: {result.answered:,} of {periods}, each as of its last day.")


def _row(row: SeriesRow) -> Row:
    if row.text is None or row.as_of is None:
        return Row((row.period, "", "no answer", "", ""))
    label = "sources conflict" if row.contested else LABELS.get(row.support, "")
    return Row((row.period, row.definition or "", row.text, short_date_words(row.as_of), label))
