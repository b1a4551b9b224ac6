"""What an as-of question wants of a base, and what a base says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Status


Named = Literal["forces", "places", "definitions", "sources", "facts"]
"""What a base gives ids to; each is a table of the compiled file."""


class BaseSummary(NamedTuple):
    """What an answer says of the base that it rests on."""

    name: str
    title: str
    facts: int
    sources: int
    sha256: str


class LevelsWanted(NamedTuple):
    """Which levels bear on an as-of question, in the words of section 3 of the design.

    Figures of one basis and definition are rivals within `window_days` before the newest. `answering` are
    the statuses that can answer. `max_age_days` is None where no age is too old.
    """

    force: str
    place: str
    date: PartialDate
    known_by: PartialDate | None
    answering: frozenset[Status]
    window_days: int
    max_age_days: int | None
