"""Text made harmless: for Markdown its markup, for a terminal its control characters."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
# Control characters could move the cursor or recolor the screen: an article's text must not.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def for_markdown(text: str) -> str:
    """The text with Markdown's markup escaped, on one line; spaces at its ends are kept."""
    return re.sub(r"\s+", " ", _MARKUP.sub(r"\\\1", text))


def for_terminal(text: str) -> str:
    """The text with what a terminal would obey replaced by U+FFFD."""
    return _CONTROL.sub("\ufffd", text)
