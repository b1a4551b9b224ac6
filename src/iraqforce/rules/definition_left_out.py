"""F306: a definition named in the quote but not in the fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class DefinitionsLeftOut(Judge):
    """A level or a change whose quote has words that name a definition, which the fact does not have."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        named: dict[str, list[str]] = {}
        for definition in ground.declared.definitions:
            for words in definition.words:
                named.setdefault(words, []).append(definition.id)
        self._named = [
            (words, tuple(ids), re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE))
            for words, ids in named.items()
        ]

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where its quote names a definition and it has none of that name."""
        if fact.quote is None or fact.kind not in ("level", "change"):
            return
        own = fact.definition.id if fact.definition else None
        for words, ids, pattern in self._named:
            if own not in ids and pattern.search(fact.quote):
                message = f"the quote has '{words}', and the fact does not say which definition that means"
                hint = f"add 'definition: {' or '.join(ids)}', or correct the quote"
                yield Finding(Subject("fact", fact.id), written.spot("quote"), message, hint)


RULE: Final = Rule(
    code="F306",
    name="a definition named in the quote but not in the fact",
    reason=(
        "A number of combat troops that stands in a base as a number of troops answers the wrong question."
    ),
    fix="Give the fact the definition that its words name; where they name something else, acknowledge it.",
    bad="""\
facts:
  - id: us-iraq-2016-04-18-roles
    kind: change
    force: us
    place: iraq
    count: 300
    as_of: 2016-04-18
    status: planned
    basis: official
    source: daily
    quote: 300 of all these troops are in “combat” roles
    direction: increase
""",
    good="""\
facts:
  - id: us-iraq-2016-04-18-roles
    kind: change
    force: us
    place: iraq
    count: 300
    as_of: 2016-04-18
    status: planned
    basis: official
    definition: combat
    source: daily
    quote: 300 of all these troops are in “combat” roles
    direction: increase
""",
    severity="warning",
    judge=DefinitionsLeftOut,
)
