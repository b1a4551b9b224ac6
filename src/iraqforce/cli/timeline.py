"""`iraqforce timeline`: levels as bars, with changes and events, in order of date."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import click

from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options, period_options, subject_options
from iraqforce.present.panels import BAR_AXES
from iraqforce.present.timeline import LeftOut, Shown, TimelineView
from iraqforce.store.filters import FactFilter
from iraqforce.timeline import Scope, timeline, wanted

if TYPE_CHECKING:
    from iraqforce.cli.output import Output
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile
    from iraqforce.present.panels import BarAxis
    from iraqforce.store.protocol import Store
    from iraqforce.timeline import Timeline


@click.command("timeline")
@period_options()
@subject_options
@click.option("--events/--no-events", default=True, help="With or without the events between the levels.")
@click.option(
    "--axis",
    type=click.Choice(BAR_AXES),
    default="auto",
    show_default=True,
    help="One axis for every bar, or two where one would hide the shorter ones.",
)
@click.option("--all", "everything", is_flag=True, help="Show each level in full, also those left out.")
@base_options
@output_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    since: PartialDate | None,
    until: PartialDate | None,
    force: str | None,
    place: str | None,
    events: bool,
    axis: BarAxis,
    everything: bool,
    base: tuple[BaseFile, ...],
    output: Output,
) -> None:
    """Show levels as bars, with changes and events, in order of date.

    Every bar begins at 0, on one axis or, where that would hide the bars of a long time, on two. Figures of
    one date that disagree share a bar, hatched from the lowest to the highest; what is announced or planned
    is filled otherwise than what is said to be so.

    On the page, parts, plans and caps are left out where they are more than twelve, figures of one time that
    say the same are told in one line, and a long list is told in few words; --all shows each in full. The
    other formats always hold all.

    Levels are of exactly the force and the place; changes and events also of their parts. What else the base
    holds is left out and counted.

    \b
    Examples:
      iraqforce timeline
      iraqforce timeline --from 2016-03 --to 2016-04 --no-events
      iraqforce timeline --force nato
      iraqforce timeline --json | jq -r '.rows[].levels[].count.text'
    """
    store = open_base(base)
    words = store.vocabulary
    of_force, in_place = words.force(force), words.place(place)
    forces, places = words.force_and_parts(of_force.id), words.place_and_parts(in_place.id)
    scope = Scope(of_force.id, in_place.id, forces, places, since, until, events)
    found = timeline(scope, chain.from_iterable(map(store.facts, wanted(scope))))
    left_out = _left_out(store, found, scope)
    shown = Shown(axis, everything=everything)
    output.show(TimelineView(scope, found, left_out, of_force, in_place, store.summary, shown))


def _left_out(store: Store, found: Timeline, scope: Scope) -> LeftOut:
    """How many facts of the dates asked about the timeline does not show."""
    period = FactFilter(since=scope.since, until=scope.until)
    figures = FactFilter("figure", since=scope.since, until=scope.until)
    shown = sum(len(row.facts) for row in found.rows)
    all_facts, all_figures = len(store.facts(period)), len(store.facts(figures))
    of_others = all_facts - all_figures - shown - found.hidden_events
    return LeftOut(of_others, all_figures, found.hidden_events)
