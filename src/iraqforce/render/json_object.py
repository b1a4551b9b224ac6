"""One JSON object that says everything: UTF-8 unescaped, numbers as numbers, unknown as null."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.view import Record, View
    from iraqforce.render import Screen


def render(view: View, screen: Screen, *, first: bool) -> Iterator[str]:  # noqa: ARG001 - one shape for all
    """The view's record, indented."""
    yield text_of(view.record())


def text_of(record: Record) -> str:
    """The object, indented, with a line end."""
    return json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
