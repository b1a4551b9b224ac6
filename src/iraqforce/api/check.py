"""What checking a base found, as a result of the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqforce.api.shown import Printed

if TYPE_CHECKING:
    from iraqforce.present.check import CheckView
    from iraqforce.problems import Problem


@dataclass(frozen=True, repr=False)
class Check(Printed):
    """Every problem of a base and what was done to find them: what `iraqforce check` prints."""

    _view: CheckView

    @property
    def ok(self) -> bool:
        """True where the base has facts and nothing that counts is wrong."""
        return self._view.ok

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem with its place, sorted by file and line."""
        return tuple(self._view.problems)

    @property
    def summary(self) -> str:
        """What was done, in a sentence."""
        return self._view.summary

    def __repr__(self) -> str:
        return f"<Check: {'valid' if self.ok else 'not valid'}, {len(self.problems)} problems>"
