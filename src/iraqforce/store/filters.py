"""Which facts a list is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iraqforce.dates import PartialDate
    from iraqforce.facts import Kind


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts are asked for; None asks for all. A force or a place takes its parts along."""

    kind: Kind | None = None
    force: str | None = None
    place: str | None = None
    source: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    definition: str | None = None
