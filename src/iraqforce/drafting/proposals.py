"""The proposals of an article: one for each number, and one for each dated statement about people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqforce.drafting.bounds import dates_the_words
from iraqforce.drafting.doubts import tells_of_losses
from iraqforce.drafting.kinds import Context, Judged, judge
from iraqforce.drafting.names import Names, one_of
from iraqforce.drafting.phrases import moves, opening, points_back, tells_of_people
from iraqforce.drafting.sentences import Sentence, clause, quotable, sentences
from iraqforce.drafting.values import TODO, Proposal
from iraqforce.mentions.counting import NumberMention, numbers
from iraqforce.mentions.dating import DateMention, dates
from iraqforce.reading.quotes import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.checked import DeclaredWords
    from iraqforce.dates import PartialDate


def proposals(text: str, words: DeclaredWords, source: str) -> Iterator[Proposal]:
    """What could be entered from the text, in its order; ids begin with that of the source."""
    reader = _Reader(text, words)
    for number, found in enumerate(reader.findings(), 1):
        yield reader.proposal(found, f"{source}-{number}")


class _Finding(NamedTuple):
    """Words to propose a fact for, in their sentence, with the quote that carries them."""

    sentence: Sentence
    quote: Sentence
    number: NumberMention | None
    dated: tuple[DateMention, ...]
    said_before: str
    next_number: int
    shared: bool = False
    first: bool = True

    @property
    def place(self) -> tuple[int, int]:
        """The characters of the article that the proposal is for."""
        mention = self.number or self.dated[0]
        return mention.start, mention.end

    @property
    def stated(self) -> list[DateMention]:
        """The dates that the quote states of these words: `2,400, down from 5,100 in 2020` dates 5,100."""
        first = self.quote.start if self.first else self.place[1]
        last = self.next_number if self.shared else self.quote.end
        return [each for each in self.dated if first <= each.start < min(last, self.quote.end)]


class _Reader:
    """Reads an article for one base's vocabulary."""

    def __init__(self, text: str, words: DeclaredWords) -> None:
        self._text = text
        self._article = Article(text)
        self._names = Names(words.forces, words.places)
        self._numbers = list(numbers(text))
        self._dates = list(dates(text))

    def findings(self) -> Iterator[_Finding]:
        """Each number, and each sentence about people that has a date and no number."""
        before = Sentence(0, 0, "")
        for sentence in sentences(self._text):
            counted = [each for each in self._numbers if sentence.start <= each.start < sentence.end]
            dated = tuple(each for each in self._dates if sentence.start <= each.start < sentence.end)
            said_before = "" if "\n" in self._text[before.end : sentence.start] else before.text
            ends = [*(each.start for each in counted[1:]), sentence.end]
            found = [
                _Finding(
                    sentence, sentence, each, dated, said_before, end, len(counted) > 1, each == counted[0]
                )
                for each, end in zip(counted, ends, strict=False)
            ]
            if not counted and dated and self._about_people(sentence.text):
                found = [_Finding(sentence, sentence, None, dated, said_before, sentence.end)]
            yield from (each for finding in found for each in self._quoted(finding))
            before = sentence

    def proposal(self, found: _Finding, name: str) -> Proposal:
        """The finding as a proposal; what it leaves open is told in `todo`."""
        judged, phrase = self._judged(found)
        force, forces = one_of(self._force_windows(found, judged, phrase))
        place, places = one_of(self._place_windows(found, leaving=_leaves(found, judged)))
        # What stands elsewhere in the sentence is no proposal, but a person may choose it.
        forces = forces or self._names.forces_told(found.sentence.text)
        places = places or self._names.places_told(found.sentence.text)
        as_of = self._as_of(found)
        line, column = self._article.line_and_column(found.quote.start)
        return Proposal(
            id=name,
            kind=judged.kind,
            force=force,
            place=place,
            words=found.number.words if found.number else None,
            count=found.number.count if found.number else None,
            unit=judged.unit,
            direction=judged.direction,
            as_of=as_of,
            dated=tuple(each.words for each in found.dated),
            quote=found.quote.text,
            line=line,
            column=column,
            start=found.place[0],
            end=found.place[1],
            todo=_todo(found, judged, as_of, (force or forces, place or places)),
        )

    def _about_people(self, text: str) -> bool:
        return tells_of_people(text) or bool(self._names.forces_told(text))

    def _quoted(self, found: _Finding) -> Iterator[_Finding]:
        """The finding with its quote, or nothing where the same words stand earlier in the article."""
        start, end = found.place
        for candidate in (
            quotable(clause(found.sentence, start, end)),
            quotable(found.sentence),
            found.sentence,
        ):
            place = self._article.find(candidate.text)
            if place is not None and place.start == candidate.start and candidate.end >= end:
                yield found._replace(quote=candidate)
                return

    def _judged(self, found: _Finding) -> tuple[Judged, str]:
        if found.number is None:
            return Judged("event"), ""
        start, end = found.place
        before, after = self._text[found.quote.start : start], self._text[end : found.sentence.end]
        judged, phrase = judge(Context(found.number.words, before, after, found.said_before))
        return judged, " ".join(phrase.words)

    def _as_of(self, found: _Finding) -> PartialDate | None:
        """The one date that the words have, where the text states it completely and as their own."""
        if len(found.stated) != 1:
            return None
        [date] = found.stated
        before = self._text[found.sentence.start : date.start]
        after = self._text[date.end : found.sentence.end]
        return date.date if dates_the_words(before, after, counted=found.number is not None) else None

    def _force_windows(self, found: _Finding, judged: Judged, phrase: str) -> Iterator[list[str]]:
        """Where a force may be named, from the nearest words on."""
        if found.number is None:
            # Whose people a statement is about is told by its first words, but not who is killed.
            if not tells_of_losses(found.quote.text):
                yield self._names.forces_told(opening(found.quote.text))
            return
        yield self._names.forces_in(phrase)
        # Who stands before the number of something else may be who tells it, or who did it.
        if judged.kind != "figure":
            yield self._names.forces_told(self._text[found.quote.start : found.place[0]])

    def _place_windows(self, found: _Finding, *, leaving: bool) -> Iterator[list[str]]:
        """Where a place may be named: after the words up to the next number, before them, in the sentence."""
        start, end = found.place
        if found.number is not None:
            after = self._text[end : min(found.next_number, found.quote.end)]
            yield self._names.places_in(after, leaving=leaving)
            if points_back(after):
                return  # which of the places named before is meant, a reader knows
            yield self._names.places_in(self._text[found.quote.start : start], leaving=leaving)
        if found.shared:
            return  # what stands beyond the next number is said of that one
        yield self._names.places_in(found.quote.text, leaving=leaving)
        yield self._names.places_in(found.sentence.text, leaving=leaving)


def _leaves(found: _Finding, judged: Judged) -> bool:
    """True where people leave: by the direction of their number, or by the words of a statement."""
    return judged.direction == "decrease" if found.number is not None else moves(found.quote.text)


_Named = str | list[str]
"""The one name that fits, or those that fit alike."""


def _todo(
    found: _Finding, judged: Judged, as_of: PartialDate | None, named: tuple[_Named, _Named]
) -> dict[str, str]:
    """What a person must decide, by key."""
    dated = ", ".join(f"“{each.words}”" for each in found.dated) or "none"
    forces, places = named
    open_keys = {
        "kind": judged.kind_todo,
        "label": "what it is, in a few words" if judged.kind == "event" else None,
        "force": _choice("whose people", forces),
        "place": _choice("where", places),
        "count": _unread(found.number),
        "unit": "what is counted" if judged.kind == "figure" and judged.unit is None else None,
        "direction": judged.direction_todo,
        "as_of": None if as_of else f"the date; the sentence says {dated}",
        "dated_by": f"why this date; the sentence says {dated}",
        "status": "actual, announced, planned, authorised or former",
        "basis": "official or press",
    }
    return {key: f"{TODO}: {words}" for key, words in open_keys.items() if words is not None}


def _unread(number: NumberMention | None) -> str | None:
    """What to decide of digits that only a person can read."""
    if number is None or number.count is not None or not any(each.isdigit() for each in number.words):
        return None
    return f"the number; the text has “{number.words}”"


def _choice(question: str, named: _Named) -> str | None:
    if isinstance(named, str):
        return None
    return f"{question}: {' or '.join(named)}" if named else f"{question}; the words name none of the base's"
