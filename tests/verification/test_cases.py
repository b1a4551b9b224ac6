"""Sentences after the shapes of public reporting, each claim with the verdict that a person gives it.

`own.yaml` grew with the code. `stranger.yaml` was written by somebody who had not seen it.
If the verdict is a list, each of its words can be defended.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import iraqforce
from iraqforce.queries.verification import Claim

FOLDER = Path(__file__).parent
BASE = iraqforce.open("all")


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


def claims_of(case: dict[str, Any]) -> list[Claim]:
    return list(BASE.verify(case["text"], published=case.get("published")).claims)


def matched(case: dict[str, Any]) -> tuple[list[tuple[dict[str, Any], Claim | None]], list[Claim]]:
    """Each claim that a person finds, with the one that was found for it; and those found besides."""
    left, pairs = claims_of(case), []
    for wanted in case["claims"]:
        found = next((each for each in left if wanted["words"] in each.words), None)
        if found is not None:
            left.remove(found)
        pairs.append((wanted, found))
    return pairs, left


def verdicts_of(wanted: dict[str, Any]) -> list[str]:
    verdict = wanted["verdict"]
    return verdict if isinstance(verdict, list) else [verdict]


ALL = [*cases("own.yaml"), *cases("stranger.yaml")]


@pytest.mark.parametrize("case", ALL, ids=lambda case: " ".join(case["text"].split())[:60])
def test_a_claim_gets_the_verdict_of_a_person(case: dict[str, Any]) -> None:
    pairs, more = matched(case)
    assert [each.words for each in more] == []
    for wanted, found in pairs:
        assert found is not None, f"{wanted['words']} is no claim"
        assert found.verdict in verdicts_of(wanted), found.why


def test_nobody_is_accused_wrongly_in_the_sentences_of_a_stranger() -> None:
    accused = {"not-supported", "outdated"}
    for case in cases("stranger.yaml"):
        pairs, more = matched(case)
        wrong = [found for wanted, found in pairs if found and found.verdict not in verdicts_of(wanted)]
        assert [each.why for each in (*wrong, *more) if each.verdict in accused] == []


def test_four_in_five_claims_of_a_stranger_get_the_verdict_of_a_person() -> None:
    pairs = [pair for case in cases("stranger.yaml") for pair in matched(case)[0]]
    right = [found for wanted, found in pairs if found and found.verdict in verdicts_of(wanted)]
    assert len(right) >= 0.8 * len(pairs)


def test_there_are_at_least_120_claims_and_a_third_of_them_is_a_strangers() -> None:
    own, strange = (
        sum(len(case["claims"]) for case in cases(name)) for name in ("own.yaml", "stranger.yaml")
    )
    assert own + strange >= 120
    assert 3 * strange >= own + strange
