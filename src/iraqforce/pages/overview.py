"""The page of what a base has: what can be asked, and how much there is of it."""

from collections.abc import Iterator, Sequence

from iraqforce.model.dates import parse
from iraqforce.pages.blocks import Block, Fields, Grid, Heading, Paragraph, Row
from iraqforce.queries.overview import ForceEntry, Overview, PlaceEntry, SubjectEntry, Tally
from iraqforce.text.phrases import date_words, number_of, short_date_words


def page(result: Overview) -> Iterator[Block]:
    """The base, its forces, places and definitions, and the levels of each force in each place."""
    base = result.base
    yield Heading(f"{number_of(base.facts, 'fact')} from {number_of(base.sources, 'source')}")
    fields = {
        "base": base.name,
        "title": base.title,
        "updated": date_words(base.updated) if base.updated else "",
        "license": base.license or "",
        "sha256": base.sha256,
    }
    yield Fields(tuple((name, value) for name, value in fields.items() if value))
    yield from _named("Forces", "force", result.forces)
    yield from _named("Places", "place", result.places)
    if result.definitions:
        rows = (
            Row((each.id, each.name, each.scope, f"{each.facts.levels:,}")) for each in result.definitions
        )
        yield Grid(("definition", "counts", "scope", "levels"), tuple(rows), "Definitions", ("levels",))
    counted = [each for each in result.subjects if each.facts.levels]
    if counted:
        yield Grid(
            ("levels", "force and place", "dates"), tuple(map(_subject, counted)), "Levels", ("levels",)
        )
    yield Paragraph(
        "Name a force or place by ID, name or alias, in any case. Each count excludes parts of the force and"
        " places within the place; --format csv lists every combination."
    )


def _named(title: str, noun: str, entries: Sequence[ForceEntry | PlaceEntry]) -> Iterator[Grid]:
    if entries:
        rows = (
            Row(
                (each.id, each.name, f"{each.facts.levels:,}", f"{_others(each.facts):,}"),
                f"also: {', '.join(each.aliases)}" if each.aliases else "",
            )
            for each in entries
        )
        columns = (noun, "name", "levels", "other facts")
        yield Grid(columns, tuple(rows), f"{title} (default: {entries[0].id})", columns[2:])


def _others(facts: Tally) -> int:
    return facts.changes + facts.events + facts.figures


def _subject(each: SubjectEntry) -> Row:
    force, place = each.force.name if each.force else "", each.place.phrase if each.place else ""
    earliest, latest = each.facts.earliest_level, each.facts.latest_level
    days = [earliest and (earliest.first or earliest.last), latest and (latest.last or latest.first)]
    months = dict.fromkeys(short_date_words(parse(day.isoformat()[:7])) for day in days if day)
    return Row((f"{each.facts.levels:,}", f"{force} {place}".strip(), " to ".join(months)))
