"""Dates, counts and sources in words: the small phrases of which every page is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from iraqforce.dates import PartialDate
    from iraqforce.facts import Definition, Fact, Source, Status

_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn"}

_DOUBLE_QUOTES: Final = '“”"'

KEPT_BACK: Final = "the source says that the number is kept back, which is not zero"

STATUS_WORDS: Final[dict[Status, str]] = {
    "actual": "actual: said to be so",
    "announced": "announced: decided and being carried out",
    "planned": "planned: not said to be so",
    "authorised": "authorised: a cap, not a count of those present",
    "former": "former: told as past",
}


CITED: Final = "cited, not quoted"
"""What is said of a fact whose source is not stored: its words were not checked."""


def date_words(value: PartialDate) -> str:
    """The date as a sentence has it: `25 March 2016`, `summer 2015`, `some time between 2014 and 2017`."""
    return _in_words(value, "some time between ", " and ")


def span_words(value: PartialDate) -> str:
    """The date as a question has it, from its first day to its last: `2014 to 2017`."""
    return _in_words(value, "", " to ")


def short_date_words(value: PartialDate) -> str:
    """The date as a margin has it: `25 Mar 2016`, `2014 to 2017`."""
    words = span_words(value)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


def day_words(day: date) -> str:
    """A day: `25 March 2016`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_words(days: int) -> str:
    """A number of days: `1 day`, `1,804 days`."""
    return number_of(days, "day")


def sometime_words(value: PartialDate) -> str:
    """The date of something that fell on an unsaid day of it: `sometime in January 2021`."""
    plain = value.precision in ("day", "interval") or value.approximate
    return date_words(value) if plain else f"sometime in {date_words(value)}"


def number_of(number: int, noun: str) -> str:
    """So many of a thing: `1 fact`, `87 facts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(texts: Sequence[str]) -> str:
    """The texts, of which there is at least one, as a sentence lists them: `A, B and C`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def more_by_id(each: str) -> str:
    """How a reader gets more of `each figure` or `a fact` that a page shows."""
    return f"iraqforce show ID gives {each} with its note and its paragraph."


def source_words(source: Source) -> str:
    """The source as a reference has it; what is inferred stands in brackets."""
    inferred = dict(source.inferred)

    def part(field: str, words: str | None) -> str | None:
        return f"[{words}]" if words and field in inferred else words

    published = part("published", date_words(source.published))
    origin = ", ".join(
        filter(None, (part("author", source.author), part("publisher", source.publisher), published))
    )
    title = part("title", source.title)
    if title is None:
        return f"{origin} (no title in the text)"
    end = "" if title.rstrip("]").endswith((".", "?", "!")) else "."
    return f"{title}{end} {origin}"


def who_where(fact: Fact) -> str:
    """The fact's force and place: `U.S. Marines at Fire Base Bell`."""
    parts = (fact.force.name if fact.force else "", fact.place.phrase if fact.place else "")
    return " ".join(part for part in parts if part)


def place_words(fact: Fact) -> str:
    """Where the words stand: file and line of the article, or page and table of what is only cited."""
    if fact.found_at is not None:
        return f"{fact.found_at.path}:{fact.found_at.line}"
    return f"{CITED}: {fact.locator}"


def quoted(fact: Fact) -> str:
    """The words of the source between quotation marks, or nothing where it is only cited."""
    if not fact.quote:
        return ""
    words = " ".join(fact.quote.split())
    # A narrow space keeps the quote's own quotation marks apart from ours.
    before = "\u202f" if words[0] in _DOUBLE_QUOTES else ""
    after = "\u202f" if words[-1] in _DOUBLE_QUOTES else ""
    return f"“{before}{words}{after}”"


def status_before(fact: Fact) -> str:
    """The status that stands before a change or an event that is not said to be so: `planned: `.

    Of an event told as past nothing stands there: it happened.
    """
    told: tuple[Status | None, ...] = (
        ("actual", None) if fact.kind == "change" else ("actual", "former", None)
    )
    return "" if fact.status in told else f"{fact.status}: "


def event_words(fact: Fact) -> str:
    """What happened, or what is only planned or announced: `planned: Talks on the mission`."""
    return f"{status_before(fact)}{fact.label or who_where(fact) or fact.id}"


def counted_words(fact: Fact) -> str:
    """Whom the number counts, and where: `U.S. troops in Iraq; combat forces only (a part)`."""
    if fact.definition is None:
        return who_where(fact)
    beyond = {"whole": "", "part": " (a part)", "more": " (wider than the force in the place)"}
    definition = fact.definition.text + beyond[fact.definition.covers]
    return "; ".join(part for part in (who_where(fact), definition) if part)


def qualities(fact: Fact) -> Iterator[str]:
    """What a reader must know of the figure before comparing it with another."""
    yield from traits(fact)
    if not fact.quoted:
        yield CITED


def traits(fact: Fact) -> Iterator[str]:
    """The same without whether the words were checked, where another line says so."""
    if fact.definition is not None:
        # An amount that is added or withdrawn is no part of a level.
        yield definition_words(fact.definition) if fact.kind == "level" else fact.definition.label
    yield from reservations(fact)


def definition_words(definition: Definition) -> str:
    """What a number counts, in few words, and whether that is a part of what is asked or wider."""
    prefix = {"whole": "", "part": "a part: ", "more": "wider: "}
    return prefix[definition.covers] + definition.label


def reservations(fact: Fact) -> Iterator[str]:
    """What keeps the figure from being a count of those present, as far as it is told of this one alone."""
    if fact.status is not None and fact.status != "actual":
        yield STATUS_WORDS[fact.status]
    if fact.withheld:
        yield KEPT_BACK
    if fact.context is not None:
        yield f"kept aside: {fact.context}"


def _in_words(value: PartialDate, within: str, joint: str) -> str:
    if value.precision != "interval":
        about = "about " if value.approximate else ""
        words = about + _span_words(value)
    elif value.first is None and value.last is not None:
        words = f"by {day_words(value.last)}"
    elif value.last is None and value.first is not None:
        words = f"since {day_words(value.first)}"
    else:
        start, _, end = value.text.partition("/")
        words = f"{within}{_end_words(start, value.first)}{joint}{_end_words(end, value.last)}"
    return f"{words} (uncertain)" if value.uncertain else words


def _span_words(value: PartialDate) -> str:
    first = value.starts
    match value.precision:
        case "year":
            return str(first.year)
        case "month":
            return f"{MONTHS[first.month - 1]} {first.year}"
        case "season" if first.month == 12:
            return f"winter {first.year}–{(first.year + 1) % 100:02}"
        case "season":
            return f"{_SEASONS[first.month]} {first.year}"
        case _:
            return day_words(first)


def _end_words(written: str, day: date | None) -> str:
    """One end of an interval, as precise as it is written."""
    about = "about " if written.endswith(("~", "%")) else ""
    bare = written.rstrip("~?%")
    if day is None:
        return written
    match bare.count("-"):
        case 0:
            return about + bare
        case 1 if int(bare[5:]) <= 12:
            return f"{about}{MONTHS[int(bare[5:]) - 1]} {bare[:4]}"
        case _:
            return about + day_words(day)
