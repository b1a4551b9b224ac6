"""The pieces that a page for people is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Tone = Literal["good", "warning", "bad", "plain"]

Texture = Literal["solid", "light", "dotted", "dashed"]
"""How a bar is filled."""

Sign = Literal[Texture, "hatched", "thin", "about", "open", "event", "within", "uncertain"]
"""What stands in a bar, at its end, or beside a date: each renderer has a character of its own for it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the page is about, and a word or two that sum it up."""

    text: str
    badge: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing: a lead, a figure and words beside it, and below these the details."""

    lead: str
    figure: str
    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """A listing under its title; `columns` names lead, figure and text where a format needs names."""

    columns: tuple[str, str, str]
    entries: tuple[Entry, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered source, and the words that an answer took from it, each with its place."""

    number: int
    text: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class References:
    """The numbered sources of a page."""

    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with their values."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article or a fact, and below them where they stand.

    Each mark is the start and the end of characters to set off; marks do not overlap.
    """

    title: str
    text: str
    marks: tuple[tuple[int, int], ...]

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text piece by piece, each with whether it is marked."""
        place = 0
        for start, end in self.marks:
            yield self.text[place:start], False
            yield self.text[start:end], True
            place = end
        yield self.text[place:], False


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A whole text as it is, neither wrapped nor trimmed."""

    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text under its label; each mark is the start and the end of characters to underline."""

    label: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a language of programs, in which every space counts."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file with what is wrong in it underlined, texts to compare, and what mends it."""

    message: str
    line: Marked
    comparison: tuple[Marked, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks that are read against each other: in columns where there is room, else one after the other."""

    sides: tuple[tuple[Heading | Paragraph | Entries, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A number on an axis that begins at 0, filled up to `low` and hatched from there to `high`.

    `is_open` says that the number may be higher, `about` that `high` is rough.
    """

    texture: Texture
    low: float
    high: float
    is_open: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A bar, or none, and the entries below it that say what it shows."""

    bar: Bar | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """What is of one date: the lead, the marks of how sure it is, and the lanes."""

    lead: str
    marks: tuple[Sign, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class AxisChange:
    """From the row of this number on, counted from 0, the axis goes from 0 to `end`, as `words` say."""

    row: int
    end: float
    words: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars over time on one axis from 0 to `end`; `key` says what each sign means that may be drawn.

    `columns` names lead, figure and text where a format needs names; `change` is where another axis begins.
    """

    columns: tuple[str, str, str]
    rows: tuple[Dated, ...]
    end: float
    key: tuple[tuple[Sign, str], ...]
    change: AxisChange | None = None

    def entries(self) -> Entries:
        """The same without the bars, which say no more than the entries do."""
        return Entries(
            self.columns, tuple(entry for row in self.rows for lane in row.lanes for entry in lane.entries)
        )


Block = (
    Heading
    | Paragraph
    | Entries
    | References
    | Fields
    | Passage
    | Verbatim
    | Code
    | Excerpt
    | SideBySide
    | Bars
)
