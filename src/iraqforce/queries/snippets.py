"""The part of a passage that a search shows, on one line, with the matches in it."""

from typing import Final, NamedTuple

SNIPPET: Final = 300
"""The number of characters of a passage that are shown; a longer one is cut between words."""

_BEFORE: Final = 80
"""The number of characters before the first match in a passage that is cut."""

Marks = list[tuple[int, int]]


class Snippet(NamedTuple):
    """What is shown of a text: the marks in it, and how many characters of the text precede it."""

    text: str
    marks: Marks
    before: int


def snippet(text: str, marks: Marks) -> Snippet:
    """The text on one line, cut where it has the most marks; `…` replaces what is cut."""
    line = "".join(" " if character.isspace() else character for character in text)
    start, end = _window(line, marks)
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    before = start - len(head)
    cut = [(first - before, min(last, end) - before) for first, last in marks if start <= first < end]
    return Snippet(f"{head}{line[start:end]}{tail}", cut, before)


def merged(spans: Marks) -> Marks:
    """The spans in order, overlapping ones as one."""
    found: Marks = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _window(line: str, marks: Marks) -> tuple[int, int]:
    """Where the part of the line to show begins and ends."""
    if len(line) <= SNIPPET:
        return 0, len(line)
    reach = SNIPPET - _BEFORE
    first = max(marks, key=lambda mark: sum(mark[0] <= start < mark[0] + reach for start, _ in marks))[0]
    start = max(0, min(first - _BEFORE, len(line) - SNIPPET))
    end = start + SNIPPET
    if start:
        start = line.find(" ", start - 1, first) + 1 or start
    if end < len(line):
        # A word longer than the snippet is cut.
        end = max(line.rfind(" ", first, end + 1), first + 1) if " " in line[first : end + 1] else end
    return start, end
