"""Answers for several dates side by side, their differences, and what was reported in between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, ClassVar, Final, NamedTuple

from iraqforce.model.choices import Basis, Kind, Respect, Status
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.model.result import Result
from iraqforce.queries.answers import Answer, Question, Range, series_of
from iraqforce.queries.differences import (
    Difference,
    Percentage,
    difference,
    difference_between,
    percentage,
    subtract,
)
from iraqforce.queries.levels import was_known
from iraqforce.queries.listings import FactFilter, matching
from iraqforce.text.phrases import number_of

MOVEMENTS: Final[frozenset[Kind]] = frozenset({"change", "event"})
"""The kinds of facts that may explain how one level became the other."""


class Caution(NamedTuple):
    """How the two sides of a comparison differ."""

    code: Annotated[Respect, "How the two sides differ."]
    text: Annotated[str, "The same in words."]


class Comparison(NamedTuple):
    """Two answers compared; the numbers are null if one of them has none."""

    first: Annotated[PartialDate, "The first date, as asked."]
    second: Annotated[PartialDate, "The second date, as asked."]
    difference: Annotated[
        Difference | None,
        "The second level minus the first; null if one date has no answer, or if both rest on one figure "
        "that is not a single number.",
    ]
    percent: Annotated[
        Percentage | None,
        "The difference as a percentage of the first level; null also if the first level is 0, or if both "
        "bounds are open.",
    ]
    range: Annotated[Range | None, "The difference across all figures that the two answers rest on."]
    cautions: Annotated[
        tuple[Caution, ...],
        "How the two sides differ; empty if they do not, and if there is no difference.",
    ]
    between: Annotated[tuple[Fact, ...], "The changes and events dated in between, oldest first."]
    perhaps: Annotated[
        tuple[Fact, ...],
        "Those that may lie in between, as only part of their date range does; oldest first.",
    ]

    @property
    def same_figure(self) -> bool:
        """True if both answers rest on the same figure."""
        return any(caution.code == "same-figure" for caution in self.cautions)


@dataclass(frozen=True, repr=False)
class Comparisons(Result):
    """The levels of two dates or more side by side, their differences, and what was reported in between."""

    schema: ClassVar[str] = "iraqforce.compare/1"

    force: Annotated[Force, "The ID of the force."]
    place: Annotated[Place, "The ID of the place."]
    answers: Annotated[tuple[Answer, ...], "An answer for each date, in the order asked."]
    comparisons: Annotated[
        tuple[Comparison, ...], "Each date with the next; of three or more also the first with the last."
    ]
    base: Annotated[BaseInfo, "The base that the answers rest on."]

    @property
    def pairs(self) -> Iterator[tuple[Answer, Answer]]:
        """The two answers of each comparison."""
        return _pairs(self.answers)

    @property
    def overall(self) -> Comparison:
        """The comparison of the first date with the last."""
        return self.comparisons[-1]

    @property
    def complete(self) -> bool:
        """True if every comparison has a difference, or rests on one figure that did not change."""
        return all(each.difference is not None or each.same_figure for each in self.comparisons)


def compare(base: FactBase, answers: Sequence[Answer]) -> Comparisons:
    """Answers of one force and place for two dates or more, each compared with the next; first with last."""
    question = answers[0].question
    movements = _movements(base, question)
    comparisons = tuple(compare_answers(*pair, movements) for pair in _pairs(answers))
    return Comparisons(question.force, question.place, tuple(answers), comparisons, base.info)


def compare_answers(first: Answer, second: Answer, movements: Iterable[Fact]) -> Comparison:
    """Two answers compared; those of the movements that lie between them are kept in order."""
    dates = first.question.date, second.question.date
    between, perhaps = _between(*dates, movements)
    one, other = (each.evidence[0] if each.evidence else None for each in (first, second))
    if not (one and other and one.count and other.count):
        return Comparison(*dates, None, None, None, (), between, perhaps)
    counts = one.count, other.count
    found: Difference | None = difference(*counts)
    if one.id == other.id:
        single = counts[0].low is not None and counts[0].low == counts[0].high
        found = difference_between((0, 0)) if single else None
    across = subtract((second.range.low, second.range.high), (first.range.low, first.range.high))
    return Comparison(
        *dates,
        difference=found,
        percent=percentage(*counts) if found else None,
        range=Range(*across),
        cautions=tuple(_cautions((first, second), (one, other), difference_between(across).text)),
        between=between,
        perhaps=perhaps,
    )


def _pairs(answers: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    yield from pairwise(answers)
    if len(answers) > 2:
        yield answers[0], answers[-1]


def _cautions(answers: tuple[Answer, Answer], figures: tuple[Fact, Fact], across: str) -> Iterator[Caution]:
    """How the two sides differ; `across` is the difference across all figures, in words."""
    one, other = figures
    first, second = answers
    if one.id == other.id:
        yield Caution("same-figure", "Both dates rest on the same figure; no change was reported.")
    if series_of(one) != series_of(other):
        yield Caution(
            "definition",
            f"The figures count different things: {_counts(one)} (first), {_counts(other)} (second).",
        )
    if one.basis != other.basis:
        yield Caution(
            "basis", f"The first figure is {_basis(one.basis)}; the second is {_basis(other.basis)}."
        )
    if one.status != other.status:
        yield Caution(
            "status", f"The first figure is {_status(one.status)}; the second is {_status(other.status)}."
        )
    if first.support != second.support:
        yield Caution("support", f"The first date has {_support(first)}; the second has {_support(second)}.")
    if first.contested or second.contested:
        both = first.contested and second.contested
        which = "both dates" if both else f"the {'first' if first.contested else 'second'} date"
        yield Caution(
            "contested", f"Sources conflict on {which}; across all figures, the second is {across}."
        )


def _counts(fact: Fact) -> str:
    return fact.definition.label if fact.definition else "total as reported"


def _basis(basis: Basis | None) -> str:
    return "official" if basis == "official" else "from the press" if basis else "of unknown basis"


def _status(status: Status | None) -> str:
    words = {None: "of unknown status", "planned": "a plan", "authorized": "an authorized ceiling"}
    levels = {"actual": "a reported level", "announced": "an announced level", "former": "a past level"}
    return (words | levels)[status]


def _support(answer: Answer) -> str:
    """What the date has: `its own figure`, `only the last known figure (13 days old)`."""
    days = number_of(answer.age_days or 0, "day")
    match answer.support:
        case "reported":
            return "its own figure"
        case "consistent":
            return f"figures before ({days}) and after that agree"
        case _:
            return f"only the last known figure ({days} old)"


def _movements(base: FactBase, question: Question) -> list[Fact]:
    """The changes and events of the force in the place and of parts of both, oldest first."""
    facts = matching(base, FactFilter(force=question.force.id, place=question.place.id))
    return [fact for fact in facts if fact.kind in MOVEMENTS and was_known(fact, question.known_by)]


def _between(
    first: PartialDate, second: PartialDate, movements: Iterable[Fact]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The movements that lie between the two dates, and those that may because one end does."""
    start, end = min(first.starts, second.starts), max(first.ends, second.ends)
    within, perhaps = [], []
    for fact in movements:
        begins, ends = start <= fact.as_of.starts <= end, start <= fact.as_of.ends <= end
        if begins and ends:
            within.append(fact)
        elif begins or ends:
            perhaps.append(fact)
    return tuple(within), tuple(perhaps)
