"""What an acknowledgement silences: one rule, at one record, with a reason; else it is told itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from curated import accepting, fact, inspected, line_of

LATE = "2019"
CODES = ("F301", "F302", "F310")


def told(folder: Path, *facts: str) -> list[str]:
    """Code and message of each problem."""
    return [f"{each.code} {each.message}" for each in inspected(folder, *facts, codes=CODES).problems]


def test_an_acknowledgement_silences_its_rule_at_its_fact(tmp_path: Path) -> None:
    assert told(tmp_path, fact("one", "1", LATE, accepts=accepting("F302"))) == []


def test_it_silences_nothing_at_another_fact(tmp_path: Path) -> None:
    facts = fact("one", "1", accepts=accepting("F302")), fact("two", "2", LATE)
    assert told(tmp_path, *facts) == ["F302 as of 2019, but 'yearbook' was published 2018"]
    mended = facts[0], fact("two", "2")
    assert told(tmp_path, *mended) == ["F310 F302 finds nothing at the fact 'one'"]


def test_it_silences_no_other_rule(tmp_path: Path) -> None:
    assert told(tmp_path, fact("one", "1", LATE, accepts=accepting("F301"))) == [
        "F302 as of 2019, but 'yearbook' was published 2018"
    ]


def test_several_silence_each_its_own(tmp_path: Path) -> None:
    first = fact("one", "1", LATE, locator="t", accepts=accepting("F302"))
    second = fact("two", "1", LATE, locator="t", accepts=accepting("F301", "F302"))
    assert told(tmp_path, first, second) == []


def test_of_several_the_idle_one_is_told_at_its_own_line(tmp_path: Path) -> None:
    accepts = "\n      - {rule: F302, because: printed late}\n      - {rule: F301, because: said twice}"
    (problem,) = inspected(tmp_path, fact("one", "1", LATE, accepts=accepts), codes=CODES).problems
    assert problem.message == "F301 finds nothing at the fact 'one'"
    assert problem.hint == "remove the acknowledgement: it would silence the next mistake"
    assert (problem.severity, problem.at.line) == ("warning", line_of(tmp_path, "said twice"))


def test_one_given_twice_is_told_though_the_first_is_used(tmp_path: Path) -> None:
    accepts = "\n      - {rule: F302, because: printed late}\n      - {rule: F302, because: so it is}"
    (problem,) = inspected(tmp_path, fact("one", "1", LATE, accepts=accepts), codes=CODES).problems
    assert (problem.code, problem.message) == ("F310", "F302 is acknowledged twice at the fact 'one'")
    assert problem.hint == "keep one of the two, with the reasons of both"
    assert problem.at.line == line_of(tmp_path, "so it is")


def test_a_fact_and_a_source_of_one_id_acknowledge_each_for_itself(tmp_path: Path) -> None:
    change = (
        "    publisher: The Almanac\n",
        f"    publisher: The Almanac\n    accepts: {accepting('F302')}\n",
    )
    late = fact("almanac", "1", LATE)
    found = inspected(tmp_path, late, codes=CODES, change=change)
    assert [problem.code for problem in found.problems] == ["F302"]
    accepted = fact("almanac", "1", LATE, accepts=accepting("F302"))
    found = inspected(tmp_path, accepted, codes=CODES, change=change)
    assert [problem.message for problem in found.problems] == ["F302 finds nothing at the source 'almanac'"]


@pytest.mark.parametrize("rule", ["F203", "F310", "F002"])
def test_a_rule_that_nothing_may_acknowledge_is_refused(rule: str, tmp_path: Path) -> None:
    (problem,) = inspected(tmp_path, fact("one", "1", accepts=accepting(rule))).problems
    assert (problem.code, problem.message) == ("F106", f"{rule} cannot be acknowledged")
    assert problem.hint == (
        "mend what it tells; F301, F302, F303, F304, F305, F306, F307, F308, F309, F311 may be acknowledged"
    )


@pytest.mark.parametrize(
    ("rule", "hint"), [("f302", "did you mean 'F302'?"), ("F399", "did you mean 'F309'?")]
)
def test_a_rule_that_there_is_not_has_a_nearest(rule: str, hint: str, tmp_path: Path) -> None:
    (problem,) = inspected(tmp_path, fact("one", "1", accepts=accepting(rule))).problems
    assert (problem.code, problem.message, problem.hint) == ("F106", f"'{rule}' is not a choice here", hint)


@pytest.mark.parametrize(
    ("accepts", "message"),
    [
        ("[{rule: F302}]", "the key 'because' is missing"),
        ('[{rule: F302, because: ""}]', "'because' is not well formed"),
        ("[{rule: F302, because: TODO}]", "'because' is still to be decided"),
        ("[{rule: F302, becuase: it is so}]", "unknown key 'becuase'"),
        ("[F302]", "the wrong type"),
        ("F302", "the wrong type"),
        ("[{rule: [F302], because: it is so}]", "the wrong type"),
    ],
)
def test_an_acknowledgement_without_a_reason_is_an_error(accepts: str, message: str, tmp_path: Path) -> None:
    found = inspected(tmp_path, fact("one", "1", LATE, accepts=accepts)).problems
    assert message in " ".join(problem.message for problem in found)


def test_a_todo_is_told_beside_the_real_mistakes_of_its_fact(tmp_path: Path) -> None:
    wrong = fact("one", "many", "2016-13", status='"TODO: actual or announced?"', place="iraq", bsis="press")
    problems = inspected(tmp_path, wrong).problems
    assert [(each.code, each.message.split(":")[0]) for each in problems if each.code == "F109"] == [
        ("F109", "'status' is still to be decided")
    ]
    assert sorted(each.code for each in problems) == ["F101", "F104", "F105", "F109"]
    assert [each.hint for each in problems if each.code == "F109"] == [
        "decide, and write the value in its place"
    ]
