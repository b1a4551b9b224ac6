"""Facts of a base, many or one, as results of the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, overload

from iraqforce.api.shown import Printed
from iraqforce.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Paragraph, Source
    from iraqforce.present.facts import FactsView, FactView


class Facts(Printed, Sequence[Fact]):
    """Facts from the oldest date to the newest: what `iraqforce facts` prints.

    To go over them fetches them as they are wanted; to index them, and to reverse them, fetches all.
    """

    _view: FactsView

    def __init__(self, view: FactsView) -> None:
        self._view = view

    def __len__(self) -> int:
        return len(self._view.facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._view.facts)

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, index: int | slice) -> Fact | tuple[Fact, ...]:
        return self._all[index]

    def __repr__(self) -> str:
        return f"<Facts: {len(self)} of {self._view.base.facts}>"

    @cached_property
    def _all(self) -> tuple[Fact, ...]:
        return tuple(self)


@dataclass(frozen=True, repr=False)
class FactPage(Printed):
    """One fact with its words in their article: what `iraqforce show` prints."""

    _view: FactView

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self._view.fact

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph of the article that holds the quote, or None where the source is only cited."""
        return self._view.paragraph

    @property
    def source(self) -> Source:
        """The document that the fact is taken from."""
        return self._view.fact.source

    def __repr__(self) -> str:
        return f"<FactPage: {self.fact.id}>"
