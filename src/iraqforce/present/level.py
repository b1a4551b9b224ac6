"""The as-of answer as a record, as a row and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.present.records import base_record, count_record, day_text, definition_record, fact_record
from iraqforce.present.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Answer
    from iraqforce.facts import Fact, Force, Place
    from iraqforce.present.page import Block
    from iraqforce.present.view import Cell, Record
    from iraqforce.store.questions import BaseSummary

COLUMNS: Final = (
    "force",
    "place",
    "date",
    "first",
    "last",
    "support",
    "contested",
    "age_days",
    "date_certain",
    "text",
    "value",
    "low",
    "high",
    "qualifier",
    "status",
    "basis",
    "definition",
    "as_of",
    "stated_by",
    "fact",
    "quote",
    "source",
    "range_low",
    "range_high",
    "evidence",
    "beside",
    "previous",
    "next",
)
"""One row is one answer; the columns from `text` to `source` are those of its level."""


class LevelView(NamedTuple):
    """An answer, with the words for what was asked and the base that it rests on.

    `unfolded` gives every figure a line of its own on the page; everything else has all of them anyway.
    """

    answer: Answer
    force: Force
    place: Place
    base: BaseSummary
    unfolded: bool = False

    def record(self) -> Record:
        """`iraqforce.level/1`, section 4 of the design."""
        return {
            "schema": "iraqforce.level/1",
            **answer_record(self.answer),
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One answer is one line."""
        yield self.record()

    def table(self) -> Table:
        """One answer is one row of COLUMNS."""
        answer, question = self.answer, self.answer.question
        row: tuple[Cell, ...] = (
            question.force,
            question.place,
            question.date.text,
            day_text(question.date.first),
            day_text(question.date.last),
            answer.support,
            answer.contested,
            answer.age_days,
            answer.date_certain,
            *_level_cells(answer.level),
            answer.low,
            answer.high,
            " ".join(fact.id for fact in answer.evidence),
            " ".join(fact.id for fact in answer.beside),
            answer.previous.id if answer.previous else None,
            answer.next.id if answer.next else None,
        )
        return Table(COLUMNS, [row])

    def page(self) -> Iterator[Block]:
        """The page for people."""
        from iraqforce.present.level_page import level_page

        return level_page(self.answer, self.force, self.place, unfolded=self.unfolded)


def answer_record(answer: Answer) -> Record:
    """The question, and all that is said to it."""
    question = answer.question
    return {
        "question": {
            "force": question.force,
            "place": question.place,
            "date": question.date.text,
            "first": day_text(question.date.first),
            "last": day_text(question.date.last),
            "known_by": question.known_by.text if question.known_by else None,
            "max_age_days": question.max_age_days,
        },
        "support": answer.support,
        "contested": answer.contested,
        "age_days": answer.age_days,
        "date_certain": answer.date_certain,
        "level": _level_record(answer.level),
        "range": {"low": answer.low, "high": answer.high},
        "evidence": [fact_record(fact) for fact in answer.evidence],
        "during": [fact_record(fact) for fact in answer.during],
        "beside": [fact_record(fact) for fact in answer.beside],
        "previous": fact_record(answer.previous) if answer.previous else None,
        "next": fact_record(answer.next) if answer.next else None,
    }


def _level_record(level: Fact | None) -> Record | None:
    if level is None or level.count is None:
        return None
    count = count_record(level.count)
    del count["unit"]
    return {
        **count,
        "status": level.status,
        "basis": level.basis,
        "definition": definition_record(level.definition),
        "as_of": level.as_of.text,
        "fact": level.id,
    }


def _level_cells(level: Fact | None) -> tuple[Cell, ...]:
    if level is None or level.count is None:
        return (None,) * (COLUMNS.index("range_low") - COLUMNS.index("text"))
    return (
        *level.count[:-1],
        level.status,
        level.basis,
        level.definition.id if level.definition else None,
        level.as_of.text,
        level.stated_by,
        level.id,
        level.quote,
        level.source.id,
    )
