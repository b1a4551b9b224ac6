"""What kind of fact a number could be, judged by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.drafting.phrases import Phrase, direction_of, phrase_after, suffered, tells_of_people
from iraqforce.drafting.values import TODO

if TYPE_CHECKING:
    from iraqforce.facts import Direction, Kind


class Context(NamedTuple):
    """The words of a number, those before and after it in its clause, and those said before in its line."""

    words: str
    before: str
    after: str
    said_before: str

    @property
    def clause(self) -> str:
        """The whole clause."""
        return f"{self.before}{self.words}{self.after}"


class Judged(NamedTuple):
    """The kind, and what belongs to it: the unit of a figure, the direction of a change."""

    kind: Kind
    unit: str | None
    direction: Direction | None


def judge(context: Context) -> tuple[Judged, Phrase]:
    """The kind of fact that the number could be, and the phrase that follows it."""
    phrase = phrase_after(context.after)
    if any(sign in context.words for sign in _CURRENCIES):
        return Judged("figure", _unit_of_money(context.words), None), phrase
    unit = "percent" if context.after.startswith("%") else phrase.unit
    counts_people = phrase.people or (not phrase.words and _about_people(context))
    if not counts_people or suffered(context.clause):
        return Judged("figure", unit, None), phrase
    direction = direction_of(context.before, phrase)
    return Judged("change" if direction else "level", None, direction), phrase


_CURRENCIES = {"€": "EUR", "$": None, "£": None}
"""What signs of money name; of the dollar and of the pound there are several."""


def _unit_of_money(words: str) -> str:
    sign = next(sign for sign in _CURRENCIES if sign in words)
    return _CURRENCIES[sign] or f"{TODO}: whose {sign} it is, such as USD"


def _about_people(context: Context) -> bool:
    """True where a bare number stands among people: in what is said of it, or just before."""
    bare_one = context.words.lower() == "one"
    return not bare_one and (tells_of_people(context.clause) or tells_of_people(context.said_before))
