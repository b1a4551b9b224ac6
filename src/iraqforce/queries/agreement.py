"""Whether a figure confirms a claim, contradicts it or does neither. Docs: docs/verify.md."""

import re
from typing import Final

from iraqforce.model.counts import Count, relation

NEAR: Final = 0.1
"""An open claim agrees with a figure inside it that is at most this share of the claim's number away."""

# `As many as 171,000` is a number that was reached, not merely a bound.
_REACHED: Final = re.compile(r"as many as|up to", re.IGNORECASE)


def agrees(claim: Count, figure: Count | None) -> bool:
    """True if a figure confirms a claim.

    If one of them is open, both must name the same number and side, or the number of an open claim is at most
    a tenth from a figure within it.
    """
    if figure is None or figure.withheld:
        return False
    claim = claim if None in (figure.low, figure.high) else _reached(claim)
    open_claim, open_figure = None in (claim.low, claim.high), None in (figure.low, figure.high)
    if not open_claim and not open_figure:
        return relation(claim, figure) == "agree"
    if claim.value is None or figure.value is None:
        return False
    if open_figure:
        return open_claim and _side(claim) == _side(figure) and claim.value == figure.value
    within = figure.value >= claim.value if claim.high is None else figure.value <= claim.value
    return within and abs(figure.value - claim.value) <= NEAR * max(claim.value, figure.value)


def is_compatible(claim: Count, figure: Count | None) -> bool:
    """True if a figure neither confirms nor contradicts a claim: one is open and has the other within it."""
    return figure is not None and not figure.withheld and relation(_reached(claim), figure) == "compatible"


def _side(count: Count) -> tuple[bool, bool]:
    return count.low is None, count.high is None


def _reached(claim: Count) -> Count:
    """The claim, with its number as its lower end too if the words say that it was reached."""
    if claim.qualifier == "at_most" and _REACHED.match(claim.text):
        return claim._replace(low=claim.value)
    return claim
