"""F306: a definition named in the quote but not in the fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class DefinitionsLeftOut(Judge):
    """A level or a change whose quote has words that name a definition, which the fact does not have."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._named: dict[str, list[str]] = {}
        for definition in ground.declared.definitions:
            for words in definition.words:
                self._named.setdefault(_evened(words), []).append(definition.id)
        self._pattern = _any_of(self._named)

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where its quote names a definition and it has none of that name."""
        if fact.quote is None or fact.kind not in ("level", "change"):
            return
        own, told = fact.definition.id if fact.definition else None, set()
        for match in self._pattern.finditer(_evened(fact.quote)):
            ids = self._named[match.group()]
            if own not in ids and ids[0] not in told:
                told.add(ids[0])
                yield _finding(fact, written, match.group(), ids)


def _finding(fact: Fact, written: Located, words: str, ids: list[str]) -> Finding:
    definition = (
        f"the fact's definition is '{fact.definition.id}'" if fact.definition else "the fact has none"
    )
    message = f"the quote has '{words}', which names a definition, and {definition}"
    choices = " or ".join(f"'definition: {each}'" for each in ids)
    hint = f"write {choices}, or, where it names nothing that is counted, accept F306 and say why"
    return Finding(Subject("fact", fact.id), written.spot("quote"), message, hint)


def _evened(text: str) -> str:
    return " ".join(text.split()).casefold()


def _any_of(named: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these words where they stand whole: in `non-combat forces` there are no combat forces.

    Of words within others the longer are taken: where one definition is of combat and another of combat
    support, the second is not the first.
    """
    words = "|".join(re.escape(each) for each in sorted(named, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-‐‑])(?:{words})(?![\w\-‐‑])" if words else r"(?!)")


_COMBAT: Final = """\
sources:
  quarterly:
    publisher: The Quarterly
    published: 2016-05-02
    text: articles/quarterly.txt
    sha256: 1a94ebf8441e6f1c4fbd3a9377fbacaf44e448562cd525bc86cb4da4e7e58079
facts:
  - id: us-anbar-2016-05-02
    kind: level
    force: us
    place: anbar
    count: 90
    as_of: 2016-05-02
    status: actual
    basis: official
    definition: combat
    stated_by: A colonel
    source: quarterly
    quote: 90 combat troops are in Anbar
"""

RULE: Final = Rule(
    code="F306",
    name="a definition named in the quote but not in the fact",
    reason=(
        "A number of combat troops that stands in a base as a number of troops answers the wrong question."
    ),
    fix="Give the fact the definition that its words name; where they name something else, acknowledge it.",
    bad=_COMBAT.replace("    definition: combat\n", ""),
    good=_COMBAT,
    severity="warning",
    judge=DefinitionsLeftOut,
)
