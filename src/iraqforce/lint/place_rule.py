"""A rule about the places that a record names."""

import re
from collections.abc import Iterator
from typing import Final

from iraqforce.lint.context import Context, Finding

KEYS: Final = ("quote", "locator", "label")
"""Keys about one fact. A title is not one: a document about one place often has figures for others."""


def other_place_named(context: Context) -> Iterator[Finding]:
    """F314: a fact whose quote, locator or label names other places, and not the fact's own."""
    places = context.base.places.values()
    names = {name.casefold(): place for place in places for name in (place.name, *place.aliases)}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{longest_first})\b" if names else r"(?!)", re.IGNORECASE)
    for fact in context.base.facts:
        if fact.place is None:
            continue
        related = context.base.place_and_wholes(fact.place.id) | context.base.place_and_parts(fact.place.id)
        for key in KEYS:
            named = [names[words.casefold()] for words in pattern.findall(getattr(fact, key) or "")]
            if named and related.isdisjoint(place.id for place in named):
                message = (
                    f"the {key} names {named[0].name}, but the place of '{fact.id}' is '{fact.place.id}'"
                )
                hint = f"use 'place: {named[0].id}', or suppress F314 with a reason"
                yield context.at(fact, key, message, hint)
