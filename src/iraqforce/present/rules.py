"""The rules of a fact base, explained: why each is one, what breaks it and what mends that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iraqforce.present.page import Code, Fields, Heading, Paragraph
from iraqforce.present.view import Table
from iraqforce.rules.example import ARTICLES, BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.present.page import Block, Tone
    from iraqforce.present.view import Record
    from iraqforce.problems import Severity
    from iraqforce.rules.rule import Rule

COLUMNS: Final = ("code", "severity", "acceptable", "name", "reason", "fix", "bad", "good")


@dataclass(frozen=True, slots=True)
class RulesView:
    """Some rules, or all of them."""

    rules: tuple[Rule, ...]
    all: bool = False

    def record(self) -> Record:
        """`iraqforce.rules/1`."""
        return {"schema": "iraqforce.rules/1", "rules": [_record(rule) for rule in self.rules]}

    def lines(self) -> Iterator[Record]:
        """One rule is one line."""
        for rule in self.rules:
            yield {"schema": "iraqforce.rule/1", **_record(rule)}

    def table(self) -> Table:
        """One rule is one row."""
        return Table(COLUMNS, [tuple(getattr(rule, column) for column in COLUMNS) for rule in self.rules])

    def page(self) -> Iterator[Block]:
        """The page for people."""
        if self.all:
            yield Heading("The rules of a fact base")
            yield Paragraph(_OPENING)
            yield Paragraph(_ACCEPTING)
            yield Paragraph("In the record:")
            yield Code(_ACCEPTED, "yaml")
        for rule in self.rules:
            yield from _explained(rule)
        if self.all:
            yield Heading("The base of the examples")
            yield Paragraph("Each example is merged with this base:")
            yield Code(BASE, "yaml")
            for path, text in ARTICLES.items():
                yield Paragraph(f"Its article {path}:")
                yield Code(text, "text")


_OPENING: Final = (
    "iraqforce check tells what is wrong with a base, all at once. A base with an error answers nothing; a "
    "warning is for its curator to look at, and counts as an error with --strict. Warnings about a base as a "
    "whole are told when it has no error."
)
_ACCEPTING: Final = (
    "A fact, or a source, may acknowledge a rule from F301 to F309, with the reason why it is right all the "
    "same. That silences this one rule for this one record."
)
_ACCEPTED: Final = """\
accepts:
  - rule: F305
    because: each figure is quoted rightly, and the article does not say what its total counts
"""


def _explained(rule: Rule) -> Iterator[Block]:
    yield Heading(f"{rule.code}: {rule.name}", rule.severity.upper(), _TONES[rule.severity])
    yield Paragraph(rule.reason)
    yield Paragraph("Told:")
    yield Code(rule.bad, "yaml")
    yield Paragraph("Mended:")
    yield Code(rule.good, "yaml")
    may = "yes, with a reason" if rule.acceptable else "no"
    yield Fields((("fix", rule.fix), ("may be acknowledged", may)))


_TONES: Final[dict[Severity, Tone]] = {"error": "bad", "warning": "warning"}


def _record(rule: Rule) -> Record:
    return {column: getattr(rule, column) for column in COLUMNS}
