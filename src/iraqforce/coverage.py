"""Which of the numbers that an article mentions are entered as facts, and which are not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.mentions.counting import NumberMention, numbers
from iraqforce.numerals import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iraqforce.counts import Count
    from iraqforce.facts import Fact


class Entered(NamedTuple):
    """A fact's quote in an article, from `start` up to, not including, `end`, and the fact's count."""

    start: int
    end: int
    count: Count  # type: ignore[assignment] # as in a fact, nobody counts in it


def missing(text: str, entered: Iterable[Entered]) -> list[NumberMention]:
    """The numbers of the text that no fact covers, in their order."""
    return uncovered(numbers(text), entered)


def uncovered(mentioned: Iterable[NumberMention], entered: Iterable[Entered]) -> list[NumberMention]:
    """The numbers mentioned that no fact covers, in their order.

    A fact covers a number that stands in its quote and that its count names, or the vague words that it has.
    """
    facts = sorted(entered, key=lambda fact: fact.start)
    starts = [fact.start for fact in facts]
    longest = max((fact.end - fact.start for fact in facts), default=0)

    def near(mention: NumberMention) -> list[Entered]:
        first = bisect_left(starts, mention.start - longest)
        return facts[first : bisect_left(starts, mention.end)]

    return [each for each in mentioned if not any(covers(fact, each) for fact in near(each))]


def entered(fact: Fact, text: str) -> Entered | None:
    """Where the quote of the fact stands in its article; None where it has no quote there, or no count."""
    stretch = span(fact, text)
    return None if stretch is None or fact.count is None else Entered(*stretch, fact.count)


def span(fact: Fact, text: str) -> tuple[int, int] | None:
    """The characters of its article that the fact's quote takes, as start and end; None where it has none."""
    place = fact.found_at
    if place is None:
        return None
    start = _line_starts(text)[place.line - 1] + place.column - 1
    return start, start + place.length


def place_of(text: str, position: int) -> tuple[int, int]:
    """The line and the column, both from 1, of the character at `position`."""
    starts = _line_starts(text)
    line = bisect_right(starts, position)
    return line, position - starts[line - 1] + 1


@lru_cache(maxsize=64)
def _line_starts(text: str) -> list[int]:
    """Where each line of an article begins; many facts ask the same few articles."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def covers(fact: Entered, mention: NumberMention) -> bool:
    """True where the mention stands in the quote of the fact, and is its number or its vague words."""
    return overlaps(fact, mention) and same_number(fact.count, mention)


def overlaps(fact: Entered, mention: NumberMention) -> bool:
    """True where the quote of the fact has some of the mention's words."""
    return mention.start < fact.end and fact.start < mention.end


def same_number(count: Count, mention: NumberMention) -> bool:
    """True where the count names the number that the mention names, or has its very words.

    Of digits that may say two things (`1.200`) it names one.
    """
    if _plain(count.text) == _plain(mention.words):
        return True
    if mention.count is None:
        return count.value is not None and count.value in numbers_in(mention.words)
    if count.qualifier == "vague":
        return False
    named = {mention.count.value} if mention.count.value is not None else _ends(mention.count)
    return named <= {count.value, count.low, count.high}


def on_one_line(mention: NumberMention) -> str:
    """The words of the mention with single spaces between them."""
    return " ".join(mention.words.split())


def _ends(count: Count) -> set[int | float | None]:
    return {count.low, count.high}


def _plain(words: str) -> str:
    """The words without regard to case and to the white space between them."""
    return " ".join(words.split()).casefold()
