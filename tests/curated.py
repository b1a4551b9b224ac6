"""Bases as text for tests: a test writes facts and an article, and asks what is found in them."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from iraqforce.lint.linter import CheckResult, check
from iraqforce.loading.locations import given
from iraqforce.problems import Problem

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
  includes-temporary:
    text: counts “temporary” troops too
    words: [temporary]
  excludes-temporary:
    text: leaves out “temporary” troops
    words: [temporary]
  combat:
    text: counts forces in a combat role only
    scope: partial
    words: [combat troops, combat]
  combat-support:
    text: counts those who support combat forces
    scope: partial
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
    """A fact in YAML: a level of U.S. troops in Iraq in the yearbook, except for `others`.

    With a quote it is one of the paper; an empty text leaves a key out.
    """
    known = {"kind": "level", "force": "us", "place": "iraq", "status": "actual", "basis": "press"}
    where = {"source": "paper"} if "quote" in others else {"source": "yearbook", "locator": f"the {name}"}
    values = {**known, "count": count, "as_of": as_of, **where, **others}
    lines = [f"id: {name}", *(f"{key}: {value}" for key, value in values.items() if value)]
    return "  - " + "\n    ".join(lines) + "\n"


def suppressing(*rules: str) -> str:
    """The value of `suppress` for those rules, in YAML."""
    return f"[{', '.join(f'{{rule: {rule}, reason: it is so}}' for rule in rules)}]"


def checked(
    folder: Path,
    *facts: str,
    article: str = "",
    rules: Collection[str] | None = None,
    change: tuple[str, str] = ("", ""),
) -> CheckResult:
    """The check of a base of these facts, and of `article` as the paper's, with some words replaced."""
    stored = ""
    if article:
        (folder / PAPER).parent.mkdir(exist_ok=True)
        (folder / PAPER).write_text(article, encoding="utf-8", newline="")
        digest = hashlib.sha256(article.encode()).hexdigest()
        stored = f"    text: {PAPER}\n    sha256: {digest}\n"
    text = (START.replace("SOURCE", stored) + "".join(facts)).replace(*change)
    (folder / "facts.yaml").write_text(text, encoding="utf-8")
    return check([[given(str(folder / "facts.yaml"))]], rules=rules)


def problems_of(folder: Path, rule: str, *facts: str, article: str = "") -> list[Problem]:
    """What the rule finds in the facts; none of them is wrong in any way that is an error."""
    problems = checked(folder, *facts, article=article, rules=[rule]).problems
    assert [each for each in problems if each.code != rule] == []
    return list(problems)


def messages(folder: Path, rule: str, *facts: str, article: str = "") -> list[str]:
    """The messages of what the rule finds."""
    return [problem.message for problem in problems_of(folder, rule, *facts, article=article)]


def line_of(folder: Path, words: str) -> int:
    """The line of the base with these words, which are nowhere else in it."""
    lines = (folder / "facts.yaml").read_text(encoding="utf-8").split("\n")
    (found,) = [number for number, line in enumerate(lines, 1) if words in line]
    return found
