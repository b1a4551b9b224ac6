"""A timeline as a record, as rows and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.present.records import FACT_COLUMNS, base_record, date_record, fact_record, fact_row
from iraqforce.present.view import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Force, Place
    from iraqforce.present.page import Block
    from iraqforce.present.panels import BarAxis
    from iraqforce.present.view import Record
    from iraqforce.store.questions import BaseSummary
    from iraqforce.timeline import Row, Scope, Timeline

COLUMNS: Final = ("row", *FACT_COLUMNS)
"""One row is one fact; `row` counts the rows of the timeline from 1: what has one number is of one time."""


class LeftOut(NamedTuple):
    """How many facts of the dates asked about are not shown: of others, figures, and events not wanted."""

    of_others: int
    figures: int
    events: int


class Shown(NamedTuple):
    """How the page shows a timeline: on which axes, and whether each level in full."""

    axis: BarAxis = "auto"
    everything: bool = False


class TimelineView(NamedTuple):
    """A timeline, with the words for whose it is and the base that it rests on.

    `shown` is for the page alone: every other form holds all.
    """

    scope: Scope
    timeline: Timeline
    left_out: LeftOut
    force: Force
    place: Place
    base: BaseSummary
    shown: Shown = Shown()

    def record(self) -> Record:
        """`iraqforce.timeline/1`."""
        scope = self.scope
        return {
            "schema": "iraqforce.timeline/1",
            "question": {
                "force": scope.force,
                "place": scope.place,
                "from": scope.since.text if scope.since else None,
                "to": scope.until.text if scope.until else None,
                "events": scope.events,
            },
            "rows": [_row_record(row) for row in self.timeline.rows],
            "left_out": dict(self.left_out._asdict()),
            "base": base_record(self.base),
        }

    def lines(self) -> Iterator[Record]:
        """One row is one line."""
        for row in self.timeline.rows:
            yield {"schema": "iraqforce.timeline-row/1", **_row_record(row)}

    def table(self) -> Table:
        """One fact is one row of COLUMNS."""
        numbered = enumerate(self.timeline.rows, start=1)
        return Table(COLUMNS, ((number, *fact_row(fact)) for number, row in numbered for fact in row.facts))

    def page(self) -> Iterator[Block]:
        """The page for people."""
        from iraqforce.present.timeline_page import timeline_page

        return timeline_page(self)


def _row_record(row: Row) -> Record:
    return {
        "as_of": date_record(row.as_of),
        "levels": [fact_record(fact) for fact in row.levels],
        "changes": [fact_record(fact) for fact in row.changes],
        "events": [fact_record(fact) for fact in row.events],
    }
