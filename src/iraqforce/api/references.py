"""References to paste, as a result of the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from iraqforce.api.shown import Printed
from iraqforce.citing import document
from iraqforce.citing.reference import Reference

if TYPE_CHECKING:
    from iraqforce.citing.view import CiteView


class References(Printed, Sequence[Reference]):
    """References in the order asked: what `iraqforce cite` prints. `text` is what to paste."""

    _view: CiteView

    def __init__(self, view: CiteView) -> None:
        self._view = view

    @property
    def text(self) -> str:
        """All of them in their style, as a file of that style has them."""
        return document(self._view.references, self._view.style)

    def __len__(self) -> int:
        return len(self._view.references)

    @overload
    def __getitem__(self, index: int) -> Reference: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Reference, ...]: ...
    def __getitem__(self, index: int | slice) -> Reference | tuple[Reference, ...]:
        return tuple(self._view.references)[index]

    def __repr__(self) -> str:
        return f"<References: {len(self)}, {self._view.style}>"
