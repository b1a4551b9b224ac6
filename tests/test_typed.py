"""A user's own program is type-checked against the package: what is right passes, what is wrong does not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """
import datetime
from pathlib import Path
from typing import assert_type

import iraqforce

base = iraqforce.open(Path("facts.yaml"), "more.yaml", "record")
assert_type(base, iraqforce.Base)
answer = base.level(datetime.date(2021, 12, 9), force="us", max_age=None)
assert_type(answer, iraqforce.Answer)
assert_type(answer.value, int | float | None)
class Month:  # as a Period of pandas
    start_time, end_time = datetime.datetime(2016, 3, 1), datetime.datetime(2016, 3, 31)
assert_type(base.level(Month()), iraqforce.Answer)
assert_type(answer.level.value, int | float | None)
assert_type(base.level("2021-12").level.text, str | None)
assert_type(answer.evidence, tuple[iraqforce.Fact, ...])
assert_type(answer.contested, bool)
assert_type([each.value for each in base.levels(["2016", "2017"])], list[int | float | None])
assert_type(base.facts("level", since="2016")[0], iraqforce.Fact)
count = base.fact("a").count
assert_type(count, iraqforce.Count | None)
assert_type(base.source("s").published.first, datetime.date | None)
assert_type([hit.source for hit in base.search("Mosul", kind="event").hits], list[str])
found = base.compare("2016", datetime.date(2021, 12, 9)).overall.difference
assert_type(found.value if found else None, int | float | None)
assert_type(base.cite("a", style="bibtex").document, str)
assert_type(base.chart(axis="log"), iraqforce.Chart)
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
base.chart(axis="cubic")
"""


@pytest.mark.parametrize(("program", "wrong_lines"), [(RIGHT, []), (WRONG, [4, 5, 6, 7, 8, 9, 10, 11])])
def test_mypy_as_strict_as_it_gets_finds_just_the_mistakes(
    program: str, wrong_lines: list[int], tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=cache", "program.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not done.stderr
    found = re.findall(r"^program\.py:(\d+): error", done.stdout, re.MULTILINE)
    assert [int(line) for line in found] == wrong_lines
