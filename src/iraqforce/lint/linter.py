"""Checking bases: reading them, running the lint rules, and leaving out what the records suppress."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import Annotated, ClassVar, NamedTuple

from iraqforce.lint.context import Context, Noun
from iraqforce.lint.rules import LINT_RULES, UNUSED_SUPPRESSION
from iraqforce.loading.files import with_excerpts
from iraqforce.loading.locations import BaseFile
from iraqforce.loading.reader import Loaded, read
from iraqforce.loading.records import Spot
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Source
from iraqforce.model.result import Result
from iraqforce.problems import Checks, Problem


class QuoteChecks(NamedTuple):
    """Quotes that were looked up in their articles."""

    exact: Annotated[int, "Found, character for character."]
    punctuation: Annotated[int, "Found, except for quotation marks, dashes or white space."]
    elsewhere: Annotated[int, "Not found, but another source has the words."]
    absent: Annotated[int, "Not found."]


class ArticleChecks(NamedTuple):
    """Stored articles that were compared with their SHA-256."""

    unchanged: Annotated[int, "Articles that have it."]
    changed: Annotated[int, "Articles that do not."]


class CheckSummary(NamedTuple):
    """What was checked, and how many problems were found."""

    facts: Annotated[int, "Facts that were read."]
    quotes: Annotated[QuoteChecks, "Quotes that were looked up in their articles."]
    cited: Annotated[int, "Facts of sources without a stored text, which have no quote to look up."]
    counts: Annotated[int, "Counts that were read in their quotes."]
    articles: Annotated[ArticleChecks, "Stored articles that were compared with their SHA-256."]
    errors: Annotated[int, "Problems that are errors."]
    warnings: Annotated[int, "Problems that are warnings."]


@dataclass(frozen=True, repr=False)
class CheckResult(Result):
    """What was checked, and every problem that was found."""

    schema: ClassVar[str] = "iraqforce.check/1"
    _lists: ClassVar[str] = "problems"

    ok: Annotated[bool, "True if each base has facts and no error; if strict, also no warning."]
    strict: Annotated[bool, "True if a warning counts as an error (--strict)."]
    summary: Annotated[CheckSummary, "What was done, over all bases."]
    problems: Annotated[tuple[Problem, ...], "Every problem, by file, line and column."]


class CheckedBase(NamedTuple):
    """What checking one base found."""

    checks: Checks
    problems: tuple[Problem, ...]


def check(
    bases: Sequence[Sequence[BaseFile]], *, strict: bool = False, rules: Collection[str] | None = None
) -> CheckResult:
    """What is wrong with the bases, each given by its files, which are merged.

    Of the lint rules, those in `rules` run, or all of them. Raises BaseError if a file cannot be read at all.
    """
    return combined([check_base(files, rules) for files in bases], strict=strict)


def combined(bases: Sequence[CheckedBase], *, strict: bool) -> CheckResult:
    """One result for several bases: no base without facts is valid, whatever the others have."""
    problems = sorted(chain.from_iterable(base.problems for base in bases), key=lambda problem: problem.order)
    done = reduce(Checks.plus, (base.checks for base in bases), Checks())
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
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
    """What is wrong with one base. Lint rules run if it has no error. Raises BaseError as `check` does."""
    loaded = read(files)
    found: Iterator[Problem] = iter(())
    if loaded.base is not None:
        found = _lint(loaded.base, loaded, (*LINT_RULES, UNUSED_SUPPRESSION) if rules is None else rules)
    return CheckedBase(loaded.checks, (*loaded.problems, *with_excerpts(found, files)))


class _Key(NamedTuple):
    """What a suppression is about: a rule in a record and, if the rule has any, certain words."""

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
    """What the records suppress, with every place where it is written."""
    found: dict[_Key, list[Spot]] = {}
    records: Iterator[Source | Fact] = chain(base.sources.values(), base.facts)
    for record in records:
        noun: Noun = "fact" if isinstance(record, Fact) else "source"
        for number, suppression in enumerate(record.suppress):
            spot = context.spot(noun, record.id, "suppress", number, "rule")
            for words in suppression.words or (None,):
                found.setdefault(_Key(noun, record.id, suppression.rule, words), []).append(spot)
    return found


def _unused(suppressions: dict[_Key, list[Spot]], used: set[_Key]) -> Iterator[Problem]:
    """Suppressions without a finding, and those that are written twice."""
    for key, (first, *others) in suppressions.items():
        record = f"at the {key.noun} '{key.id}'"
        if key not in used:
            what = f"finds no '{key.words}'" if key.words else "finds nothing"
            hint = "remove the suppression: it would silence the next mistake"
            if key.rule == "F308" and key.words is None:
                hint = "name the numbers that it is about: words: [44]"
            yield _warning(first, f"{key.rule} {what} {record}", hint)
        what = f"{key.rule} of '{key.words}'" if key.words else key.rule
        for spot in others:
            message = f"{what} is suppressed twice {record}"
            yield _warning(spot, message, "keep one of the two, with the reasons of both")


def _warning(spot: Spot, message: str, hint: str) -> Problem:
    return Problem(spot.at, UNUSED_SUPPRESSION, message, hint, width=spot.width, severity="warning")
