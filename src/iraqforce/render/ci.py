"""What `check` and `verify` found, for the services that show it beside the lines of a change.

GitHub's workflow commands, and SARIF 2.1.0, the standard format for findings (OASIS, "Static Analysis Results
Interchange Format Version 2.1.0").
"""

import os
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from iraqforce import __version__
from iraqforce.lint.linter import CheckResult
from iraqforce.lint.rules import Rule, all_rules
from iraqforce.loading.locations import given
from iraqforce.model.positions import TextPlace
from iraqforce.pages.check import comparison, summary_words
from iraqforce.pages.verify import badge
from iraqforce.pages.verify import summary_words as verdict_words
from iraqforce.problems import Problem
from iraqforce.queries.verification import FAILED, OPEN, Claim, Verification
from iraqforce.text.characters import visible

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def github_text_of_claims(result: Verification) -> str:
    """The workflow commands, one line per claim that fails or is open, and a notice of the summary."""
    lines = [_of_claim(each) for each in result.claims if each.verdict in FAILED | OPEN]
    return "".join(f"{line}\n" for line in (*lines, f"::notice::{_escaped(verdict_words(result))}"))


def _of_claim(claim: Claim) -> str:
    severity = "error" if claim.verdict in FAILED else "warning"
    suggested = f"\nSuggested: {claim.suggestion}" if claim.suggestion else ""
    message = f"“{claim.words}”: {claim.why}{suggested}"
    return _line(severity, claim.at, len(claim.words), badge(claim.verdict).capitalize(), message)


def _line(severity: str, at: TextPlace, width: int, title: str, message: str) -> str:
    file = _escaped(_in_repository(at.path)).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file},line={at.line},col={at.column},endColumn={at.column + width}"
    return f"::{severity} {place},title={title}::{_escaped(message)}"


def github_text(result: CheckResult) -> str:
    """The workflow commands, one line per problem, and a notice of what was checked."""
    lines = [*map(_command, result.problems), f"::notice::{_escaped(summary_words(result))}"]
    return "".join(f"{line}\n" for line in lines)


def _command(problem: Problem) -> str:
    related = problem.related
    parts = [
        problem.message,
        *(f"{marked.label}: {marked.text}" for marked in comparison(problem.nearest)),
        f"{related.path}:{related.line}:{related.column}" if related else "",
        problem.hint,
    ]
    message = "\n".join(part for part in parts if part)
    return _line(problem.severity, problem.at, problem.width, problem.code, message)


def _escaped(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def sarif(result: CheckResult) -> dict[str, Any]:
    """The SARIF log of one run, as JSON data."""
    rules = all_rules()
    driver = {"name": "iraqforce", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers[problem.code]) for problem in result.problems],
        "properties": {"summary": summary_words(result), "ok": result.ok},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"{rule.fix}\n\nIncorrect:\n\n{rule.bad}\nCorrect:\n\n{rule.good}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(problem: Problem, rule_number: int) -> dict[str, Any]:
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    found: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule_number,
        "level": problem.severity,
        "message": {"text": message},
        "locations": [_location(problem.at, problem.excerpt, problem.width)],
    }
    base, nearest = problem.at.path, problem.nearest
    if nearest is not None:
        words = f"'{nearest.source}' has these words" if nearest.source else "closest match"
        place = _location(_in_article(base, nearest.at), nearest.text)
        found["relatedLocations"] = [{**place, "message": {"text": words}}]
    elif problem.related is not None:
        found["relatedLocations"] = [_location(_in_article(base, problem.related))]
    return found


def _in_article(base: str, at: TextPlace) -> TextPlace:
    """The place with a path like that of the base: absolute, or relative to the working folder."""
    path = Path(given(base).folder) / at.path
    return at._replace(path=str(path) if Path(base).is_absolute() else os.path.relpath(path))


def _in_repository(path: str) -> str:
    """The path relative to the root of the repository that the file is in; else the path as it is.

    The root is the nearest folder above the file that has `.git`, a folder or, in a worktree, a file.
    """
    try:
        file = Path(path).parent.resolve() / Path(path).name
        folders = file.parents if file.exists() else ()
        root = next((folder for folder in folders if (folder / ".git").exists()), None)
    except (OSError, ValueError):
        return path
    return path if root is None else file.relative_to(root).as_posix()


def _location(at: TextPlace, excerpt: str = "", width: int = 0) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": at.line, "startColumn": at.column}
    if width:
        region["endColumn"] = at.column + width
    if excerpt:
        region["snippet"] = {"text": excerpt}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(_in_repository(at.path))}, "region": region}
    }


def _uri(shown: str) -> str:
    """The path as a URI reference: a relative one if the path is, else with the scheme `file`."""
    path = PurePath(shown)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
