"""Bars over time as text: the legend, the axis, and each date with its bars and what they show."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from iraqforce.pages.blocks import AxisChange, Bar, Bars, DateRow, Entry, Sign
from iraqforce.render.formats import Screen
from iraqforce.render.terminal_layout import Cells, Indented, Piece, styled

_SIGNS: Final[dict[Sign, tuple[str, str, str]]] = {
    "solid": ("█", "#", "cyan"),
    "light": ("░", "=", "cyan"),
    "dotted": ("·", ".", "cyan"),
    "dashed": ("╌", "-", "cyan"),
    "hatched": ("╱", "/", "yellow"),
    "thin": ("▏", ":", "cyan"),
    "about": ("≈", "~", "bold yellow"),
    "open": ("►", ">", "bold yellow"),
    "event": ("•", "*", ""),
    "within": ("~", "~", ""),
    "uncertain": ("?", "?", ""),
}
"""Each sign as Unicode and as ASCII, with its style."""

_AXIS: Final = (tuple("├─┼┤│"), tuple("|-++|"))
"""The start, line, middle and end of the axis, and the line at which every bar begins: Unicode, ASCII."""

# In cells, but for _LONG
_WIDEST: Final = 60  # the longest bar
_LEAD: Final = 14  # a date before it is wrapped: `summer 2015`, `about Sep 2016`
_WORDS: Final = 20  # what the words next to a figure need
_FIGURE: Final = 8  # what a figure needs
_LONG: Final = 40  # in a list of more entries, the widest figures are wrapped to save room
_INDENT: Final = 2
_GAP: Final = 2
_END: Final = 3  # before and after a bar: the line at which it begins, and the signs at its end
_NARROW: Final = 56  # on a narrower screen a date is above its bars, instead of to their left


class Layout(NamedTuple):
    """The cells that each part of a row may take. `lead` is 0 if the date is above the bars."""

    marks: int
    lead: int
    content: int | None
    figure: int
    bar: int


def bars(block: Bars, screen: Screen) -> Piece:
    """The legend, the axis and the rows of the block. The legend has only the signs that are drawn."""
    drawing = _Drawing(block, screen)
    drawn: list[Piece] = []
    axis = list(drawing.axis(block.rows))
    for number, row in enumerate(block.rows):
        if block.change is not None and number == block.change.row:
            drawn += drawing.change(block.change)
        drawn.append(Indented(drawing.row(row), 0, above=min(number, 1)))
    return Indented([*drawing.legend(), *axis, *drawn], _INDENT)


def _layout(block: Bars, width: int | None) -> Layout:
    marks = max((len(row.marks) for row in block.rows), default=0)
    lead = max((cell_len(row.lead) for row in block.rows), default=0)
    figure = _figure_width([cell_len(each.figure) for each in block.entries().entries if each.figure])
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
    """The cells of the widest figure; in a long list, of all but the widest tenth."""
    if len(widths) <= _LONG:
        return max(widths, default=1)
    return max(1, sorted(widths)[len(widths) * 9 // 10])


class _Drawing:
    """Draws with the signs that the screen can show, and keeps which of them it drew."""

    def __init__(self, block: Bars, screen: Screen) -> None:
        self.block = block
        self._used: set[Sign] = set()
        self._ascii = screen.ascii_only
        self._axis_signs = _AXIS[screen.ascii_only]
        self._layout = _layout(block, screen.width)
        self._end = block.end

    def legend(self) -> Iterator[Piece]:
        """A line for each sign that was drawn, and an empty one."""
        lines = [(sign, words) for sign, words in self.block.legend if sign in self._used]
        for sign, words in lines:
            yield self._signed(sign, styled(words))
        if lines:
            yield Text()

    def change(self, change: AxisChange) -> Iterator[Piece]:
        """The words about the axis that begins here, and that axis."""
        self._end = change.end
        yield Indented(styled(change.words, "bold"), 0, above=1, below=1)
        yield from self.axis(self.block.rows[change.row :])

    def axis(self, rows: Sequence[DateRow]) -> Iterator[Piece]:
        """The axis with its numbers, above the bars; nothing if there is no bar."""
        if not any(line.bar for row in rows for line in row.lines):
            return
        start, line, middle, end, _ = self._axis_signs
        width, half = self._layout.bar, round(self._layout.bar / 2)
        number, half_number = f"{self._end:,}", f"{self._end / 2:,.0f}"
        labels, ruler = "0" + number.rjust(width), start + line * (width - 1) + end
        begins = half - len(half_number) // 2
        ends = begins + len(half_number)
        # Half of an odd number is not a number of people.
        if self._end % 2 == 0 and begins > 2 and ends < width - len(number) - 1:
            labels = labels[:begins] + half_number + labels[ends:]
            ruler = ruler[:half] + middle + ruler[half + 1 :]
        ruled = [Text(text, style="dim", no_wrap=True) for text in (labels, ruler)]
        yield self._dated(Text(), Text(), ruled)

    def row(self, row: DateRow) -> Piece:
        """The date, and to its right (or below it if there is no room) its bars and what they show."""
        marks = Text.assemble(*(self._sign(mark) for mark in row.marks))
        pieces: list[Piece] = []
        for line in row.lines:
            pieces += [self._bar(line.bar)] if line.bar else []
            pieces += [self._entry(entry) for entry in line.entries]
        return self._dated(marks, styled(row.lead, "bold"), pieces)

    def _dated(self, marks: Text, lead: Text, content: Piece) -> Piece:
        layout = self._layout
        if not layout.lead:
            head = Text(" ").join(part for part in (marks, lead) if part)
            return [*([head] if head else []), Indented(content)]
        parts = ((marks, layout.marks), (lead, layout.lead), (content, layout.content))
        shown = parts if layout.marks else parts[1:]
        return Cells(_GAP, shown)

    def _bar(self, bar: Bar) -> Text:
        width, end = self._layout.bar, self._end
        filled, whole = (round(number / end * width) if end else 0 for number in (bar.low, bar.high))
        thin = bar.low > 0 and filled == 0 and bar.texture == "solid"
        # A plan must never look like an actual level, and a gap is visible however small.
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
        line = Text.assemble((self._axis_signs[-1], "dim"), *drawn)
        line.no_wrap = True
        return line

    def _entry(self, entry: Entry) -> Piece:
        """The figure with its words to its right, or below it if there is no room; an event has a sign."""
        words = [styled(entry.text), *(styled(line, "dim") for line in entry.details)]
        if not entry.figure:
            return self._signed("event", words)
        figure = styled(entry.figure, "bold")
        if not self._layout.figure:
            return figure, Indented(words)
        return Cells(_GAP, ((figure, self._layout.figure), (words, None)))

    def _signed(self, sign: Sign, words: Piece) -> Piece:
        return Cells(_GAP, ((self._sign(sign), 1), (words, None)))

    def _sign(self, sign: Sign, times: int = 1) -> Text:
        self._used.add(sign)
        character, ascii_character, style = _SIGNS[sign]
        return Text((ascii_character if self._ascii else character) * times, style=style)
