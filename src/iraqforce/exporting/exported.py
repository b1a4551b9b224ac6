"""What a writer is given: a base that answers, whether it is a bundled one, and who is told of progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iraqforce.facts import Fact
    from iraqforce.store.protocol import Store

_STEP: Final = 1000
"""Facts between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The base to write; `bundled` where it is what iraqforce carries."""

    store: Store
    bundled: bool = False
    progress: Callable[[int, int], None] = silent

    def facts(self) -> Iterator[Fact]:
        """Every fact in the base's order, with progress told: the facts written and those there are."""
        total = self.store.summary.facts
        for number, fact in enumerate(self.store.written(), start=1):
            if number % _STEP == 0:
                self.progress(number, total)
            yield fact
