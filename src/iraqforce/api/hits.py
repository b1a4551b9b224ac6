"""What a search found, as a result of the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from iraqforce.api.shown import Printed
from iraqforce.store.searching import Hit

if TYPE_CHECKING:
    from iraqforce.present.search import SearchView


class Hits(Printed, Sequence[Hit]):
    """Passages that have the words, the best first: what `iraqforce search` prints."""

    _view: SearchView

    def __init__(self, view: SearchView) -> None:
        self._view = view

    @property
    def facts(self) -> int:
        """How many facts have all the words, shown or not."""
        return self._view.facts

    @property
    def sources(self) -> int:
        """How many sources have all the words, themselves or in their article, shown or not."""
        return self._view.sources

    @property
    def more(self) -> bool:
        """True where the limit leaves hits out."""
        return self._view.more

    def __len__(self) -> int:
        return len(self._view.hits)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        return tuple(self._view.hits)[index]

    def __repr__(self) -> str:
        return f"<Hits: {len(self)}{' and more' if self.more else ''}>"
