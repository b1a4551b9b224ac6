"""F302: what is told of a day after the source was published is told, unless it is planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import accepting, fact, inspected, messages, told


@pytest.mark.parametrize("as_of", ["2018", "2018-12-31", "2017/2019", "../2020", "2016-03-25"])
def test_a_date_that_may_lie_before_the_publication_is_right(as_of: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F302", fact("one", "3,800", as_of)) == []


@pytest.mark.parametrize("as_of", ["2019", "2019-01-01", "2019-01-01/2020", "2019/..", "2019~"])
def test_a_date_that_lies_wholly_after_it_is_an_error(as_of: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "F302", fact("one", "3,800", as_of))
    assert problem.severity == "error"
    assert problem.message == f"as of {as_of}, but 'yearbook' was published 2018"
    assert problem.excerpt.strip() == f"as_of: {as_of}"


@pytest.mark.parametrize(("status", "number"), [("planned", 0), ("announced", 1), ("authorised", 1)])
def test_only_what_is_planned_may_be_still_to_come(status: str, number: int, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F302", fact("one", "3,800", "2019", status=status))) == number


def test_an_acknowledged_date_makes_the_base_usable(tmp_path: Path) -> None:
    wrong = inspected(tmp_path, fact("one", "3,800", "2019"), codes=["F302"])
    assert wrong.declared is None
    accepted = fact("one", "3,800", "2019", accepts=accepting("F302"))
    right = inspected(tmp_path, accepted, codes=["F302"])
    assert (right.problems, right.declared is None) == ((), False)
