"""Rules that compare facts with the words of their articles."""

import re
from collections.abc import Iterable, Iterator

from iraqforce.lint.context import Context, Finding
from iraqforce.model.facts import Fact
from iraqforce.model.positions import TextPlace, lines_of
from iraqforce.text.mentions import NumberMention
from iraqforce.text.quoted_counts import QuotedCount, covers, overlaps, quoted_count, uncovered


def count_worded_differently(context: Context) -> Iterator[Finding]:
    """F303: a count with `about`, `more than` or the like that its article does not have, or the reverse."""
    for fact in context.base.facts:
        own, count, place = _quoted(context, fact), fact.count, fact.quote_at
        if own is None or count is None or place is None or count.value is None:
            continue
        mentions = [each for each in context.numbers_of(fact.source.id) if overlaps(own, each)]
        worded = [each for each in mentions if covers(own, each)]
        worded = worded or [each for each in mentions if _is_end_of_range(own, each)]
        qualifiers = {each.count.qualifier for each in worded if each.count is not None}
        if qualifiers and count.qualifier not in qualifiers:
            message = f"the count is '{count.text}', and the article has '{_on_one_line(worded[0])}'"
            hint = f"word the count as the article does, at {place.path}:{place.line}"
            yield context.at_fact(fact, "count", message, hint)


def _is_end_of_range(own: QuotedCount, mention: NumberMention) -> bool:
    """True if the count is one end of a range in the article: "500" of "500 to 600"."""
    count = mention.count
    return count is not None and count.qualifier == "range" and own.count.value in (count.low, count.high)


def definition_left_out(context: Context) -> Iterator[Finding]:
    """F306: a level or a change whose quote names a definition that the fact does not have."""
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
                has = f"the fact's definition is '{own}'" if own else "the fact has none"
                message = f"the quote has '{match.group()}', which names a definition, and {has}"
                choices = " or ".join(f"'definition: {each}'" for each in ids)
                hint = (
                    f"write {choices}, or, where it names nothing that is counted, suppress F306 and say why"
                )
                yield context.at_fact(fact, "quote", message, hint)


def _comparable(text: str) -> str:
    return " ".join(text.split()).casefold()


def _any_of(named: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these words as whole words: `non-combat forces` does not have `combat forces`.

    Longer words come first: `combat support` does not name the definition of `combat`.
    """
    words = "|".join(re.escape(each) for each in sorted(named, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-‐‑])(?:{words})(?![\w\-‐‑])" if words else r"(?!)")


def number_not_entered(context: Context) -> Iterator[Finding]:
    """F308: a number in a stored article that is in no fact's quote and count."""
    entered: dict[str, list[QuotedCount]] = {name: [] for name in context.base.articles}
    for fact in context.base.facts:
        own = _quoted(context, fact)
        if own is not None:
            entered[fact.source.id].append(own)
    for name, text in context.base.articles.items():
        source = context.base.source(name)
        for mention in uncovered(context.numbers_of(name), entered[name]):
            line, column = lines_of(text).place(mention.start)
            words = _on_one_line(mention)
            message = f"line {line} of the article has '{words}', which no fact of it has"
            hint = f"enter it, or let the source suppress F308 with 'words: [{words}]' and say why"
            related = TextPlace(source.text or "", line, column)
            finding = context.at_source(source, "text", message, hint)
            yield finding._replace(words=words, related=related)


def _quoted(context: Context, fact: Fact) -> QuotedCount | None:
    article = context.article_of(fact)
    return None if article is None else quoted_count(fact, article)


def _on_one_line(mention: NumberMention) -> str:
    return " ".join(mention.words.split())
