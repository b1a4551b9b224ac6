"""What a rule is: its code, its reason, an example that breaks it and the same mended, and how it judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iraqforce.checked import Declared
    from iraqforce.facts import Fact, TextPlace
    from iraqforce.mentions.counting import NumberMention
    from iraqforce.problems import Severity


class Spot(NamedTuple):
    """A place in a base's file, and how many characters to underline there."""

    at: TextPlace
    width: int


class Located(Protocol):
    """A record that knows where each of its values is written."""

    def spot(self, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` stands, or the last thing on the way that exists."""
        ...


class Subject(NamedTuple):
    """The record that a finding is about: it may hold an acknowledgement."""

    noun: Literal["fact", "source"]
    id: str


class Finding(NamedTuple):
    """What a judge found: about which record, where, what is wrong, and what mends it.

    What is found in an article has its own `words`, which an acknowledgement must name, and its own place.
    """

    about: Subject
    at: Spot
    message: str
    hint: str
    words: str | None = None
    related: TextPlace | None = None


class Ground:
    """What a judge knows before it sees a fact: what the base declares, and where its sources are written."""

    def __init__(self, declared: Declared, sources: Mapping[str, Located]) -> None:
        self.declared = declared
        self.sources = sources
        self._numbers: dict[str, list[NumberMention]] = {}

    def numbers(self, source: str) -> list[NumberMention]:
        """The numbers that the source's article mentions; they are looked for once. Raises KeyError."""
        if source not in self._numbers:
            # Imported by what asks for it: a base is answered from without any number being looked for.
            from iraqforce.mentions.counting import numbers

            self._numbers[source] = list(numbers(self.declared.articles[source]))
        return self._numbers[source]


class Judge:
    """Looks at checked facts, one after the other, and tells what it finds at once or at the end.

    It keeps no more of a fact than it needs: a base may be long.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def look(self, fact: Fact, written: Located) -> Iterable[Finding]:  # noqa: ARG002 - for those that look
        """What the fact alone shows to be wrong."""
        return ()

    def conclude(self) -> Iterable[Finding]:
        """What shows only when every fact has been seen."""
        return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `bad` and `good` are parts of a base: they are merged with the one in `example`.

    `judge` is None where reading itself finds what the rule is about, or the linter.
    """

    code: str
    name: str
    reason: str
    fix: str
    bad: str
    good: str
    severity: Severity = "error"
    judge: type[Judge] | None = None

    @property
    def acceptable(self) -> bool:
        """True where a base may acknowledge it: what the words of a source prove cannot be argued away."""
        return self.judge is not None
