"""White space evened out, and where each character that is left comes from. Standard library only."""

from __future__ import annotations

import re
from typing import Final

_UNEVEN: Final = re.compile(r"\s{2,}|[^\S ]")
"""All white space but the single space that it becomes: most of a text is passed over at once."""


def single_spaced(text: str) -> tuple[str, list[int]]:
    """The text with a single space for each run of white space, and of each character its place in it."""
    pieces: list[str] = []
    origins: list[int] = []
    position = 0
    for match in _UNEVEN.finditer(text):
        pieces += (text[position : match.start()], " ")
        origins += range(position, match.start() + 1)
        position = match.end()
    pieces.append(text[position:])
    origins += range(position, len(text))
    return "".join(pieces), origins
