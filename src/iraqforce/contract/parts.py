"""The parts that the JSON of commands shares: a fact, a count, a date, a source, a place, a base and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.choices import BASES, COVERS, DIRECTIONS, KINDS, STATUSES
from iraqforce.contract.fields import (
    RULE_PATTERN,
    Schema,
    choice,
    day,
    identifier,
    listing,
    mapping,
    number,
    part,
    pieces,
    record,
    text,
    whole,
)
from iraqforce.patterns import SHA256_PATTERN

if TYPE_CHECKING:
    from iraqforce.counts import Qualifier
    from iraqforce.dates import Precision
    from iraqforce.facts import Verdict
    from iraqforce.problems import Severity

QUALIFIERS: Final[dict[Qualifier, str]] = {
    "exact": "the number named; value, low and high are the same",
    "about": "the number named, roughly; value, low and high are the same, as no width is invented",
    "more_than": "low is the number named, and high is open",
    "at_least": "low is the number named, and high is open",
    "less_than": "high is the number named, and low is open",
    "at_most": "high is the number named, and low is open",
    "range": "low and high are named, and value is null",
    "vague": "words such as several hundred; the bounds are the curator's, and value is null",
    "withheld": "the source says that the number is kept back; value, low and high are null, and it is no 0",
}
PRECISIONS: Final[dict[Precision, str]] = {
    "day": "one calendar day",
    "month": "some time in the month",
    "season": "some time in the season, which is three whole months",
    "year": "some time in the year",
    "interval": "some time within",
}
VERDICTS: Final[dict[Verdict, str]] = {
    "exact": "the quote was found in the stored article, character for character",
    "typographic": "it was found there, but for quotation marks, dashes or white space",
    "cited": "the source has no stored text, so there is no quote",
}
SEVERITIES: Final[dict[Severity, str]] = {
    "error": "a base with it answers nothing",
    "warning": "it is for the curator to look at",
}

_ABSENT: Final = "the base says none"

COUNT_FIELDS: Final = {
    "text": text("The number as the source words it: more than 5,000."),
    "value": number("The number named.", null="the words name no single number, or it is withheld"),
    "low": number("The least that the words allow.", null="open"),
    "high": number("The most that the words allow.", null="open"),
    "qualifier": choice("How the words bound the number.", QUALIFIERS),
}

DATE_FIELDS: Final = {
    "text": text("As written: ISO 8601 or EDTF, as precise as the source allows."),
    "first": day("The first day that it may mean.", null="the interval has no start"),
    "last": day("The last day that it may mean.", null="the interval has no end"),
    "precision": choice("How precise it is.", PRECISIONS),
}
PLACE_FIELDS: Final = {
    "path": text("The file, as the base names it or as it was given."),
    "line": whole("The line, from 1.", least=1),
    "column": whole("The column in characters, from 1.", least=1),
}
DEFINITION: Final = record(
    "What the number counts.",
    {
        "id": identifier("The id of the definition."),
        "name": text("What it says in few words: active duty only.", null="the text is short enough"),
        "text": text("What it says: leaves out “temporary” troops."),
        "covers": choice("How much of the force in the place the number covers.", COVERS),
    },
    null="the source does not say, and the number is taken for the whole",
)
FACT_FIELDS: Final = {
    "id": identifier("The id of the fact, unique in its base."),
    "kind": choice("What sort of statement it is.", KINDS),
    "label": text("What it is, in the curator's few words.", null="its force and place say it"),
    "force": identifier("Whose people: the id of a force.", null="it is about no force"),
    "place": identifier("Where: the id of a place.", null="it is about no place"),
    "count": part("count", "The number.", null="the statement names none"),
    "direction": choice("Which way a change goes.", DIRECTIONS, null="it is no change, or says neither"),
    "as_of": record(
        "The date that the fact is true of.",
        DATE_FIELDS | {"dated_by": text("The words or reasons that give the date.", null=_ABSENT)},
    ),
    "status": choice("How firmly it is said.", STATUSES, null="an event or a figure without one"),
    "basis": choice("Whose number it is.", BASES, null="an event or a figure without one"),
    "definition": DEFINITION,
    "stated_by": text("Whose claim it is: a person or an office.", null="the publisher's own"),
    "quote": text("The verbatim words of the source.", null="the source is cited, not quoted"),
    "found_at": part("place", "Where the quote stands in its article.", null="there is no quote"),
    "locator": text("Where in the source: a page, a table.", null="the quote says it"),
    "written_at": record(
        "Where the fact is written in the base.",
        {"path": PLACE_FIELDS["path"], "line": PLACE_FIELDS["line"]},
    ),
    "source": record(
        "The document that it is taken from, in short.",
        {
            "id": identifier("The id of the source."),
            "title": text("Its title.", null="its text has none"),
            "publisher": text("Who published it."),
            "author": text("Who wrote it.", null="its text does not say"),
            "published": text("When it was published, as written in the base."),
            "url": text("Where it stands on the web.", null=_ABSENT),
        },
    ),
    "verdict": choice("How its words were found.", VERDICTS),
    "note": text("What to know before using the number.", null="nothing"),
    "context": text("Why a level only stands beside an answer.", null="its definition tells, or it answers"),
    "accepts": part("accepts"),
}
SOURCE_FIELDS: Final = {
    "id": identifier("The id of the source."),
    "title": text("Its title.", null="its text has none"),
    "author": text("Who wrote it.", null="its text does not say"),
    "publisher": text("Who published it."),
    "published": part("date", "When it was published."),
    "url": text("Where it stands on the web.", null=_ABSENT),
    "inferred": mapping(
        text("Why it is believed."),
        "The fields that its text does not state, such as publisher, each with the reason to believe them.",
    ),
    "text": text("The path of its stored text.", null="none is stored: its facts are cited, not quoted"),
    "sha256": text(
        "The SHA-256 of the bytes of that text.", null="no text is stored", pattern=SHA256_PATTERN
    ),
    "note": text("What a reader should know of it.", null="nothing"),
    "accepts": part("accepts"),
    "facts": whole("How many facts are taken from it."),
    "article": text("Its whole text.", null="it was not asked for (--text), or none is stored"),
}
PROBLEM_FIELDS: Final = {
    **PLACE_FIELDS,
    "code": text("The code of the rule, which never changes its meaning.", pattern=RULE_PATTERN),
    "severity": choice("How grave it is.", SEVERITIES),
    "message": text("What is wrong."),
    "excerpt": text("The line of the file there; empty where there is none."),
    "hint": text("What mends it."),
    "verdict": choice(
        "Of a quote that was not found.",
        {"absent": "no article of the base has these words", "elsewhere": "another source has them"},
        null="the problem is not about a quote that was not found",
    ),
    "nearest": record(
        "Where the words stand after all, or the words of the article most like them.",
        PLACE_FIELDS
        | {
            "source": identifier("The other source that has them.", null="the fact's own source"),
            "text": text("The words there."),
            "differences": pieces("The pieces of the text that differ."),
            "quote_differences": pieces("The pieces of the fact's quote that differ."),
        },
        null="there are no such words",
    ),
    "related": record(
        "The place in an article that the problem is about.", PLACE_FIELDS, null="it is about none"
    ),
}
RULE_FIELDS: Final = {
    "code": text("The code of the rule, which never changes its meaning.", pattern=RULE_PATTERN),
    "severity": choice("How grave it is.", SEVERITIES),
    "acceptable": {"type": "boolean", "description": "True where a record may acknowledge the rule."},
    "name": text("What is wrong, in a few words."),
    "reason": text("Why it is a rule."),
    "fix": text("What mends it."),
    "bad": text("A piece of YAML that breaks it."),
    "good": text("The same, mended."),
}

PARTS: Final[dict[str, Schema]] = {
    "fact": record("One statement taken from one source, with the words it was taken from.", FACT_FIELDS),
    "count": record(
        "A number as its source words it.",
        COUNT_FIELDS | {"unit": text("What is counted: people, USD, km².", null="not said")},
    ),
    "date": record("A date as precise as its source.", DATE_FIELDS),
    "source": record("A document.", SOURCE_FIELDS),
    "place": record("A place in a file.", PLACE_FIELDS),
    "base": record(
        "The base that the answer rests on.",
        {
            "facts": whole("How many facts it has."),
            "sources": whole("How many sources it has."),
            "sha256": text(
                "The SHA-256 of its bytes; of several files, that of the list of their hashes.",
                pattern=SHA256_PATTERN,
            ),
        },
    ),
    "accepts": listing(
        record(
            "An acknowledgement.",
            {
                "rule": text("The code of the rule.", pattern=RULE_PATTERN),
                "because": text("Why it is right all the same."),
                "words": listing(
                    text("A number as the article has it."),
                    "With F308, the numbers of the article that it is about; empty with other rules.",
                ),
            },
        ),
        "The rules of `iraqforce check` that this record acknowledges, each with the reason.",
    ),
    "problem": record("One thing wrong at one place of a base.", PROBLEM_FIELDS),
    "rule": record("One rule of a fact base.", RULE_FIELDS),
}
"""Every shared part, by the name that `fields.part` gives."""
