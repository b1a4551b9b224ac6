"""What a report needs of a base: the answer, the levels, the changes, the events, and all their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.asof import answer, wanted, was_known
from iraqforce.charting.asking import ask, events_of
from iraqforce.charting.picture import Scope
from iraqforce.citing.links import link, on_the_web
from iraqforce.citing.reference import of_source
from iraqforce.citing.sentences import sentences
from iraqforce.reporting.report import Cited, Report, Words
from iraqforce.store.filters import FactFilter
from iraqforce.timeline import listing_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iraqforce.asof import Answer, Question
    from iraqforce.charting.picture import Note
    from iraqforce.facts import Fact, Kind
    from iraqforce.store.protocol import Store


def report(store: Store, question: Question) -> Report:
    """The report on the question. Raises UnknownNameError where the base has no such force or place."""
    force, place = store.vocabulary.force(question.force), store.vocabulary.place(question.place)
    found = answer(question, store.levels(wanted(question)))
    scope = Scope(force, place, None, None, question.max_age_days)
    picture = ask(store, scope, known_by=question.known_by)
    levels = _levels(store, question, found)
    changes = _in_order(_known(store, question, "change"))
    events = _in_order(fact for fact in events_of(store, scope) if was_known(fact, question.known_by))
    sources = _sources(store, picture.notes, (*levels, *changes, *events))
    return Report(found, force, place, picture, levels, changes, events, sources, store.summary)


def _known(store: Store, question: Question, kind: Kind) -> Iterable[Fact]:
    """The facts of the kind about the force in the place and their parts."""
    found = store.facts(FactFilter(kind, question.force, question.place))
    return (fact for fact in found if was_known(fact, question.known_by))


def _levels(store: Store, question: Question, found: Answer) -> tuple[Fact, ...]:
    """The levels of the force in the place and of their parts, and what the answer names besides."""
    named = [*found.evidence, *found.during, *found.beside, found.previous, found.next]
    levels = [*_known(store, question, "level"), *(fact for fact in named if fact is not None)]
    return _in_order({fact.id: fact for fact in levels}.values())


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: listing_order(fact.as_of)))


def _sources(store: Store, notes: Iterable[Note], facts: Sequence[Fact]) -> tuple[Cited, ...]:
    """The sources of the facts; those of the picture keep their numbers, and the others follow."""
    of_source_id: dict[str, list[Fact]] = {note.source.id: [] for note in notes}
    for fact in facts:
        of_source_id.setdefault(fact.source.id, []).append(fact)
    return tuple(
        _cited(store, number, found)
        for number, found in enumerate((each for each in of_source_id.values() if each), start=1)
    )


def _cited(store: Store, number: int, facts: Sequence[Fact]) -> Cited:
    source = facts[0].source
    reference = of_source(source)
    words = tuple(_words(store, fact) for fact in sorted(facts, key=_reading_order))
    return Cited(number, source, sentences(reference).document, on_the_web(reference.url), words)


def _reading_order(fact: Fact) -> tuple[int, int]:
    return (fact.found_at.line, fact.found_at.column) if fact.found_at else (0, 0)


def _words(store: Store, fact: Fact) -> Words:
    paragraph = store.paragraph(fact)
    if paragraph is None:
        return Words(fact, "", "", "", on_the_web(link(fact.source.url)))
    text, start, end = paragraph
    address = on_the_web(link(fact.source.url, text[start:end]))
    return Words(fact, text[:start], text[start:end], text[end:], address)
