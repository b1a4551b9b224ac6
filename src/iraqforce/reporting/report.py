"""What a report tells, as values: an answer, its picture, and the facts and the sources of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.present.figures import count_words
from iraqforce.present.level_page import said
from iraqforce.present.words import span_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Answer
    from iraqforce.charting.picture import Picture
    from iraqforce.facts import Fact, Force, Place, Source
    from iraqforce.store.questions import BaseSummary


class Words(NamedTuple):
    """What a source says of a fact: the quote, and what stands before and after it in its paragraph.

    All three are empty where the source is only cited. `address` leads to the words on the web, and is None
    where the source has no address there.
    """

    fact: Fact
    before: str
    quote: str
    after: str
    address: str | None


class Cited(NamedTuple):
    """A source under its number, as a reference has it, with the words taken from it in reading order."""

    number: int
    source: Source
    reference: str
    address: str | None
    words: tuple[Words, ...]


class Piece(NamedTuple):
    """A piece of a sentence; where it is the number of a fact, that is `fact`."""

    text: str
    fact: Fact | None = None


class Report(NamedTuple):
    """All that the page tells. Levels, changes and events go from old to new.

    Every fact of the answer is among the levels, and every fact has its words among those of its source.
    """

    answer: Answer
    force: Force
    place: Place
    picture: Picture
    levels: tuple[Fact, ...]
    changes: tuple[Fact, ...]
    events: tuple[Fact, ...]
    sources: tuple[Cited, ...]
    base: BaseSummary

    @property
    def subject(self) -> str:
        """Whose levels, and where: `U.S. troops in Iraq`."""
        return f"{self.force.name} {self.place.phrase}"

    @property
    def title(self) -> str:
        """The subject with the date that was asked for."""
        return f"{self.subject}, {span_words(self.answer.question.date)}"

    @property
    def during(self) -> tuple[Fact, ...]:
        """What was reported during the date; nothing where the current figures are all there is."""
        answer = self.answer
        return () if set(answer.during) <= set(answer.evidence) else answer.during

    def number(self, fact: Fact) -> int:
        """The number of the fact's source."""
        return next(cited.number for cited in self.sources if cited.source.id == fact.source.id)

    def event_numbers(self) -> dict[str, int]:
        """The numbers of the events in the picture, by their ids."""
        return {
            fact.id: event.number + place
            for event in self.picture.events
            for place, fact in enumerate(event.facts)
        }

    def sentence(self) -> Iterator[Piece]:
        """The answer as `iraqforce level` has it, taken apart at the numbers of its facts."""
        rest = said(self.answer, self.subject)
        for fact in _told(self.answer):
            found = _standing_alone(count_words(fact), rest)
            if found is not None:
                yield Piece(rest[: found.start()])
                yield Piece(found.group(), fact)
                rest = rest[found.end() :]
        yield Piece(rest)

    def command(self) -> str:
        """What makes the same page of the same base."""
        question = self.answer.question
        age = "none" if question.max_age_days is None else question.max_age_days
        options = [f"--date {question.date.text}", f"--force {question.force}", f"--place {question.place}"]
        options.append(f"--max-age {age}")
        if question.known_by is not None:
            options.append(f"--known-by {question.known_by.text}")
        return f"iraqforce report {' '.join(options)} -o FILE"


def _told(answer: Answer) -> Iterator[Fact]:
    """The facts whose numbers the sentence has, in its order; the first of those that are worded alike."""
    first: dict[str, Fact] = {}
    for fact in answer.evidence:
        first.setdefault(count_words(fact), fact)
    yield from first.values()
    if answer.support == "stale" and answer.previous is not None:
        yield answer.previous
    if answer.support == "bracketed" and answer.next is not None:
        yield answer.next


def _standing_alone(number: str, text: str) -> re.Match[str] | None:
    """Where the number stands in the text, and not as a part of another."""
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", text) if number else None
