"""What can be wrong with a fact base: one problem, where it stands, and what mends it."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from iraqforce.errors import BaseError
from iraqforce.facts import TextPlace
from iraqforce.locations import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.locations import BaseFile

Severity = Literal["error", "warning"]
"""A base with an error answers nothing; a warning is for its curator to look at."""


class Lookalike(NamedTuple):
    """For a quote that is not in its article: where else it stands, or the passage most like it.

    `elsewhere` is the source whose article has these very words, None where none has: then `passage` is the
    nearest in the fact's own article, `at` where it begins, and the marks are the pieces that differ, each
    as start and end in characters.
    """

    elsewhere: str | None
    at: TextPlace
    passage: str
    marks: tuple[tuple[int, int], ...] = ()
    quote: str = ""
    quote_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place. `excerpt` is the line of the file there, `width` what to underline.

    `related` is a place in an article that it is about.
    """

    at: TextPlace
    code: str
    message: str
    hint: str
    excerpt: str = ""
    width: int = 1
    severity: Severity = "error"
    lookalike: Lookalike | None = None
    related: TextPlace | None = None

    @property
    def order(self) -> tuple[str, int, int, str, int, int, str]:
        """The key that sorts problems by file, line, column, code, then the place in an article."""
        line, column = (self.related.line, self.related.column) if self.related else (0, 0)
        return self.at.path, self.at.line, self.at.column, self.code, line, column, self.message


class _Node(Protocol):
    """Anything in a file that knows its place; a scalar also knows its `width`."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def width(self) -> int: ...


def at_node(path: str, node: _Node, code: str, message: str, hint: str) -> Problem:
    """A problem at a node of the file at `path`."""
    return Problem(TextPlace(path, node.line, node.column), code, message, hint, width=node.width)


@dataclass(frozen=True, slots=True)
class Tally:
    """What checking has done, so that nothing checked is never taken for success."""

    facts: int = 0
    exact: int = 0
    typographic: int = 0
    elsewhere: int = 0
    absent: int = 0
    cited: int = 0
    counts: int = 0
    articles: int = 0
    changed: int = 0

    def plus(self, other: Tally) -> Tally:
        """What both have done."""
        return Tally(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))


class InvalidBaseError(BaseError):
    """A base with problems: all of them, sorted."""

    code = "invalid-base"

    def __init__(self, problems: tuple[Problem, ...], asked: Sequence[BaseFile]) -> None:
        self.problems = problems
        number = len(self.problems)
        paths = sorted({problem.at.path for problem in self.problems})
        super().__init__(
            f"{', '.join(paths)} has {number} problem{'' if number == 1 else 's'}",
            hint=f"mend the base; `iraqforce check {options(asked)}` shows its problems at any time",
        )
