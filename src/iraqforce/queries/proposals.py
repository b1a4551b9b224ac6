"""Drafts facts from an article: a proposal for each number and each dated statement about people.

A proposal never guesses. What the words do not say plainly is left open in `todo`.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, Final, NamedTuple

from iraqforce.model.choices import Direction, Kind
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.positions import QuotePlace, quote_place
from iraqforce.text.dates_in_text import DateMention, dates
from iraqforce.text.mentions import Ordered, numbers
from iraqforce.text.names_in_text import Names
from iraqforce.text.numbers_in_text import NumberMention
from iraqforce.text.quotes import Article
from iraqforce.text.sentences import (
    REACH,
    Sentence,
    clause,
    part_around,
    quotable,
    sentences,
    unwrapped,
)
from iraqforce.text.wording import (
    NumberKind,
    kind_of,
    mentions_losses,
    mentions_people,
    one_of,
    phrase_after,
    shared_phrase,
)

TODO: Final = "TODO"
"""The prefix of a value that a person must decide."""


class Proposal(NamedTuple):
    """A proposed fact: words of the article, and what they say."""

    id: Annotated[str, "The id proposed for the fact."]
    kind: Annotated[Kind, "What kind of statement it seems to be."]
    force: Annotated[str | None, "The ID of the force, if the words name exactly one."]
    place: Annotated[str | None, "Where, if the words name one place of the base: its id."]
    words: Annotated[str | None, "The words of the number; unknown for a dated statement."]
    count: Annotated[Count | None, "The number that the words name."]  # type: ignore[assignment] # also a method
    unit: Annotated[str | None, "What is counted, if not people."]
    direction: Annotated[Direction | None, "Of a change: which way."]
    as_of: Annotated[PartialDate | None, "The date, if the quote states it in full."]
    dated: Annotated[tuple[str, ...], "Words of the sentence that may date it."]
    source: Annotated[str, "The id proposed for the source."]
    quote: Annotated[str, "The words of the article that state it."]
    quote_at: Annotated[QuotePlace, "Where the quote is in the article."]
    words_at: Annotated[QuotePlace, "Where the words of the number, or of the date, are in the article."]
    todo: Annotated[
        dict[str, str], "What a person must decide, by key of the fact base; each begins with TODO."
    ]


def proposals(text: str, path: str, base: FactBase, source: str) -> Iterator[Proposal]:
    """The proposals from the text at `path`, in order; their IDs begin with that of the source."""
    names = Names(base)
    for number, found in enumerate(_findings(text, names), 1):
        # The text of a finding has other lines, as wrapped ones were joined.
        yield _proposal(found, names, f"{source}-{number}", source, partial(quote_place, path, text))


class _Finding(NamedTuple):
    """A number, or a dated statement without one, in its sentence and its quote."""

    text: str
    sentence: Sentence
    """Of a very long sentence, the part around the number."""
    quote: Sentence
    number: NumberMention | None
    dated: tuple[DateMention, ...]
    previous: str
    others: tuple[NumberMention, ...]

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the article that the proposal is about."""
        mention = self.number or self.dated[0]
        return mention.start, mention.end

    @property
    def next_number(self) -> int:
        """Where the next number of the sentence begins, or the sentence ends."""
        return min(
            (each.start for each in self.others if each.start > self.span[0]), default=self.sentence.end
        )

    @property
    def before(self) -> str:
        """The quote up to the number."""
        return self.text[self.quote.start : self.span[0]]

    @property
    def after(self) -> str:
        """The sentence after the number."""
        return self.text[self.span[1] : self.sentence.end]


def _findings(text: str, names: Names) -> Iterator[_Finding]:
    """Each number, and each sentence about people that has a date and no number."""
    article, joined = Article(text), unwrapped(text)
    counted, dated = Ordered(numbers(joined)), Ordered(dates(joined))
    previous = Sentence(0, 0, "")
    for sentence in sentences(joined):
        found, days = counted.starting(sentence), dated.starting(sentence)
        said = "" if "\n" in joined[previous.end : sentence.start] else previous.text[-2 * REACH :]
        about_people = mentions_people(sentence.text) or bool(names.forces_in(sentence.text))
        mentions: list[NumberMention | None] = [*found] if found or not (days and about_people) else [None]
        for each in mentions:
            start, end, *_ = each or days[0]
            part = part_around(sentence, start, end)
            others = tuple(other for other in counted.starting(part) if other != each)
            finding = _Finding(joined, part, part, each, tuple(dated.starting(part)), said, others)
            yield from _quoted(finding, article)
        previous = sentence


def _quoted(found: _Finding, article: Article) -> Iterator[_Finding]:
    """The finding with its quote; nothing if the same words are earlier in the article."""
    start, end = found.span
    whole = found.sentence
    for quote in (quotable(clause(whole, start, end)), quotable(whole), whole):
        place = article.find(quote.text)
        if place is not None and place.start == quote.start and quote.end >= end:
            yield found._replace(quote=quote)
            return


def _proposal(
    found: _Finding, names: Names, name: str, source: str, place_of: Callable[[int, int], QuotePlace]
) -> Proposal:
    number = found.number
    kind = kind_of(number.words, found.before, found.after, found.previous) if number else NumberKind("event")
    force, forces = one_of(_force_windows(found, kind, names))
    place, places = one_of(_place_windows(found, names))
    as_of = _as_of(found)
    # Names elsewhere in the sentence are not proposed, but a person may choose one of them.
    todo = {
        **kind.doubts,
        **({"label": "short description"} if kind.kind == "event" else {}),
        **({} if force else {"force": _choice("force", forces or names.forces_in(found.sentence.text))}),
        **(
            {}
            if place
            else {"place": _choice("place", places or names.places_in(found.sentence.text, anywhere=True))}
        ),
        **_count_todo(number),
        **_date_todo(found, as_of),
        "status": "actual, announced, planned, authorized or former",
        "basis": "official or press",
    }
    return Proposal(
        id=name,
        kind=kind.kind,
        force=force,
        place=place,
        words=number.words if number else None,
        count=number.count if number else None,
        unit=kind.unit,
        direction=kind.direction,
        as_of=as_of,
        dated=tuple(each.words for each in found.dated),
        source=source,
        quote=found.quote.text,
        quote_at=place_of(found.quote.start, found.quote.end),
        words_at=place_of(*found.span),
        todo={key: f"{TODO}: {todo[key]}" for key in _ORDER if key in todo},
    )


_ORDER: Final = (
    "kind", "label", "force", "place", "count", "unit", "direction", "as_of", "dated_by", "status", "basis",
)  # fmt: skip


def _force_windows(found: _Finding, kind: NumberKind, names: Names) -> Iterator[list[str]]:
    """Where the force may be named, from the nearest words on."""
    if found.number is None:
        # The first words of a statement have its subject; who is killed is not in them.
        if not mentions_losses(found.quote.text):
            yield names.forces_in(_AFTER_THE_SUBJECT.split(found.quote.text, maxsplit=1)[0])
        return
    phrase = phrase_after(found.after)
    yield names.forces_in(" ".join(phrase))
    yield names.forces_sharing(phrase, shared_phrase(phrase, found.after))
    if names.names_others(" ".join(phrase)):
        return
    # Whoever is named before the number of something else may have said it, or done it.
    if kind.kind != "figure":
        yield names.forces_in(found.before)


def _place_windows(found: _Finding, names: Names) -> Iterator[list[str]]:
    """Where the place may be named: up to the next number, before the number, or in the whole sentence."""
    if found.number is not None:
        after = found.text[found.span[1] : min(found.next_number, found.quote.end)]
        yield names.places_in(after)
        if _THERE.search(after):
            return  # only a reader knows which of the places named before is meant
        yield names.places_in(found.before)
    if not found.others:
        yield names.places_in(found.sentence.text)


_AFTER_THE_SUBJECT: Final = re.compile(
    r",|\s(?:about|against|at|between|by|for|from|in|on|over|that|to|with)\s"
)
_THERE: Final = re.compile(r"(?<!^)\bthere\b(?!\s(?:is|are|was|were|will|would|has|have)\b)", re.IGNORECASE)


def _as_of(found: _Finding) -> PartialDate | None:
    """The only date that the quote states of these words, if it is complete and not merely a bound.

    In `2,400, down from 5,100 in 2020` the date is that of 5,100.
    """
    first = not any(each.start < found.span[0] for each in found.others)
    start = found.quote.start if first else found.span[1]
    end = min(found.next_number if found.others else found.quote.end, found.quote.end)
    stated = [each for each in found.dated if start <= each.start < end]
    if len(stated) != 1:
        return None
    before = found.text[found.sentence.start : stated[0].start]
    after = found.text[stated[0].end : found.sentence.end]
    is_bound = _BOUND.search(before) or _BOUND_AFTER.match(after)
    return stated[0].date if _DATES.search(before) and not is_bound else None


# The words before a date of the sentence; without them, it may be part of a name: the 2003 invasion.
_DATES: Final = re.compile(r"(?:^|\b(?:in|on)\s|,\s|[(—–]\s?)$", re.IGNORECASE)
_BOUND: Final = re.compile(
    r"\b(?:by|until|till|before|after|since|from|through|between|within|beyond|than|ahead of|prior to)\b"
    r"(?:[\s-]+[^\W\d]+){0,5}[\s-]*$",
    re.IGNORECASE,
)
_BOUND_AFTER: Final = re.compile(
    r"\s?(?:or (?:later|earlier|before|after)|at the (?:latest|earliest)|onwards?)\b", re.IGNORECASE
)


def _choice(question: str, names: list[str]) -> str:
    return f"{question} ({' or '.join(names) or 'none recognized in this sentence'})"


def _count_todo(number: NumberMention | None) -> dict[str, str]:
    """What to decide about digits that only a person can read."""
    if number is None or number.count is not None or not any(each.isdigit() for each in number.words):
        return {}
    return {"count": f"number (the text says “{number.words}”)"}


def _date_todo(found: _Finding, as_of: PartialDate | None) -> dict[str, str]:
    words = ", ".join(f"“{each.words}”" for each in found.dated)
    stated = f"the sentence says {words}" if words else "the sentence has no date"
    reason = {"dated_by": f"date basis ({stated})"}
    return reason if as_of else {"as_of": f"date ({stated})", **reason}
