"""JSON Lines: one object to a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import View
    from iraqforce.render import Screen


_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:  # noqa: ARG001 - one shape for all
    """The view's lines."""
    for record in view.lines():
        yield f"{_ENCODE(record)}\n"
