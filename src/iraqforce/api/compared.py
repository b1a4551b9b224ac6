"""Levels of several dates compared, as a result of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.api.answers import Answer, Answers
from iraqforce.api.shown import Printed
from iraqforce.present.level import LevelView

if TYPE_CHECKING:
    from iraqforce.comparison import Comparison, Difference, Percentage
    from iraqforce.facts import Fact
    from iraqforce.present.compare import CompareView


class Compared(Printed):
    """The levels of dates side by side: what `iraqforce compare` prints.

    `difference`, `percentage`, `between` and `warnings` are those of the first date and the last.
    """

    _view: CompareView

    def __init__(self, view: CompareView) -> None:
        self._view = view

    @property
    def answers(self) -> Answers:
        """The answer for each date, in the order asked."""
        view = self._view
        return Answers([Answer(LevelView(each, view.force, view.place, view.base)) for each in view.answers])

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Each date compared with the next; of three or more, at the end, the first with the last."""
        return tuple(self._view.comparisons)

    @property
    def difference(self) -> Difference | None:
        """The last level less the first, with `value`, `low` and `high`; None where one has no number."""
        return self._whole.difference

    @property
    def percentage(self) -> Percentage | None:
        """The difference in per cent of the first level, None where that cannot be said."""
        return self._whole.percentage

    @property
    def warnings(self) -> tuple[str, ...]:
        """In what the two sides are not alike, in words: to be told with the difference."""
        from iraqforce.present.difference import caution_words

        return tuple(caution_words(caution, self._whole) for caution in self._whole.cautions)

    @property
    def between(self) -> tuple[Fact, ...]:
        """The changes and events reported of dates in between, oldest first."""
        return self._whole.between

    def __repr__(self) -> str:
        from iraqforce.present.difference import difference_words

        dates = " to ".join(each.question.date.text for each in (self._whole.first, self._whole.second))
        found = difference_words(self.difference) if self.difference else "no difference known"
        return f"<Compared: {dates}: {found}{', not alike' if self.warnings else ''}>"

    @property
    def _whole(self) -> Comparison:
        return self._view.comparisons[-1]
