"""Control and invisible characters, which harm a terminal, a page or a drawing.

A base may not hold them. An article, the name of a file or an argument may, and is shown without them.
Invisible characters that some scripts need, such as joiners and direction marks, are allowed.
"""

import re
from typing import Final

_FORBIDDEN: Final = {
    # A line end is not among them: the schema says which texts may have several lines.
    "control character": "\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f",
    "line separator": "\\u2028\\u2029",
    "text direction override": "\\u202a-\\u202e\\u2066-\\u2069",
    "surrogate": "\\ud800-\\udfff",
    "noncharacter": "\\ufdd0-\\ufdef"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(0x11)),
    "invisible tag character": "\\U000e0000-\\U000e007f",
}
_ANY: Final = re.compile(f"[{''.join(_FORBIDDEN.values())}]")
_UNSAFE: Final = re.compile(f"(?!\\t){_ANY.pattern}")


def visible(text: str) -> str:
    """The text with U+FFFD, which is visible, for each character that is unsafe to show."""
    return text if text.isprintable() else _UNSAFE.sub("\ufffd", text)


def forbidden(text: str) -> str | None:
    """The first forbidden character of a text, if it has one."""
    # Most texts are printable, and no forbidden character is: that is asked faster.
    found = None if text.isprintable() else _ANY.search(text)
    return found and found.group()


def refusal(character: str) -> str:
    """Why a text cannot have a forbidden character: `control character U+001B is not allowed`."""
    kind = next(kind for kind, members in _FORBIDDEN.items() if re.match(f"[{members}]", character))
    return f"{kind} U+{ord(character):04X} is not allowed"
