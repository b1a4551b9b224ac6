"""Rules about the records of a base: statements entered twice, sources without facts, ids."""

import re
from collections.abc import Iterator

from iraqforce.lint.context import Context, Finding
from iraqforce.model.facts import Fact

Span = tuple[int, int]


def statement_entered_twice(context: Context) -> Iterator[Finding]:
    """F301: facts of one kind, force, place, number and date, with overlapping quotes or the same locator."""
    entered: dict[tuple[object, ...], list[tuple[Fact, Span | None]]] = {}
    for fact in context.base.facts:
        article = context.article_of(fact)
        span = None if article is None or fact.quote_at is None else fact.quote_at.span(article)
        if span is None and fact.locator is None:
            continue
        earlier = entered.setdefault(_statement(fact), [])
        first = next((other for other, taken in earlier if _same(fact, span, other, taken)), None)
        if first is not None:
            place = first.written_at
            message = f"'{fact.id}' states what '{first.id}' states"
            hint = f"that one stands at {place.path}:{place.line}; remove one of the two"
            yield context.at_fact(fact, "id", message, hint)
        earlier.append((fact, span))


def _statement(fact: Fact) -> tuple[object, ...]:
    """What two facts that state the same have in common; events and figures also share their label."""
    label = fact.label if fact.kind in ("event", "figure") else None
    locator = fact.locator if fact.quote_at is None else None
    count = fact.count
    # The bounds of vague words are the curator's own: two readings of the words are one statement.
    number = count and (count.text.casefold() if count.qualifier == "vague" else count._replace(text=""))
    subject = fact.force and fact.force.id, fact.place and fact.place.id
    return fact.source.id, fact.kind, *subject, fact.direction, label, locator, number


def _same(fact: Fact, span: Span | None, other: Fact, taken: Span | None) -> bool:
    """True if the dates and the quotes overlap; without quotes, the locators are already the same."""
    quotes_overlap = span is None or taken is None or max(span[0], taken[0]) < min(span[1], taken[1])
    return quotes_overlap and fact.as_of.overlaps(other.as_of)


def source_not_cited(context: Context) -> Iterator[Finding]:
    """F307: a source that no fact names."""
    for source in context.base.sources.values():
        if not context.base.facts_from(source.id):
            message, hint = f"no fact cites the source '{source.id}'", "enter what it says, or remove it"
            yield context.at_source(source, "publisher", message, hint)


def id_off_pattern(context: Context) -> Iterator[Finding]:
    """F309: a fact whose id fits none of the patterns that the base gives for its kind."""
    for fact in context.base.facts:
        patterns = [pattern for kind, pattern in context.base.id_patterns if kind == fact.kind]
        expected = [_filled(pattern, fact) for pattern in patterns]
        if expected and not any(re.fullmatch(_expression(each), fact.id) for each in expected):
            message = f"the id '{fact.id}' does not follow the base's pattern {' or '.join(patterns)}"
            hint = f"rename it to {' or '.join(expected)}, where * is any words, or change 'ids'"
            yield context.at_fact(fact, "id", message, hint)


def _filled(pattern: str, fact: Fact) -> str:
    """The pattern with the fact's own force, place, source and year."""
    day = fact.as_of.first or fact.as_of.last
    return pattern.format(
        force=fact.force.id if fact.force else "*",
        place=fact.place.id if fact.place else "*",
        source=fact.source.id,
        year=day.year if day else "*",
    )


def _expression(pattern: str) -> str:
    """The pattern as a regular expression that never backtracks past a `*` it has matched."""
    start, *others = (re.escape(each) for each in pattern.split("*"))
    if not others:
        return start
    *between, end = others
    return start + "".join(f"(?>[a-z0-9-]+?{each})" for each in between) + f"[a-z0-9-]+{end}"
