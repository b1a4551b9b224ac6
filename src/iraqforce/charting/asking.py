"""What a picture needs of a base: the levels of a force in a place, and the events between them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from iraqforce import timeline
from iraqforce.asof import was_known
from iraqforce.charting.picture import in_scope, picture
from iraqforce.store.filters import FactFilter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.charting.picture import Picture, Scope
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Fact
    from iraqforce.store.protocol import Store


def ask(
    store: Store,
    scope: Scope,
    *,
    events: bool = True,
    known_by: PartialDate | None = None,
    everything: bool = False,
) -> Picture:
    """The picture of the scope, from the facts of the base, or from those published by a date.

    Where many levels only stand beside an answer they are left out, but not where `everything` is asked for.
    """
    # Without a first day: the line comes from the last figure before the picture.
    wanted = FactFilter("level", scope.force.id, scope.place.id, until=scope.until)
    levels = [fact for fact in store.facts(wanted) if was_known(fact, known_by)]
    shown = events_of(store, scope) if events else ()
    known = [fact for fact in shown if was_known(fact, known_by)]
    if everything:
        return picture(scope, levels, known)
    seen = [fact for fact in levels if in_scope(fact.as_of, scope)]
    kept = timeline.without_many_beside(seen, scope.force.id, scope.place.id)
    before = [fact for fact in levels if not in_scope(fact.as_of, scope)]
    return picture(scope, [*before, *kept], known)._replace(left_out=len(seen) - len(kept))


def events_of(store: Store, scope: Scope) -> Iterable[Fact]:
    """The events that the timeline of the force in the place has, of any date."""
    words = store.vocabulary
    force, place = scope.force.id, scope.place.id
    asked = timeline.Scope(force, place, words.force_and_parts(force), words.place_and_parts(place))
    filters = (each for each in timeline.wanted(asked) if each.kind == "event")
    found = {fact.id: fact for fact in chain.from_iterable(map(store.facts, filters))}
    return [fact for fact in found.values() if asked.holds(fact)]
