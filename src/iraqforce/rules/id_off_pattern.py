"""F309: an id that does not follow the base's pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact


class IdsOffPattern(Judge):
    """A fact of a kind for which the base gives patterns, with an id that fits none of them."""

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where its id is made otherwise."""
        patterns = [pattern for kind, pattern in self.ground.declared.base.ids if kind == fact.kind]
        expected = [_filled(pattern, fact) for pattern in patterns]
        if not expected or any(re.fullmatch(_as_expression(each), fact.id) for each in expected):
            return
        message = f"the id '{fact.id}' does not follow the base's pattern {' or '.join(patterns)}"
        hint = f"rename it to {' or '.join(expected)}, where * is any words, or change 'ids'"
        yield Finding(Subject("fact", fact.id), written.spot("id"), message, hint)


def _filled(pattern: str, fact: Fact) -> str:
    """The pattern with this fact's own force, place, source and year in it."""
    day = fact.as_of.first or fact.as_of.last
    values = {
        "force": fact.force.id if fact.force else "*",
        "place": fact.place.id if fact.place else "*",
        "source": fact.source.id,
        "year": str(day.year) if day else "*",
    }
    return pattern.format(**values)


def _as_expression(pattern: str) -> str:
    """The pattern as a regular expression that never looks back before the last `*` it has passed."""
    start, *others = (re.escape(each) for each in pattern.split("*"))
    if not others:
        return start
    *between, end = others
    return start + "".join(f"(?>[a-z0-9-]+?{each})" for each in between) + f"[a-z0-9-]+{end}"


_SPRING: Final = LEVEL.replace("us-iraq-2016-03", "spring-count")

RULE: Final = Rule(
    code="F309",
    name="an id that does not follow the base's pattern",
    reason=(
        "Ids are read and typed by people: in a base that says how they are made, one that is made "
        "otherwise is not found where it is looked for."
    ),
    fix="Rename the fact, or change the pattern under the key ids.",
    bad=_SPRING,
    good=_SPRING.replace("spring-count", "us-iraq-spring-count"),
    severity="warning",
    judge=IdsOffPattern,
)
