"""What an editor reads of a claim: why it has its verdict, and a wording that the base supports."""

from collections.abc import Iterator, Sequence
from typing import Final

from iraqforce.model.choices import Verdict
from iraqforce.model.facts import Fact
from iraqforce.queries.answers import Answer
from iraqforce.text.phrases import (
    capitalized,
    count_words,
    date_words,
    definition_words,
    number_words,
    reservations,
    short_date_words,
    with_article,
)
from iraqforce.text.sentences import sentences

MOST_SHOWN: Final = 3
"""So many figures are shown in a line."""


def agrees_with(facts: Sequence[Fact]) -> str:
    """The figures that confirm a claim."""
    return f"Agrees with {_figures(facts)}."


def conflict(facts: Sequence[Fact]) -> str:
    """The figure that agrees with a claim, and those that conflict with it."""
    return f"Sources conflict: {_figures(facts)}."


def matches_another(verdict: Verdict, fact: Fact, found: Answer) -> str:
    """The figure that a claim repeats, and what the base has for the date."""
    which = {"outdated": "an earlier figure, ", "early": "a later figure, "}.get(verdict, "")
    then = [each for each in found.evidence if each != fact]
    now = f" At that time: {_figures(then, most=2)}." if then else ""
    return f"Matches {which}{_figure(fact)}.{now}"


def nearest(facts: Sequence[Fact]) -> str:
    """The figures nearest to a claim with which none agrees."""
    return f"No figure agrees. At that time: {_figures(facts)}."


def too_loose(facts: Sequence[Fact]) -> str:
    """The figures that neither confirm nor contradict a claim."""
    return f"Neither confirmed nor contradicted by {_figures(facts)}."


def unknown_intention(told: str) -> str:
    """That the base has no such plan or ceiling."""
    return f"This is a {told}, and the base has no {told} with this number."


def unclear(doubt: str) -> str:
    """What could not be read."""
    return f"{capitalized(doubt)}{'' if doubt.endswith('?') else '.'}"


def no_data(found: Answer) -> str:
    """That the base has no answer then."""
    if found.previous is None:
        return "The base has no figure for that date or earlier. This does not mean zero."
    return f"The base has no figure for that time. The last one before is {_figure(found.previous)}."


def wording(found: Answer) -> str | None:
    """The answer as words that a sentence can use: about 2,500, according to the Pentagon."""
    if not found.level:
        return None
    words = next(sentences(found.summary)).text.removesuffix(".")
    speakers = dict.fromkeys(fact.speaker for fact in found.evidence)
    if ", " not in words:  # it does not say whose number it is, but how many agree
        words += f", according to {number_words(len(speakers))} sources"
    as_of = found.evidence[0].as_of
    if found.support != "reported" and date_words(as_of) not in words:
        words += f", as of {date_words(as_of)}"
    return f"{words[0].lower()}{words[1:]}"


def change_wording(fact: Fact) -> str:
    """The change as words that a sentence can use: an increase of 217, according to the Pentagon."""
    return f"{_number(fact)}, according to {with_article(fact.speaker)}"


def _figures(facts: Sequence[Fact], most: int = MOST_SHOWN) -> str:
    """The figures in a line, the first ones if they are many."""
    figures = list(dict.fromkeys(map(_figure, facts)))
    shown, more = figures[:most], len(figures) - most
    rest = [f"{number_words(more)} more"] if more > 0 else []
    *first, last = (*shown, *rest)
    return f"{'; '.join(first)}; and {last}" if len(first) > 1 else " and ".join((*first, last))


def _figure(fact: Fact) -> str:
    """A figure in a line: about 2,500 (Pentagon, Dec 9, 2021; excludes some missions)."""
    about = "; ".join((f"{fact.speaker}, {short_date_words(fact.as_of)}", *_traits(fact)))
    return f"{_number(fact)} ({about})"


def _number(fact: Fact) -> str:
    """The number, and that of a change with its direction in words."""
    direction = {"increase": "an increase of ", "decrease": "a decrease of "}.get(fact.direction or "", "")
    return f"{direction}{count_words(fact)}"


def _traits(fact: Fact) -> Iterator[str]:
    """What the figure counts, where that is not plain; once, if its status says the same."""
    reserved = list(reservations(fact))
    counts = fact.definition if fact.kind == "level" else None
    plain = counts is None or counts.id == "total-as-reported"
    if counts is not None and not plain and not any(each.startswith(counts.label) for each in reserved):
        yield definition_words(counts)
    yield from reserved
