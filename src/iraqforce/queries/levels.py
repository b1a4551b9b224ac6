"""What a force and a place have, sorted so that a question finds its figures fast. The rule is in `as_of`.

`Levels` is made once for a force and a place and answers any number of questions. The numbers in the
docstrings are those of the clauses of docs/as-of.md.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final

from iraqforce.model.choices import Scope, Status
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.queries.answers import series_of

ANSWERING: Final[frozenset[Status]] = frozenset({"actual", "announced", "former"})
"""The statuses of a level that can answer; the others are only related."""

VAGUE_DAYS: Final = 31
"""A figure whose date is longer than this answers only if no other does."""


def newest_first(fact: Fact) -> tuple[int, int, bool, bool, bool, str]:
    """2. Newer: first days, last days, official before press, quoted before cited, checked twice, the id."""
    as_of = fact.as_of
    starts, ends = as_of.starts.toordinal(), as_of.ends.toordinal()
    return -starts, -ends, fact.basis != "official", not fact.quoted, fact.checked != "twice", fact.id


def oldest_first(fact: Fact) -> tuple[int, int, bool, bool, bool, str]:
    """The same from old to new."""
    starts, ends, *rest = newest_first(fact)
    return (-starts, -ends, *rest)  # type: ignore[return-value] # the rest is a list of known length


def was_known(fact: Fact, known_by: PartialDate | None) -> bool:
    """True if the fact's source was published by then; None leaves nothing out."""
    return known_by is None or fact.source.published.ends <= known_by.ends


def can_answer(fact: Fact, force: str, place: str, scope: Scope = "total") -> bool:
    """1. True for a level of exactly this force, place and scope that gives a number and is not excluded."""
    return (
        fact.kind == "level"
        and fact.count is not None
        and not fact.withheld
        and fact.status in ANSWERING
        and fact.excluded is None
        and fact.scope == scope
        and fact.is_about(force, place)
    )


def is_vague(fact: Fact) -> bool:
    """3. True for a figure whose date is longer than 31 days."""
    return (fact.as_of.ends - fact.as_of.starts).days >= VAGUE_DAYS


class Figures:
    """Facts sorted newest first, so that a day, as an ordinal, finds its place among them."""

    def __init__(self, newest: Iterable[Fact]) -> None:
        self.facts = list(newest)
        self._starts = [-fact.as_of.starts.toordinal() for fact in self.facts]
        self._ends = [fact.as_of.ends.toordinal() for fact in self.facts]
        self._longest = max(
            (start + end for start, end in zip(self._starts, self._ends, strict=True)), default=0
        )

    @cached_property
    def exact(self) -> "Figures":
        """3. Those that are not vague."""
        return self if self._longest < VAGUE_DAYS else Figures(f for f in self.facts if not is_vague(f))

    @cached_property
    def series(self) -> dict[str, "Figures"]:
        """4. Those of each series."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(series_of(fact), []).append(fact)
        return {name: Figures(facts) for name, facts in found.items()}

    @cached_property
    def _oldest_first(self) -> tuple[list[Fact], list[int]]:
        facts = sorted(self.facts, key=lambda fact: fact.as_of.order)
        return facts, [fact.as_of.starts.toordinal() for fact in facts]

    def begun(self, by: int, ending_from: int = 0) -> Iterator[Fact]:
        """2. Those that have begun by a day, and end on another or later; newest first."""
        first = bisect_left(self._starts, -by)
        last = bisect_right(self._starts, self._longest - ending_from)
        for index in range(first, last):
            if self._ends[index] >= ending_from:
                yield self.facts[index]

    def newest(self, by: int, ending_from: int = 0) -> Fact | None:
        """The first of these."""
        return next(self.begun(by, ending_from), None)

    def starting(self, first: int, last: int) -> Sequence[Fact]:
        """Those that start within these days, oldest first."""
        facts, starts = self._oldest_first
        return facts[bisect_left(starts, first) : bisect_right(starts, last)]


class Levels:
    """Everything that one force and place have, ready for questions."""

    def __init__(self, force: Force, place: Place, facts: Iterable[Fact], info: BaseInfo) -> None:
        self.force, self.place, self.info = force, place, info
        self._facts = [fact for fact in facts if fact.is_about(force.id, place.id)]
        self.known = lru_cache(maxsize=32)(self._known)
        self.defined = lru_cache(maxsize=32)(self._defined)

    @classmethod
    def of(cls, base: FactBase, force: Force, place: Place) -> "Levels":
        """Those of a base."""
        return cls(force, place, base.about(force.id, place.id), base.info)

    def _known(self, known_by: PartialDate | None) -> "Known":
        facts = [fact for fact in self._facts if was_known(fact, known_by)]
        return Known(facts, self.force.id, self.place.id)

    def _defined(self, definition: Definition, known_by: PartialDate | None) -> Figures:
        """14. The figures of one definition, whatever their scope and status."""
        return Figures(
            fact
            for fact in self.known(known_by).levels
            if series_of(fact) == definition.id and not fact.withheld and fact.excluded is None
        )


class Known:
    """The facts of a force and place whose sources were published by a date, by what they may do."""

    def __init__(self, facts: Sequence[Fact], force: str, place: str) -> None:
        newest = sorted(facts, key=newest_first)
        levels = [fact for fact in newest if fact.kind == "level" and fact.count]
        self.levels: Final = levels
        self.total = Figures(fact for fact in levels if can_answer(fact, force, place))
        self.broader = Figures(fact for fact in levels if can_answer(fact, force, place, "broader"))
        self.superseding = Figures(fact for fact in self.total.facts if fact.supersedes)
        self.withheld = Figures(fact for fact in levels if fact.withheld)
        used = {fact.id for fact in (*self.total.facts, *self.withheld.facts)}
        self.others = Figures(fact for fact in levels if fact.id not in used)
        self.parts = Figures(fact for fact in self.others.facts if can_answer(fact, force, place, "partial"))
        self.plans = Figures(
            fact
            for fact in self.others.facts
            if fact.status == "planned" and fact.due and fact.scope == "total" and fact.excluded is None
        )
        self.changes = Figures(
            fact
            for fact in newest
            if fact.kind == "change"
            and fact.direction in ("increase", "decrease")
            and fact.status in ("actual", "announced", "authorized")
            and fact.count is not None
            and not fact.withheld
        )

    @cached_property
    def given(self) -> dict[str, Figures]:
        """11. The headcounts of each series, whatever their scope."""
        return Figures(
            fact
            for fact in self.levels
            if not fact.withheld and fact.excluded is None and fact.status in ANSWERING
        ).series
