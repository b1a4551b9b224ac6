"""A comparison of levels as a record and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.present.difference import caution_words, difference_words
from iraqforce.present.level import answer_record
from iraqforce.present.records import base_record, fact_record
from iraqforce.present.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.asof import Answer
    from iraqforce.comparison import Comparison, Difference, Percentage
    from iraqforce.facts import Force, Place
    from iraqforce.present.page import Block
    from iraqforce.present.view import Cell, Record
    from iraqforce.store.questions import BaseSummary

COLUMNS: Final = (
    "force",
    "place",
    "from",
    "to",
    "from_support",
    "to_support",
    "from_text",
    "to_text",
    "from_fact",
    "to_fact",
    "difference",
    "value",
    "low",
    "high",
    "percent",
    "percent_low",
    "percent_high",
    "range_low",
    "range_high",
    "cautions",
    "between",
    "perhaps",
)
"""One row is one comparison of two dates."""


class CompareView(NamedTuple):
    """The answers in the order asked, and the comparison of each with the next, then of first and last."""

    answers: Sequence[Answer]
    comparisons: Sequence[Comparison]
    force: Force
    place: Place
    base: BaseSummary

    def record(self) -> Record:
        """`iraqforce.compare/1`; each answer is one of `iraqforce.level/1`."""
        return {
            "schema": "iraqforce.compare/1",
            "force": self.force.id,
            "place": self.place.id,
            "answers": [answer_record(answer) for answer in self.answers],
            "comparisons": [_comparison_record(comparison) for comparison in self.comparisons],
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """All the dates asked are one line."""
        yield self.record()

    def table(self) -> Table:
        """One comparison is one row."""
        return Table(COLUMNS, [self._row(comparison) for comparison in self.comparisons])

    def page(self) -> Iterator[Block]:
        """The page for people."""
        from iraqforce.present.compare_page import compare_page

        return compare_page(self)

    def _row(self, comparison: Comparison) -> tuple[Cell, ...]:
        first, second, found = comparison.first, comparison.second, comparison.difference
        percent, ranges = comparison.percentage, comparison.ranges
        return (
            self.force.id,
            self.place.id,
            first.question.date.text,
            second.question.date.text,
            first.support,
            second.support,
            _text(first),
            _text(second),
            first.level.id if first.level else None,
            second.level.id if second.level else None,
            difference_words(found) if found else None,
            *((found.value, found.low, found.high) if found else (None,) * 3),
            *((percent.value, percent.low, percent.high) if percent else (None,) * 3),
            *((ranges.low, ranges.high) if ranges else (None,) * 2),
            " ".join(comparison.cautions),
            " ".join(fact.id for fact in comparison.between),
            " ".join(fact.id for fact in comparison.perhaps),
        )


def _comparison_record(comparison: Comparison) -> Record:
    return {
        "from": comparison.first.question.date.text,
        "to": comparison.second.question.date.text,
        "difference": _difference_record(comparison.difference),
        "percent": _percentage_record(comparison.percentage),
        "range": _range_record(comparison.ranges),
        "cautions": [
            {"code": caution, "text": caution_words(caution, comparison)} for caution in comparison.cautions
        ],
        "between": [fact_record(fact) for fact in comparison.between],
        "perhaps": [fact_record(fact) for fact in comparison.perhaps],
    }


def _difference_record(found: Difference | None) -> Record | None:
    if found is None:
        return None
    return {
        "text": difference_words(found),
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "about": found.about,
        "strict_low": found.strict_low,
        "strict_high": found.strict_high,
    }


def _percentage_record(found: Percentage | None) -> Record | None:
    return None if found is None else {"value": found.value, "low": found.low, "high": found.high}


def _range_record(found: Difference | None) -> Record | None:
    return None if found is None else {"low": found.low, "high": found.high}


def _text(answer: Answer) -> str | None:
    return answer.level.count.text if answer.level and answer.level.count else None
