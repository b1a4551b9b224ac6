"""Dates, counts and sources in words: the phrases of which every answer and page is made (AP style)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from iraqforce.model.choices import Status
from iraqforce.model.dates import MONTHS, SEASON_FIRST_MONTH, SEASONS, PartialDate, parse
from iraqforce.model.facts import Definition, Fact, Force, Place, Source

_SEASONS: Final = {SEASON_FIRST_MONTH[number]: name for name, number in SEASONS.items()}
_QUARTERS: Final = {1: "first", 4: "second", 7: "third", 10: "fourth"}

_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_OFFICES: Final = re.compile(
    r"\b(Pentagon|Department|Center|Institution|Office|Command|Press|government|House|Index|Ministry|Embassy"
    r"|Service|Corps|Army|coalition|Committee|Agency|Bureau|Council|Commission|Times|Post|Journal|Tribune"
    r"|Guardian|Globe|Herald)\b"
)
"""Names with one of these words take an article."""

_BARE: Final = re.compile(r"\b(officials|officers|spokesmen)\b|^U\.S\. .*Command$")
"""But people and commands take none: `senior U.S. government officials`, `U.S. Central Command`."""

_DOUBLE_QUOTES: Final = '“”"'

WITHHELD: Final = "number withheld"

STATUS_WORDS: Final[dict[Status, str]] = {
    "actual": "reported as actual",
    "announced": "announced; deployment under way",
    "planned": "planned (not yet in effect)",
    "authorized": "authorized ceiling, not a headcount",
    "former": "past level, reported later",
}

CITED: Final = "cited"
"""Marks a fact whose source has no stored text: its words were not verified."""


def date_words(value: PartialDate) -> str:
    """The date in a sentence: `March 25, 2016`, `summer 2015`, `between 2014 and 2017`."""
    return _in_words(value, "between ", " and ")


def span_words(value: PartialDate) -> str:
    """The date of a question, from its first day to its last: `2014 to 2017`."""
    return _in_words(value, "", " to ")


def short_date_words(value: PartialDate) -> str:
    """The date with short months, for tables: `Mar 25, 2016`, `2014 to 2017`."""
    words = span_words(value)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


def day_words(day: date) -> str:
    """A day: `March 25, 2016`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def on_date(value: PartialDate) -> str:
    """The date with its preposition: `on March 25, 2016`, `in March 2016`."""
    words = date_words(value)
    if value.precision == "interval":
        return words
    return f"{'on' if value.precision == 'day' else 'in'} {words}"


def within_words(value: PartialDate) -> str:
    """A period with its preposition: `in 2016`, `from 2014 to 2017`."""
    return f"from {span_words(value)}" if value.precision == "interval" else f"in {date_words(value)}"


def with_article(speaker: str) -> str:
    """The speaker in a sentence: `the Pentagon`, but `Gen. Frank McKenzie` and `CBS News`."""
    first = speaker.partition(" ")[0]
    is_ranked = first.endswith(".") and first != "U.S."
    is_office = _OFFICES.search(speaker) is not None and "," not in speaker and not is_ranked
    has_none = first.lower() in ("a", "an", "the") or _BARE.search(speaker) is not None
    return f"the {speaker}" if is_office and not has_none else speaker


def capitalized(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def number_words(number: int) -> str:
    """A small number as AP style writes it: `three`, `12`."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def count_words(fact: Fact) -> str:
    """The fact's number as its source words it; empty if it has none."""
    if fact.count is None:
        return ""
    return "withheld" if fact.withheld else fact.count.text


def sometime_words(value: PartialDate) -> str:
    """The date of something that happened on an unknown day of it: `sometime in January 2021`."""
    plain = value.precision in ("day", "interval") or value.approximate
    return date_words(value) if plain else f"sometime in {date_words(value)}"


def number_of(number: int, noun: str) -> str:
    """A number and its noun: `1 fact`, `87 facts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(texts: Sequence[str]) -> str:
    """The texts (at least one) as a list in a sentence: `A, B and C`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"


def more_by_id(each: str) -> str:
    """How to see more of `a figure` or `a fact` that a page shows."""
    return f"Details of {each}: iraqforce show ID."


def source_words(source: Source) -> str:
    """The source as a reference, with what is inferred in brackets."""
    inferred = {each.field for each in source.inferred}

    def part(field: str, words: str | None) -> str | None:
        return f"[{words}]" if words and field in inferred else words

    authors, publisher = (
        part("authors", " and ".join(map(author_words, source.authors))),
        part("publisher", source.publisher),
    )
    origin = ", ".join(filter(None, (authors, publisher, part("published", date_words(source.published)))))
    title = part("title", source.title)
    if title is None:
        return f"{origin} (untitled)"
    end = "" if title.rstrip("]").endswith((".", "?", "!")) else "."
    return f"{title}{end} {origin}"


def figure_words(fact: Fact) -> str:
    """The fact's number with its sign and its unit: `+217`, `26 strikes`; empty for none."""
    count = fact.count
    sign = {"increase": "+", "decrease": "−"}.get(fact.direction or "", "")
    if count is None:
        # The direction `none` next to a force would read as zero.
        return "no change" if fact.direction == "none" else fact.direction or ""
    # Vague words and amounts of money already name what they count.
    plain = count.unit in (None, "people") or count.qualifier == "vague" or "$" in count.text
    return sign + count.text if plain else f"{sign}{count.text} {count.unit}"


def person(author: str) -> tuple[str, str] | None:
    """The family and the given name of an author written as `Burrow, Micaela`; None for an office."""
    family, comma, given = author.partition(", ")
    return (family, given) if comma and "," not in given else None


def author_words(author: str) -> str:
    """The author as a sentence has it: `Micaela Burrow` for a person written as `Burrow, Micaela`."""
    names = person(author)
    return " ".join(reversed(names)) if names else author


def subject_words(force: Force, place: Place) -> str:
    """The force and the place as a heading begins: `U.S. troops in Iraq`."""
    return capitalized(f"{force.name} {place.phrase}")


def who_where(fact: Fact) -> str:
    """The fact's force and place: `U.S. Marines at Fire Base Bell`."""
    parts = (fact.force.name if fact.force else "", fact.place.phrase if fact.place else "")
    return " ".join(part for part in parts if part)


def place_words(fact: Fact) -> str:
    """Where the words are: file and line of the article, or page and table of a source without a text."""
    if fact.quote_at is not None:
        return f"{fact.quote_at.path}:{fact.quote_at.line}"
    return f"see {fact.locator}"


def quoted(fact: Fact) -> str:
    """The quote in quotation marks; empty if there is none."""
    if not fact.quote:
        return ""
    words = " ".join(fact.quote.split())
    # A narrow space separates the quote's own quotation marks from these.
    before = "\u202f" if words[0] in _DOUBLE_QUOTES else ""
    after = "\u202f" if words[-1] in _DOUBLE_QUOTES else ""
    return f"“{before}{words}{after}”"


def status_before(fact: Fact) -> str:
    """What goes before a change or an event that is not reported as actual: `planned: `.

    A past event reported later needs nothing: it happened.
    """
    plain: tuple[Status | None, ...] = (
        ("actual", None) if fact.kind == "change" else ("actual", "former", None)
    )
    return "" if fact.status in plain else f"{fact.status}: "


def event_words(fact: Fact) -> str:
    """What happened, or what is planned or announced: `planned: Talks on the mission`."""
    return f"{status_before(fact)}{fact.label or who_where(fact) or fact.id}"


def qualities(fact: Fact) -> Iterator[str]:
    """What a reader must know about the figure before comparing it with another."""
    yield from traits(fact)
    if not fact.quoted:
        yield CITED


def traits(fact: Fact) -> Iterator[str]:
    """The same without whether the quote is verified, if another line says so."""
    if fact.definition is not None:
        # The amount of a change is not a part of a level.
        yield definition_words(fact.definition) if fact.kind == "level" else fact.definition.label
    yield from reservations(fact)


def definition_words(definition: Definition) -> str:
    """What a number counts, in few words, and whether its scope is partial or broader."""
    prefix = {"total": "", "partial": "partial: ", "broader": "broader scope: "}
    return prefix[definition.scope] + definition.label


def reservations(fact: Fact) -> Iterator[str]:
    """Why this figure may not be a count of those present, apart from its definition."""
    if fact.status is not None and fact.status != "actual":
        yield STATUS_WORDS[fact.status]
    if fact.withheld:
        yield WITHHELD
    if fact.excluded is not None:
        yield f"not used: {fact.excluded}"


def _in_words(value: PartialDate, within: str, joint: str) -> str:
    if value.precision != "interval":
        words = _point_words(value)
    elif value.first is None and value.last is not None:
        words = f"by {day_words(value.last)}"
    elif value.last is None and value.first is not None:
        words = f"since {day_words(value.first)}"
    else:
        start, end = (_point_words(parse(text)) for text in value.text.split("/"))
        if value.starts.year == value.ends.year:
            start = start.removesuffix(f", {value.starts.year}").removesuffix(f" {value.starts.year}")
        words = f"{within}{start}{joint}{end}"
    return f"{words} (uncertain)" if value.uncertain else words


def _point_words(value: PartialDate) -> str:
    """A date that is not an interval, as precise as it is written."""
    first = value.starts
    match value.precision:
        case "century":
            words = f"{first.year // 100}00–{first.year // 100}99"
        case "decade":
            words = f"the {first.year // 10}0s"
        case "year":
            words = str(first.year)
        case "month":
            words = f"{MONTHS[first.month - 1]} {first.year}"
        case "quarter":
            words = f"the {_QUARTERS[first.month]} quarter of {first.year}"
        case "season" if first.month == 12:
            words = f"winter {first.year}–{(first.year + 1) % 100:02}"
        case "season":
            words = f"{_SEASONS[first.month]} {first.year}"
        case _:
            words = day_words(first)
    return f"about {words}" if value.approximate else words
