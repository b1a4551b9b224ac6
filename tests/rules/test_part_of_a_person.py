"""F311: a headcount that is no whole number, beside what may have a fraction."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import fact, messages, told


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
    assert found.endswith(f"is {people} people")


@pytest.mark.parametrize("count", ["1,200", "1.2 thousand", "4.5 million", "2.0", "withheld", "up to 12"])
def test_a_whole_number_is_one_however_it_is_written(count: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F311", fact("one", count)) == []


def test_a_change_is_a_headcount_and_a_figure_is_none(tmp_path: Path) -> None:
    change = fact("change", "1.200", kind="change", direction="increase")
    figure = fact("figure", "3.5", kind="figure", unit="percent")
    (problem,) = told(tmp_path, "F311", change, figure)
    assert (problem.excerpt.strip(), problem.severity) == ("count: 1.200", "warning")
