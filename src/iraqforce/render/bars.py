"""Bars over time as text: the axis, each date with its bars and what they show, and the key of the signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from iraqforce.present.escapes import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iraqforce.present.page import AxisChange, Bar, Bars, Dated, Entry, Sign
    from iraqforce.render import Screen

_SIGNS: Final[dict[Sign, str]] = {
    "solid": "█",
    "light": "░",
    "dotted": "·",
    "dashed": "╌",
    "hatched": "╱",
    "thin": "▏",
    "about": "≈",
    "open": "►",
    "event": "•",
    "within": "~",
    "uncertain": "?",
}
_ASCII_SIGNS: Final[dict[Sign, str]] = {
    "solid": "#",
    "light": "=",
    "dotted": ".",
    "dashed": "-",
    "hatched": "/",
    "thin": ":",
    "about": "~",
    "open": ">",
    "event": "*",
    "within": "~",
    "uncertain": "?",
}
_AXIS: Final = "├─┼┤│"
_ASCII_AXIS: Final = "|-++|"
"""The start of the axis, its line, its middle, its end, and the line that every bar begins at."""

_PLAIN: Final = str.maketrans("−–—“”‘’\u202f…", "---\"\"'' .")

_STYLES: Final[dict[Sign, str]] = {
    "solid": "cyan",
    "light": "cyan",
    "dotted": "cyan",
    "dashed": "cyan",
    "thin": "cyan",
    "hatched": "yellow",
    "about": "bold yellow",
    "open": "bold yellow",
}
_WIDEST: Final = 60
"""Cells of the longest bar: longer ones say no more."""

_LEAD: Final = 14
"""Cells for a date before it is wrapped: `summer 2015`, `about Sep 2016`."""

_WORDS: Final = 20
"""Cells that words need beside their figure."""

_FIGURE: Final = 8
"""Cells that a figure needs beside its words."""

_LONG: Final = 40
"""Entries of a list in which room is worth more than that no figure is wrapped."""

_INDENT: Final = 2
_GAP: Final = 2

_END: Final = 3
"""Cells around a bar: for where it begins, and for the signs at its end."""

_NARROW: Final = 56
"""Cells below which a date stands above what is of it, instead of beside."""


class Layout(NamedTuple):
    """The cells that each part of a row may take; 0 for a date is as much as it needs, above the rest."""

    marks: int
    lead: int
    content: int | None
    figure: int
    bar: int


def bars(block: Bars, screen: Screen) -> RenderableType:
    """The key, the axis and the rows of the block. Signs that nothing is drawn with are not explained."""
    drawing = _Drawing(block, screen)
    drawn: list[RenderableType] = []
    axis = list(drawing.axis(block.rows))
    for number, row in enumerate(block.rows):
        if block.change is not None and number == block.change.row:
            drawn += drawing.change(block.change)
        drawn.append(Padding(drawing.row(row), (1 if number else 0, 0, 0, 0)))
    return Padding(Group(*drawing.key(), *axis, *drawn), (0, 0, 0, _INDENT), expand=False)


def _grid() -> Table:
    return Table.grid(padding=(0, _GAP, 0, 0))


def _layout(block: Bars, width: int | None) -> Layout:
    marks = max((len(row.marks) for row in block.rows), default=0)
    lead = max((cell_len(row.lead) for row in block.rows), default=0)
    entries = block.entries().entries
    figure = _figure_width([cell_len(entry.figure) for entry in entries if entry.figure])
    if width is None:
        return Layout(marks, lead, None, figure, _WIDEST)
    if width < _NARROW:
        marks, lead, content = 0, 0, width - _INDENT - _GAP
    else:
        lead = min(lead, _LEAD)
        content = width - _INDENT - lead - _GAP - (marks + _GAP if marks else 0)
    room = content - _WORDS - _GAP
    figure = min(figure, room) if room >= _FIGURE else 0
    return Layout(marks, lead, content, figure, min(_WIDEST, content - _END))


def _figure_width(widths: Sequence[int]) -> int:
    """The cells of the widest figure; of a long list those of all but the widest tenth, which are wrapped."""
    if len(widths) <= _LONG:
        return max(widths, default=1)
    return max(1, sorted(widths)[len(widths) * 9 // 10])


class _Drawing:
    """Draws with the signs that the screen can show, and remembers which of them it drew."""

    def __init__(self, block: Bars, screen: Screen) -> None:
        self.block = block
        self.used: set[Sign] = set()
        self._plain = screen.ascii_only
        self._layout = _layout(block, screen.width)
        self._end = block.end

    def key(self) -> Iterator[RenderableType]:
        """A line for each sign that was drawn, and an empty one."""
        lines = [(sign, words) for sign, words in self.block.key if sign in self.used]
        for sign, words in lines:
            yield self._signed(sign, self._text(words))
        if lines:
            yield Text()

    def change(self, change: AxisChange) -> Iterator[RenderableType]:
        """What is said of the axis that begins here, and that axis."""
        self._end = change.end
        yield Padding(self._text(change.words, "bold"), (1, 0, 1, 0), expand=False)
        yield from self.axis(self.block.rows[change.row :])

    def axis(self, rows: Sequence[Dated]) -> Iterator[RenderableType]:
        """The axis with its numbers, above the bars; nothing where there is no bar."""
        if not any(lane.bar for row in rows for lane in row.lanes):
            return
        start, line, middle, end, _ = _ASCII_AXIS if self._plain else _AXIS
        width, half = self._layout.bar, round(self._layout.bar / 2)
        number, half_number = f"{self._end:,}", f"{self._end / 2:,.0f}"
        labels, ruler = "0" + number.rjust(width), start + line * (width - 1) + end
        begins = half - len(half_number) // 2
        ends = begins + len(half_number)
        # Half of an odd number is no number of people.
        if self._end % 2 == 0 and begins > 2 and ends < width - len(number) - 1:
            labels = labels[:begins] + half_number + labels[ends:]
            ruler = ruler[:half] + middle + ruler[half + 1 :]
        ruled = Group(*(Text(text, style="dim", no_wrap=True) for text in (labels, ruler)))
        yield self._beside(Text(), Text(), ruled)

    def row(self, row: Dated) -> RenderableType:
        """The date, with its bars and what they show beside it, or below it where there is no room."""
        marks = Text.assemble(*(self._sign(mark) for mark in row.marks))
        pieces: list[RenderableType] = []
        for lane in row.lanes:
            pieces += [self._bar(lane.bar)] if lane.bar else []
            pieces += [self._entry(entry) for entry in lane.entries]
        return self._beside(marks, self._text(row.lead, "bold"), Group(*pieces))

    def _beside(self, marks: Text, lead: Text, content: RenderableType) -> RenderableType:
        layout = self._layout
        if not layout.lead:
            head = Text(" ").join(part for part in (marks, lead) if part)
            return Group(*([head] if head else []), Padding(content, (0, 0, 0, 2), expand=False))
        grid = _grid()
        if layout.marks:
            grid.add_column(width=layout.marks)
        grid.add_column(width=layout.lead, overflow="fold")
        grid.add_column(width=layout.content, overflow="fold")
        grid.add_row(*([marks] if layout.marks else []), lead, content)
        return grid

    def _bar(self, bar: Bar) -> Text:
        width, end = self._layout.bar, self._end
        filled, whole = (round(number / end * width) if end else 0 for number in (bar.low, bar.high))
        thin = bar.low > 0 and filled == 0 and bar.texture == "solid"
        # What is not said to be so must not look as if it were, and a gap is seen, however small.
        filled = max(filled, int(bar.low > 0 and not thin))
        whole = min(width, max(whole, filled + int(bar.high > bar.low)))
        filled = min(filled, whole - int(bar.high > bar.low))
        pieces: list[tuple[Sign, int]] = [
            ("thin", int(thin)),
            (bar.texture, filled),
            ("hatched", whole - filled),
            ("about", int(bar.about)),
            ("open", int(bar.is_open)),
        ]
        drawn = (self._sign(sign, number) for sign, number in pieces if number)
        zero = (_ASCII_AXIS if self._plain else _AXIS)[-1]
        line = Text.assemble((zero, "dim"), *drawn)
        line.no_wrap = True
        return line

    def _entry(self, entry: Entry) -> RenderableType:
        """The figure with its words beside it, or below it where there is no room; an event has a sign."""
        words = Group(self._text(entry.text), *(self._text(line, "dim") for line in entry.details))
        if not entry.figure:
            return self._signed("event", words)
        figure = self._text(entry.figure, "bold")
        if not self._layout.figure:
            return Group(figure, Padding(words, (0, 0, 0, 2), expand=False))
        grid = _grid()
        grid.add_column(width=self._layout.figure, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(figure, words)
        return grid

    def _signed(self, sign: Sign, words: RenderableType) -> RenderableType:
        """The words beside their sign."""
        grid = _grid()
        grid.add_column(width=1)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(self._sign(sign), words)
        return grid

    def _sign(self, sign: Sign, times: int = 1) -> Text:
        self.used.add(sign)
        return Text((_ASCII_SIGNS if self._plain else _SIGNS)[sign] * times, style=_STYLES.get(sign, ""))

    def _text(self, text: str, style: str = "") -> Text:
        return Text(for_terminal(text.translate(_PLAIN) if self._plain else text), style=style)
