"""What checking a base found: every problem with its place, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Excerpt, Heading, Paragraph
from iraqforce.present.view import Table
from iraqforce.present.words import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.reading.base import Inspection
    from iraqforce.reading.problems import Problem, Tally

COLUMNS: Final = ("path", "line", "column", "code", "message", "excerpt", "hint")


@dataclass(frozen=True, slots=True)
class CheckView:
    """An inspection of a base."""

    inspection: Inspection

    @property
    def ok(self) -> bool:
        """True where something was checked and nothing is wrong: nothing checked is no success."""
        return not self.inspection.problems and self.inspection.tally.facts > 0

    def record(self) -> Record:
        """`iraqforce.check/1`."""
        tally = self.inspection.tally
        return {
            "schema": "iraqforce.check/1",
            "ok": self.ok,
            "summary": {
                "facts": tally.facts,
                "quotes": {"exact": tally.exact, "typographic": tally.typographic, "missing": tally.missing},
                "cited": tally.cited,
                "counts": tally.counts,
                "articles": tally.articles,
            },
            "problems": [problem_record(problem) for problem in self.inspection.problems],
        }

    def lines(self) -> Iterator[Record]:
        """One problem is one line."""
        for problem in self.inspection.problems:
            yield {"schema": "iraqforce.problem/1", **problem_record(problem)}

    def table(self) -> Table:
        """One problem is one row."""
        rows = [
            (each.at.path, each.at.line, each.at.column, each.code, each.message, each.excerpt, each.hint)
            for each in self.inspection.problems
        ]
        return Table(COLUMNS, rows)

    def page(self) -> Iterator[Block]:
        """The page for people."""
        yield from problem_blocks(self.inspection.problems)
        problems = len(self.inspection.problems)
        if problems:
            yield Heading(number_of(problems, "problem"), "NOT VALID", "bad")
        elif self.ok:
            yield Heading("No problem", "VALID", "good")
        else:
            yield Heading("Nothing to check: the base has no facts", "NOT VALID", "bad")
        yield Paragraph(_summary(self.inspection.tally))


def problem_record(problem: Problem) -> Record:
    """A problem with its place: line and column count from 1."""
    return {
        "path": problem.at.path,
        "line": problem.at.line,
        "column": problem.at.column,
        "code": problem.code,
        "message": problem.message,
        "excerpt": problem.excerpt,
        "hint": problem.hint,
    }


def problem_blocks(problems: Iterable[Problem]) -> Iterator[Excerpt]:
    """Each problem with its line, as `path:line:column: code message`."""
    for problem in problems:
        at = problem.at
        message = f"{at.path}:{at.line}:{at.column}: {problem.code} {problem.message}"
        yield Excerpt(message, problem.excerpt, at.column, problem.width, problem.hint)


def _summary(tally: Tally) -> str:
    quotes = tally.exact + tally.typographic
    parts = [
        f"{number_of(tally.facts, 'fact')}: {number_of(quotes, 'quote')} found"
        f" ({tally.exact} exact, {tally.typographic} typographic)",
        f"{tally.missing} missing",
        f"{tally.cited} cited without a text",
        f"{number_of(tally.counts, 'count')} read in their quotes",
        f"{number_of(tally.articles, 'article')} read",
    ]
    return ", ".join(parts) + "."
