"""The page of an as-of answer: the sentence, its cautions, the figures it rests on, and their sources."""

from collections.abc import Iterable, Iterator
from typing import Final

from iraqforce.model.facts import Definition, Fact, Source
from iraqforce.model.result import Result
from iraqforce.pages.blocks import (
    Block,
    Entries,
    Entry,
    Fields,
    Grid,
    Heading,
    Paragraph,
    Reference,
    References,
    Row,
    Tone,
)
from iraqforce.queries.answers import Answer
from iraqforce.text.phrases import (
    count_words,
    date_words,
    definition_words,
    number_of,
    quoted,
    reservations,
    short_date_words,
    span_words,
    subject_words,
    with_article,
)

BADGES: Final = {
    "reported": "REPORTED",
    "consistent": "CONSISTENT",
    "last_known": "LAST KNOWN",
    "expired": "NO ANSWER",
    "none": "NO ANSWER",
}

COLUMNS: Final = ("count", "stated by", "date", "basis", "source")
_MOST_IN_PERIOD: Final = 12
"""So many figures of a period are listed; more only with `details`."""


def page(result: Result, *, details: bool = False) -> Iterator[Block]:
    """The blocks of the page; `details` adds notes, definitions, related figures, locators and ids."""
    for each in result.items():
        if isinstance(each, Answer):
            yield from _page(each, details=details)
        else:
            yield Paragraph(f"Line {each.line} is not a date: no answer.")


def _page(answer: Answer, *, details: bool) -> Iterator[Block]:
    sources = Sources()
    badge, tone = badge_of(answer)
    question = answer.question
    asked = subject_words(question.force, question.place)
    yield Heading(f"{asked}, {span_words(question.date)}{known_by_words(answer)}", badge, tone)
    yield Paragraph("\n".join((answer.summary, *(f"Caution: {each}" for each in answer.cautions))))
    if answer.evidence:
        yield Grid(COLUMNS, tuple(figure_row(fact, sources.mark(fact)) for fact in answer.evidence))
    yield from _in_period(answer, sources, details=details)
    lines = [line for line in _lines(answer, sources) if line]
    if lines:
        yield Paragraph("\n".join(lines))
    if details:
        yield from _details(answer, sources)
    if sources.numbers:
        yield References(tuple(sources.references(details=details)), "Sources")
    if answer.related and not details:
        yield Paragraph(
            f"{number_of(len(answer.related), 'related figure')} (plans, ceilings, parts): --details"
        )


class Sources:
    """The sources of a page, numbered as they are first named, each with the facts that are shown."""

    def __init__(self) -> None:
        self.numbers: dict[Source, int] = {}
        self._facts: dict[Source, dict[str, Fact]] = {}

    def mark(self, fact: Fact) -> str:
        """The number of the fact's source: [2]."""
        number = self.numbers.setdefault(fact.source, len(self.numbers) + 1)
        self._facts.setdefault(fact.source, {})[fact.id] = fact
        return f"[{number}]"

    def references(self, *, details: bool, quotes: bool = True) -> Iterator[Reference]:
        """Publisher, date and URL, and the verified quotes; with `details` also the title and every place."""
        for source, number in self.numbers.items():
            inferred = {each.field for each in source.inferred}
            publisher = f"{source.publisher}{'*' if 'publisher' in inferred else ''}"
            origin = (
                f"{publisher}, {short_date_words(source.published)}{'*' if 'published' in inferred else ''}"
            )
            title = f" “{source.title}.”" if details and source.title else ""
            facts = self._facts[source].values()
            if details:
                words_of = tuple((quoted(fact), f"{_place(fact)}  {fact.id}") for fact in facts)
                yield Reference(number, origin + title, source.url, words_of)
            else:
                words = " … ".join(dict.fromkeys(quoted(fact) for fact in facts if quotes and fact.quoted))
                yield Reference(number, f"{origin}: {words}" if words else origin, source.url)


def badge_of(answer: Answer) -> tuple[str, Tone]:
    """How well the answer is supported, in a few words, and the tone to say it in."""
    if not answer.level:
        return "NO ANSWER", "bad"
    words = ["SOURCES CONFLICT"] if answer.contested else []
    words += ["BROADER SCOPE"] if answer.level.scope == "broader" else []
    words += [BADGES[answer.support]] if answer.support != "reported" or not words else []
    return " · ".join(words), "good" if words == ["REPORTED"] else "warning"


def known_by_words(answer: Answer) -> str:
    """What follows a heading if only sources published by a date were used."""
    known_by = answer.question.known_by
    return f", as known by {date_words(known_by)}" if known_by and known_by.last else ""


def figure_row(fact: Fact, *mark: str) -> Row:
    """Number, speaker, date, basis and mark of a source; below them what the figure counts and its status."""
    cells = (count_words(fact), fact.speaker, short_date_words(fact.as_of), fact.basis or "", *mark)
    below = [fact.definition.label] if fact.definition and fact.definition.id != "total-as-reported" else []
    return Row(cells, "; ".join((*below, *reservations(fact))))


def _in_period(answer: Answer, sources: Sources, *, details: bool) -> Iterator[Block]:
    """12. What else was reported in a period longer than a month."""
    date = answer.question.date
    others = [fact for fact in answer.in_period if fact not in answer.evidence]
    if not others or (date.ends - date.starts).days < 31:
        return
    shown = others if details else others[:_MOST_IN_PERIOD]
    rows = tuple(figure_row(fact, sources.mark(fact)) if details else _short(fact) for fact in shown)
    yield Grid(COLUMNS if details else COLUMNS[:4], rows, f"Also reported in {span_words(date)}")
    if len(others) > len(shown):
        yield Paragraph(f"{number_of(len(others) - len(shown), 'more figure')}: --details")


def _short(fact: Fact) -> Row:
    return Row((count_words(fact), fact.speaker, short_date_words(fact.as_of), fact.basis or ""))


def _lines(answer: Answer, sources: Sources) -> Iterator[str]:
    """A line each for what is withheld, other counts, parts, and the figures before and after."""
    if answer.parts:
        each = (
            f"{count_words(f)} ({f.speaker}, {short_date_words(f.as_of)}) {sources.mark(f)}"
            for f in answer.parts
        )
        yield f"Partial figures only: {'; '.join(each)}."
    if answer.withheld:
        each = (
            f"{with_article(f.speaker)} ({short_date_words(f.as_of)}{_counts(f)}) {sources.mark(f)}"
            for f in answer.withheld
        )
        yield f"Withheld by {'; '.join(each)}."
    if answer.other_counts:
        each = (f"{count_words(f)} ({short_date_words(f.as_of)}{_counts(f)})" for f in answer.other_counts)
        yield f"Other counts: {'; '.join(each)}."
    around = ((name, fact) for name, fact in (("Before", answer.previous), ("After", answer.next)) if fact)
    yield " ".join(f"{name}: {count_words(fact)} ({short_date_words(fact.as_of)})." for name, fact in around)


def _counts(fact: Fact) -> str:
    label = fact.definition.label if fact.definition else ""
    return f", {label}" if label else ""


def _details(answer: Answer, sources: Sources) -> Iterator[Block]:
    """Everything else: notes, related figures with reasons, and what each definition counts."""
    noted = [fact for fact in answer.evidence if fact.note]
    if noted:
        yield Entries(
            ("figure", "", "note"), tuple(Entry(count_words(f), "", f.note or "") for f in noted), "Notes"
        )
    if answer.related:
        yield Grid(COLUMNS, tuple(_related(fact, sources) for fact in answer.related), "Related figures")
    definitions = dict.fromkeys(_definitions((*answer.evidence, *answer.other_counts, *answer.related)))
    if definitions:
        yield Fields(tuple((each.label, each.text) for each in definitions))


def _related(fact: Fact, sources: Sources) -> Row:
    """A figure that cannot answer, with the reasons."""
    row = figure_row(fact, sources.mark(fact))
    scope = [definition_words(fact.definition)] if fact.definition and fact.scope != "total" else []
    due = [f"due {short_date_words(fact.due)}"] if fact.due else []
    return row._replace(
        detail="; ".join((*scope, *reservations(fact), *due, *([fact.note] if fact.note else [])))
    )


def _definitions(facts: Iterable[Fact]) -> Iterator[Definition]:
    return (fact.definition for fact in facts if fact.definition)


def _place(fact: Fact) -> str:
    """Where the words are: file and line of the stored article, or the locator."""
    return f"{fact.quote_at.path}:{fact.quote_at.line}" if fact.quote_at else f"see {fact.locator}"
