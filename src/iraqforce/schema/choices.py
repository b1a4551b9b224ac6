"""The closed choices as the values of a fact base as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import WithJsonSchema

from iraqforce.choices import BASES, COVERS, DIRECTIONS, KINDS, STATUSES, Choice, explained
from iraqforce.facts import Basis, Covers, Direction, Status

if TYPE_CHECKING:
    from collections.abc import Mapping


def _schema(question: str, choices: Mapping[Choice, str]) -> WithJsonSchema:
    # `enumDescriptions` is no word of JSON Schema, but editors show it beside each choice they offer.
    return WithJsonSchema(
        {
            "type": "string",
            "enum": list(choices),
            "enumDescriptions": list(choices.values()),
            "description": explained(question, choices),
        }
    )


StatusText = Annotated[Status, _schema("How firmly it is said.", STATUSES)]
BasisText = Annotated[Basis, _schema("Whose number it is.", BASES)]
DirectionText = Annotated[Direction, _schema("Which way the change goes.", DIRECTIONS)]
CoversText = Annotated[
    Covers, _schema("How much of the force in the place the number covers; whole if left out.", COVERS)
]
KIND: Final = explained("What sort of statement it is.", KINDS)
