"""What a manuscript says of how many of a force were in a place: the claims, each read by rule or left open.

A number is a claim if its words count people of a known force in a known place. Whatever else a reader would
need and the words do not say for certain (which force, place, date or number) is a doubt.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from iraqforce.model.choices import Direction
from iraqforce.model.dates import MONTHS, PartialDate
from iraqforce.text.claim_dates import Resolved, anaphora, date_of_claim, resolve
from iraqforce.text.claim_forces import NOBODY, Who, who
from iraqforce.text.claim_places import NOWHERE, where
from iraqforce.text.claim_words import (
    Antecedent,
    Spot,
    Told,
    counts_others,
    doubt_of_words,
    told,
)
from iraqforce.text.dates_in_text import DateMention, dates
from iraqforce.text.manuscript import Passage, passages
from iraqforce.text.mentions import numbers
from iraqforce.text.names_in_text import Names
from iraqforce.text.numbers_in_text import NumberMention
from iraqforce.text.sentences import REACH, Sentence, part_around, sentences
from iraqforce.text.wording import kind_of


class TextClaim(NamedTuple):
    """A claim in a manuscript; `start` and `end` are the characters of its number in it.

    `sentence` is its sentence on one line, in which the number is at `at`. Without a `doubt`, all is read.
    """

    start: int
    end: int
    sentence: str
    at: tuple[int, int]
    number: NumberMention
    direction: Direction | None
    is_change: bool
    told: Told
    force: str | None
    place: str | None
    date: PartialDate | None
    dated_by: str
    doubt: str | None


def claims(text: str, names: Names, published: date | None) -> Iterator[TextClaim]:
    """The claims of the manuscript, in order."""
    for passage in passages(text):
        yield from _Reader(passage, names, published).claims()


class _Reader:
    """Reads the sentences of one passage in order."""

    def __init__(self, passage: Passage, names: Names, published: date | None) -> None:
        self._passage, self._names, self._published = passage, names, published
        self._text = _CITATION.sub(lambda match: " " * len(match[0]), passage.text)
        self._earlier = ""
        self._earlier_dates: list[Resolved] = []
        self._named: PartialDate | None = None
        """The date last named."""

    def claims(self) -> Iterator[TextClaim]:
        counted, dated = list(numbers(self._text)), list(dates(self._text))
        number = day = 0
        for sentence in sentences(self._text):
            first, first_day = number, day
            while number < len(counted) and counted[number].start < sentence.end:
                number += 1
            while day < len(dated) and dated[day].start < sentence.end:
                day += 1
            found = self._dates(sentence, dated[first_day:day])
            yield from self._of_sentence(sentence, counted[first:number], found)
            self._earlier, self._earlier_dates = sentence.text[-2 * REACH :], found

    def _dates(self, sentence: Sentence, dated: Sequence[DateMention]) -> list[Resolved]:
        """The dates that the sentence names, in order, also by `that month`."""
        found = []
        for mention in dated:
            each = resolve(self._text, mention, self._published, self._named)
            if each is not None:
                found.append(each)
                self._named = each.date or self._named
        repeated = [
            each._replace(start=each.start + sentence.start, end=each.end + sentence.start)
            for each in anaphora(sentence.text, self._named)
        ]
        taken = {at for each in repeated for at in range(each.start, each.end)}
        return sorted([*(each for each in found if each.start not in taken), *repeated])

    def _of_sentence(
        self, sentence: Sentence, counted: Sequence[NumberMention], dated: Sequence[Resolved]
    ) -> Iterator[TextClaim]:
        starts = [each.start for each in dated]
        last: Antecedent | None = None
        for at, number in enumerate(counted):
            previous_end = counted[at - 1].end if at else sentence.start
            following = counted[at + 1] if at + 1 < len(counted) else None
            part = part_around(sentence, number.start, number.end)
            spot = Spot(self._text, part, number, previous_end, following, self._earlier, last)
            near = dated[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            force = who(spot, self._names)
            claim = None if force == NOBODY else self._claim(spot, force, near)
            if claim is not None:
                last = Antecedent(claim.force, claim.place, claim.date, claim.dated_by, number.end)
                yield claim
            elif force.force is not None:
                last = Antecedent(force.force, None, None, "", number.end)

    def _claim(self, spot: Spot, force: Who, dated: Sequence[Resolved]) -> TextClaim | None:
        if counts_others(spot):
            return None
        number, sentence = spot.number, spot.sentence
        kind = kind_of(number.words, spot.before, spot.after, spot.earlier, of_people=True)
        place = NOWHERE if kind.kind == "figure" else where(spot, self._names)
        if place == NOWHERE:
            return None
        how = told(spot)
        day = date_of_claim(spot, dated, self._earlier_dates, self._published, how)
        doubts = doubt_of_words(spot), force.doubt, place.doubt, _doubt_of_number(number)
        origins = self._passage.origins
        return TextClaim(
            origins[number.start], origins[number.end - 1] + 1,
            self._passage.text[sentence.start : sentence.end],
            (number.start - sentence.start, number.end - sentence.start), number, kind.direction,
            kind.kind == "change", how, force.force, place.place, day.date, day.derived,
            next(filter(None, doubts), None if day.date else day.derived),
        )  # fmt: skip


def _doubt_of_number(number: NumberMention) -> str | None:
    if number.count is None or (number.count.low is None and number.count.high is None):
        return "the words give no single number"
    return None


# What a citation in parentheses names, but no date: (Brookings, 2004, p. 17), not (April 10, 2016).
_MONTH_STARTS: Final = "|".join(month[:3] for month in MONTHS)
_CITATION: Final = re.compile(
    rf"\((?!(?:{_MONTH_STARTS})[a-z]*\.? [0-9])(?:see |cf\. )?[A-Z]"
    r"[^()\n]{0,120}?(?:\b(?:19|20)[0-9]{2}[a-z]?\b|\bpp?\. )[^()\n]{0,40}\)"
    r"|\((?:pp?\. ?)[0-9–-]+\)"
)
