"""Excerpts on a terminal: a line of a file, or a text to compare, with carets below what is wrong."""

import re
from collections.abc import Iterable

from rich.cells import cell_len

from iraqforce.pages import blocks
from iraqforce.render.formats import Screen
from iraqforce.render.terminal_layout import Indented, Piece, styled
from iraqforce.text.characters import visible

_WHITE = re.compile(r"\s")


def excerpt(block: blocks.Excerpt, screen: Screen) -> Piece:
    """The message, the line with the problem underlined, what to compare, and the hint."""
    lines: list[Piece] = [styled(block.message, "bold")]
    for marked in (block.line, *block.comparison):
        if marked.text.strip():
            lines += [Indented(styled(marked.label))] if marked.label else []
            lines += _marked(marked, screen)
    lines += [Indented(styled(f"hint: {block.hint}"))] if block.hint else []
    return lines


def _marked(block: blocks.Marked, screen: Screen) -> list[Piece]:
    """The text on one line, and carets below its marks."""
    # A tab, a line end or a control character would shift the carets.
    text, first = visible(_WHITE.sub(" ", block.text)), 0
    if screen.width is not None:
        start = block.marks[0][0] if block.marks else 0
        text, first = _cropped(text, start, screen.width - (10 if screen.ascii_only else 6))
    below = _carets(f"{text} ", [(begin - first, end - first) for begin, end in block.marks])
    if screen.ascii_only and not text.isascii():
        below = f"{'  ' * text.startswith('…')}{below}"
        text = text.replace("…", "...")
    lines: list[Piece] = [styled(f"    {text}", "dim")]
    return [*lines, styled(f"    {below}", "bold red")] if below else lines


def _carets(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """Carets in the cells below the marks, as far as they are in the text; an empty mark gets one."""
    marked: set[int] = set()
    for begin, end in marks:
        first, last = max(0, begin), min(max(end, begin + 1), len(text))
        if first < last:
            start, stop = cell_len(text[:first]), cell_len(text[:last])
            # What takes no cell, such as a vowel sign, is marked below the letter before it.
            marked.update(range(min(start, max(0, stop - 1)), stop))
    return "".join("^" if cell in marked else " " for cell in range(max(marked, default=-1) + 1))


def _cropped(line: str, start: int, width: int) -> tuple[str, int]:
    """At most `width` cells of the line around `start`, and how many characters are left out before them."""
    if cell_len(line) <= width:
        return line, 0
    cells = [cell_len(sign) for sign in line]
    first = min(start, len(line))
    # A third of the room for what comes before; more if less comes after.
    room = max(width // 3, width - sum(cells[first:]))
    while first and cells[first - 1] <= room:
        first -= 1
        room -= cells[first]
    head = "…" if first else ""
    last, room = first + len(head), width - len(head) - 1
    while last < len(line) and cells[last] <= room:
        room -= cells[last]
        last += 1
    # An ellipsis must not replace a single last character that fits as well.
    last += last == len(line) - 1 and cells[last] <= room + 1
    tail = "…" if last < len(line) else ""
    return f"{head}{line[first + len(head) : last]}{tail}", first
