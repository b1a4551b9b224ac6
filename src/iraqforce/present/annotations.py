"""What checking found, as the workflow commands that GitHub shows beside the lines of a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iraqforce.present.check import CheckView
from iraqforce.present.page import Verbatim
from iraqforce.present.problems import comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.page import Block
    from iraqforce.problems import Problem


@dataclass(frozen=True, slots=True)
class AnnotationsView(CheckView):
    """A check whose page is workflow commands: one line a problem, and a notice of what was done."""

    def page(self) -> Iterator[Block]:
        """The commands, as GitHub's documentation of workflow commands has them."""
        lines = [_command(problem) for problem in self.problems]
        yield Verbatim("".join(f"{line}\n" for line in [*lines, f"::notice::{_data(self.summary)}"]))


def _command(problem: Problem) -> str:
    at = problem.at
    properties = {
        "file": at.path,
        "line": str(at.line),
        "col": str(at.column),
        "endColumn": str(at.column + problem.width),
        "title": problem.code,
    }
    compared = [f"{marked.label}: {marked.text}" for marked in comparison(problem.lookalike)]
    place = problem.related
    where = [f"{place.path}:{place.line}:{place.column}"] if place else []
    message = "\n".join(part for part in (problem.message, *compared, *where, problem.hint) if part)
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
