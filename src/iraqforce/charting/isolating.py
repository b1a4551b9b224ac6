"""A picture whose words stand each by itself, so that Arabic does not turn round what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.charting.lettering import isolated

if TYPE_CHECKING:
    from iraqforce.charting.picture import Picture
    from iraqforce.facts import Fact, Source


def isolating(picture: Picture) -> Picture:
    """The picture with every text that comes from a base set apart; its ids and its numbers are the same."""
    scope = picture.scope
    force = scope.force._replace(name=isolated(scope.force.name))
    place = scope.place._replace(phrase=isolated(scope.place.phrase))
    return picture._replace(
        scope=scope._replace(force=force, place=place),
        figures=tuple(each._replace(fact=_fact(each.fact)) for each in picture.figures),
        unnumbered=tuple(each._replace(fact=_fact(each.fact)) for each in picture.unnumbered),
        events=tuple(each._replace(facts=tuple(map(_fact, each.facts))) for each in picture.events),
        notes=tuple(each._replace(source=_source(each.source)) for each in picture.notes),
    )


def _fact(fact: Fact) -> Fact:
    force, place, count, definition = fact.force, fact.place, fact.count, fact.definition
    return fact._replace(
        label=_text(fact.label),
        force=force and force._replace(name=isolated(force.name)),
        place=place and place._replace(phrase=isolated(place.phrase)),
        count=count and count._replace(text=isolated(count.text)),
        definition=definition and definition._replace(text=isolated(definition.text)),
        stated_by=_text(fact.stated_by),
        source=_source(fact.source),
        quote=_text(fact.quote),
        locator=_text(fact.locator),
    )


def _source(source: Source) -> Source:
    return source._replace(
        title=_text(source.title),
        author=_text(source.author),
        publisher=isolated(source.publisher),
        url=_text(source.url),
    )


def _text(text: str | None) -> str | None:
    return None if text is None else isolated(text)
