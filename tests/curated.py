"""Bases as text for the tests of rules: a test writes facts and an article, and asks what is told of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from iraqforce.locations import given
from iraqforce.problems import Problem
from iraqforce.reading.base import Inspection, inspect
from iraqforce.rules import RULES

PAPER = "articles/paper.txt"
START = """\
name: curated
title: A base for one test
forces:
  us:
    name: U.S. troops
  marines:
    name: U.S. Marines
    part_of: us
places:
  region:
    name: the region
  iraq:
    name: Iraq
    within: region
  anbar:
    name: Anbar
    within: iraq
  ramadi:
    name: Ramadi
    within: anbar
definitions:
  with-temporary:
    text: counts “temporary” troops too
    words: [temporary]
  without-temporary:
    text: leaves out “temporary” troops
    words: [temporary]
  combat:
    text: counts forces in a combat role only
    covers: part
    words: [combat troops, combat]
  combat-support:
    text: counts those who support combat forces
    covers: part
    words: [combat support]
sources:
  paper:
    title: A report
    publisher: The Paper
    published: 2018
SOURCE  yearbook:
    title: A report
    publisher: The Yearbook
    published: 2018
  almanac:
    title: A report
    publisher: The Almanac
    published: 2018
facts:
"""


def fact(name: str, count: str = "", as_of: str = "2016-03-25", **others: str) -> str:
    """A fact in YAML: a level of U.S. troops in Iraq in the yearbook, but for `others`.

    With a quote it is one of the paper; an empty text leaves a key out.
    """
    known = {"kind": "level", "force": "us", "place": "iraq", "status": "actual", "basis": "press"}
    where = {"source": "paper"} if "quote" in others else {"source": "yearbook", "locator": f"the {name}"}
    values = {**known, "count": count, "as_of": as_of, **where, **others}
    lines = [f"id: {name}", *(f"{key}: {value}" for key, value in values.items() if value)]
    return "  - " + "\n    ".join(lines) + "\n"


def accepting(*rules: str) -> str:
    """The value of `accepts` for those rules, in YAML."""
    return f"[{', '.join(f'{{rule: {rule}, because: it is so}}' for rule in rules)}]"


def inspected(
    folder: Path,
    *facts: str,
    article: str = "",
    codes: Iterable[str] = RULES,
    change: tuple[str, str] = ("", ""),
) -> Inspection:
    """The inspection of a base of these facts, and of `article` as the paper's, with some words replaced."""
    stored = ""
    if article:
        (folder / PAPER).parent.mkdir(exist_ok=True)
        (folder / PAPER).write_text(article, encoding="utf-8", newline="")
        digest = hashlib.sha256(article.encode()).hexdigest()
        stored = f"    text: {PAPER}\n    sha256: {digest}\n"
    text = (START.replace("SOURCE", stored) + "".join(facts)).replace(*change)
    (folder / "facts.yaml").write_text(text, encoding="utf-8")
    return inspect([given(str(folder / "facts.yaml"))], codes=codes)


def told(folder: Path, code: str, *facts: str, article: str = "") -> list[Problem]:
    """What the rule of that code tells of the facts; none of them is wrong in any way that is an error."""
    inspection = inspected(folder, *facts, article=article, codes=[code])
    assert [each for each in inspection.problems if each.code != code] == []
    return list(inspection.problems)


def messages(folder: Path, code: str, *facts: str, article: str = "") -> list[str]:
    """The messages of what the rule tells."""
    return [problem.message for problem in told(folder, code, *facts, article=article)]


def line_of(folder: Path, words: str) -> int:
    """The line of the base on which these words stand, which are nowhere else in it."""
    lines = (folder / "facts.yaml").read_text(encoding="utf-8").split("\n")
    (found,) = [number for number, line in enumerate(lines, 1) if words in line]
    return found
