"""The closed choices of the field, each with what it says; docs/fact-base.md has the same words.

`facts` names them for the program; here is what a person reads of them, in a schema and in an editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iraqforce.facts import Basis, Covers, Direction, Kind, Status

Choice = TypeVar("Choice", bound=str)

KINDS: Final[dict[Kind, str]] = {
    "level": "a headcount true at a time",
    "change": "an increase or decrease, or a stated plan or denial of one",
    "event": "something dated that happened or is due",
    "figure": "a number that is not a headcount",
}
STATUSES: Final[dict[Status, str]] = {
    "actual": "said to be so",
    "announced": "decided and being carried out",
    "planned": "a target, a possibility, a deadline",
    "authorised": "a cap, not a count of those present",
    "former": "told as past",
}
BASES: Final[dict[Basis, str]] = {
    "official": "the article names an office or official as the origin of that number",
    "press": "the article's own voice, another outlet, an analyst",
}
DIRECTIONS: Final[dict[Direction, str]] = {
    "increase": "more than before",
    "decrease": "fewer than before",
    "none": "a change is denied",
}
COVERS: Final[dict[Covers, str]] = {
    "whole": "all of the force in the place",
    "part": "one role, one service, one base",
    "more": "a theatre, partners counted too, or a span of time",
}


def explained(question: str, choices: Mapping[Choice, str]) -> str:
    """The question and what each choice answers to it, in one description."""
    return "\n".join([question, *(f"- {choice}: {words}" for choice, words in choices.items())])
