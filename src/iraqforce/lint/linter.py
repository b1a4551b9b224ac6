"""Validates bases: reads them, runs the lint rules, and applies the suppressions of the records."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from iraqforce.lint.context import Context, Noun, noun_of
from iraqforce.lint.rules import LINT_RULES, UNUSED_SUPPRESSION
from iraqforce.loading.files import with_excerpts
from iraqforce.loading.locations import BaseFile
from iraqforce.loading.reader import Loaded, read
from iraqforce.loading.records import Spot
from iraqforce.model.fact_base import FactBase
from iraqforce.model.result import Result
from iraqforce.problems import Checks, Problem, Problems

if TYPE_CHECKING:
    from iraqforce.model.facts import Fact, Source


class QuoteChecks(NamedTuple):
    """Results of looking up quotes in their articles."""

    exact: Annotated[int, "Found, character for character."]
    punctuation: Annotated[int, "Found, except for quotation marks, dashes or spaces."]
    elsewhere: Annotated[int, "Found only in the article of another source."]
    absent: Annotated[int, "Not found."]


class ArticleChecks(NamedTuple):
    """Results of comparing stored articles with their SHA-256."""

    unchanged: Annotated[int, "Articles whose SHA-256 matches."]
    changed: Annotated[int, "Articles whose SHA-256 differs."]


class CheckSummary(NamedTuple):
    """What was checked, and how many problems were found."""

    facts: Annotated[int, "Facts that were read."]
    quotes: Annotated[QuoteChecks, "Quotes that were looked up in their articles."]
    cited: Annotated[int, "Facts whose source has no stored text."]
    counts: Annotated[int, "Counts that were read in their quotes."]
    articles: Annotated[ArticleChecks, "Stored articles that were compared with their SHA-256."]
    errors: Annotated[int, "Problems that are errors."]
    warnings: Annotated[int, "Problems that are warnings."]


@dataclass(frozen=True, repr=False)
class CheckResult(Result):
    """What was checked, and the problems that were found."""

    schema: ClassVar[str] = "iraqforce.check/1"
    _lists: ClassVar[str] = "problems"

    ok: Annotated[bool, "True if each base has facts and no error; if strict, also no warning."]
    strict: Annotated[bool, "True if a warning counts as an error (--strict)."]
    summary: Annotated[CheckSummary, "What was checked, over all bases."]
    problems: Annotated[
        tuple[Problem, ...], "The problems by file, line and column: the first 100 of each base."
    ]


class CheckedBase(NamedTuple):
    """What checking one base found: the first problems, and how many there are."""

    checks: Checks
    problems: tuple[Problem, ...]
    errors: int
    warnings: int


def check(
    bases: Sequence[Sequence[BaseFile]], *, strict: bool = False, rules: Collection[str] | None = None
) -> CheckResult:
    """The problems of the bases; the files of each are merged.

    Only the lint rules in `rules` run, by default all. Raises BaseError if a file cannot be read at all.
    """
    return combined([check_base(files, rules) for files in bases], strict=strict)


def combined(bases: Sequence[CheckedBase], *, strict: bool) -> CheckResult:
    """One result for several bases. A base without facts is not valid."""
    problems = sorted(chain.from_iterable(base.problems for base in bases), key=lambda problem: problem.order)
    done = reduce(Checks.plus, (base.checks for base in bases), Checks())
    errors, warnings = sum(base.errors for base in bases), sum(base.warnings for base in bases)
    summary = CheckSummary(
        done.facts,
        QuoteChecks(done.exact, done.punctuation, done.elsewhere, done.absent),
        done.cited,
        done.counts,
        ArticleChecks(done.articles - done.changed, done.changed),
        errors,
        warnings,
    )
    ok = not errors and not (strict and warnings) and all(base.checks.facts for base in bases)
    return CheckResult(ok, strict, summary, tuple(problems))


def check_base(files: Sequence[BaseFile], rules: Collection[str] | None = None) -> CheckedBase:
    """The problems of one base. Lint rules run only if it has no error. Raises BaseError as `check` does."""
    loaded = read(files)
    if loaded.base is None:
        return CheckedBase(loaded.checks, loaded.problems, loaded.count, 0)
    rules = (*LINT_RULES, UNUSED_SUPPRESSION) if rules is None else rules
    found = Problems(_lint(loaded.base, loaded, rules))
    return CheckedBase(loaded.checks, with_excerpts(found.first, loaded.texts), 0, found.count)


class _Key(NamedTuple):
    """What a suppression applies to: a rule in a record and, for some rules, certain words."""

    noun: Noun
    id: str
    rule: str
    words: str | None = None


def _lint(base: FactBase, loaded: Loaded, rules: Collection[str]) -> Iterator[Problem]:
    context = Context(base, loaded.written)
    suppressions = _suppressions(base, context)
    used = {key for key in suppressions if key[:3] in loaded.used and key.words is None}
    for code, rule in LINT_RULES.items():
        for noun, name, (at, width), message, hint, words, related in rule(context) if code in rules else ():
            key = _Key(noun, name, code, words)
            if key in suppressions:
                used.add(key)
            else:
                yield Problem(at, code, message, hint, width=width, severity="warning", related=related)
    if UNUSED_SUPPRESSION in rules:
        yield from _unused(suppressions, used)


def _suppressions(base: FactBase, context: Context) -> dict[_Key, list[Spot]]:
    """The suppressions of the records, with every place where each is written."""
    found: dict[_Key, list[Spot]] = {}
    records: Iterator[Source | Fact] = chain(base.sources.values(), base.facts)
    for record in records:
        for number, suppression in enumerate(record.suppress):
            spot = context.spot(record, "suppress", number, "rule")
            for words in suppression.words or (None,):
                found.setdefault(_Key(noun_of(record), record.id, suppression.rule, words), []).append(spot)
    return found


def _unused(suppressions: dict[_Key, list[Spot]], used: set[_Key]) -> Iterator[Problem]:
    """Suppressions without a finding, and duplicates."""
    for key, (first, *others) in suppressions.items():
        record = f"in {key.noun} '{key.id}'"
        if key not in used:
            what = f" for '{key.words}'" if key.words else ""
            hint = "remove the suppression, which would hide a new problem"
            if key.rule == "F308" and key.words is None:
                hint = "list the numbers that it applies to, such as `words: [44]`"
            yield _warning(first, f"unused suppression of {key.rule}{what} {record}", hint)
        what = f"{key.rule} for '{key.words}'" if key.words else key.rule
        for spot in others:
            message = f"{what} is suppressed twice {record}"
            yield _warning(spot, message, "keep one of the two, with both reasons")


def _warning(spot: Spot, message: str, hint: str) -> Problem:
    return Problem(spot.at, UNUSED_SUPPRESSION, message, hint, width=spot.width, severity="warning")
