"""A picture in one panel or two: where one axis would hide the smaller figures, they have one of their own.

Each panel is a picture of its days; together they show each figure once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from iraqforce.charting.picture import Picture, span_of
from iraqforce.present.panels import Point, boundary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from iraqforce.charting.picture import Event, Figure
    from iraqforce.present.panels import Axis


def panels(picture: Picture, axis: Axis) -> tuple[Picture, ...]:
    """The picture alone, or as two: the last day of the first is the first one of the second."""
    day = boundary(list(_points(picture)), axis)
    if day is None:
        return (picture,)
    # A date of many days stays whole where no other figure is in the way.
    within = [each for each in picture.figures if each.span.first < day <= each.span.anchor]
    others = [each.span.anchor for each in picture.figures if each.span.anchor < day]
    earliest = max(others, default=picture.first) + timedelta(1)
    line_ends = [each.last for each in picture.line.stretches if each.last <= day]
    begins = max(min([day, *(each.span.first for each in within)]), earliest, *line_ends)
    return _part(picture, picture.first, begins, last=False), _part(picture, begins, picture.last, last=True)


def _points(picture: Picture) -> Iterator[Point]:
    for figure in picture.figures:
        yield Point(figure.span.anchor, max(figure.values))
    for stretch in picture.line.stretches:
        yield Point(stretch.first, max(stretch.values))
        # On its last day another figure takes its place.
        yield Point(max(stretch.first, stretch.last - timedelta(1)), max(stretch.values))


def _part(picture: Picture, first: date, last_day: date, *, last: bool) -> Picture:
    """What stands in these days; what stands on their edge is in the later part."""

    def holds(each: Figure) -> bool:
        anchor = each.span.anchor
        return first <= anchor and (anchor <= last_day if last else anchor < last_day)

    def clipped(each: Figure) -> Figure:
        return each._replace(span=span_of(each.fact.as_of, first, last_day))

    line = picture.line
    stretches = tuple(
        each._replace(first=max(each.first, first), last=min(each.last, last_day))
        for each in line.stretches
        if each.first < last_day and each.last > first
    )
    figures = {each.fact.id: clipped(each) for each in picture.figures if holds(each)}
    values = [each.values for each in figures.values()] + [each.values for each in stretches]
    highest = max(map(max, values), default=0)
    return picture._replace(
        first=first,
        last=last_day,
        figures=tuple(figures.values()),
        unnumbered=tuple(clipped(each) for each in picture.unnumbered if holds(each)),
        line=line._replace(
            stretches=stretches,
            # The step from one part to the other is in that whose axis holds both its ends.
            steps=tuple(
                each
                for each in line.steps
                if first <= each.at <= last_day and max(each.before, each.after) <= highest
            ),
        ),
        rivals=tuple(
            (figures[one.fact.id], figures[other.fact.id])
            for one, other in picture.rivals
            if one.fact.id in figures and other.fact.id in figures
        ),
        events=tuple(_events(picture, first, last_day, last=last)),
    )


def _events(picture: Picture, first: date, last_day: date, *, last: bool) -> Iterator[Event]:
    for event in picture.events:
        span, as_of = event.span, event.facts[0].as_of
        if span.last >= first and (span.first <= last_day if last else span.first < last_day):
            part = span_of(as_of, first, last_day)
            if not first <= span.anchor <= last_day:
                # The day that is known lies in the other part.
                part = part._replace(opens=False, closes=False)
            yield event._replace(span=part)
