"""What kind of fact a number could be, judged by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.drafting.doubts import (
    is_negated,
    is_ratio,
    is_remainder,
    is_whole_of_a_part,
    percent_after,
    suffered_by,
)
from iraqforce.drafting.phrases import (
    Phrase,
    direction_of,
    movement_after,
    moves,
    phrase_after,
    tells_of_people,
)
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
    """The kind, and what belongs to it: the unit of a figure, the direction of a change.

    `kind_todo` and `direction_todo` say what a person must decide of them; None where nothing is in doubt.
    """

    kind: Kind
    unit: str | None = None
    direction: Direction | None = None
    kind_todo: str | None = None
    direction_todo: str | None = None


def judge(context: Context) -> tuple[Judged, Phrase]:
    """The kind of fact that the number could be, and the phrase that follows it."""
    phrase = phrase_after(context.after)
    if any(sign in context.words for sign in _CURRENCIES):
        return Judged("figure", _unit_of_money(context.words)), phrase
    if percent_after(context.after):
        return Judged("figure", "percent"), phrase
    counts_people = phrase.people or phrase.strong or (not phrase.words and _about_people(context))
    if (
        not counts_people
        or suffered_by(context.before, context.after)
        or is_ratio(context.before, context.words, context.after)
    ):
        return Judged("figure", phrase.unit), phrase
    return _headcount(context, phrase), phrase


def _headcount(context: Context, phrase: Phrase) -> Judged:
    """A level or a change; which of them, and which way, is in doubt where the words turn it round."""
    direction = direction_of(context.before, phrase)
    if is_remainder(context.before):
        return Judged("level", kind_todo="level of those who are left, or change")
    if is_whole_of_a_part(context.before):
        return Judged("level", kind_todo="level of the whole, or change" if moves(context.before) else None)
    if is_negated(context.before, context.after):
        if direction is None:
            return Judged("level", kind_todo="level, or no fact: the words deny something")
        return Judged("change", direction_todo=f"{direction} or none: the words deny something")
    moving = movement_after(context.after)
    if direction is None and moving is not None:
        return Judged(
            "change", kind_todo="change, or level", direction_todo=f"{moving}, where it is a change"
        )
    return Judged("change" if direction else "level", direction=direction)


_CURRENCIES = {"€": "EUR", "US$": "USD", "$": None, "£": None}
"""What signs of money name; of the dollar and of the pound there are several."""


def _unit_of_money(words: str) -> str:
    sign = next(sign for sign in _CURRENCIES if sign in words)
    return _CURRENCIES[sign] or f"{TODO}: whose {sign} it is, such as USD"


def _about_people(context: Context) -> bool:
    """True where a bare number stands among people: in what is said of it, or just before."""
    bare_one = context.words.lower() == "one"
    return not bare_one and (tells_of_people(context.clause) or tells_of_people(context.said_before))
