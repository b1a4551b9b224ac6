"""JSON Lines: one object to a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import View
    from iraqforce.render import Screen


def render(view: View, screen: Screen) -> Iterator[str]:  # noqa: ARG001 - JSON has no width
    """The view's lines."""
    for record in view.lines():
        yield json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"
