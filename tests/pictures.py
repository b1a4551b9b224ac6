"""Pictures for tests: of facts made for them, and of the bundled articles."""

from __future__ import annotations

from collections.abc import Sequence

from builders import IRAQ, US, level
from iraqforce import dates, locations
from iraqforce.charting.asking import ask
from iraqforce.charting.picture import Picture, Scope, picture
from iraqforce.counts import Count
from iraqforce.facts import Fact, Force, Place
from iraqforce.store.opening import open_files

WITHHELD = Count("withheld", None, None, None, "withheld")
VAGUE = Count("several hundred", None, 200, None, "vague")


def event(label: str, as_of: str) -> Fact:
    return level("1", as_of, name=f"{label} {as_of}")._replace(kind="event", count=None, label=label)


def drawn(
    *levels: Fact,
    events: Sequence[Fact] = (),
    since: str | None = None,
    until: str | None = None,
    max_age_days: int | None = 365,
) -> Picture:
    force = levels[0].force if levels and levels[0].force else US
    place = levels[0].place if levels and levels[0].place else IRAQ
    asked = [dates.parse(text) if text else None for text in (since, until)]
    return picture(Scope(force, place, asked[0], asked[1], max_age_days), levels, events)


def hostile(words: str) -> Picture:
    """One figure and one event with the words in every field that is free text."""
    force, place = Force("us", words), Place("iraq", words, words)
    fact = level(Count(words, 5, 5, 5, "exact"), "2016-03-25", force=force, place=place, quote=words)
    source = fact.source._replace(title=words, author=words, publisher=words, url=words)
    return drawn(fact._replace(source=source, id="a"), events=[event(words, "2016-03-30")])


def bundled(since: str | None = None, until: str | None = None, force: str = "us") -> Picture:
    store = open_files(locations.bundled("articles"))
    asked = [dates.parse(text) if text else None for text in (since, until)]
    words = store.vocabulary
    try:
        return ask(store, Scope(words.force(force), words.place("iraq"), asked[0], asked[1], 365))
    finally:
        store.close()
