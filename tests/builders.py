"""Small facts for tests: every test names only what it is about."""

from __future__ import annotations

from typing import Any

from iraqforce.model import dates
from iraqforce.model.choices import Basis, Kind, Status
from iraqforce.model.counts import Count
from iraqforce.model.fact_base import BaseInfo, FactBase, grouped_by_subject
from iraqforce.model.facts import Definition, Fact, Force, Place, Source
from iraqforce.model.positions import TextPlace
from iraqforce.text import numbers

US = Force("us", "U.S. troops")
IRAQ = Place("iraq", "Iraq", "in Iraq")
INFO = BaseInfo("made", "A made base", None, None, 0, 0, "0" * 64)


def source(published: str = "2016-01-01", **fields: Any) -> Source:
    """A stored source; `fields` replace its defaults."""
    made = Source(
        id="s", kind=None, title="Title", authors=(), publisher="Publisher", published=dates.parse(published),
        url=None, archived=None, accessed=None, inferred=(), text="a.txt", sha256=None, note=None,
    )  # fmt: skip
    return made._replace(**fields)


def fact(
    count: str | Count | None, as_of: str, *, kind: Kind = "level", name: str = "", **fields: Any
) -> Fact:
    """A quoted fact about U.S. troops in Iraq; `fields` replace its defaults."""
    number = numbers.parse(count) if isinstance(count, str) else count
    made = Fact(
        id=name or f"{number.text if number else kind} {as_of}", kind=kind, label=None, force=US, place=IRAQ,
        count=number, direction=None, as_of=dates.parse(as_of), dated_by=None, due=None, status="actual",
        basis="press", definition=None, excluded=None, supersedes=False, stated_by=None, source=source(),
        quote="words", quote_match="exact", quote_at=None, locator=None,
        written_at=TextPlace("facts.yaml", 1, 1),
    )  # fmt: skip
    return made._replace(**fields)


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
    **fields: Any,
) -> Fact:
    """A level; one without a quote is cited."""
    cited = {} if quote else {"quote": None, "quote_match": "none", "locator": "page 1"}
    return fact(
        count, as_of, name=name, basis=basis, status=status, definition=definition,
        **{"source": source(published), **cited, **fields},
    )  # fmt: skip


def base_of(*facts: Fact) -> FactBase:
    """A base of these facts, with the forces, places, definitions and sources that they name."""

    def named(field: str) -> dict[str, Any]:
        found = [getattr(each, field) for each in facts]
        return {record.id: record for record in found if record is not None}

    sources = named("source")
    info = INFO._replace(facts=len(facts), sources=len(sources))
    forces, places = {US.id: US, **named("force")}, {IRAQ.id: IRAQ, **named("place")}
    return FactBase(info, forces, places, named("definition"), sources, grouped_by_subject(facts), {})
