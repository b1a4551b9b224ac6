"""The page of `check --explain`: why each rule is one, what breaks it, and how to fix that."""

from collections.abc import Iterator
from typing import Final

from iraqforce.lint.rules import Rule, RuleList, example_base
from iraqforce.pages.blocks import Block, Code, Fields, Heading, Paragraph, Tone

_OPENING: Final = (
    "iraqforce check tells what is wrong with a base, all at once. A base with an error answers nothing; a "
    "warning is for its curator to look at, and counts as an error with --strict. Warnings are told when a "
    "base has no error."
)
_SUPPRESSING: Final = (
    "A fact, or a source, may suppress a rule from F301 to F309, with the reason why it is right all the "
    "same. That silences this one rule for this one record."
)
_SUPPRESSED: Final = """\
suppress:
  - rule: F305
    reason: each figure is quoted rightly, and the article does not say what its total counts
"""


def page(result: RuleList) -> Iterator[Block]:
    """One rule, or all of them between an introduction and the base of the examples."""
    every = len(result.rules) > 1
    if every:
        yield Heading("The rules of a fact base")
        yield Paragraph(_OPENING)
        yield Paragraph(_SUPPRESSING)
        yield Paragraph("In the record:")
        yield Code(_SUPPRESSED, "yaml")
    for rule in result.rules:
        yield from _explained(rule)
    if every:
        example = example_base()
        yield Heading("The base of the examples")
        yield Paragraph("Each example is merged with this base:")
        yield Code(example.base, "yaml")
        for path, text in example.articles.items():
            yield Paragraph(f"Its article {path}:")
            yield Code(text, "text")


def _explained(rule: Rule) -> Iterator[Block]:
    tone: Tone = "bad" if rule.severity == "error" else "warning"
    yield Heading(f"{rule.code}: {rule.name}", rule.severity.upper(), tone)
    yield Paragraph(rule.reason)
    yield Paragraph("Told:")
    yield Code(rule.bad, "yaml")
    yield Paragraph("Mended:")
    yield Code(rule.good, "yaml")
    may = "yes, with a reason" if rule.suppressible else "no"
    yield Fields((("fix", rule.fix), ("may be suppressed", may)))
