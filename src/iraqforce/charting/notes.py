"""The words under the plot: how to read it, its events and its sources, in full and under their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.charting.folding import figures_by_definition
from iraqforce.charting.grammar import layer, pixels, spoken
from iraqforce.charting.lettering import text_width, wrapped
from iraqforce.charting.rows import event_row
from iraqforce.charting.styles import INK
from iraqforce.present.figures import count_words
from iraqforce.present.in_a_row import sources_in_a_row
from iraqforce.present.words import counted_words, number_of, sometime_words, source_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce.charting.picture import Event, Figure, Picture
    from iraqforce.facts import Source
    from iraqforce.present.view import Json, Record

_SIZE: Final = 11
_LINE: Final = 15
_MANY_SOURCES: Final = 30
_BESIDE_IN_FULL: Final = 12
"""More than so many are folded: each is told in few words, in running text."""

_MOST: Final = 100
"""Entries of a list; a picture is no list of a thousand."""


class _Entry(NamedTuple):
    """A paragraph under its number, or a heading."""

    number: str
    text: str
    heading: bool = False


def notes(picture: Picture, width: int, unlabelled: int) -> Record:
    """The view, wrapped to `width` pixels; `unlabelled` figures are drawn without their number."""
    entries = [*_reading(picture, unlabelled), *_beside(picture), *_events(picture), *_sources(picture)]
    rows: list[Record] = []
    y = 0
    hanging = 8 + round(max((text_width(entry.number, _SIZE) for entry in entries), default=0))
    for entry in entries:
        indent = hanging if entry.number else 0
        y += 8 if entry.heading else 0
        for number, text in enumerate(wrapped(entry.text, width - indent, _SIZE)):
            if entry.number and number == 0:
                rows.append(_row(0, y, entry.number, heading=False))
            rows.append(_row(indent, y, text, heading=entry.heading))
            y += _LINE
    layers: list[Json] = [
        _text([row for row in rows if row["heading"] == heading], "bold" if heading else "normal")
        for heading in (False, True)
        if any(row["heading"] == heading for row in rows)
    ]
    return {"width": width, "height": max(y, 1), "view": {"stroke": None}, "layer": layers}


def _row(x: int, y: int, label: str, *, heading: bool) -> Record:
    return {"x": x, "y": y, "label": label, "heading": heading}


def _text(rows: list[Record], weight: str) -> Record:
    mark: Record = {"type": "text", "align": "left", "baseline": "top", "fontSize": _SIZE, "fill": INK}
    return layer(rows, {**mark, "fontWeight": weight}, x=pixels("x"), y=pixels("y"), **spoken())


def _reading(picture: Picture, unlabelled: int) -> Iterator[_Entry]:
    if picture.empty:
        yield _Entry("", "Nothing is drawn: where no source gives a figure, none is known.")
    if picture.unnumbered and not picture.figures:
        yield _Entry("", "No figure has a number to draw: each is withheld, or has no bounds. None is zero.")
    if unlabelled:
        figures = number_of(unlabelled, "figure")
        yield _Entry(
            "", f"{figures} without a number beside the mark, for want of room: `iraqforce facts` lists all."
        )
    if picture.left_out:
        levels = number_of(picture.left_out, "level")
        yield _Entry("", f"{levels} that only stand beside an answer not drawn: `--all` draws them too.")
    if picture.outside:
        yield _Entry("", f"{number_of(picture.outside, 'event')} before or after these dates not shown.")


def _beside(picture: Picture) -> Iterator[_Entry]:
    """Of each figure of a part or of more, whom it counts."""
    beside = [each for each in (*picture.figures, *picture.unnumbered) if not each.whole]
    if beside:
        yield _Entry("", "Figures that stand beside an answer", heading=True)
    if len(beside) > _BESIDE_IN_FULL:
        for words, figures in figures_by_definition(beside):
            yield _Entry("", f"{words}: {figures}")
    elif beside:
        yield from _listed([_counted(figure) for figure in beside], "figure", "iraqforce facts --kind level")


def _counted(figure: Figure) -> _Entry:
    fact = figure.fact
    return _Entry(
        f"[{figure.note}]", f"{count_words(fact)}, {sometime_words(fact.as_of)}: {counted_words(fact)}"
    )


def _events(picture: Picture) -> Iterator[_Entry]:
    if picture.events:
        yield _Entry("", "Events", heading=True)
        yield from _listed(
            [_event(event) for event in picture.events], "date", "iraqforce facts --kind event"
        )


def _event(event: Event) -> _Entry:
    row = event_row(event)
    return _Entry(event.label, f"{row['as_of']}: {row['events']}")


def _sources(picture: Picture) -> Iterator[_Entry]:
    if picture.notes:
        yield _Entry("", "Sources", heading=True)
    if len(picture.notes) > _MANY_SOURCES:
        yield _Entry("", f"{sources_in_a_row(picture.notes)}.")
        yield _Entry("", "Titles and addresses: `iraqforce sources`, and the data of the file in Vega-Lite.")
    elif picture.notes:
        entries = [_Entry(f"[{note.number}]", _citation(note.source)) for note in picture.notes]
        yield from _listed(entries, "source", "iraqforce sources")


def _citation(source: Source) -> str:
    return " ".join(filter(None, (source_words(source), source.url)))


def _listed(entries: list[_Entry], noun: str, command: str) -> Iterable[_Entry]:
    left = len(entries) - _MOST
    more = [_Entry("", f"and {number_of(left, noun)} more, which `{command}` lists.")] if left > 0 else []
    return [*entries[:_MOST], *more]
