"""Characters that a screen or a reader's eye would obey, made visible before anything is shown."""

from __future__ import annotations

import re

# They could move the cursor, recolour the screen or turn the order of words: an article's text must not.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text with each control character, but tabs and line ends, as a replacement character."""
    return _CONTROL.sub("\ufffd", text)
