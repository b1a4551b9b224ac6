"""The closed lists of choices, each with its meaning; docs/fact-base.md has the same words."""

from collections.abc import Mapping
from typing import Any, Final, Literal, get_args

from iraqforce.model.counts import Qualifier
from iraqforce.model.dates import Precision

Kind = Literal["level", "change", "event", "figure"]
Status = Literal["actual", "announced", "planned", "authorized", "former"]
Basis = Literal["official", "press"]
Direction = Literal["increase", "decrease", "none"]
Scope = Literal["total", "partial", "broader"]
QuoteMatch = Literal["exact", "punctuation", "none"]
SourceKind = Literal["news", "report", "dataset", "release", "transcript", "web"]
Checked = Literal["once", "twice"]
Support = Literal["reported", "consistent", "last_known", "expired", "none"]
Agreement = Literal["single", "agree", "compatible", "conflict"]
Verdict = Literal[
    "supported", "contested", "outdated", "early", "different-measure", "not-supported", "no-data", "unclear"
]
Severity = Literal["error", "warning"]
Respect = Literal["same-figure", "definition", "basis", "status", "support", "contested"]
SearchField = Literal["quote", "label", "stated_by", "note", "title", "authors", "publisher", "article"]

KINDS: Final[Mapping[Kind, str]] = {
    "level": "a headcount on a date",
    "change": "an increase or decrease, or a plan or denial of one",
    "event": "something that happened or is due on a date",
    "figure": "a number that is not a headcount",
}
STATUSES: Final[Mapping[Status, str]] = {
    "actual": "reported as actual",
    "announced": "decided and under way",
    "planned": "a target, a possibility or a deadline",
    "authorized": "a ceiling, not a headcount",
    "former": "a past level, reported later",
}
BASES: Final[Mapping[Basis, str]] = {
    "official": "an office or a named official is the origin of the number",
    "press": "the outlet itself, an analyst or an unnamed official",
}
DIRECTIONS: Final[Mapping[Direction, str]] = {
    "increase": "more than before",
    "decrease": "fewer than before",
    "none": "a denial of a change",
}
SCOPES: Final[Mapping[Scope, str]] = {
    "total": "the whole force in the place",
    "partial": "one unit, base, mission or role",
    "broader": "a theater, partners too, an average, or the peak of a period",
}
QUOTE_MATCHES: Final[Mapping[QuoteMatch, str]] = {
    "exact": "the quote is in the article, character for character",
    "punctuation": "the quote is in the article, except for quotation marks, dashes or white space",
    "none": "cited without a stored text",
}
SOURCE_KINDS: Final[Mapping[SourceKind, str]] = {
    "news": "an article by a newspaper, an agency or a broadcaster",
    "report": "a report by an office or an institute",
    "dataset": "a table of figures",
    "release": "a press release or an announcement",
    "transcript": "the record of a briefing, hearing or interview",
    "web": "any other web page",
}
CHECKED: Final[Mapping[Checked, str]] = {
    "once": "checked once against its source",
    "twice": "checked a second time, against its source or another copy",
}
SUPPORTS: Final[Mapping[Support, str]] = {
    "reported": "a figure has that date",
    "consistent": "the latest figure is older, and the next one agrees with it",
    "last_known": "the latest figure is older, but within the limit",
    "expired": "the latest figure is older than the limit: no answer",
    "none": "no figure has that date or an earlier one: no answer",
}
AGREEMENTS: Final[Mapping[Agreement, str]] = {
    "single": "there is one figure",
    "agree": "all figures agree",
    "compatible": "an open bound, such as more than 3,000, neither confirms nor excludes another figure",
    "conflict": "two figures conflict",
}
VERDICTS: Final[Mapping[Verdict, str]] = {
    "supported": "a figure of that date agrees",
    "contested": "it agrees with one of several figures that conflict",
    "outdated": "it agrees with an earlier figure, not with the current one",
    "early": "it agrees with a later figure",
    "different-measure": "it agrees with a figure that counts something else: a ceiling, a part, a plan",
    "not-supported": "no figure agrees",
    "no-data": "the base has no answer for that date",
    "unclear": "the force, place, date or number cannot be read with certainty",
}

SEVERITIES: Final[Mapping[Severity, str]] = {
    "error": "the base cannot be used",
    "warning": "something for the curator to check",
}
PRECISIONS: Final[Mapping[Precision, str]] = {
    "day": "one calendar day",
    "month": "some time in the month",
    "quarter": "some time in the calendar quarter",
    "season": "some time in the season, which is three whole months",
    "year": "some time in the year",
    "decade": "some time in the decade",
    "century": "some time in the hundred years",
    "interval": "some time within",
}
QUALIFIERS: Final[Mapping[Qualifier, str]] = {
    "exact": "the number itself; value, low and high are the same",
    "about": "approximately the number; value, low and high are the same, as no margin is assumed",
    "more_than": "low is the number, and high is open",
    "at_least": "low is the number, and high is open",
    "less_than": "high is the number, and low is open",
    "at_most": "high is the number, and low is open",
    "range": "low and high are given, and value is null",
    "vague": "words such as several hundred; the curator sets the bounds, and value is null",
    "withheld": "the source declines to give the number; value, low and high are null, never 0",
}
RESPECTS: Final[Mapping[Respect, str]] = {
    "same-figure": "both answers rest on the same figure",
    "definition": "the two levels count different things",
    "basis": "one level is official, the other a press figure",
    "status": "one level is planned, announced or past, the other is not",
    "support": "one date is better supported than the other",
    "contested": "the sources of one date or of both conflict",
}
SEARCH_FIELDS: Final[Mapping[SearchField, str]] = {
    "quote": "the quote of a fact",
    "label": "the curator's description of a fact",
    "stated_by": "who stated a fact",
    "note": "the curator's note on a fact or a source",
    "title": "the title of a source",
    "authors": "the authors of a source",
    "publisher": "the publisher of a source",
    "article": "a paragraph of the article",
}

_ALL: Final[tuple[Mapping[Any, str], ...]] = (
    KINDS, STATUSES, BASES, DIRECTIONS, SCOPES, QUOTE_MATCHES, SOURCE_KINDS, CHECKED, SUPPORTS, AGREEMENTS,
    VERDICTS, SEVERITIES, PRECISIONS, QUALIFIERS, RESPECTS, SEARCH_FIELDS,
)  # fmt: skip


def meanings_of(choice: object) -> Mapping[str, str] | None:
    """What each option of a Literal type means, or None for a self-explanatory one."""
    options = get_args(choice)
    return next((meanings for meanings in _ALL if tuple(meanings) == options), None)
