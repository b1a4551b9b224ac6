"""The levels that bear on an as-of question, found in a compiled file by its index, however many it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from iraqforce.store.questions import LevelsWanted
    from iraqforce.store.words import Vocabulary

_COLUMNS: Final = "SELECT number, starts, ends, qualifier = 'withheld' FROM facts WHERE series = ?"
NEWEST: Final = f"{_COLUMNS} AND starts <= ? ORDER BY starts DESC, ends DESC"
NEXT: Final = f"{_COLUMNS} AND starts > ? ORDER BY starts, ends"
OVERLAPPING: Final = "SELECT number FROM facts WHERE series = ? AND starts BETWEEN ? AND ? AND ends >= ?"
NEWEST_KNOWN: Final = NEWEST.replace(" ORDER", " AND published <= ? ORDER")
NEXT_KNOWN: Final = NEXT.replace(" ORDER", " AND published <= ? ORDER")
"""The as-of question, in index order: what is wanted comes first, and no more is fetched."""


class _Series(NamedTuple):
    """A group of levels that are compared with each other; `told` is false where they are mere context."""

    number: int
    force: str
    place: str
    covers: str
    told: int
    status: str
    longest: int


class LevelFinder:
    """Finds the numbers of facts; every method raises sqlite3.Error where the file is damaged."""

    def __init__(self, connection: sqlite3.Connection, words: Vocabulary) -> None:
        self._connection = connection
        self._words = words
        self._series: dict[tuple[str, str], list[_Series]] = {}

    def numbers(self, wanted: LevelsWanted) -> set[int]:
        """The numbers of all levels that an answer can name."""
        numbers: set[int] = set()
        for series in self._series_of(wanted.force, wanted.place):
            asked = series.force == wanted.force and series.place == wanted.place
            if asked and series.told and series.covers != "part" and series.status in wanted.answering:
                numbers.update(self._around(series, wanted))
            if not (asked and series.told and series.covers == "whole" and series.status in wanted.answering):
                numbers.update(self._beside(series, wanted))
        return numbers

    def _around(self, series: _Series, wanted: LevelsWanted) -> Iterator[int]:
        """The newest at the date with its rivals and the one before, the next, and all within the date."""
        date = wanted.date
        first, last = date.starts.toordinal(), date.ends.toordinal()
        known = () if wanted.known_by is None else (wanted.known_by.ends.toordinal(),)
        ask = self._connection.execute
        newest: int | None = None
        older: tuple[int, int] | None = None
        rows = ask(NEWEST_KNOWN if known else NEWEST, (series.number, last, *known))
        for number, starts, ends, withheld in rows:
            if newest is None and not withheld:
                newest = starts
            # Those of one date with it are wanted too: which comes first is not for the file to say.
            if older is not None and older != (starts, ends):
                break
            if newest is not None and newest - starts > wanted.window_days and not withheld:
                older = (starts, ends)
            yield number
        following: tuple[int, int] | None = None
        rows = ask(NEXT_KNOWN if known else NEXT, (series.number, last, *known))
        for number, starts, ends, withheld in rows:
            if following is not None and following != (starts, ends):
                break
            if not withheld:
                following = (starts, ends)
            yield number
        if first != last:
            yield from self._overlapping(series, first, last)

    def _beside(self, series: _Series, wanted: LevelsWanted) -> Iterator[int]:
        """All that began by the date and is within the age limit."""
        limit = wanted.max_age_days
        first = wanted.date.starts.toordinal() - limit if limit is not None else 0
        return self._overlapping(series, first, wanted.date.ends.toordinal())

    def _overlapping(self, series: _Series, first: int, last: int) -> Iterator[int]:
        values = (series.number, first - series.longest, last, first)
        return (number for (number,) in self._connection.execute(OVERLAPPING, values))

    def _series_of(self, force: str, place: str) -> list[_Series]:
        """The series of the force in the place, and of the parts and wholes of both."""
        found = self._series.get((force, place))
        if found is None:
            forces, places = self._words.related_forces(force), self._words.related_places(place)
            rows = self._connection.execute(
                "SELECT id, force, place, covers, told, status, longest FROM series"
                f" WHERE force IN ({marks(forces)}) AND place IN ({marks(places)})",
                (*forces, *places),
            )
            found = self._series[force, place] = [_Series(*row) for row in rows]
        return found


def marks(values: Iterable[str]) -> str:
    """As many question marks as there are values, for a query."""
    return ", ".join("?" for _ in values)
