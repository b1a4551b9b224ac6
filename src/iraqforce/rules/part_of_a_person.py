"""F311: a headcount that is no whole number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact


class PartsOfPersons(Judge):
    """A level or a change whose number has a fraction."""

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where some number of its count is no number of people."""
        count = fact.count
        if count is None or fact.kind not in ("level", "change"):
            return
        broken = [each for each in (count.value, count.low, count.high) if isinstance(each, float)]
        if broken:
            message = f"the count '{count.text}' is {broken[0]} people"
            hint = "a point sets decimals apart, a comma thousands: 1,200; what is no headcount is a figure"
            yield Finding(Subject("fact", fact.id), written.spot("count"), message, hint)


_BROKEN: Final = LEVEL.replace("3,800", "1.200")

RULE: Final = Rule(
    code="F311",
    name="a headcount that is no whole number",
    reason=(
        "Nobody counts parts of people. Where thousands are set apart by a point, as in “1.200 hommes”, a "
        "count copied as it stands is a thousand times too small."
    ),
    fix="Write thousands with a comma; what is counted in parts, such as percent, is a figure.",
    bad=_BROKEN,
    good=_BROKEN.replace("1.200", "1,200"),
    severity="warning",
    judge=PartsOfPersons,
)
