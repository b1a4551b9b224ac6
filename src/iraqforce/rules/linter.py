"""The judges of a base at work: findings become problems, but for those that the base acknowledges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.problems import Problem
from iraqforce.rules import RULES, rules
from iraqforce.rules.idle_acknowledgement import RULE as IDLE
from iraqforce.rules.rule import Spot, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.facts import Accept, Fact
    from iraqforce.problems import Severity
    from iraqforce.rules.rule import Finding, Ground, Judge, Located


class _Key(NamedTuple):
    """What is acknowledged: a rule at a record, and the words that it is about, where the rule has any."""

    about: Subject
    rule: str
    words: str | None = None


class Linter:
    """Shows every fact to the judges of `codes`, and tells what they find and the base does not acknowledge.

    Only with every judge at work is it known that an acknowledgement silences nothing.
    """

    def __init__(self, ground: Ground, codes: Iterable[str] = RULES) -> None:
        chosen = [each for each in rules(codes) if each.judge is not None]
        self._judges: list[tuple[str, Severity, Judge]] = [
            (each.code, each.severity, each.judge(ground)) for each in chosen if each.judge is not None
        ]
        self._whole = IDLE.code in codes
        self._acknowledged: dict[_Key, Spot] = {}
        self._used: set[_Key] = set()
        self._repeated: list[tuple[_Key, Spot]] = []
        for source in ground.declared.sources:
            self._acknowledge(Subject("source", source.id), source.accepts, ground.sources[source.id])

    def look(self, fact: Fact, written: Located) -> Iterator[Problem]:
        """The problems that the fact alone shows."""
        self._acknowledge(Subject("fact", fact.id), fact.accepts, written)
        for code, severity, judge in self._judges:
            yield from self._problems(judge.look(fact, written), code, severity)

    def conclude(self) -> Iterator[Problem]:
        """The problems that show only when every fact has been seen."""
        for code, severity, judge in self._judges:
            yield from self._problems(judge.conclude(), code, severity)
        if self._whole:
            yield from self._idle()

    def _acknowledge(self, about: Subject, accepts: tuple[Accept, ...], written: Located) -> None:
        for number, each in enumerate(accepts):
            spot = written.spot("accepts", number, "rule")
            for words in each.words or (None,):
                key = _Key(about, each.rule, words)
                if self._acknowledged.setdefault(key, spot) is not spot:
                    self._repeated.append((key, spot))

    def _problems(self, findings: Iterable[Finding], code: str, severity: Severity) -> Iterator[Problem]:
        for about, (at, width), message, hint, words, related in findings:
            key = _Key(about, code, words)
            if key in self._acknowledged:
                self._used.add(key)
            else:
                yield Problem(at, code, message, hint, width=width, severity=severity, related=related)

    def _idle(self) -> Iterator[Problem]:
        for key, spot in self._acknowledged.items():
            if key not in self._used:
                what = f"{key.rule} finds no '{key.words}'" if key.words else f"{key.rule} finds nothing"
                message = f"{what} at the {key.about.noun} '{key.about.id}'"
                yield _idle(spot, message, _idle_hint(key))
        for key, spot in self._repeated:
            what = f"{key.rule} of '{key.words}'" if key.words else key.rule
            message = f"{what} is acknowledged twice at the {key.about.noun} '{key.about.id}'"
            yield _idle(spot, message, "keep one of the two, with the reasons of both")


def _idle_hint(key: _Key) -> str:
    if key.rule == "F308" and key.words is None:
        return "name the numbers that it is about: words: [44]"
    return "remove the acknowledgement: it would silence the next mistake"


def _idle(spot: Spot, message: str, hint: str) -> Problem:
    return Problem(spot.at, IDLE.code, message, hint, width=spot.width, severity=IDLE.severity)
