"""A user's own program is type-checked against the package: what is right passes, what is wrong does not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

RIGHT = """
import datetime
from pathlib import Path
from typing import assert_type

import iraqforce

with iraqforce.open(Path("facts.yaml"), "more.yaml") as base:
    assert_type(iraqforce.open(base="record"), iraqforce.Base)
    answer = base.level(datetime.date(2021, 12, 9), force="us", max_age=None)
    assert_type(answer, iraqforce.Answer)
    assert_type(answer.value, int | float | None)
    assert_type(answer.evidence, tuple[iraqforce.Fact, ...])
    assert_type(answer.contested, bool)
    assert_type([each.text for each in base.levels(["2016", "2017"])], list[str | None])
    assert_type(base.facts("level", since="2016")[0], iraqforce.Fact)
    count = base.fact("a").count
    assert_type(count, iraqforce.Count | None)
    assert_type(base.source("s").published.first, datetime.date | None)
    assert_type([hit.source.id for hit in base.search("Mosul", kind="event")], list[str])
    found = base.compare("2016", datetime.date(2021, 12, 9)).difference
    assert_type(found.value if found else None, int | float | None)
    assert_type(base.cite("a", style="bibtex").text, str)
    number: int = answer.to_dict()["level"]["value"]
    try:
        base.check()
    except iraqforce.InvalidBaseError as error:
        assert_type(error.problems, tuple[iraqforce.Problem, ...])
        print(error.hint)
"""

WRONG = """
import iraqforce

base = iraqforce.open(1)
base.level(2016)
base.level("2016", "us")
base.facts("levels")
base.cite("a", style="apa")
print(base.level("2016").value + 1)
iraqforce.opens()
iraqforce.open(base="recrod")
"""


def complaints(program: str, folder: Path) -> list[int]:
    """The lines that mypy complains of in the program, as strict as it gets."""
    file = folder / "program.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache", file.name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert not done.stderr
    return [int(line) for line in re.findall(r"^program\.py:(\d+): error", done.stdout, re.MULTILINE)]


def test_a_right_program_passes(tmp_path: Path) -> None:
    assert complaints(RIGHT, tmp_path) == []


def test_each_mistake_of_a_wrong_program_is_told(tmp_path: Path) -> None:
    assert complaints(WRONG, tmp_path) == [4, 5, 6, 7, 8, 9, 10, 11]
