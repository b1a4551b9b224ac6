"""Text and pages for a screen that shows only ASCII: straight quotes, hyphens, letters without accents."""

import unicodedata
from typing import Any, Final
from urllib.parse import quote

from iraqforce.pages.blocks import Code, Marked, Passage, Verbatim, is_web_address

_NAMED: Final = {
    "'": "‘’‚‛′‹›ʻʼ", '"': "“”„‟″«»", "-": "‐‑‒–—―−·", "->": "→", "*": "•", "x": "×", "/": "⁄",
    "~": "≈", "<=": "≤", ">=": "≥", "+/-": "±", "...": "…", "EUR ": "€", "GBP ": "£", "(c)": "©",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "d": "đð", "D": "ĐÐ", "th": "þ", "Th": "Þ", "i": "ı", "": "\u00ad\u200b\u200c\u200d\u2060\ufeff",
}  # fmt: skip
"""What stands for characters that have no decomposition into ASCII, or another one."""

_ASCII: Final = str.maketrans({sign: plain for plain, signs in _NAMED.items() for sign in signs})


def ascii_text(text: str) -> str:
    """The text in ASCII as far as it has a spelling in it: what has none, such as 北, stays as it is."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(sign: str) -> str:
    """One character, so that the spelling of a text is that of its parts, one after the other."""
    if sign.isascii():
        return sign
    known = sign.translate(_ASCII)
    if known != sign:
        return known
    if unicodedata.category(sign) == "Mn":
        return ""
    parts = unicodedata.normalize("NFKD", sign).translate(_ASCII)
    spelled = "".join(part for part in parts if not unicodedata.combining(part))
    return spelled if spelled.isascii() else sign


def in_ascii(block: Any) -> Any:
    """A block, or a part of one, with its texts in ASCII; marks stay at their words.

    Code and a whole text stay as they are: they may be read again, as the draft of a base is.
    """
    match block:
        case Code() | Verbatim():
            return block
        case str() if is_web_address(block):
            return quote(block, safe="".join(map(chr, range(33, 127))), errors="replace")
        case str():
            return ascii_text(block)
        case Marked() | Passage():
            before, whole = zip(*block.marks, strict=True) if block.marks else ((), ())
            ends = (tuple(len(ascii_text(block.text[:end])) for end in each) for each in (before, whole))
            kind: Any = type(block)
            parts = {name: in_ascii(part) for name, part in block._asdict().items()}
            return kind(**{**parts, "marks": tuple(zip(*ends, strict=True))})
        case tuple() if hasattr(block, "_fields"):
            return type(block)(*map(in_ascii, block))
        case tuple():
            return tuple(map(in_ascii, block))
    return block
