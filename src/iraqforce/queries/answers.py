"""The answer to an as-of question, and how its figures are distinguished. The rule is in `as_of`."""

from typing import Annotated, ClassVar, Final, NamedTuple

from iraqforce.model.choices import Agreement, Basis, Scope, Status, Support
from iraqforce.model.counts import Number, Qualifier
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.model.result import Result

DEFAULT_MAX_AGE_DAYS: Final = 365

UNDEFINED: Final = "total-as-reported"
"""The series of figures whose source does not say what they count."""


class Question(NamedTuple):
    """What was asked, with what it was taken to mean."""

    force: Annotated[Force, "The ID of the force."]
    place: Annotated[Place, "The ID of the place."]
    date: Annotated[PartialDate, "The date asked about; it has a first and a last day."]
    known_by: Annotated[PartialDate | None, "Only sources published by this date were used."] = None
    max_age_days: Annotated[int | None, "The maximum age of a figure in days; null for no limit."] = (
        DEFAULT_MAX_AGE_DAYS
    )
    definition: Annotated[
        Definition | None, "Only figures of this definition were used, whatever their scope."
    ] = None


class Level(NamedTuple):
    """The figure that answers: the first of the evidence.

    Without an answer every field is None, the level is false, and JSON has null for it.
    """

    fact: Annotated[str | None, "The ID of the fact."] = None
    text: Annotated[str | None, "The number, in the source's words."] = None
    value: Annotated[Number | None, "The number; null if the words give no single one."] = None
    low: Annotated[Number | None, "The lowest possible number; null if open."] = None
    high: Annotated[Number | None, "The highest possible number; null if open."] = None
    qualifier: Annotated[Qualifier | None, "How the words limit the number."] = None
    status: Annotated[Status | None, "Whether it is actual, announced or former."] = None
    basis: Annotated[Basis | None, "Whether the number is official or from the press."] = None
    definition: Annotated[str | None, "The ID of the definition of what is counted."] = None
    scope: Annotated[Scope | None, "How much of the force in the place the number counts."] = None
    as_of: Annotated[PartialDate | None, "The date it applies to."] = None
    stated_by: Annotated[str | None, "Who stated it; the publisher if null."] = None
    url: Annotated[str | None, "The URL of its source."] = None

    def __bool__(self) -> bool:
        return self.fact is not None

    @classmethod
    def of(cls, fact: Fact) -> "Level":
        """The figure of a fact that has a count."""
        count = fact.count
        if count is None:
            raise TypeError(f"{fact.id} has no count")
        definition = fact.definition.id if fact.definition else None
        return cls(
            fact.id, *count[:5], fact.status, fact.basis, definition, fact.scope, fact.as_of, fact.stated_by,
            fact.source.url,
        )  # fmt: skip


class Range(NamedTuple):
    """The span of several figures."""

    low: Annotated[Number | None, "The lowest low; null if open, or if there is none."]
    high: Annotated[Number | None, "The highest high; null if open, or if there is none."]


class _AnswerFields(NamedTuple):
    question: Annotated[Question, "What was asked."]
    summary: Annotated[str, "The answer as a sentence."]
    cautions: Annotated[tuple[str, ...], "Sentences that a reader must not miss."]
    support: Annotated[Support, "How well the date is supported."]
    contested: Annotated[bool, "True if two figures of the evidence conflict."]
    agreement: Annotated[Agreement | None, "How the figures of the evidence relate; null without any."]
    age_days: Annotated[
        int | None,
        "Days from the last day of the level's date to the first day asked about; 0 if they overlap.",
    ]
    date_certain: Annotated[
        bool | None,
        "False if the date of the level may be later than the date asked about; null without one.",
    ]
    level: Annotated[Level, "The figure that answers; null, which is not 0, if there is no answer."]
    range: Annotated[Range, "The span of the evidence."]
    evidence: Annotated[tuple[Fact, ...], "The figures that the answer rests on, newest first."]
    other_counts: Annotated[
        tuple[Fact, ...], "The latest figures of other definitions, more than 31 days from the level."
    ]
    since: Annotated[
        tuple[Fact, ...], "Changes begun after the level's date, and the last plan that was due since."
    ]
    withheld: Annotated[
        tuple[Fact, ...], "Counts that their source declined to give, and none has been given since."
    ]
    parts: Annotated[
        tuple[Fact, ...], "Without an answer, or with 0: the newest partial figures, three at most."
    ]
    in_period: Annotated[
        tuple[Fact, ...], "Of a date longer than a day: the figures of dates in it, oldest first."
    ]
    period_range: Annotated[Range, "The span of these."]
    related: Annotated[
        tuple[Fact, ...],
        "Plans, ceilings, partial, broader and excluded figures within the age limit, newest first.",
    ]
    previous: Annotated[Fact | None, "The nearest earlier figure outside the evidence and the other counts."]
    next: Annotated[Fact | None, "The nearest figure after the date asked about."]
    base: Annotated[BaseInfo, "The base that the answer rests on."]


class Answer(_AnswerFields, Result):
    """How many troops there were as of a date, with what the answer rests on.

    Not a dataclass like the other results: importing and defining one takes longer than answering.
    """

    schema: ClassVar[str] = "iraqforce.level/1"
    __repr__ = Result.__repr__  # not that of a tuple

    @property
    def value(self) -> Number | None:
        """The number that the level names; None without a level, or if its words name no single number."""
        return self.level.value


def series_of(fact: Fact) -> str:
    """4. What a figure counts: figures of one definition are one series, whoever states them."""
    return fact.definition.id if fact.definition else UNDEFINED


def distance(one: PartialDate, other: PartialDate) -> int:
    """2. Days from the last day of the earlier date to the first day of the later; 0 if they overlap."""
    return max(one.days_before(other), other.days_before(one))
