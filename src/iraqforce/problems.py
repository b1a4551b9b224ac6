"""Problems of a fact base: where they are, what is wrong, and how to fix it."""

from collections.abc import Iterable
from typing import Annotated, Final, NamedTuple

from iraqforce.errors import BaseError
from iraqforce.model.choices import Severity
from iraqforce.model.positions import TextPlace

SHOWN: Final = 100
"""The number of problems that are listed; the others are only counted."""

LONGEST: Final = 1000
"""The number of characters of a message that are kept."""

Span = tuple[int, int]
"""A range of characters: its start, and its end (exclusive)."""


class SimilarPassage(NamedTuple):
    """For a quote that was not found: another article that has it, or the most similar passage."""

    source: Annotated[str | None, "The source whose article has these very words, if there is one."]
    at: Annotated[TextPlace, "Where the passage begins."]
    text: Annotated[str, "The passage."]
    differences: Annotated[tuple[Span, ...], "Parts of the passage that are not in the quote."] = ()
    quote: Annotated[str, "The quote; empty if the passage is the same."] = ""
    quote_differences: Annotated[tuple[Span, ...], "Parts of the quote that are not in the passage."] = ()


class Problem(NamedTuple):
    """One problem at one place in a base."""

    at: Annotated[TextPlace, "Where it is."]
    code: Annotated[str, "The code of the rule; `iraqforce check --explain CODE` explains it."]
    message: Annotated[str, "What is wrong."]
    hint: Annotated[str, "How to fix it."]
    excerpt: Annotated[str, "The line of the file."] = ""
    width: Annotated[int, "Number of characters to mark in the line."] = 1
    severity: Annotated[Severity, "Whether the base can be used."] = "error"
    nearest: Annotated[SimilarPassage | None, "For a quote that is not found: the most similar words."] = None
    related: Annotated[TextPlace | None, "A related place in an article."] = None

    @property
    def order(self) -> tuple[str, int, int, str, int, int, str]:
        """The key that sorts problems by file, line, column, code, then the place in an article."""
        line, column = (self.related.line, self.related.column) if self.related else (0, 0)
        return self.at.path, self.at.line, self.at.column, self.code, line, column, self.message


class Problems:
    """Problems as they are found: all are counted, and the first ones by place are kept."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self.count = 0
        self._kept: list[Problem] = []
        self.extend(found)

    def append(self, problem: Problem) -> None:
        """Add one. A long message, which quotes a long text, is cut."""
        self.count += 1
        message = problem.message
        self._kept.append(
            problem if len(message) <= LONGEST else problem._replace(message=f"{message[:LONGEST]}…")
        )
        if len(self._kept) >= 10 * SHOWN:
            self._kept = list(self.first)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several."""
        for problem in problems:
            self.append(problem)

    def include(self, others: "Problems") -> None:
        """Add what others have counted and kept."""
        self.extend(others.first)
        self.count += others.count - len(others.first)

    @property
    def many(self) -> bool:
        """True if there are so many that spelling is not the cause: no suggestions are looked up for more."""
        return self.count > SHOWN

    @property
    def first(self) -> tuple[Problem, ...]:
        """The first ones by place, at most SHOWN, in order."""
        return tuple(sorted(self._kept, key=lambda problem: problem.order)[:SHOWN])


class Checks(NamedTuple):
    """What was checked. A base without facts is never reported as valid."""

    facts: Annotated[int, "Facts that were read."] = 0
    exact: Annotated[int, "Quotes found, character for character."] = 0
    punctuation: Annotated[int, "Quotes found, except for quotation marks, dashes or white space."] = 0
    elsewhere: Annotated[int, "Quotes found only in the article of another source."] = 0
    absent: Annotated[int, "Quotes not found."] = 0
    cited: Annotated[int, "Facts of sources without a stored text, which have no quote to verify."] = 0
    counts: Annotated[int, "Counts that were read in their quotes."] = 0
    articles: Annotated[int, "Stored articles that were read."] = 0
    changed: Annotated[int, "Stored articles whose SHA-256 differs from the base."] = 0

    def plus(self, other: "Checks") -> "Checks":
        """The sums of both."""
        return Checks(*map(sum, zip(self, other, strict=True)))


class ErrorReport(NamedTuple):
    """An error as JSON: one line on standard error if JSON was requested."""

    code: Annotated[
        str, "A stable word for programs: usage, unknown-name, base, invalid-base, output and others."
    ]
    message: Annotated[str, "What is wrong, and where."]
    hint: Annotated[str | None, "The next step."]
    problems: Annotated[
        tuple[Problem, ...], "The first 100 problems of an invalid base; otherwise empty."
    ] = ()
    problem_count: Annotated[int, "The number of all problems of an invalid base; otherwise 0."] = 0


class LineReport(NamedTuple):
    """A line of standard input that is not a date: on standard output, in the place of its answer."""

    line: Annotated[int, "The number of the line."]
    text: Annotated[str, "The text of the line."]
    message: Annotated[str, "What is wrong."]


class InvalidBaseError(BaseError):
    """A base with problems: the first 100, sorted, and how many there are.

    `asked` are the command-line options that name the base.
    """

    code = "invalid-base"

    def __init__(self, problems: tuple[Problem, ...], asked: str, count: int) -> None:
        self.problems = problems
        self.problem_count = count
        paths = sorted({problem.at.path for problem in problems})
        super().__init__(
            f"{', '.join(paths)} has {count:,} problem{'' if count == 1 else 's'}"
            + (f"; the first {len(problems)} are listed" if count > len(problems) else ""),
            hint=f"fix the base, then run `iraqforce check {asked}`",
        )
