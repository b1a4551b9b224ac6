"""Rules about the records of a base, their counts, and their articles."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from iraqforce.lint.context import Context, Finding
from iraqforce.model.counts import Count
from iraqforce.model.facts import Fact
from iraqforce.model.positions import text_place
from iraqforce.problems import Span
from iraqforce.text.mentions import QuotedCount, covers, quoted_count, uncovered
from iraqforce.text.numbers_in_text import NumberMention


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
            message = f"'{fact.id}' duplicates '{first.id}'"
            hint = f"see {place.path}:{place.line}; remove one of the two"
            yield context.at(fact, "id", message, hint)
        earlier.append((fact, span))


def _statement(fact: Fact) -> tuple[object, ...]:
    """What duplicate facts have in common; for events and figures also their label."""
    label = fact.label if fact.kind in ("event", "figure") else None
    locator = fact.locator if fact.quote_at is None else None
    count = fact.count
    # The bounds of vague words are chosen by the curator, so they do not make two statements different.
    number = count and (count.text.casefold() if count.qualifier == "vague" else count._replace(text=""))
    return fact.source.id, fact.kind, *fact.subject, fact.direction, label, locator, number


def _same(fact: Fact, span: Span | None, other: Fact, taken: Span | None) -> bool:
    """True if the dates and the quotes overlap; without quotes, the locators are already the same."""
    quotes_overlap = span is None or taken is None or max(span[0], taken[0]) < min(span[1], taken[1])
    return quotes_overlap and fact.as_of.overlaps(other.as_of)


def source_not_cited(context: Context) -> Iterator[Finding]:
    """F307: a source that no fact names."""
    for source in context.base.sources.values():
        if not context.base.facts_from(source.id):
            message, hint = f"no fact cites source '{source.id}'", "add facts from it, or remove it"
            yield context.at(source, "publisher", message, hint)


def id_off_pattern(context: Context) -> Iterator[Finding]:
    """F309: a fact whose ID matches none of the base's patterns for its kind."""
    for fact in context.base.facts:
        patterns = [pattern for kind, pattern in context.base.id_patterns if kind == fact.kind]
        expected = [_filled(pattern, fact) for pattern in patterns]
        if expected and not any(re.fullmatch(_expression(each), fact.id) for each in expected):
            message = f"ID '{fact.id}' does not follow the base's pattern {' or '.join(patterns)}"
            hint = f"rename it to {' or '.join(expected)} (* is any words), or change 'ids'"
            yield context.at(fact, "id", message, hint)


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


def part_larger_than_total(context: Context) -> Iterator[Finding]:
    """F304: a level larger than its total, on the same date and by the same definition."""
    levels: dict[tuple[str, str, object], list[Fact]] = {}
    for fact in context.base.facts:
        if fact.kind == "level" and fact.count and fact.force and fact.place:
            levels.setdefault((fact.force.id, fact.place.id, _basis(fact)), []).append(fact)
    for (force, place, basis), fact in ((key, level) for key, group in levels.items() for level in group):
        forces, places = context.base.force_and_wholes(force), context.base.place_and_wholes(place)
        subjects = [each for each in product(sorted(forces), sorted(places)) if each != (force, place)]
        totals = (total for subject in subjects for total in levels.get((*subject, basis), ()))
        exceeded = next((total for total in totals if _exceeds(fact.count, total.count)), None)
        if exceeded is not None:
            at = context.spot(exceeded, "count").at
            message = f"{_words(fact)} is more than {_words(exceeded)}"
            hint = f"check '{exceeded.id}' at {at.path}:{at.line}; one of the two must count something else"
            yield context.at(fact, "count", message, hint)


def _basis(fact: Fact) -> tuple[object, ...]:
    """What a part and its total have in common. A level reported later is compared with actual ones."""
    definition = fact.definition.id if fact.definition else None
    status = "actual" if fact.status == "former" else fact.status
    return fact.as_of.first, fact.as_of.last, definition, status


def _words(fact: Fact) -> str:
    if not (fact.count and fact.force and fact.place):
        raise TypeError(f"{fact.id} is not a level")
    return f"{fact.count.text} of '{fact.force.id}' in '{fact.place.id}'"


def _exceeds(part: Count | None, total: Count | None) -> bool:
    """True if the least of the part is more than the most of the total: about 4,000 does not exceed 3,900."""
    if part is None or total is None or part.low is None or total.high is None:
        return False
    # More than 1,000 exceeds 1,000, and 1,000 exceeds less than 1,000.
    strict = part.qualifier == "more_than" or total.qualifier == "less_than"
    return (part.low == total.high and strict) or (part.low > total.high and not part.may_equal(total))


def fraction_of_a_person(context: Context) -> Iterator[Finding]:
    """F311: a level or a change whose number has a fraction."""
    for fact in context.base.facts:
        count = fact.count
        if count is None or fact.kind not in ("level", "change"):
            continue
        fractions = [each for each in (count.value, count.low, count.high) if isinstance(each, float)]
        if fractions:
            message = f"count '{count.text}' is not a whole number of people ({fractions[0]})"
            hint = "separate thousands with a comma (1,200), or use kind 'figure' if it is not a headcount"
            yield context.at(fact, "count", message, hint)


def count_worded_differently(context: Context) -> Iterator[Finding]:
    """F303: a count whose qualifier (`about`, `more than`) differs from the article's."""
    for fact in context.base.facts:
        own, count, place = _quoted(context, fact), fact.count, fact.quote_at
        if own is None or count is None or place is None or count.value is None:
            continue
        mentions = context.numbers_of(fact.source.id).overlapping(own.start, own.end)
        worded = [each for each in mentions if covers(own, each)]
        worded = worded or [each for each in mentions if _is_end_of_range(own, each)]
        qualifiers = {each.count.qualifier for each in worded if each.count is not None}
        if qualifiers and count.qualifier not in qualifiers:
            message = f"the count is '{count.text}', but the article says '{_on_one_line(worded[0])}'"
            hint = f"use the wording of {place.path}:{place.line}"
            yield context.at(fact, "count", message, hint)


def _is_end_of_range(own: QuotedCount, mention: NumberMention) -> bool:
    """True if the count is one end of a range in the article: "500" of "500 to 600"."""
    count = mention.count
    return count is not None and count.qualifier == "range" and own.count.value in (count.low, count.high)


def definition_left_out(context: Context) -> Iterator[Finding]:
    """F306: a level or a change whose quote names another definition than the fact."""
    named: dict[str, list[str]] = {}
    for definition in context.base.definitions.values():
        for words in definition.words:
            named.setdefault(_comparable(words), []).append(definition.id)
    pattern = _any_of(named)
    for fact in context.base.facts:
        if fact.quote is None or fact.kind not in ("level", "change"):
            continue
        own, reported = fact.definition.id if fact.definition else None, set()
        for match in pattern.finditer(_comparable(fact.quote)):
            ids = named[match.group()]
            if own not in ids and ids[0] not in reported:
                reported.add(ids[0])
                has = f"the fact's definition is '{own}'" if own else "the fact has no definition"
                message = f"the quote says '{match.group()}', but {has}"
                choices = " or ".join(f"'definition: {each}'" for each in ids)
                hint = f"add {choices}, or suppress F306 with a reason if the words refer to something else"
                yield context.at(fact, "quote", message, hint)


def _comparable(text: str) -> str:
    return " ".join(text.split()).casefold()


def _any_of(named: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these words as whole words: `non-combat forces` does not have `combat forces`.

    Longer words come first: `combat support` does not name the definition of `combat`.
    """
    words = "|".join(re.escape(each) for each in sorted(named, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-‐‑])(?:{words})(?![\w\-‐‑])" if words else r"(?!)")


def number_not_entered(context: Context) -> Iterator[Finding]:
    """F308: a number in a stored article that is not in the quote and count of a fact."""
    entered: dict[str, list[QuotedCount]] = {name: [] for name in context.base.articles}
    for fact in context.base.facts:
        own = _quoted(context, fact)
        if own is not None:
            entered[fact.source.id].append(own)
    for name, text in context.base.articles.items():
        source = context.base.source(name)
        for mention in uncovered(context.numbers_of(name).mentions, entered[name]):
            related = text_place(source.text or "", text, mention.start)
            words = _on_one_line(mention)
            message = f"line {related.line}: the number '{words}' is not covered by any fact"
            hint = f"add a fact, or suppress F308 for this source with `words: [{words}]` and a reason"
            finding = context.at(source, "text", message, hint)
            yield finding._replace(words=words, related=related)


def _quoted(context: Context, fact: Fact) -> QuotedCount | None:
    article = context.article_of(fact)
    return None if article is None else quoted_count(fact, article)


def _on_one_line(mention: NumberMention) -> str:
    return " ".join(mention.words.split())
