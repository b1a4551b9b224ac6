"""Figures of a picture told in a row where they are many, by what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iraqforce.charting.lettering import plain
from iraqforce.present.figures import count_words
from iraqforce.present.words import counted_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.charting.picture import Figure


def figures_by_definition(figures: Iterable[Figure]) -> Iterator[tuple[str, str]]:
    """For each thing that is counted, the figures with the numbers of their sources, in order of date."""
    of_words: dict[str, list[str]] = {}
    for figure in figures:
        fact = figure.fact
        words = f"{counted_words(fact)}, told as context" if fact.context else counted_words(fact)
        told = f"{plain(count_words(fact))} [{figure.note}]"
        of_words.setdefault(plain(words), []).append(told)
    for words, told_figures in of_words.items():
        yield words, ", ".join(told_figures)
