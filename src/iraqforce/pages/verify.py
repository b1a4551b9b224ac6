"""The page of a verification: claim by claim, for the editor who decides what is printed."""

from collections.abc import Iterator
from typing import Final

from iraqforce.model.choices import Verdict
from iraqforce.pages.blocks import Block, Fields, Heading, Link, Paragraph, Passage, Tone
from iraqforce.pages.level import Sources
from iraqforce.queries.verdict_words import MOST_SHOWN
from iraqforce.queries.verification import FAILED, Claim, Verification
from iraqforce.text.phrases import number_of, span_words


def page(result: Verification) -> Iterator[Block]:
    """Each claim with its verdict, the reason, the sources, and what would be true instead."""
    total, shown = sum(result.verdicts.values()), len(result.claims)
    number = number_of(total, "claim") if shown == total else f"{shown:,} of {number_of(total, 'claim')}"
    published = f", published {span_words(result.published)}" if result.published else ""
    yield Heading(f"{number}{published}")
    if not total:
        yield Paragraph("No claim found: a claim says how many of a known force are in a known place.")
    for claim in result.claims:
        place = f"{claim.at.path}:{claim.at.line}:{claim.at.column}"
        yield Heading(place, badge(claim.verdict), TONES[claim.verdict])
        yield Passage(_read(claim), claim.sentence, claim.marks)
        yield Fields(tuple(_fields(claim)))


def summary_words(result: Verification) -> str:
    """The number of claims with each verdict, in a sentence: 5 claims: 3 supported, 2 outdated."""
    found = [f"{number:,} {name.replace('-', ' ')}" for name, number in result.verdicts.items() if number]
    words = number_of(sum(result.verdicts.values()), "claim")
    return f"{words}: {', '.join(found)}." if found else "No claims found."


def badge(verdict: Verdict) -> str:
    """The verdict in capitals."""
    return verdict.replace("-", " ").upper()


TONES: Final[dict[Verdict, Tone]] = {
    "supported": "good",
    "contested": "warning",
    "outdated": "bad",
    "early": "warning",
    "different-measure": "bad",
    "not-supported": "bad",
    "no-data": "plain",
    "unclear": "warning",
}


def _read(claim: Claim) -> str:
    """What was read: the force, the place, the date and how it was derived."""
    force = claim.force.name if claim.force else "(force unclear)"
    place = claim.place.phrase if claim.place else "(place unclear)"
    kind = {"increase": "more ", "decrease": "fewer "}.get(claim.direction or "", "")
    date = span_words(claim.date) if claim.date else "(date unclear)"
    how = "" if claim.date is None or claim.dated_by == f"“{date}”" else f" ({claim.dated_by})"
    return f"Read as: {kind}{force} {place}, {date}{how}"


def _fields(claim: Claim) -> Iterator[tuple[str, str | Link]]:
    yield "why", claim.why
    if claim.suggestion and claim.verdict in (*FAILED, "contested", "early"):
        yield "suggested", claim.suggestion
    sources = Sources()
    for fact in claim.facts[:MOST_SHOWN]:
        sources.mark(fact)
    for each in sources.references(details=False):
        yield "source", Link(each.text, each.url)
