"""F302: an as-of date after its source was published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact


class DatesAfterPublication(Judge):
    """A fact that is not planned, and whose whole date lies after the last day its source can be of."""

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where it begins after its source was published."""
        published, begins = fact.source.published.last, fact.as_of.first
        if fact.status == "planned" or published is None or begins is None or begins <= published:
            return
        message = (
            f"as of {fact.as_of.text}, but '{fact.source.id}' was published {fact.source.published.text}"
        )
        hint = "correct one of the two dates, or the status: what is still to come is planned"
        yield Finding(Subject("fact", fact.id), written.spot("as_of"), message, hint)


_AFTER: Final = LEVEL.replace("as_of: 2016-03", "as_of: 2019-03")

RULE: Final = Rule(
    code="F302",
    name="an as-of date after its source was published",
    reason=("A source can tell what was and what is planned, but not what came to be after it."),
    fix="Correct one of the two dates, or give the fact the status planned.",
    bad=_AFTER,
    good=_AFTER.replace("status: actual", "status: planned"),
    severity="error",
    judge=DatesAfterPublication,
)
