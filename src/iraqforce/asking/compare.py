"""Questions of several dates, compared."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from iraqforce.asof import answer, wanted
from iraqforce.comparison import compare
from iraqforce.present.compare import CompareView
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.asof import Answer, Question
    from iraqforce.comparison import Comparison
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact
    from iraqforce.store.protocol import Store


def compared(store: Store, questions: Sequence[Question]) -> CompareView:
    """The answers to two questions or more on one force in one place, and their differences."""
    answers = [answer(question, store.levels(wanted(question))) for question in questions]
    comparisons = [_compared(store, first, second) for first, second in _pairs(answers)]
    force = store.vocabulary.force(questions[0].force)
    place = store.vocabulary.place(questions[0].place)
    return CompareView(answers, comparisons, force, place, store.summary)


def _pairs(answers: list[Answer]) -> Iterable[tuple[Answer, Answer]]:
    """Each answer with the next, and of three or more the first with the last."""
    yield from pairwise(answers)
    if len(answers) > 2:
        yield answers[0], answers[-1]


def _compared(store: Store, first: Answer, second: Answer) -> Comparison:
    return compare(first, second, _reported(store, first.question, second.question.date))


def _reported(store: Store, question: Question, date: PartialDate) -> Iterable[Fact]:
    """The facts on the force and the place, and on their parts, of dates that touch the time in between."""
    since = min(question.date, date, key=lambda each: each.starts)
    until = max(question.date, date, key=lambda each: each.ends)
    return store.facts(FactFilter(None, question.force, question.place, None, since, until))
