"""Which of the numbers that an article mentions are in a fact, and which are not."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from iraqforce.model.counts import Count
from iraqforce.model.facts import Fact
from iraqforce.text.mentions import NumberMention
from iraqforce.text.numbers_in_text import numbers_in


class QuotedCount(NamedTuple):
    """A fact's quote in an article, from `start` up to, not including, `end`, and the fact's count."""

    start: int
    end: int
    count: Count  # type: ignore[assignment] # also a tuple's method


def quoted_count(fact: Fact, text: str) -> QuotedCount | None:
    """The fact's count with its quote in the article; None if it has no quote there, or no count."""
    if fact.quote_at is None or fact.count is None:
        return None
    return QuotedCount(*fact.quote_at.span(text), fact.count)


def uncovered(mentions: Iterable[NumberMention], quoted: Iterable[QuotedCount]) -> list[NumberMention]:
    """The mentioned numbers that no fact covers, in order."""
    counts = sorted(quoted, key=lambda each: each.start)
    starts = [each.start for each in counts]
    longest = max((each.end - each.start for each in counts), default=0)

    def near(mention: NumberMention) -> list[QuotedCount]:
        first = bisect_left(starts, mention.start - longest)
        return counts[first : bisect_left(starts, mention.end)]

    return [each for each in mentions if not any(covers(count, each) for count in near(each))]


def covers(quoted: QuotedCount, mention: NumberMention) -> bool:
    """True if the mention is in the fact's quote, and is its number or its vague words."""
    return overlaps(quoted, mention) and _is_same(quoted.count, mention)


def overlaps(quoted: QuotedCount, mention: NumberMention) -> bool:
    """True if the fact's quote has some of the mention's words."""
    return mention.start < quoted.end and quoted.start < mention.end


def _is_same(count: Count, mention: NumberMention) -> bool:
    """True if the count names the number that the mention names, or has the same words.

    Of digits that may be read in two ways (`1.200`), it names one.
    """
    if _plain(count.text) == _plain(mention.words):
        return True
    if mention.count is None:
        return count.value is not None and count.value in numbers_in(mention.words)
    if count.qualifier == "vague":
        return False
    named = mention.count
    numbers = {named.value} if named.value is not None else {named.low, named.high}
    return numbers <= {count.value, count.low, count.high}


def _plain(words: str) -> str:
    """The words without regard to case and to the white space between them."""
    return " ".join(words.split()).casefold()
