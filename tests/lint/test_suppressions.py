"""A suppression is for one rule in one record, with a reason; an unused one is reported."""

from pathlib import Path

import pytest

from curated import checked, fact, line_of, suppressing

LATE = "2019"
CODES = ("F301", "F302", "F310")


def reported(folder: Path, *facts: str) -> list[str]:
    """Code and message of each problem."""
    return [f"{each.code} {each.message}" for each in checked(folder, *facts, rules=CODES).problems]


def test_a_suppression_silences_its_rule_at_its_fact(tmp_path: Path) -> None:
    assert reported(tmp_path, fact("one", "1", LATE, suppress=suppressing("F302"))) == []


def test_it_silences_nothing_at_another_fact(tmp_path: Path) -> None:
    facts = fact("one", "1", suppress=suppressing("F302")), fact("two", "2", LATE)
    assert reported(tmp_path, *facts) == [
        "F302 as-of date 2019 is after the publication of 'yearbook' (2018)"
    ]
    mended = facts[0], fact("two", "2")
    assert reported(tmp_path, *mended) == ["F310 unused suppression of F302 in fact 'one'"]


def test_it_silences_no_other_rule(tmp_path: Path) -> None:
    assert reported(tmp_path, fact("one", "1", LATE, suppress=suppressing("F301"))) == [
        "F302 as-of date 2019 is after the publication of 'yearbook' (2018)"
    ]


def test_several_silence_each_its_own(tmp_path: Path) -> None:
    first = fact("one", "1", LATE, locator="t", suppress=suppressing("F302"))
    second = fact("two", "1", LATE, locator="t", suppress=suppressing("F301", "F302"))
    assert reported(tmp_path, first, second) == []


def test_of_several_the_unused_one_is_reported_at_its_own_line(tmp_path: Path) -> None:
    suppress = "\n      - {rule: F302, reason: printed late}\n      - {rule: F301, reason: said twice}"
    (problem,) = checked(tmp_path, fact("one", "1", LATE, suppress=suppress), rules=CODES).problems
    assert problem.message == "unused suppression of F301 in fact 'one'"
    assert problem.hint == "remove the suppression, which would hide a new problem"
    assert (problem.severity, problem.at.line) == ("warning", line_of(tmp_path, "said twice"))


def test_one_given_twice_is_reported_though_the_first_is_used(tmp_path: Path) -> None:
    suppress = "\n      - {rule: F302, reason: printed late}\n      - {rule: F302, reason: so it is}"
    (problem,) = checked(tmp_path, fact("one", "1", LATE, suppress=suppress), rules=CODES).problems
    assert (problem.code, problem.message) == ("F310", "F302 is suppressed twice in fact 'one'")
    assert problem.hint == "keep one of the two, with both reasons"
    assert problem.at.line == line_of(tmp_path, "so it is")


def test_a_fact_and_a_source_of_one_id_suppress_each_for_itself(tmp_path: Path) -> None:
    change = (
        "    publisher: The Almanac\n",
        f"    publisher: The Almanac\n    suppress: {suppressing('F302')}\n",
    )
    late = fact("almanac", "1", LATE)
    found = checked(tmp_path, late, rules=CODES, change=change)
    assert [problem.code for problem in found.problems] == ["F302"]
    suppressed = fact("almanac", "1", LATE, suppress=suppressing("F302"))
    found = checked(tmp_path, suppressed, rules=CODES, change=change)
    assert [problem.message for problem in found.problems] == [
        "unused suppression of F302 in source 'almanac'"
    ]


@pytest.mark.parametrize("rule", ["F203", "F310", "F002"])
def test_a_rule_that_nothing_may_suppress_is_refused(rule: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, fact("one", "1", suppress=suppressing(rule))).problems
    assert (problem.code, problem.message) == ("F106", f"{rule} cannot be suppressed")
    assert problem.hint == (
        "fix the problem instead; only F301, F302, F303, F304, F305, F306, F307, F308, F309, F311, F312, "
        "F313, F314, F315 can be suppressed"
    )


@pytest.mark.parametrize(
    ("rule", "hint"), [("f302", "did you mean 'F302'?"), ("F399", "did you mean 'F309'?")]
)
def test_a_rule_that_there_is_not_has_a_nearest(rule: str, hint: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, fact("one", "1", suppress=suppressing(rule))).problems
    assert (problem.code, problem.message, problem.hint) == ("F106", f"invalid rule '{rule}'", hint)


@pytest.mark.parametrize(
    ("suppress", "message"),
    [
        ("[{rule: F302}]", "missing key 'reason'"),
        ('[{rule: F302, reason: ""}]', "invalid format of 'reason'"),
        ("[{rule: F302, reason: TODO}]", "'reason' is still TODO"),
        ("[{rule: F302, raeson: it is so}]", "unknown key 'raeson'"),
        ("[F302]", "the wrong type"),
        ("F302", "the wrong type"),
        ("[{rule: [F302], reason: it is so}]", "the wrong type"),
    ],
)
def test_a_suppression_without_a_reason_is_an_error(suppress: str, message: str, tmp_path: Path) -> None:
    found = checked(tmp_path, fact("one", "1", LATE, suppress=suppress)).problems
    assert message in " ".join(problem.message for problem in found)


def test_a_todo_is_reported_beside_the_real_mistakes_of_its_fact(tmp_path: Path) -> None:
    wrong = fact("one", "many", "2016-13", status='"TODO: actual or announced?"', place="iraq", bsis="press")
    problems = checked(tmp_path, wrong).problems
    assert [(each.code, each.message.split(":")[0]) for each in problems if each.code == "F109"] == [
        ("F109", "'status' is still TODO")
    ]
    assert sorted(each.code for each in problems) == ["F101", "F104", "F105", "F109"]
    assert [each.hint for each in problems if each.code == "F109"] == ["replace it with a value"]
