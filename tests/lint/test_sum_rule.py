"""F305: a total and a change that do not add up."""

import shutil
from pathlib import Path

import pytest

from curated import checked, fact, messages, problems_of, suppressing
from iraqforce.lint.linter import check
from iraqforce.loading.locations import given

ROOT = Path(__file__).parent.parent.parent
BEFORE = fact("before", "5,000", "2016-03-25")


def total(count: str, name: str = "total", **keys: str) -> str:
    return fact(name, count, "2016-04-18", **{"status": "announced", **keys})


def change(count: str, name: str = "change", direction: str = "increase", **keys: str) -> str:
    known = {"kind": "change", "direction": direction, "status": "announced"}
    return fact(name, count, "2016-04-18", **{**known, **keys})


def test_the_sum_that_the_bundled_base_suppresses_is_found_without_the_suppression(tmp_path: Path) -> None:
    for folder in ("data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    file = tmp_path / "data" / "facts.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("    suppress:\n      - rule: F305\n")
    file.write_text(text[:start] + text[text.index("\n\n", start) + 1 :], encoding="utf-8")
    (problem,) = check([[given(str(file))]]).problems
    assert (problem.code, problem.severity, problem.excerpt) == ("F305", "warning", "    count: 4,087")
    assert problem.message == (
        "4,087 after the increase of 217 ('us-iraq-2016-04-18-increase') implies 3,870 before, but found "
        "3,800 ('us-iraq-2016-03-25-official'), more than 5,000 ('us-iraq-2016-03-25-press')"
    )


def test_a_total_that_leads_back_to_no_figure_is_reported_at_the_total(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "F305", BEFORE, change("200"), total("5,500"))
    assert problem.excerpt.strip() == "count: 5,500"
    assert problem.message == (
        "5,500 after the increase of 200 ('change') implies 5,300 before, but found 5,000 ('before')"
    )
    assert problem.hint == (
        "check that both figures use the same definition; "
        "if each is quoted correctly, suppress F305 for 'total'"
    )


def test_a_decrease_is_added(tmp_path: Path) -> None:
    cut = change("2,000", direction="decrease")
    assert messages(tmp_path, "F305", BEFORE, cut, total("3,000")) == []
    assert messages(tmp_path, "F305", BEFORE, cut, total("3,500")) == [
        "3,500 after the decrease of 2,000 ('change') implies 5,500 before, but found 5,000 ('before')"
    ]


def test_the_facts_may_stand_in_any_order(tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F305", total("5,500"), change("200"), BEFORE)) == 1


@pytest.mark.parametrize(
    ("before", "by", "after", "number"),
    [
        ("5,000", "200", "5,200", 0),
        ("5,010", "about 200", "5,200", 0),
        ("5,000", "about 200", "about 5,000", 0),
        ("about 5,000", "217", "5,200", 0),
        ("about 5,000", "217", "5,900", 1),
        ("more than 5,000", "200", "5,900", 0),
        ("more than 5,000", "200", "5,100", 1),
        ("5,000", "at least 200", "5,900", 0),
        ("5,000", "at least 200", "5,100", 1),
        ("5,000", "up to 200", "5,100", 0),
        ("5,000", "up to 200", "5,300", 1),
        ("5,000", "200", "more than 5,100", 0),
        ("5,000", "200", "more than 5,300", 1),
        ("4,000 to 5,000", "200", "4,700", 0),
        ("4,000 to 5,000", "200", "5,700", 1),
        ("{text: thousands, low: 2000}", "200", "5,700", 0),
        ("withheld", "200", "5,700", 0),
        ("5,000", "200", "5,000 to 6,000", 0),
        ("5,000", "100 to 200", "9,000", 0),
        ("5,000", "200", "withheld", 0),
    ],
)
def test_what_bounds_or_blurs_one_of_the_three_bounds_the_sum(
    before: str, by: str, after: str, number: int, tmp_path: Path
) -> None:
    facts = fact("before", before, "2016-03-25"), change(by), total(after)
    assert len(messages(tmp_path, "F305", *facts)) == number


@pytest.mark.parametrize(
    ("by", "after", "words"),
    [
        ("200", "more than 5,300", "at least 5,100"),
        ("at least 200", "5,100", "at most 4,900"),
        ("about 200", "5,900", "about 5,700"),
    ],
)
def test_the_message_words_what_it_reckons(by: str, after: str, words: str, tmp_path: Path) -> None:
    before = fact("before", "5,000", "2016-03-25")
    (message,) = messages(tmp_path, "F305", before, change(by), total(after))
    assert f"implies {words} before" in message


def test_one_of_two_rivals_before_is_enough(tmp_path: Path) -> None:
    rival = fact("rival", "5,300", "2016-03-20", source="almanac")
    assert messages(tmp_path, "F305", BEFORE, rival, change("200"), total("5,500")) == []


def test_an_older_figure_than_the_newest_before_is_no_rival(tmp_path: Path) -> None:
    older = fact("older", "5,300", "2015-12")
    (message,) = messages(tmp_path, "F305", older, BEFORE, change("200"), total("5,500"))
    assert "5,000 ('before')" in message
    assert "older" not in message


def test_a_figure_of_more_than_a_year_before_says_nothing(tmp_path: Path) -> None:
    assert messages(tmp_path, "F305", fact("before", "5,000", "2014"), change("200"), total("5,500")) == []


def test_a_total_without_any_figure_before_is_not_judged(tmp_path: Path) -> None:
    assert messages(tmp_path, "F305", change("200"), total("5,500")) == []


def test_both_ends_of_one_sentence_are_levels_of_the_day(tmp_path: Path) -> None:
    quote = "rose by 200, from 5,000 to 5,200"
    old = fact("old", "5,000", "2016-04-18", quote=quote)
    new = fact("new", "5,200", "2016-04-18", quote=quote)
    rise = change("200", status="actual", quote=quote)
    assert messages(tmp_path, "F305", old, rise, new, article=quote) == []
    wrong = change("300", status="actual", quote="rose by 300")
    (message,) = messages(tmp_path, "F305", old, wrong, new, article=f"{quote}, or rose by 300")
    assert message == (
        "5,200 after the increase of 300 ('change') implies 4,900 before, but found 5,000 ('old')"
    )


def test_a_change_that_is_a_part_of_another_is_explained_by_the_total(tmp_path: Path) -> None:
    facts = BEFORE, change("200"), change("50", "among-them"), total("5,200")
    assert messages(tmp_path, "F305", *facts) == []


def test_two_changes_may_lead_to_the_total_together(tmp_path: Path) -> None:
    trainers, guards = change("200", "trainers"), change("300", "guards")
    assert messages(tmp_path, "F305", BEFORE, trainers, guards, total("5,500")) == []
    assert len(messages(tmp_path, "F305", BEFORE, trainers, guards, total("5,600"))) == 2


def test_an_increase_and_a_decrease_may_lead_to_the_total_together(tmp_path: Path) -> None:
    sent, home = change("500", "sent"), change("300", "home", direction="decrease")
    assert messages(tmp_path, "F305", BEFORE, sent, home, total("5,200")) == []


@pytest.mark.parametrize(
    "keys",
    [
        {"status": "planned"},
        {"status": "authorized"},
        {"status": "actual"},
        {"source": "almanac"},
        {"place": "anbar"},
        {"force": "marines"},
        {"direction": "none"},
        {"definition": "combat"},
    ],
    ids=str,
)
def test_a_change_of_something_else_does_not_lead_to_the_total(keys: dict[str, str], tmp_path: Path) -> None:
    assert messages(tmp_path, "F305", BEFORE, change("200", **keys), total("5,500")) == []


@pytest.mark.parametrize("status", ["planned", "authorized"])
def test_what_is_planned_is_no_total_and_no_figure_before(status: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F305", BEFORE, change("200"), total("5,500", status=status)) == []
    before = fact("before", "5,000", "2016-03-25", status=status)
    assert messages(tmp_path, "F305", before, change("200"), total("5,500")) == []


def test_a_total_of_a_part_is_not_judged(tmp_path: Path) -> None:
    assert messages(tmp_path, "F305", BEFORE, change("200"), total("5,500", definition="combat")) == []


def test_a_figure_of_another_definition_is_reported_as_bundled_figures_are(tmp_path: Path) -> None:
    before = fact("before", "5,000", "2016-03-25", definition="excludes-temporary")
    assert len(messages(tmp_path, "F305", before, change("200"), total("5,500"))) == 1


def test_an_announced_total_starts_from_what_is_there_that_day(tmp_path: Path) -> None:
    there = fact("there", "5,300", "2016-04-18", source="almanac")
    assert messages(tmp_path, "F305", BEFORE, there, change("200"), total("5,500")) == []


def test_the_suppression_stands_at_the_total_and_nowhere_else(tmp_path: Path) -> None:
    suppress = suppressing("F305")
    at_total = BEFORE, change("200"), total("5,500", suppress=suppress)
    assert checked(tmp_path, *at_total, rules=["F305", "F310"]).problems == ()
    at_change = BEFORE, change("200", suppress=suppress), total("5,500")
    codes = [each.code for each in checked(tmp_path, *at_change, rules=["F305", "F310"]).problems]
    assert sorted(codes) == ["F305", "F310"]


def test_of_very_many_changes_around_a_total_nothing_is_reported(tmp_path: Path) -> None:
    many = [change("200", f"change-{number}") for number in range(20)]
    assert len(messages(tmp_path, "F305", BEFORE, *many, total("5,500"))) == 20
    assert messages(tmp_path, "F305", BEFORE, *many, change("200"), total("5,500")) == []


@pytest.mark.parametrize(("day", "number"), [("2016-04-18", 1), ("2016-05-02", 1), ("2016-05-03", 0)])
def test_a_total_of_the_two_weeks_after_a_change_is_judged(day: str, number: int, tmp_path: Path) -> None:
    late = fact("total", "5,500", day, status="announced")
    assert len(messages(tmp_path, "F305", BEFORE, change("200"), late)) == number


def test_a_figure_of_the_year_before_is_near_however_vague(tmp_path: Path) -> None:
    before = fact("before", "5,000", "2015")
    assert len(messages(tmp_path, "F305", before, change("200"), total("5,500"))) == 1
    older = fact("before", "5,000", "2014")
    assert messages(tmp_path, "F305", older, change("200"), total("5,500")) == []
