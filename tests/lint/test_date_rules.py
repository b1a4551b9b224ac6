"""F312, F313, F315 and F314: dates and places that contradict what a record says of them."""

from pathlib import Path

import pytest

from curated import checked, fact, messages


@pytest.mark.parametrize("as_of", ["2016-03", "2016-33", "2016", "2016-21"])
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("dated_by", "the report is of the end of the quarter"),
        ("dated_by", "the end of March 2016"),
        ("locator", "table of year-end strength"),
    ],
)
def test_the_end_of_a_period_is_a_day(key: str, words: str, as_of: str, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F312", fact("one", "1", as_of, **{key: words}))) == 1


def test_the_message_names_the_words_and_the_hint_the_day(tmp_path: Path) -> None:
    one = fact("one", "1", "2016-06", dated_by="counted at the end of the month")
    (problem,) = checked(tmp_path, one, rules=["F312"]).problems
    assert problem.message == "'one' is a count at the end of the month, but its date is '2016-06'"
    assert problem.hint == "use that day: 2016-06-30"


@pytest.mark.parametrize(
    ("as_of", "others"),
    [
        ("2016-03-31", {"dated_by": "the end of the quarter"}),
        ("2016-03-25/2016-03-31", {"dated_by": "the end of the month"}),
        ("2016-03", {"dated_by": "to be reached by the end of the year"}),
        ("2016-03", {"dated_by": "the report names only the quarter, not its end"}),
        ("2016-03", {"kind": "change", "direction": "increase", "dated_by": "the end of the month"}),
        ("2016-03", {"count": "withheld", "dated_by": "the end of the month"}),
    ],
)
def test_no_other_date_is_that_of_an_end(as_of: str, others: dict[str, str], tmp_path: Path) -> None:
    assert messages(tmp_path, "F312", fact("one", **{"count": "1", "as_of": as_of, **others})) == []


@pytest.mark.parametrize(("updated", "problems"), [("2018-01-01", 0), ("2017-12-31", 1), ("2017", 1)])
def test_no_source_is_newer_than_the_base(updated: str, problems: int, tmp_path: Path) -> None:
    change = ("name: curated\n", f"name: curated\nupdated: {updated}\n")
    found = checked(tmp_path, fact("one", "1"), rules=["F313"], change=change).problems
    assert len({problem.code for problem in found}) == problems


def test_without_an_update_every_source_may_be_new(tmp_path: Path) -> None:
    assert messages(tmp_path, "F313", fact("one", "1")) == []


@pytest.mark.parametrize("updated", ["", "    note: noted\nupdated: 9999\n"])
def test_no_source_is_from_the_future(updated: str, tmp_path: Path) -> None:
    change = ("    published: 2018\nfacts:\n", f"    published: 9999-12-30\n{updated}facts:\n")
    (problem,) = checked(tmp_path, fact("one", "1"), rules=["F313"], change=change).problems
    assert problem.message == "published on 9999-12-30, which is in the future"


@pytest.mark.parametrize(("day", "problems"), [("9999-12-30", 1), ("2019-01-01", 0)])
def test_no_source_was_accessed_in_the_future(day: str, problems: int, tmp_path: Path) -> None:
    change = ("    published: 2018\nfacts:\n", f"    published: 2018\n    accessed: {day}\nfacts:\n")
    found = checked(tmp_path, fact("one", "1"), rules=["F313"], change=change).problems
    assert [each.message for each in found] == [f"accessed on {day}, which is in the future"] * problems


@pytest.mark.parametrize("as_of", ["2016-03", "2016"])
@pytest.mark.parametrize(
    "words", ["the day of the article", "the day on which it was given", "“Monday”, in March"]
)
def test_a_level_dated_by_a_day_has_that_day(words: str, as_of: str, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F315", fact("one", "1", as_of, dated_by=f'"{words}"'))) == 1


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2016-03-25", "the day of the article"),
        ("2016-03-20/2016-03-25", "the days of the meeting"),
        ("2016-03", "the month of the article"),
        ("2016-03", "an election; the day of the count is not given"),
    ],
)
def test_another_basis_needs_no_day(as_of: str, words: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F315", fact("one", "1", as_of, dated_by=words)) == []


@pytest.mark.parametrize(
    ("place", "others", "key"),
    [
        ("iraq", {"locator": "row Syria"}, "locator"),
        ("ramadi", {"locator": "row LEVANT"}, "locator"),
        ("iraq", {"kind": "event", "label": "Withdrawal from Syria"}, "label"),
    ],
)
def test_a_place_elsewhere_contradicts(place: str, others: dict[str, str], key: str, tmp_path: Path) -> None:
    syria = ("places:\n", "places:\n  syria:\n    name: Syria\n    aliases: [the Levant, Levant]\n")
    one = fact("one", **{"count": "" if "kind" in others else "1", "place": place, **others})
    (problem,) = checked(tmp_path, one, rules=["F314"], change=syria).problems
    assert problem.message == f"the {key} names Syria, but the place of 'one' is '{place}'"


@pytest.mark.parametrize(
    "locator", ["row Iraq", "row Syria, Iraq", "row Ramadi", "row the region", "row Syrian", "table 1"]
)
def test_its_own_place_and_those_around_and_within_it_do_not(locator: str, tmp_path: Path) -> None:
    syria = ("places:\n", "places:\n  syria:\n    name: Syria\n")
    found = checked(tmp_path, fact("one", "1", locator=f'"{locator}"'), rules=["F314"], change=syria)
    assert found.problems == ()
