"""The page of `check`, and problems of a base as every command shows them."""

from collections.abc import Iterable, Iterator

from iraqforce.lint.linter import CheckResult, CheckSummary
from iraqforce.pages.blocks import Block, Excerpt, Heading, Marked, Paragraph, Tone
from iraqforce.pages.phrases import number_of
from iraqforce.problems import Problem, SimilarPassage


def page(result: CheckResult) -> Iterator[Block]:
    """Every problem, the verdict, and what was checked."""
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
