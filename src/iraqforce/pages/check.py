"""The pages of `check` and `check --explain`, and problems of a base as every command shows them."""

from collections.abc import Iterable, Iterator
from typing import Final

from iraqforce.lint.linter import CheckResult, CheckSummary
from iraqforce.lint.rules import Rule, RuleList, example_base
from iraqforce.pages.blocks import Block, Code, Excerpt, Fields, Heading, Marked, Paragraph, Tone
from iraqforce.pages.phrases import number_of
from iraqforce.problems import Problem, SimilarPassage

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


def page(result: CheckResult | RuleList) -> Iterator[Block]:
    """Every problem, the verdict, and what was checked; or what each rule is for."""
    return _rules(result) if isinstance(result, RuleList) else _problems(result)


def _problems(result: CheckResult) -> Iterator[Block]:
    yield from problem_blocks(result.problems)
    numbers = (result.summary.errors, "error"), (result.summary.warnings, "warning")
    found = " and ".join(number_of(number, severity) for number, severity in numbers if number)
    if result.ok:
        tone: Tone = "warning" if result.summary.warnings else "good"
        yield Heading(found or "No problem", "VALID", tone)
    else:
        yield Heading(found or "Nothing to check: the base has no facts", "NOT VALID", "bad")
    yield Paragraph(summary_words(result.summary))


def problem_blocks(problems: Iterable[Problem]) -> Iterator[Excerpt]:
    """Each problem with its line, as `path:line:column: code message`."""
    for problem in problems:
        (path, line, column), severity = problem.at, "warning: " if problem.severity == "warning" else ""
        message = f"{path}:{line}:{column}: {problem.code} {severity}{problem.message}"
        marked = Marked("", problem.excerpt, ((column - 1, column - 1 + problem.width),))
        yield Excerpt(message, marked, tuple(comparison(problem.nearest)), problem.hint)


def comparison(nearest: SimilarPassage | None) -> Iterator[Marked]:
    """The words to compare with those of a quote that is not found, each text under its label."""
    if nearest is None:
        return
    place = f"{nearest.at.path}:{nearest.at.line}:{nearest.at.column}"
    if nearest.source:
        yield Marked(f"it stands at {place}", nearest.text)
        return
    if nearest.quote_differences:
        yield Marked("the quote has", nearest.quote, nearest.quote_differences)
    yield Marked(f"the nearest words, at {place}", nearest.text, nearest.differences)


def summary_words(summary: CheckSummary) -> str:
    """What was done, in a sentence: `73 facts: 73 quotes (70 exact, 3 punctuation), …`."""
    grades = ", ".join(f"{number:,} {grade}" for grade, number in summary.quotes._asdict().items() if number)
    quotes = "its quote" if summary.counts == 1 else "their quotes"
    parts = [
        number_of(sum(summary.quotes), "quote") + (f" ({grades})" if grades else ""),
        f"{summary.cited:,} cited without a text" if summary.cited else "",
        f"{number_of(summary.counts, 'count')} read in {quotes}",
        f"{number_of(summary.articles.unchanged, 'article')} unchanged",
        f"{summary.articles.changed:,} changed" if summary.articles.changed else "",
    ]
    return f"{number_of(summary.facts, 'fact')}: {', '.join(part for part in parts if part)}."


def _rules(result: RuleList) -> Iterator[Block]:
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
