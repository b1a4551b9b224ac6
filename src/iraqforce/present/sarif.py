"""What checking found, as a SARIF 2.1.0 log: the form in which code hosts and editors take findings.

The standard is OASIS's "Static Analysis Results Interchange Format Version 2.1.0".
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from iraqforce import __version__
from iraqforce.locations import given
from iraqforce.present.check import CheckView
from iraqforce.rules import RULES, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import TextPlace
    from iraqforce.present.view import Json, Record
    from iraqforce.problems import Lookalike, Problem
    from iraqforce.rules.rule import Rule

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NUMBERS: Final = {code: number for number, code in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class SarifView(CheckView):
    """A check whose JSON object is a SARIF log of one run."""

    def record(self) -> Record:
        """The log."""
        driver: Record = {
            "name": "iraqforce",
            "version": __version__,
            "rules": [_rule(rule) for rule in rules()],
        }
        run: Record = {
            "tool": {"driver": driver},
            "invocations": [{"executionSuccessful": True}],
            "columnKind": "unicodeCodePoints",
            "results": [_result(problem) for problem in self.problems],
            "properties": {"summary": self.summary, "ok": self.ok},
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}

    def lines(self) -> Iterator[Record]:
        """The log on one line."""
        yield self.record()


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in RULES[rule.code].split("_")),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"{rule.fix}\n\nTold:\n\n{rule.bad}\nMended:\n\n{rule.good}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem) -> Record:
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    found: Record = {
        "ruleId": problem.code,
        "ruleIndex": _NUMBERS[problem.code],
        "level": problem.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(problem.at, problem.width, problem.excerpt)}],
    }
    if problem.lookalike is not None:
        found["relatedLocations"] = [_compared(problem, problem.lookalike)]
    elif problem.related is not None:
        at = problem.related._replace(path=_stored(problem.at.path, problem.related.path))
        found["relatedLocations"] = [{"physicalLocation": _location(at, 0, "")}]
    return found


def _compared(problem: Problem, alike: Lookalike) -> Record:
    """The passage to compare with a quote that was not found, in its article."""
    at = alike.at._replace(path=_stored(problem.at.path, alike.at.path))
    words = f"'{alike.elsewhere}' has these words" if alike.elsewhere else "the nearest words"
    return {"physicalLocation": _location(at, 0, alike.passage), "message": {"text": words}}


def _stored(base: str, article: str) -> str:
    """The path of an article of the base, as that of the base is: absolute or from where we work."""
    path = Path(given(base).folder) / article
    return str(path) if Path(base).is_absolute() else os.path.relpath(path)


def _location(at: TextPlace, width: int, excerpt: str) -> Record:
    region: dict[str, Json] = {"startLine": at.line, "startColumn": at.column}
    if width:
        region["endColumn"] = at.column + width
    if excerpt:
        region["snippet"] = {"text": excerpt}
    return {"artifactLocation": {"uri": _uri(at.path)}, "region": region}


def _uri(shown: str) -> str:
    """The path as a URI reference: relative where it is, else with the scheme `file`."""
    path = PurePath(shown)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
