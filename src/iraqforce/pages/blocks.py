"""The pieces of which a page for people is made."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeGuard

from iraqforce.text.characters import visible

Tone = Literal["good", "warning", "bad", "plain"]

Texture = Literal["solid", "light", "dotted", "dashed"]
"""How a bar is filled."""

Sign = Literal[Texture, "hatched", "thin", "about", "open", "event", "within", "uncertain"]
"""What is drawn in a bar, at its end, or next to a date: each renderer has its own character for it."""


_URL = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_AFTER_URL = ".,;:!?]'’)"


def is_web_address(text: str | None) -> TypeGuard[str]:
    """True if the text is an address of the web that is safe to follow: http or https, on one line."""
    return (
        text is not None
        and text.lower().startswith(("http://", "https://"))
        and visible(text) == text
        and not any(map(str.isspace, text))
    )


class Heading(NamedTuple):
    """What the page is about, and a word or two that sum it up."""

    text: str
    badge: str = ""
    tone: Tone = "plain"


class Paragraph(NamedTuple):
    """Running text, which may contain URLs."""

    text: str

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text piece by piece, each with whether it is a URL; the full stop after one is none of it."""
        place = 0
        for match in _URL.finditer(self.text):
            url = match.group().rstrip(_AFTER_URL if "(" not in match.group() else _AFTER_URL[:-1])
            end = match.start() + len(url)
            yield self.text[place : match.start()], False
            yield url, True
            place = end
        yield self.text[place:], False


class Link(NamedTuple):
    """Words that lead to a URL, if there is one; text shows the URL below them."""

    text: str
    url: str | None = None


class Entry(NamedTuple):
    """One line of a listing: a lead, a figure and words, and below these the details and the source."""

    lead: str
    figure: str
    text: str
    details: tuple[str, ...] = ()
    source: Link | None = None


class Entries(NamedTuple):
    """A listing under its title; `columns` names lead, figure and text where a format needs names."""

    columns: tuple[str, str, str]
    entries: tuple[Entry, ...]
    title: str = ""


class Row(NamedTuple):
    """A row of a grid; `detail` goes below its words."""

    cells: tuple[str, ...]
    detail: str = ""


class Grid(NamedTuple):
    """Rows of aligned cells under an optional title; `columns` names them where a format needs names.

    The first column has the figures, the second the words, which may wrap; the others are short. Columns in
    `numbers` have bare numbers: these are aligned right, and every format names the columns.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    numbers: tuple[str, ...] = ()


class Reference(NamedTuple):
    """A numbered source with its URL, and the quotes taken from it, each with its place."""

    number: int
    text: str
    url: str | None = None
    quotes: tuple[tuple[str, str], ...] = ()


class References(NamedTuple):
    """The numbered sources of a page."""

    items: tuple[Reference, ...]
    title: str = ""


class Fields(NamedTuple):
    """Names with their values."""

    items: tuple[tuple[str, str | Link], ...]


class Passage(NamedTuple):
    """Words of an article or a fact, and below them their place and the URL of their source.

    Each mark is the start and the end of characters to highlight; marks do not overlap.
    """

    title: str
    text: str
    marks: tuple[tuple[int, int], ...]
    url: str | None = None

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text piece by piece, each with whether it is marked."""
        place = 0
        for start, end in self.marks:
            yield self.text[place:start], False
            yield self.text[start:end], True
            place = end
        yield self.text[place:], False


class Verbatim(NamedTuple):
    """A whole text as it is, neither wrapped nor trimmed."""

    text: str


class Marked(NamedTuple):
    """A text under its label; each mark is the start and the end of characters to underline."""

    label: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Code(NamedTuple):
    """Text in a programming or data language, in which every space counts."""

    text: str
    language: str


class Excerpt(NamedTuple):
    """A line of a file with the problem underlined, texts to compare, and how to fix it."""

    message: str
    line: Marked
    comparison: tuple[Marked, ...]
    hint: str


class SideBySide(NamedTuple):
    """Blocks to compare: in columns if there is room, else one after the other."""

    sides: tuple[tuple[Heading | Paragraph | Entries | Grid, ...], ...]


class Bar(NamedTuple):
    """A number on an axis from 0: filled up to `low`, hatched from there to `high`.

    `is_open` means that the number may be higher, `about` that `high` is rough.
    """

    texture: Texture
    low: float
    high: float
    is_open: bool = False
    about: bool = False


class BarLine(NamedTuple):
    """A bar, or none, and below it the entries that say what it shows."""

    bar: Bar | None
    entries: tuple[Entry, ...]


class DateRow(NamedTuple):
    """What has one date: the lead, marks for how certain the date is, and the bars."""

    lead: str
    marks: tuple[Sign, ...]
    lines: tuple[BarLine, ...]


class AxisChange(NamedTuple):
    """From the row of this number (from 0) on, the axis ends at `end`; `words` say so."""

    row: int
    end: float
    words: str


class Bars(NamedTuple):
    """Bars over time on one axis from 0 to `end`; `legend` says what each sign means that may be drawn.

    `columns` names lead, figure and text where a format needs names; `change` is where another axis begins.
    """

    columns: tuple[str, str, str]
    rows: tuple[DateRow, ...]
    end: float
    legend: tuple[tuple[Sign, str], ...]
    change: AxisChange | None = None

    def entries(self) -> Entries:
        """The same without the bars, which say no more than the entries do."""
        entries = (entry for row in self.rows for line in row.lines for entry in line.entries)
        return Entries(self.columns, tuple(entries))


Block = (
    Heading | Paragraph | Entries | Grid | References | Fields | Passage
    | Verbatim | Code | Excerpt | SideBySide | Bars
)  # fmt: skip
