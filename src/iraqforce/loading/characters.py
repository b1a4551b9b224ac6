"""Where in the source of a base a character of a text is written."""

import re
from typing import Final

from yaml.scanner import Scanner

_ESCAPE: Final = re.compile(r"\\(?:x(\w{2})|u(\w{4})|U(\w{8})|.)", re.DOTALL)


def span_of(character: str, source: str, start: int, end: int) -> tuple[int, int]:
    """Where a character of a value is in its source from `start` to `end`: itself, or its escape sequence."""
    place = source.find(character, start, end)
    if place >= 0:
        return place, place + 1
    for match in _ESCAPE.finditer(source, start, end):
        digits = match.group(match.lastindex) if match.lastindex else ""
        written = chr(int(digits, 16)) if digits else Scanner.ESCAPE_REPLACEMENTS.get(match.group()[1])
        if written == character:
            return match.span()
    return start, end
