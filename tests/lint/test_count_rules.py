"""Rules about numbers: parts larger than their total, and fractions of a person."""

from pathlib import Path

import pytest

from curated import fact, line_of, messages, problems_of

# F304: a part larger than its total


def beside(folder: Path, part: str, whole: str, **keys: str) -> list[str]:
    """What is found for that count in Anbar, with these keys, and that count in Iraq."""
    return messages(folder, "F304", fact("part", part, place="anbar", **keys), fact("whole", whole))


def test_a_part_larger_than_its_whole_is_reported_at_the_part(tmp_path: Path) -> None:
    facts = fact("part", "4,500", place="anbar"), fact("whole", "3,800")
    (problem,) = problems_of(tmp_path, "F304", *facts)
    assert problem.message == "4,500 of 'us' in 'anbar' is more than 3,800 of 'us' in 'iraq'"
    assert problem.excerpt.strip() == "count: 4,500"
    assert problem.hint.startswith("check 'whole' at ")
    assert f"{tmp_path}/facts.yaml:{line_of(tmp_path, 'count: 3,800')};" in problem.hint


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("3,800", "3,800"),
        ("at least 3,800", "3,800"),
        ("3,800", "at most 3,800"),
        ("450", "3,800"),
        ("4,500", "more than 3,800"),
        ("up to 4,500", "3,800"),
        ("500 to 4,500", "3,800"),
        ("about 4,000", "3,900"),
        ("withheld", "3,800"),
        ("4,500", "withheld"),
        ("{text: thousands, low: 2000}", "3,800"),
    ],
)
def test_a_part_that_may_be_no_larger_is_right(part: str, whole: str, tmp_path: Path) -> None:
    assert beside(tmp_path, part, whole) == []


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("3,801", "3,800"),
        ("more than 3,800", "3,800"),
        ("3,800", "fewer than 3,800"),
        ("more than 3,800", "3,000"),
        ("4,500", "fewer than 4,000"),
        ("4,000 to 4,500", "3,800"),
        ("about 4,900", "3,900"),
        ("{text: thousands, low: 2000}", "1,900"),
        ("1", "0"),
    ],
)
def test_a_part_that_is_surely_larger_is_reported(part: str, whole: str, tmp_path: Path) -> None:
    assert len(beside(tmp_path, part, whole)) == 1


def test_a_whole_may_be_two_levels_up(tmp_path: Path) -> None:
    facts = fact("part", "4,500", place="ramadi"), fact("whole", "3,800")
    assert messages(tmp_path, "F304", *facts) == [
        "4,500 of 'us' in 'ramadi' is more than 3,800 of 'us' in 'iraq'"
    ]


def test_a_whole_may_be_one_of_both_force_and_place(tmp_path: Path) -> None:
    facts = fact("part", "4,500", force="marines", place="ramadi"), fact("whole", "3,800")
    assert len(messages(tmp_path, "F304", *facts)) == 1


def test_a_part_of_one_whole_and_the_whole_of_another_part_are_not_compared(tmp_path: Path) -> None:
    facts = fact("part", "4,500", force="marines", place="iraq"), fact("other", "3,800", place="anbar")
    assert messages(tmp_path, "F304", *facts) == []


def test_the_whole_may_be_smaller_at_another_date(tmp_path: Path) -> None:
    assert beside(tmp_path, "4,500", "3,800", as_of="2016-03-26") == []


def test_the_whole_may_be_smaller_by_another_definition(tmp_path: Path) -> None:
    assert beside(tmp_path, "4,500", "3,800", definition="includes-temporary") == []


@pytest.mark.parametrize(
    ("status", "number"),
    [("actual", 1), ("former", 1), ("announced", 0), ("planned", 0), ("authorized", 0)],
)
def test_what_is_still_to_come_may_be_larger_than_what_is_there(
    status: str, number: int, tmp_path: Path
) -> None:
    assert len(beside(tmp_path, "4,500", "3,800", status=status)) == number


@pytest.mark.parametrize("status", ["announced", "planned", "authorized"])
def test_what_is_still_to_come_is_compared_with_its_like(status: str, tmp_path: Path) -> None:
    facts = fact("part", "4,500", place="anbar", status=status), fact("whole", "3,800", status=status)
    assert len(messages(tmp_path, "F304", *facts)) == 1


def test_of_two_rival_wholes_the_one_that_is_exceeded_is_named(tmp_path: Path) -> None:
    rival = fact("rival", "more than 5,000", source="almanac")
    facts = fact("part", "4,500", place="anbar"), rival, fact("whole", "3,800")
    (problem,) = problems_of(tmp_path, "F304", *facts)
    assert problem.hint.startswith("check 'whole' at ")


def test_a_change_is_no_part(tmp_path: Path) -> None:
    facts = (
        fact("part", "4,500", place="anbar", kind="change", direction="increase"),
        fact("whole", "3,800"),
    )
    assert messages(tmp_path, "F304", *facts) == []


# F311: a headcount with a fraction


@pytest.mark.parametrize(
    ("count", "people"),
    [
        ("1.200", "1.2"),
        ("about 4.5", "4.5"),
        ("2.5 to 3", "2.5"),
        ("0.0005 thousand", "0.5"),
        ("{text: a few, low: 2.5}", "2.5"),
    ],
)
def test_nobody_counts_a_part_of_a_person(count: str, people: str, tmp_path: Path) -> None:
    (found,) = messages(tmp_path, "F311", fact("one", count))
    assert found.endswith(f"is not a whole number of people ({people})")


@pytest.mark.parametrize("count", ["1,200", "1.2 thousand", "4.5 million", "2.0", "withheld", "up to 12"])
def test_a_whole_number_is_one_however_it_is_written(count: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F311", fact("one", count)) == []


def test_a_change_is_a_headcount_and_a_figure_is_none(tmp_path: Path) -> None:
    change = fact("change", "1.200", kind="change", direction="increase")
    figure = fact("figure", "3.5", kind="figure", unit="percent")
    (problem,) = problems_of(tmp_path, "F311", change, figure)
    assert (problem.excerpt.strip(), problem.severity) == ("count: 1.200", "warning")
