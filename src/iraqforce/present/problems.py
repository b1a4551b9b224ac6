"""Problems of a base, for every command that meets one: as JSON objects, and as excerpts for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.present.page import Excerpt, Marked
from iraqforce.present.records import place_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.present.view import Record
    from iraqforce.problems import Lookalike, Problem


def problem_record(problem: Problem) -> Record:
    """A problem with its place: line and column count from 1."""
    alike = problem.lookalike
    return {
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "excerpt": problem.excerpt,
        "hint": problem.hint,
        "verdict": verdict(problem),
        "nearest": None
        if alike is None
        else {
            **place_record(alike.at),
            "source": alike.elsewhere,
            "text": alike.passage,
            "differences": [list(mark) for mark in alike.marks],
            "quote_differences": [list(mark) for mark in alike.quote_marks],
        },
        "related": None if problem.related is None else place_record(problem.related),
    }


def verdict(problem: Problem) -> str | None:
    """For a quote that was not found: `elsewhere` where another source has its words, else `absent`."""
    if problem.code != "F202":
        return None
    return "elsewhere" if problem.lookalike and problem.lookalike.elsewhere else "absent"


def problem_blocks(problems: Iterable[Problem]) -> Iterator[Excerpt]:
    """Each problem with its line, as `path:line:column: code message`."""
    for problem in problems:
        at = problem.at
        severity = "warning: " if problem.severity == "warning" else ""
        message = f"{at.path}:{at.line}:{at.column}: {problem.code} {severity}{problem.message}"
        mark = (at.column - 1, at.column - 1 + problem.width)
        line = Marked("", problem.excerpt, (mark,))
        yield Excerpt(message, line, tuple(comparison(problem.lookalike)), problem.hint)


def comparison(alike: Lookalike | None) -> Iterator[Marked]:
    """The words to compare with those of a quote that was not found, each text under its label."""
    if alike is None:
        return
    place = f"{alike.at.path}:{alike.at.line}:{alike.at.column}"
    if alike.elsewhere:
        yield Marked(f"it stands at {place}", alike.passage)
        return
    if alike.quote_marks:
        yield Marked("the quote has", alike.quote, alike.quote_marks)
    yield Marked(f"the nearest words, at {place}", alike.passage, alike.marks)
