"""F302: a fact about a day after its source was published is an error, unless it is planned."""

from pathlib import Path

import pytest

from curated import checked, fact, messages, problems_of, suppressing


@pytest.mark.parametrize("as_of", ["2018", "2018-12-31", "2017/2019", "../2020", "2016-03-25"])
def test_a_date_that_may_be_before_the_publication_is_right(as_of: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F302", fact("one", "3,800", as_of)) == []


@pytest.mark.parametrize("as_of", ["2019", "2019-01-01", "2019-01-01/2020", "2019/..", "2019~"])
def test_a_date_that_is_wholly_after_it_is_an_error(as_of: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "F302", fact("one", "3,800", as_of))
    assert problem.severity == "error"
    assert problem.message == f"as of {as_of}, but 'yearbook' was published 2018"
    assert problem.excerpt.strip() == f"as_of: {as_of}"


@pytest.mark.parametrize(("status", "number"), [("planned", 0), ("announced", 1), ("authorized", 1)])
def test_only_what_is_planned_may_be_in_the_future(status: str, number: int, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F302", fact("one", "3,800", "2019", status=status))) == number


def test_a_suppressed_date_makes_the_base_usable(tmp_path: Path) -> None:
    assert not checked(tmp_path, fact("one", "3,800", "2019"), rules=["F302"]).ok
    suppressed = checked(tmp_path, fact("one", "3,800", "2019", suppress=suppressing("F302")), rules=["F302"])
    assert (suppressed.problems, suppressed.ok) == ((), True)
