"""Small facts for tests: every test names only what it is about."""

from __future__ import annotations

from iraqforce import dates, numerals
from iraqforce.counts import Count
from iraqforce.facts import Basis, Definition, Fact, Force, Place, Source, Status, TextPlace

US = Force("us", "U.S. troops")
IRAQ = Place("iraq", "Iraq", "in Iraq")


def source(published: str = "2016-01-01") -> Source:
    day = dates.parse(published)
    return Source("s", "Title", None, "Publisher", day, None, "a.txt", None, (), None)


def level(  # noqa: PLR0913 - a fact has many parts
    count: str | Count,
    as_of: str,
    *,
    basis: Basis = "press",
    status: Status = "actual",
    definition: Definition | None = None,
    name: str = "",
    quote: str | None = "words",
    published: str = "2016-01-01",
    force: Force = US,
    place: Place = IRAQ,
    context: str | None = None,
) -> Fact:
    return Fact(
        id=name or f"{count if isinstance(count, str) else count.text} {as_of}",
        kind="level",
        label=None,
        force=force,
        place=place,
        count=numerals.parse(count) if isinstance(count, str) else count,
        direction=None,
        as_of=dates.parse(as_of),
        dated_by=None,
        status=status,
        basis=basis,
        definition=definition,
        stated_by=None,
        source=source(published),
        quote=quote,
        found_at=None,
        locator=None if quote else "page 1",
        written_at=TextPlace("facts.yaml", 1, 1),
        verdict="exact" if quote else "cited",
        note=None,
        context=context,
    )
