"""A fact, a source, the tool or a base → a reference to paste, in one of the styles that others read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from iraqforce.citing.reference import Reference

    class Styler(Protocol):
        """A module of this folder that writes references in one style."""

        def document(self, references: Sequence[Reference]) -> str:
            """All the references, as a file of that style holds them."""
            ...


Style = Literal["text", "bibtex", "ris", "csl-json", "markdown"]

STYLES: Final[dict[Style, str]] = {
    "text": "text",
    "bibtex": "bibtex",
    "ris": "ris",
    "csl-json": "csl_json",
    "markdown": "markdown",
}
"""Each style with the module of this folder that writes it."""


def document(references: Sequence[Reference], style: Style) -> str:
    """All the references in the style, ending in a line end."""
    return cast("Styler", import_module(f"iraqforce.citing.{STYLES[style]}")).document(references)
