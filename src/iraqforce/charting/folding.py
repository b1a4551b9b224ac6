"""Notes of a picture with many sources, folded: running text, in which what is alike is told once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from iraqforce.charting.lettering import plain
from iraqforce.present.figures import count_words
from iraqforce.present.words import short_date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iraqforce.charting.picture import Figure, Note


def sources_in_a_row(notes: Iterable[Note]) -> str:
    """The sources by number, each as its publisher and date: `[3–5] CNN, 2010 to 2011; [6] BBC, 2012`.

    Those that follow each other and have one publisher are told together.
    """
    return "; ".join(_told(list(alike)) for _, alike in groupby(notes, lambda each: each.source.publisher))


def figures_by_definition(figures: Iterable[Figure]) -> Iterator[tuple[str, str]]:
    """For each thing that is counted, the figures with the numbers of their sources, in order of date."""
    of_words: dict[str, list[str]] = {}
    for figure in figures:
        words = figure.fact.definition.text if figure.fact.definition else ""
        told = f"{plain(count_words(figure.fact))} [{figure.note}]"
        of_words.setdefault(plain(words), []).append(told)
    for words, told_figures in of_words.items():
        yield words, ", ".join(told_figures)


def _told(notes: Sequence[Note]) -> str:
    first, last = notes[0], notes[-1]
    dates = list(dict.fromkeys(short_date_words(each.source.published) for each in (first, last)))
    number = f"[{first.number}]" if first is last else f"[{first.number}–{last.number}]"
    return f"{number} {plain(first.source.publisher)}, {' to '.join(dates)}"
