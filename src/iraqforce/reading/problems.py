"""What can be wrong with a fact base: one problem, where it stands, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from iraqforce.errors import BaseError
from iraqforce.facts import TextPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.locations import BaseFile

CODES: Final[dict[str, str]] = {
    "F002": "the file is not UTF-8",
    "F003": "the file is not YAML, or uses more of it than a fact base may",
    "F004": "the file is empty",
    "F005": "a key is given twice",
    "F101": "an unknown key",
    "F102": "a missing key",
    "F103": "a value of the wrong type",
    "F104": "not a date",
    "F105": "not a count",
    "F106": "not one of the choices",
    "F107": "not well formed",
    "F108": "keys that do not belong together",
    "F111": "an id given twice",
    "F112": "a reference to nothing",
    "F113": "a circle of places or of forces",
    "F201": "a stored article that cannot be read",
    "F202": "a quote that is not in its article",
    "F203": "a count that is not in its quote",
    "F204": "a stored article that has changed",
    "F205": "a stored article outside the base's folder",
}
"""Every code there is, with what it means. A code never changes its meaning."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place. `excerpt` is the line of the file there, `width` what to underline."""

    at: TextPlace
    code: str
    message: str
    hint: str
    excerpt: str = ""
    width: int = 1

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key that sorts problems by file, line, column, then code."""
        return self.at.path, self.at.line, self.at.column, self.code, self.message


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


def with_excerpts(problems: Iterable[Problem], files: Iterable[BaseFile]) -> Iterator[Problem]:
    """The problems, each with the line of its file; the files are read again for those lines alone."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.at.path, []).append(problem)
    for file in files:
        wanted = by_path.pop(file.shown, [])
        lines = _lines(file, {problem.at.line for problem in wanted}) if wanted else {}
        yield from (replace(problem, excerpt=lines.get(problem.at.line, "")) for problem in wanted)


def _lines(file: BaseFile, numbers: set[int]) -> dict[int, str]:
    with Path(file.path).open(encoding="utf-8-sig", errors="replace", newline="\n") as stream:
        found = ((number, line) for number, line in enumerate(stream, 1) if number in numbers)
        return {number: line.rstrip("\r\n")[:_LONGEST] for number, line in found}


_LONGEST: Final = 10_000
"""Characters of a line that are shown; a line of JSON may be longer than anybody reads."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What checking has done, so that nothing checked is never taken for success."""

    facts: int = 0
    exact: int = 0
    typographic: int = 0
    missing: int = 0
    cited: int = 0
    counts: int = 0
    articles: int = 0


class InvalidBaseError(BaseError):
    """A base with problems: all of them, sorted."""

    code = "invalid-base"

    def __init__(self, problems: tuple[Problem, ...], asked: Iterable[BaseFile]) -> None:
        self.problems = problems
        command = " ".join(["iraqforce check", *(f"--facts {file.shown}" for file in asked if file.given)])
        number = len(self.problems)
        paths = sorted({problem.at.path for problem in self.problems})
        super().__init__(
            f"{', '.join(paths)} has {number} problem{'' if number == 1 else 's'}",
            hint=f"mend the base; `{command}` shows its problems at any time",
        )
