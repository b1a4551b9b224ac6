"""The page of a search: the passages with the words marked, or why there is none."""

from collections.abc import Iterator

from iraqforce.pages.blocks import Block, Heading, Paragraph, Passage
from iraqforce.queries.search import Hit, SearchQuestion, SearchResult
from iraqforce.text.phrases import date_words, more_by_id, number_of

_QUERY = 80
"""The number of characters of a query that a heading repeats."""


def page(result: SearchResult) -> Iterator[Block]:
    """The blocks of the page, from top to bottom."""
    question = result.question
    words = question.words if len(question.words) <= _QUERY else f"{question.words[:_QUERY].rstrip()}…"
    if not result.hits:
        yield from _nothing(result, words)
        return
    source = f" of {question.source}" if question.source else ""
    yield Heading(f"{_found(result)} “{words}”{source}")
    for hit in result.hits:
        yield Passage(_title(hit), hit.text, hit.marks, hit.url)
    if result.more:
        shown = f"top {len(result.hits):,} matches" if len(result.hits) > 1 else "top match"
        yield Paragraph(f"Showing the {shown}. Use --limit all to see the rest.")
    if any(hit.fact or hit.quoted_by for hit in result.hits):
        yield Paragraph(more_by_id("a fact"))


def _found(result: SearchResult) -> str:
    numbers = [(result.found.facts, result.question.kind or "fact"), (result.found.sources, "source")]
    found = " and ".join(number_of(number, noun) for number, noun in numbers if number)
    return f"{found} {'matches' if sum(result.found) == 1 else 'match'}"


def _nothing(result: SearchResult, words: str) -> Iterator[Block]:
    if not result.question.terms:
        yield Heading(f"No words to search for in “{words}”")
        yield Paragraph('Search for words, "phrases" or prefix*, made of letters and digits.')
        return
    yield Heading(f"No results for “{words}”")
    for each in result.unknown:
        meant = f" Did you mean “{each.nearest}”?" if each.nearest else ""
        yield Paragraph(f"“{each.term}” is not in this base.{meant}")
    if not result.unknown:
        yield Paragraph(_apart(result.question))


def _apart(question: SearchQuestion) -> str:
    """Why nothing matches, although each term is in the base."""
    options = (("--source", question.source), ("--kind", question.kind))
    filters = [name for name, value in options if value]
    if filters:
        return f"Found outside these filters: drop {' and '.join(filters)} or use fewer words."
    return "Each word is in the base, but no fact or source has all of them: use fewer words."


def _title(hit: Hit) -> str:
    """Whose words these are and where they are."""
    field = hit.field.replace("_", " ")
    place = f"{hit.at.path}:{hit.at.line}:{hit.at.column}" if hit.at else ""
    if hit.fact is not None:
        return " · ".join((f"{hit.kind} {hit.fact}", field, place))
    origin = f"{hit.publisher}, {date_words(hit.published)}"
    quoted_by = f"quoted by {', '.join(hit.quoted_by)}" if hit.quoted_by else ""
    return " · ".join(part for part in (origin, field, place or hit.source, quoted_by) if part)
