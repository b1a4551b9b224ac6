"""What a search can find: the texts of facts, sources and articles by passages, and what is shown of one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from iraqforce.model.choices import SearchField
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Source
from iraqforce.text.normalize import Term, search_words
from iraqforce.text.sentences import paragraphs

_RANKS: Final[dict[SearchField, int]] = {
    "quote": 0, "label": 0, "stated_by": 1, "title": 1, "authors": 1, "publisher": 1, "note": 2, "article": 3,
}  # fmt: skip


def needle(term: Term) -> str:
    """What finds the term among words between single spaces."""
    return f" {' '.join(term.words)}{'' if term.prefix else ' '}"


class Wanted:
    """The terms of a search, with what finds them."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.needles = [needle(term) for term in terms]
        self.words = [word.replace(".", "") for term in terms for word in term.words]


class Passage(NamedTuple):
    """A field of a record, or a paragraph of an article, which begins at `start` there."""

    field: SearchField
    text: str
    start: int = 0


class Searchable:
    """What a search can find of a fact, or of a source with its article (`fact` is None)."""

    def __init__(self, fact: Fact | None, source: Source, passages: Sequence[Passage]) -> None:
        self.fact, self.source, self.passages = fact, source, passages

    @cached_property
    def words(self) -> list[str]:
        """The words of each passage, between single spaces."""
        return [f" {' '.join(search_words(passage.text))} " for passage in self.passages]

    def has(self, wanted: Wanted) -> bool:
        """True if each of the terms is in one of the passages."""
        text = "\n".join(passage.text for passage in self.passages)
        if text.isascii():
            # Most texts lack the words at a glance; only commas and periods can be within one.
            plain = text.casefold().replace(",", "").replace(".", "")
            if any(word not in plain for word in wanted.words):
                return False
        words = "\n".join(self.words)
        return all(needle in words for needle in wanted.needles)

    def chosen(self, wanted: Wanted) -> list[int]:
        """The passages to show, by number.

        Of an article every paragraph that has all the terms; of the fields the first that has them. If none
        has them all, as few passages as together have them.
        """
        needles = list(enumerate(wanted.needles))
        has = [{number for number, needle in needles if needle in words} for words in self.words]
        whole = [place for place, numbers in enumerate(has) if len(numbers) == len(needles)]
        in_article = [place for place in whole if self.passages[place].field == "article"]
        return in_article or whole[:1] or _covering(has)

    def rank(self, wanted: Wanted) -> tuple[bool, int, bool]:
        """The key that sorts records, the best first."""
        chosen = self.chosen(wanted)
        apart = any(needle not in self.words[chosen[0]] for needle in wanted.needles)
        return apart, min(_RANKS[self.passages[place].field] for place in chosen), self.fact is None


def searchables(base: FactBase) -> Iterator[Searchable]:
    """Every fact, and then every source with its article, in the order of the base."""
    for fact in base.facts:
        yield Searchable(
            fact,
            fact.source,
            _passages(
                ("quote", fact.quote), ("label", fact.label), ("stated_by", fact.stated_by),
                ("note", fact.note), ("note", fact.excluded),
            ),
        )  # fmt: skip
    for source in base.sources.values():
        article = base.articles.get(source.id) or ""
        read = [Passage("article", article[start:end], start) for start, end in paragraphs(article)]
        fields = _passages(
            ("title", source.title), *(("authors", author) for author in source.authors),
            ("publisher", source.publisher), ("note", source.note),
        )  # fmt: skip
        yield Searchable(None, source, read + fields)


def _passages(*fields: tuple[SearchField, str | None]) -> list[Passage]:
    return [Passage(field, text) for field, text in fields if text]


def _covering(has: Sequence[set[int]]) -> list[int]:
    """The passages that together have all the terms, in order: each adds the most that are missing."""
    missing = set[int]().union(*has)
    chosen = []
    while missing:
        best = max(range(len(has)), key=lambda place: len(missing & has[place]))
        missing -= has[best]
        chosen.append(best)
    return sorted(chosen)


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
    starts = [start for start, _ in marks]
    first = max(starts, key=lambda start: bisect_left(starts, start + reach) - bisect_left(starts, start))
    start = max(0, min(first - _BEFORE, len(line) - SNIPPET))
    end = start + SNIPPET
    if start:
        start = line.find(" ", start - 1, first) + 1 or start
    if end < len(line):
        # A word longer than the snippet is cut.
        end = max(line.rfind(" ", first, end + 1), first + 1) if " " in line[first : end + 1] else end
    return start, end
