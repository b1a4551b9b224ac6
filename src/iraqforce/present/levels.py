"""Many as-of answers as one list: a line, a row and an entry for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.present.level import COLUMNS
from iraqforce.present.page import Entries, Entry, Heading
from iraqforce.present.view import Table
from iraqforce.present.words import date_words, number_of, span_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.level import LevelView
    from iraqforce.present.page import Block
    from iraqforce.present.view import Record


class LevelsView(NamedTuple):
    """Answers, in the order asked."""

    answers: tuple[LevelView, ...]

    def lines(self) -> Iterator[Record]:
        """One answer is one line."""
        for view in self.answers:
            yield view.record()

    def table(self) -> Table:
        """One answer is one row of COLUMNS."""
        return Table(COLUMNS, (row for view in self.answers for row in view.table().rows))

    def page(self) -> Iterator[Block]:
        """The page for people: of each answer its count, its support and how old its figure is."""
        yield Heading(number_of(len(self.answers), "answer"))
        if self.answers:
            yield Entries(("date", "count", "support"), tuple(_entry(view) for view in self.answers))


def _entry(view: LevelView) -> Entry:
    answer = view.answer
    level = answer.level
    support = f"{answer.support}, contested" if answer.contested else answer.support
    asked = span_words(answer.question.date)
    if level is None or level.count is None:
        return Entry(asked, "no answer", support)
    as_of = f"{level.speaker}, {date_words(level.as_of)}"
    return Entry(asked, level.count.text, support, (as_of,))
