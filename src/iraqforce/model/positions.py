"""Places in texts: lines and columns count from 1, columns in characters."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Annotated, NamedTuple


class TextPlace(NamedTuple):
    """A place in a text file."""

    path: Annotated[str, "The file, as the user named it or relative to the base's folder."]
    line: Annotated[int, "The line, from 1."]
    column: Annotated[int, "The column, from 1, in characters."]


class QuotePlace(NamedTuple):
    """Where a quote is found in its article."""

    path: Annotated[str, "The stored article, relative to the base's folder."]
    line: Annotated[int, "The line, from 1."]
    column: Annotated[int, "The column, from 1, in characters."]
    length: Annotated[int, "How many characters the quote takes there."]

    def span(self, text: str) -> tuple[int, int]:
        """The start and end of the quote in the text of its article, in characters."""
        start = lines_of(text).position(self.line, self.column)
        return start, start + self.length


class Lines:
    """The lines of a text as an editor counts them: only a line feed ends one."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, position: int) -> tuple[int, int]:
        """The line and the column of the character at `position`."""
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1

    def position(self, line: int, column: int) -> int:
        """The position of the character at this line and column."""
        return self._starts[line - 1] + column - 1


@lru_cache(maxsize=64)
def lines_of(text: str) -> Lines:
    """The lines of a text; many facts ask about the same few articles."""
    return Lines(text)


def text_place(path: str, text: str, position: int) -> TextPlace:
    """The place of the character at `position` in the text of the file."""
    return TextPlace(path, *lines_of(text).place(position))


def quote_place(path: str, text: str, start: int, end: int) -> QuotePlace:
    """The place of the words from `start` to `end`: `QuotePlace.span` the other way round."""
    return QuotePlace(path, *lines_of(text).place(start), end - start)
