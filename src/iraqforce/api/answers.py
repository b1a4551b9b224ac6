"""The answers to as-of questions, with a name for every part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from iraqforce.api.shown import Printed, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Question, Support
    from iraqforce.counts import Number
    from iraqforce.facts import Fact
    from iraqforce.present.level import LevelView
    from iraqforce.present.levels import LevelsView
    from iraqforce.present.page import Block
    from iraqforce.present.view import Table


class Answer(Printed):
    """The level of a force in a place as of a date: what `iraqforce level` prints. Numbers are people."""

    # No dataclass: to import that takes longer than to answer.
    _view: LevelView

    def __init__(self, view: LevelView) -> None:
        self._view = view

    def __eq__(self, other: object) -> bool:
        return self._view == other._view if isinstance(other, Answer) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._view)

    @property
    def question(self) -> Question:
        """What was asked: force, place, date, known_by and max_age_days."""
        return self._view.answer.question

    @property
    def support(self) -> Support:
        """How well the date is supported: reported, bracketed or carried; stale and none are no answer."""
        return self._view.answer.support

    @property
    def contested(self) -> bool:
        """True where two figures of the evidence do not agree."""
        return self._view.answer.contested

    @property
    def level(self) -> Fact | None:
        """The first of the evidence, or None where nothing supports an answer."""
        return self._view.answer.level

    @property
    def value(self) -> Number | None:
        """The number that the level names; None without a level, and where its words name no single one."""
        return self.level.count.value if self.level and self.level.count else None

    @property
    def text(self) -> str | None:
        """The count of the level in the words of its source, such as `about 2,500`; None without a level."""
        return self.level.count.text if self.level and self.level.count else None

    @property
    def low(self) -> Number | None:
        """The lowest bound over all of the evidence; None where one is open, or there is none."""
        return self._view.answer.low

    @property
    def high(self) -> Number | None:
        """The highest bound over all of the evidence; None where one is open, or there is none."""
        return self._view.answer.high

    @property
    def age_days(self) -> int | None:
        """Days from the last day of the newest figure to the first day asked; None without a figure."""
        return self._view.answer.age_days

    @property
    def date_certain(self) -> bool | None:
        """False where the level may be of a day after the date asked; None without a level."""
        return self._view.answer.date_certain

    @property
    def evidence(self) -> tuple[Fact, ...]:
        """Every current figure, rivals side by side, newest first."""
        return self._view.answer.evidence

    @property
    def during(self) -> tuple[Fact, ...]:
        """What was reported within a date longer than a day, oldest first."""
        return self._view.answer.during

    @property
    def beside(self) -> tuple[Fact, ...]:
        """What bears on the question and cannot answer it: plans and caps, parts and more; newest first."""
        return self._view.answer.beside

    @property
    def previous(self) -> Fact | None:
        """The nearest figure before, outside the evidence."""
        return self._view.answer.previous

    @property
    def next(self) -> Fact | None:
        """The nearest figure after."""
        return self._view.answer.next

    def __repr__(self) -> str:
        asked = f"{self._view.force.name} {self._view.place.phrase}, {self.question.date.text}"
        contested = ", contested" if self.contested else ""
        return f"<Answer: {asked}: {self.text or 'no answer'}, {self.support}{contested}>"


class Answers(Shown, Sequence[Answer]):
    """Answers in the order asked: what `iraqforce level` gives for several dates."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._answers = tuple(answers)

    def __len__(self) -> int:
        return len(self._answers)

    @overload
    def __getitem__(self, index: int) -> Answer: ...
    @overload
    def __getitem__(self, index: slice) -> Answers: ...
    def __getitem__(self, index: int | slice) -> Answer | Answers:
        return Answers(self._answers[index]) if isinstance(index, slice) else self._answers[index]

    def __repr__(self) -> str:
        return f"<Answers: {len(self)}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """The objects that the command prints with `--json`, one for each answer."""
        return list(self._list.lines())

    @property
    def _list(self) -> LevelsView:
        from iraqforce.present.levels import LevelsView

        return LevelsView(tuple(answer._view for answer in self._answers))  # noqa: SLF001 - of this module

    def _table(self) -> Table:
        return self._list.table()

    def _page(self) -> Iterator[Block]:
        return self._list.page()
