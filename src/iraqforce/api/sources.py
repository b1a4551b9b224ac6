"""The sources of a base as a result of the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from iraqforce.api.shown import Printed
from iraqforce.facts import Source

if TYPE_CHECKING:
    from iraqforce.present.sources import SourcesView


class Sources(Printed, Sequence[Source]):
    """Sources in the order of the base, or the one that was asked for: what `iraqforce sources` prints."""

    _view: SourcesView

    def __init__(self, view: SourcesView) -> None:
        self._view = view
        self._sources = tuple(item.source for item in view.items)

    def __len__(self) -> int:
        return len(self._sources)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Source, ...]: ...
    def __getitem__(self, index: int | slice) -> Source | tuple[Source, ...]:
        return self._sources[index]

    def __repr__(self) -> str:
        return f"<Sources: {len(self)} of {self._view.base.sources}>"
