"""What a picture needs of a base: the levels of a force in a place, and the events between them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from iraqforce import timeline
from iraqforce.asof import was_known
from iraqforce.charting.picture import picture
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.charting.picture import Picture, Scope
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact
    from iraqforce.store.protocol import Store


def ask(store: Store, scope: Scope, *, events: bool = True, known_by: PartialDate | None = None) -> Picture:
    """The picture of the scope, from the facts of the base, or from those published by a date."""
    # Without a first day: the line comes from the last figure before the picture.
    levels = FactFilter("level", scope.force.id, scope.place.id, until=scope.until)
    shown = events_of(store, scope) if events else ()
    return picture(
        scope,
        (fact for fact in store.facts(levels) if was_known(fact, known_by)),
        (fact for fact in shown if was_known(fact, known_by)),
    )


def events_of(store: Store, scope: Scope) -> Iterable[Fact]:
    """The events that the timeline of the force in the place has, of any date."""
    words = store.vocabulary
    force, place = scope.force.id, scope.place.id
    asked = timeline.Scope(force, place, words.force_and_parts(force), words.place_and_parts(place))
    filters = (each for each in timeline.wanted(asked) if each.kind == "event")
    found = {fact.id: fact for fact in chain.from_iterable(map(store.facts, filters))}
    return [fact for fact in found.values() if asked.holds(fact)]
