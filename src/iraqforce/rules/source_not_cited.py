"""F307: a source that nobody cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class SourcesNotCited(Judge):
    """A source that no fact names."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._uncited = dict.fromkeys(source.id for source in ground.declared.sources)

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:  # noqa: ARG002 - it stands elsewhere
        """Nothing: the fact's source is cited."""
        self._uncited.pop(fact.source.id, None)
        return iter(())

    def conclude(self) -> Iterator[Finding]:
        """Each source that no fact has named."""
        for name in self._uncited:
            message, hint = f"no fact cites the source '{name}'", "enter what it says, or remove it"
            yield Finding(Subject("source", name), self.ground.sources[name].spot("publisher"), message, hint)


_SOURCE: Final = """\
sources:
  monthly:
    title: A report
    publisher: The Monthly
    published: 2016-05
"""

_FACT: Final = """\
facts:
  - id: us-iraq-2016-05
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-05
    status: actual
    basis: press
    source: monthly
    locator: table 1
"""

RULE: Final = Rule(
    code="F307",
    name="a source that nobody cites",
    reason=("It was read and nothing was entered, or its facts name another source."),
    fix="Enter what it says, or remove it. Where it says nothing for the base, acknowledge that.",
    bad=_SOURCE,
    good=_SOURCE + _FACT,
    severity="warning",
    judge=SourcesNotCited,
)
