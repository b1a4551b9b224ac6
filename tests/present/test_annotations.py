"""The workflow commands that GitHub reads: one line a problem, with all escaped that it would misread."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import fact, inspected
from iraqforce.facts import TextPlace
from iraqforce.present.annotations import AnnotationsView
from iraqforce.present.page import Verbatim
from iraqforce.problems import Lookalike, Problem, Severity, Tally
from iraqforce.reading.base import Inspection


def commands(*problems: Problem) -> list[str]:
    """The lines that are printed for a base of one fact with these problems."""
    view = AnnotationsView((Inspection(Tally(facts=1), problems, None, ()),))
    (block,) = view.page()
    assert isinstance(block, Verbatim)
    *lines, notice, end = block.text.split("\n")
    assert (notice[:10], end) == ("::notice::", "")
    return lines


def problem(path: str = "facts.yaml", message: str = "a message", severity: Severity = "error") -> Problem:
    return Problem(TextPlace(path, 3, 5), "F203", message, "a hint", width=4, severity=severity)


def test_a_problem_is_one_command_with_its_place() -> None:
    assert commands(problem()) == [
        "::error file=facts.yaml,line=3,col=5,endColumn=9,title=F203::a message%0Aa hint"
    ]


def test_a_warning_is_a_warning() -> None:
    (line,) = commands(problem(severity="warning"))
    assert line.startswith("::warning file=")


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("a folder/facts.yaml", "a folder/facts.yaml"),
        ("100%/facts.yaml", "100%25/facts.yaml"),
        ("a,b/c:d.yaml", "a%2Cb/c%3Ad.yaml"),
        ("%2C.yaml", "%252C.yaml"),
        ("two\nlines.yaml", "two%0Alines.yaml"),
        ("naïve/北京.yaml", "naïve/北京.yaml"),
    ],
)
def test_a_path_keeps_to_its_property(path: str, escaped: str) -> None:
    (line,) = commands(problem(path))
    assert line.startswith(f"::error file={escaped},line=3,")


def test_a_message_keeps_its_commas_and_colons_and_loses_no_line() -> None:
    (line,) = commands(problem(message="100%: 3,800\r\nand ::error::"))
    assert line.endswith("::100%25: 3,800%0D%0Aand ::error::%0Aa hint")


def test_words_to_compare_with_a_quote_stand_between_message_and_hint() -> None:
    alike = Lookalike(None, TextPlace("a.txt", 1, 2), "217 troops", ((0, 3),), "218 troops", ((0, 3),))
    absent = Problem(TextPlace("f", 1, 1), "F202", "not there", "copy it", lookalike=alike)
    (line,) = commands(absent)
    assert line.split("::")[-1].split("%0A") == [
        "not there",
        "the quote has: 218 troops",
        "the nearest words, at a.txt:1:2: 217 troops",
        "copy it",
    ]


def test_the_notice_says_what_was_done(tmp_path: Path) -> None:
    view = AnnotationsView((inspected(tmp_path, fact("one", "217", quote="217 went"), article="217 went"),))
    (block,) = view.page()
    assert isinstance(block, Verbatim)
    notice = "1 fact: 1 quote (1 exact), 1 count read in its quote, 1 article unchanged."
    assert block.text.endswith(f"::notice::{notice}\n")
