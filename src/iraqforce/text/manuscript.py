"""A manuscript in plain text or Markdown, paragraph by paragraph: unwrapped and without markup."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Passage(NamedTuple):
    """A paragraph as it reads: one line, single spaces; `origins` has the place of each character."""

    text: str
    origins: list[int]


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs, headings, list items and quoted blocks of the text, without code blocks."""
    for start, end in _blocks(text):
        passage = _passage(text, start, end)
        if passage.text:
            yield passage


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each block: up to a blank line, a heading, or the next item of a list."""
    start: int | None = None
    end, fence, quoted = 0, "", False
    for line in _LINE.finditer(text):
        words = line[0].strip()
        begins = _BEGINS.match(line[0]) is not None or (words.startswith(">") and not quoted)
        quoted = words.startswith(">")
        opening = _FENCE.match(words)
        if fence or opening:
            if start is not None:
                yield start, end
                start = None
            fence = _fence_after(fence, words, opening)
            continue
        if start is not None and (not words.strip("> ") or begins):
            yield start, end
            start = None
        if words.strip("> "):
            start, end = (line.start() if start is None else start), line.end()
            if _HEADING.match(words):
                yield start, end
                start = None
    if start is not None:
        yield start, end


def _fence_after(fence: str, words: str, opening: re.Match[str] | None) -> str:
    """The fence of the code block that is open after this line, or none."""
    if not fence:
        return opening[0] if opening else ""
    return "" if words.startswith(fence) and not words.strip(fence[0]) else fence


def _passage(text: str, start: int, end: int) -> Passage:
    pieces: list[str] = []
    origins: list[int] = []
    for match in _PIECE.finditer(text, start, end):
        if match["markup"] is not None:
            continue
        if match["space"] is not None:
            if pieces and pieces[-1] != " ":
                pieces.append(" ")
                origins.append(match.start())
            continue
        pieces += match[0]
        origins += range(match.start(), match.end())
    return Passage("".join(pieces).rstrip(), origins)


_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE: Final = re.compile(r"`{3,}|~{3,}")
_HEADING: Final = re.compile(r"#{1,6}\s")
_MARKER: Final = r"(?:[-*+]|\(?[0-9]{1,3}[.)])[ \t]"
_BEGINS: Final = re.compile(rf"[ \t>]*(?:{_MARKER}|#{{1,6}}\s|\|)")
_PIECE: Final = re.compile(
    r"(?P<markup>"
    rf"(?m:^[ \t]*(?:>[ \t]?)+(?:{_MARKER})?|^[ \t]*{_MARKER}|^[ \t]*#{{1,6}}[ \t])"  # of a line
    r"|!?\[(?=[^\]\n]{1,300}\])(?!\^)|\]\([^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"\n]*\")?\)|\]"
    r"|\[\^[^\]\s]{1,80}\]:?|<https?://[^>\s]*>|`[^`\n]*`|<!--(?:(?!-->)[\s\S]){0,2000}-->"
    r"|\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)"
    r")|(?P<space>\s+)|[^\s\[\]*`<!_]+|."
)
