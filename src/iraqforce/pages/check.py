"""The pages of `check` and `check --explain`, and problems of a base as every command shows them."""

from collections.abc import Iterable, Iterator
from typing import Final

from iraqforce.lint.linter import CheckResult
from iraqforce.lint.rules import Rule, RuleList, example_base
from iraqforce.pages.blocks import Block, Code, Excerpt, Fields, Heading, Marked, Paragraph, Tone
from iraqforce.problems import Problem, SimilarPassage
from iraqforce.text.phrases import number_of

_OPENING: Final = (
    "iraqforce check lists all problems of a base. A base with an error cannot be used. A warning is for its "
    "curator to review; with --strict it counts as an error. Warnings are listed only if there is no error."
)
_SUPPRESSING: Final = (
    "A fact or a source can suppress rules that allow it, with a reason. This silences the rule for "
    "that record only."
)
_SUPPRESSED: Final = """\
suppress:
  - rule: F305
    reason: each figure is quoted correctly, and the article does not say what its total counts
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
        yield Heading(found or "No problems found", "VALID", tone)
    else:
        yield Heading(found or "Nothing to check: the base has no facts", "INVALID", "bad")
    yield Paragraph(summary_words(result))


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
        yield Marked(f"found at {place}", nearest.text)
        return
    if nearest.quote_differences:
        yield Marked("the quote", nearest.quote, nearest.quote_differences)
    yield Marked(f"closest match, at {place}", nearest.text, nearest.differences)


def summary_words(result: CheckResult) -> str:
    """What was checked: `Checked 73 facts: 73 quotes (70 exact, 3 differ only in punctuation), …`."""
    summary = result.summary
    quotes, articles = summary.quotes, summary.articles
    grades = [f"{quotes.exact:,} exact"] if quotes.exact else []
    if quotes.punctuation:
        verb = "differs" if quotes.punctuation == 1 else "differ"
        grades.append(f"{quotes.punctuation:,} {verb} only in punctuation")
    parts = [
        number_of(sum(quotes), "quote") + (f" ({', '.join(grades)})" if grades else ""),
        number_of(summary.counts, "count"),
        number_of(articles.unchanged + articles.changed, "article checksum"),
    ]
    changed = f"; {number_of(articles.changed, 'article')} changed" if articles.changed else ""
    cited = f"; {number_of(summary.cited, 'fact')} cited without a quote" if summary.cited else ""
    found = summary.errors + summary.warnings
    shown = len(result.problems)
    listed = f" {shown:,} of {found:,} problems are listed." if shown < found else ""
    return f"Checked {number_of(summary.facts, 'fact')}: {', '.join(parts)}{changed}{cited}.{listed}"


def _rules(result: RuleList) -> Iterator[Block]:
    """One rule, or all of them between an introduction and the base of the examples."""
    every = len(result.rules) > 1
    if every:
        yield Heading("Rules for fact bases")
        yield Paragraph(_OPENING)
        yield Paragraph(_SUPPRESSING)
        yield Paragraph("In the record:")
        yield Code(_SUPPRESSED, "yaml")
    for rule in result.rules:
        yield from _explained(rule)
    if every:
        example = example_base()
        yield Heading("The base used in the examples")
        yield Paragraph("Each example is merged with this base:")
        yield Code(example.base, "yaml")
        for path, text in example.articles.items():
            yield Paragraph(f"Its article {path}:")
            yield Code(text, "text")


def _explained(rule: Rule) -> Iterator[Block]:
    tone: Tone = "bad" if rule.severity == "error" else "warning"
    yield Heading(f"{rule.code}: {rule.name}", rule.severity.upper(), tone)
    yield Paragraph(rule.reason)
    yield Paragraph("Incorrect:")
    yield Code(rule.bad, "yaml")
    yield Paragraph("Correct:")
    yield Code(rule.good, "yaml")
    can = "yes, with a reason" if rule.suppressible else "no"
    yield Fields((("fix", rule.fix), ("can be suppressed", can)))
