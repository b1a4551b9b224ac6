"""What checking bases found: every problem with its place, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Heading, Paragraph
from iraqforce.present.problems import problem_blocks, problem_record, verdict
from iraqforce.present.view import Table
from iraqforce.present.words import number_of
from iraqforce.problems import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.page import Block
    from iraqforce.present.view import Record
    from iraqforce.problems import Problem, Severity
    from iraqforce.reading.base import Inspection

COLUMNS: Final = (
    "path",
    "line",
    "column",
    "code",
    "severity",
    "message",
    "excerpt",
    "hint",
    "verdict",
)


@dataclass(frozen=True, slots=True)
class CheckView:
    """Inspections of bases, each of one; `strict` makes a warning count as an error does."""

    inspections: tuple[Inspection, ...]
    strict: bool = False

    @property
    def problems(self) -> list[Problem]:
        """Every problem, sorted."""
        found = [problem for inspection in self.inspections for problem in inspection.problems]
        return sorted(found, key=lambda problem: problem.order)

    @property
    def ok(self) -> bool:
        """True where each base has facts and nothing that counts is wrong: nothing checked is no success."""
        counting = self._number("error") + (self._number("warning") if self.strict else 0)
        return counting == 0 and all(inspection.tally.facts for inspection in self.inspections)

    @property
    def summary(self) -> str:
        """What was done, in a sentence."""
        return summary(self._tally())

    def record(self) -> Record:
        """`iraqforce.check/1`."""
        tally = self._tally()
        return {
            "schema": "iraqforce.check/1",
            "ok": self.ok,
            "strict": self.strict,
            "summary": {
                "facts": tally.facts,
                "quotes": {
                    "exact": tally.exact,
                    "typographic": tally.typographic,
                    "elsewhere": tally.elsewhere,
                    "absent": tally.absent,
                },
                "cited": tally.cited,
                "counts": tally.counts,
                "articles": {"unchanged": tally.articles - tally.changed, "changed": tally.changed},
                "errors": self._number("error"),
                "warnings": self._number("warning"),
            },
            "problems": [problem_record(problem) for problem in self.problems],
        }

    def lines(self) -> Iterator[Record]:
        """One problem is one line."""
        for problem in self.problems:
            yield {"schema": "iraqforce.problem/1", **problem_record(problem)}

    def table(self) -> Table:
        """One problem is one row."""
        return Table(COLUMNS, [_row(problem) for problem in self.problems])

    def page(self) -> Iterator[Block]:
        """The page for people."""
        yield from problem_blocks(self.problems)
        errors, warnings = self._number("error"), self._number("warning")
        told = ((errors, "error"), (warnings, "warning"))
        parts = [number_of(number, severity) for number, severity in told if number]
        found = " and ".join(parts) or "No problem"
        if not self.ok and not parts:
            yield Heading("Nothing to check: the base has no facts", "NOT VALID", "bad")
        elif not self.ok:
            yield Heading(found, "NOT VALID", "bad")
        else:
            yield Heading(found, "VALID", "warning" if warnings else "good")
        yield Paragraph(self.summary)

    def _number(self, severity: Severity) -> int:
        problems = (problem for inspection in self.inspections for problem in inspection.problems)
        return sum(problem.severity == severity for problem in problems)

    def _tally(self) -> Tally:
        return reduce(Tally.plus, (inspection.tally for inspection in self.inspections), Tally())


def summary(tally: Tally) -> str:
    """What was done, in a sentence: `73 facts: 73 quotes (70 exact, 3 typographic), …`."""
    grades = {
        "exact": tally.exact,
        "typographic": tally.typographic,
        "elsewhere": tally.elsewhere,
        "absent": tally.absent,
    }
    told = ", ".join(f"{number:,} {grade}" for grade, number in grades.items() if number)
    quotes = number_of(sum(grades.values()), "quote")
    parts = [
        f"{quotes} ({told})" if told else quotes,
        *([f"{tally.cited:,} cited without a text"] if tally.cited else []),
        f"{number_of(tally.counts, 'count')} read in {'its quote' if tally.counts == 1 else 'their quotes'}",
        f"{number_of(tally.articles - tally.changed, 'article')} unchanged",
        *([f"{tally.changed:,} changed"] if tally.changed else []),
    ]
    return f"{number_of(tally.facts, 'fact')}: {', '.join(parts)}."


def _row(problem: Problem) -> tuple[str | int | None, ...]:
    at = problem.at
    start = (at.path, at.line, at.column, problem.code, problem.severity)
    return (*start, problem.message, problem.excerpt, problem.hint, verdict(problem))
