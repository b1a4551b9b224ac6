"""The page of a regular series: one line for each period."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Entries, Entry, Heading, Paragraph
from iraqforce.queries.series import Series, SeriesRow
from iraqforce.text.phrases import capitalized, number_of, short_date_words


def page(result: Series) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    question = result.question
    counted = f" ({question.definition.label})" if question.definition else ""
    asked = capitalized(f"{question.force.name} {question.place.phrase}{counted}")
    yield Heading(f"{asked} by {result.every}, {result.rows[0].period} to {result.rows[-1].period}")
    yield Entries(("period", "count", "date and definition"), tuple(map(_entry, result.rows)))
    periods = len({row.period for row in result.rows})
    yield Paragraph(
        f"{result.answered:,} of {number_of(periods, result.every)} have an answer, each for its last day."
    )


def _entry(row: SeriesRow) -> Entry:
    if row.text is None or row.as_of is None:
        return Entry(row.period, "no answer", "")
    words = [short_date_words(row.as_of), row.definition or "", "sources conflict" if row.contested else ""]
    return Entry(row.period, row.text, " · ".join(filter(None, words)))
