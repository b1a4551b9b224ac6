"""The lines of a base's files that its problems stand on, read again for those lines alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.locations import BaseFile
    from iraqforce.problems import Problem


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
