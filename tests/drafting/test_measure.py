"""How much of what people found in articles a draft finds too, and how much of it is noise."""

from __future__ import annotations

import pytest

from draft_measure import Known, Shares, known, measure
from invented_articles import ARTICLES, WORDS
from iraqforce.checked import CheckedBase
from iraqforce.facts import Fact
from iraqforce.locations import bundled
from iraqforce.reading.base import read, vocabulary


@pytest.fixture(scope="module")
def base() -> CheckedBase:
    return read(bundled("articles"))


def curated(base: CheckedBase) -> list[tuple[str, list[Known]]]:
    return [
        (
            base.declared.articles[source.id],
            [_known(fact) for fact in base.facts if fact.source == source],
        )
        for source in base.declared.sources
    ]


def _known(fact: Fact) -> Known:
    said = {
        "force": fact.force.id if fact.force else None,
        "place": fact.place.id if fact.place else None,
        "as_of": fact.as_of.text,
        "direction": fact.direction,
    }
    return Known(fact.kind, fact.count, fact.quote or "", said)


def assert_good(shares: Shares) -> None:
    print(shares)  # noqa: T201 - the measurement, for `pytest -s`
    assert shares.levels >= 0.95, shares.missed
    assert shares.numeric >= 0.90, shares.missed
    assert shares.noise <= 1 / 3, shares.noisy
    assert shares.wrong == 0, shares.differing


def test_the_five_articles_are_drafted_nearly_as_curated(base: CheckedBase) -> None:
    assert_good(measure(curated(base), vocabulary(bundled("articles"))))


def test_invented_articles_of_other_armies_are_drafted_as_well() -> None:
    assert_good(measure(ARTICLES, WORDS))


def test_the_measure_tells_what_is_missed_and_what_is_noise() -> None:
    text = "There are 500 troops in Gao. Nobody counts the others."
    shares = measure([(text, [known("level", "500", "Nobody counts the others")])], WORDS)
    assert (shares.levels, shares.numeric, shares.noise) == (0, 0, 1)
    assert shares.missed == ["level 500: Nobody counts the others"]
    assert shares.noisy == ["There are 500 troops in Gao"]
