"""The address of a passage on the web: a text fragment (WICG, "URL Fragment Text Directives")."""

from typing import Final
from urllib.parse import quote

_WHOLE: Final = 300
"""Characters up to which a quote is in its address in full; a longer one is given by its two ends."""

_ENDS: Final = 8
"""Words of each end that identify a long quote."""

# What RFC 3986 allows in an address, and the percent sign of what is encoded already.
_ADDRESS: Final = "%:/?#[]@!$&'()*+,;=-._~"


def link(url: str | None, words: str | None = None) -> str | None:
    """The address, percent-encoded; with words, it leads to them.

    Words that contain a line break are given by their two ends: on a page they may be in two paragraphs, and
    a browser finds them only that way.
    """
    if url is None:
        return None
    address = quote(url.strip(), safe=_ADDRESS, errors="replace")
    directive = _directive(words) if words else None
    if directive is None:
        return address
    if ":~:" in address:
        return f"{address}&text={directive}"
    return f"{address}{'' if '#' in address else '#'}:~:text={directive}"


def _directive(words: str) -> str | None:
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if not lines:
        return None
    joined = " ".join(word for line in lines for word in line)
    if len(lines) == 1 and len(joined) <= _WHOLE:
        return _encoded(joined)
    return f"{_encoded(' '.join(lines[0][:_ENDS]))},{_encoded(' '.join(lines[-1][-_ENDS:]))}"


def _encoded(text: str) -> str:
    """The text percent-encoded, with the hyphen, the comma and the ampersand that the directive uses."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def on_the_web(address: str | None) -> str | None:
    """The address if it is one of the web, which is safe to follow; None for any other."""
    return address if address and address.lower().startswith(("http://", "https://")) else None
