"""The address of words on the web: a text fragment (WICG, "URL Fragment Text Directives")."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

_EXACT: Final = 300
"""Characters up to which a quote stands whole in its address; a longer one is named by its two ends."""

_ENDS: Final = 8
"""Words of each end that name a long quote."""

# What RFC 3986 lets stand in an address, and the percent sign of what is encoded already.
_ADDRESS: Final = "%:/?#[]@!$&'()*+,;=-._~"


def link(url: str | None, words: str | None = None) -> str | None:
    """The address with all that is no address encoded, leading to the words if there are any.

    Words that go over a line end are named by their two ends: they may stand in two paragraphs of a page,
    and only so named are they found there.
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
    whole = " ".join(word for line in lines for word in line)
    if len(lines) == 1 and len(whole) <= _EXACT:
        return _encoded(whole)
    return f"{_encoded(' '.join(lines[0][:_ENDS]))},{_encoded(' '.join(lines[-1][-_ENDS:]))}"


def _encoded(text: str) -> str:
    """The text percent-encoded, also the hyphen, the comma and the ampersand, which the directive uses."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def on_the_web(address: str | None) -> str | None:
    """The address where it is one of the web, which may be followed; None for every other, and for none."""
    return address if address and address.lower().startswith(("http://", "https://")) else None
