"""The as-of rule of docs/as-of.md, clause by clause, on small bases made for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import INFO, IRAQ, US, level
from iraqforce.model import dates
from iraqforce.model.choices import Status
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.queries.as_of import Answer, Level, Levels, Question, answer

WITHOUT = Definition("without", "leaves some out")
PART = Definition("part", "counts one role", "partial")
MORE = Definition("more", "counts a theater", "broader")


def ask(date: str, *facts: Fact, known_by: str | None = None, max_age: int | None = 365) -> Answer:
    known = dates.parse(known_by) if known_by else None
    return answer(Question(US, IRAQ, dates.parse(date), known, max_age), Levels(US, IRAQ, facts, INFO))


def texts(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.count.text for fact in facts if fact.count]


def text(figure: Fact | Level | None) -> str | None:
    match figure:
        case Level():
            return figure.text
        case Fact():
            return figure.count.text if figure.count else None
    return None


def test_no_facts_give_no_answer_and_no_zero() -> None:
    found = ask("2016")
    assert found.support == "none"
    assert (found.level, *found.range, found.age_days, found.date_certain) == (None,) * 5


def test_a_rival_of_the_same_kind_fourteen_days_older_is_evidence() -> None:
    assert texts(ask("2016-03-20", level("100", "2016-03-15"), level("200", "2016-03-01")).evidence) == [
        "100",
        "200",
    ]


def test_one_fifteen_days_older_is_not() -> None:
    assert texts(ask("2016-03-20", level("100", "2016-03-16"), level("200", "2016-03-01")).evidence) == [
        "100"
    ]


def test_another_basis_ninety_days_older_is_evidence() -> None:
    press, official = level("100", "2016-03-31"), level("200", "2016-01-01", basis="official")
    assert texts(ask("2016-04", press, official).evidence) == ["100", "200"]


def test_another_basis_ninety_one_days_older_is_history() -> None:
    press, official = level("100", "2016-04-01"), level("200", "2016-01-01", basis="official")
    found = ask("2016-04", press, official)
    assert texts(found.evidence) == ["100"]
    assert text(found.previous) == "200"


def test_figures_of_two_definitions_stand_side_by_side() -> None:
    plain, other = level("100", "2016-03-31"), level("200", "2016-01-05", definition=WITHOUT)
    assert texts(ask("2016-04", plain, other).evidence) == ["100", "200"]


def test_an_official_figure_leads_a_press_figure_of_the_same_day() -> None:
    press, official = level("100", "2016-03-01"), level("200", "2016-03-01", basis="official")
    assert text(ask("2016-03-01", press, official).level) == "200"


def test_a_newer_press_figure_leads_an_official_one() -> None:
    press, official = level("100", "2016-03-02"), level("200", "2016-03-01", basis="official")
    assert text(ask("2016-03-02", press, official).level) == "100"


def test_a_quoted_figure_leads_a_cited_one_of_the_same_day() -> None:
    cited, quoted = level("100", "2016-03-01", quote=None), level("200", "2016-03-01")
    assert text(ask("2016-03-01", cited, quoted).level) == "200"


def test_a_vague_date_claims_no_more_than_it_knows() -> None:
    year, day = level("100", "2016"), level("200", "2016-03-01")
    assert text(ask("2016-12-31", year, day).level) == "200"


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ("3,800", "more than 5,000", True),
        ("2,500", "about 2,500", False),
        ("about 2,500", "2,530", False),
        ("about 2,500", "2,560", True),
        ("2,500", "2,530", True),
        ("500 to 600", "550", False),
        ("500 to 600", "601", True),
        ("more than 5,000", "5,200", False),
        ("0", "100", True),
    ],
)
def test_two_figures_contest_an_answer_where_they_do_not_agree(one: str, other: str, contested: bool) -> None:
    found = ask("2016-03-01", level(one, "2016-03-01"), level(other, "2016-03-01", basis="official"))
    assert found.contested is contested


def test_the_range_runs_from_the_lowest_low_to_the_highest_high() -> None:
    facts = (level("500 to 600", "2016-03-01"), level("450", "2016-03-01", basis="official"))
    found = ask("2016-03-01", *facts)
    assert found.range == (450, 600)


def test_the_range_is_open_where_one_figure_is() -> None:
    facts = (level("more than 500", "2016-03-01"), level("450", "2016-03-01", basis="official"))
    found = ask("2016-03-01", *facts)
    assert found.range == (450, None)


def test_a_withheld_count_disputes_nothing_and_bounds_nothing() -> None:
    withheld = level("withheld", "2018-01-01", basis="official")
    found = ask("2018-01-01", withheld, level("5,200", "2018-01-01"))
    assert texts(found.evidence) == ["5,200", "withheld"]
    assert (found.contested, *found.range) == (False, 5200, 5200)


def test_a_withheld_count_alone_is_an_answer_without_a_number() -> None:
    found = ask("2018-01-01", level("withheld", "2018-01-01"))
    assert (found.support, *found.range) == ("reported", None, None)


def test_a_true_zero_is_a_count_like_any_other() -> None:
    found = ask("2012-01-01", level("0", "2012-01-01"))
    assert (found.support, *found.range) == ("reported", 0, 0)


def test_an_older_figure_is_carried_to_the_age_limit() -> None:
    found = ask("2017-01-01", level("100", "2016-01-02"))
    assert (found.support, found.age_days) == ("last_known", 365)


def test_a_day_beyond_the_age_limit_it_is_stale_and_no_answer() -> None:
    found = ask("2017-01-02", level("100", "2016-01-02"))
    assert (found.support, found.age_days, found.level) == ("expired", 366, None)
    assert text(found.previous) == "100"


def test_without_a_limit_nothing_is_stale() -> None:
    assert ask("2036", level("100", "2016"), max_age=None).support == "last_known"


def test_an_older_figure_is_bracketed_where_the_next_agrees() -> None:
    found = ask("2016-06-01", level("2,500", "2016-01-01"), level("about 2,500", "2016-12-01"))
    assert found.support == "consistent"


def test_it_is_only_carried_where_the_next_does_not_agree() -> None:
    found = ask("2016-06-01", level("2,500", "2016-01-01"), level("2,600", "2016-12-01"))
    assert found.support == "last_known"


def test_the_nearer_of_two_brackets_may_be_the_later() -> None:
    found = ask("2018-06-01", level("2,500", "2016-01-01"), level("2,500", "2018-12-01"))
    assert found.support == "consistent"


def test_two_brackets_beyond_the_age_limit_are_stale() -> None:
    found = ask("2018-06-01", level("2,500", "2016-01-01"), level("2,500", "2020-12-01"))
    assert found.support == "expired"


def test_a_withheld_count_brackets_no_number() -> None:
    found = ask("2016-06-01", level("2,500", "2016-01-01"), level("withheld", "2016-12-01"))
    assert found.support == "last_known"


def test_a_figure_of_a_month_may_be_later_than_a_day_in_it() -> None:
    found = ask("2021-01-05", level("2,500", "2021-01"))
    assert (found.support, found.date_certain, found.age_days) == ("reported", False, 0)


def test_it_is_certain_on_the_last_day_of_the_month() -> None:
    assert ask("2021-01-31", level("2,500", "2021-01")).date_certain is True


def test_a_figure_that_begins_after_the_date_is_the_next_and_no_evidence() -> None:
    found = ask("2016-03-01", level("100", "2016-03-02"))
    assert (found.support, found.level, text(found.next)) == ("none", None, "100")


def test_within_a_month_every_figure_of_it_is_listed_from_old_to_new() -> None:
    facts = (level("300", "2016-03-31"), level("100", "2016-03-01"), level("900", "2016-04-01"))
    assert texts(ask("2016-03", *facts).in_period) == ["100", "300"]


def test_a_day_has_nothing_during_it() -> None:
    assert ask("2016-03-01", level("100", "2016-03-01")).in_period == ()


@pytest.mark.parametrize("status", ["planned", "authorized"])
def test_a_plan_and_a_cap_stand_beside_and_never_answer(status: Status) -> None:
    found = ask("2016-03-01", level("4,000", "2016-03-01", status=status))
    assert (found.support, texts(found.related)) == ("none", ["4,000"])


@pytest.mark.parametrize("status", ["actual", "announced", "former"])
def test_what_is_said_announced_or_told_as_past_answers(status: Status) -> None:
    found = ask("2016-03-01", level("4,000", "2016-03-01", status=status))
    assert (text(found.level), found.related) == ("4,000", ())


@pytest.mark.parametrize("definition", [PART, MORE])
def test_a_part_and_a_theatre_stand_beside_what_covers_the_whole(definition: Definition) -> None:
    found = ask("2016-03-01", level("90", "2016-03-01", definition=definition), level("95", "2016-02-01"))
    assert (texts(found.evidence), texts(found.related)) == (["95"], ["90"])


def test_a_force_within_the_force_stands_beside() -> None:
    marines = Force("us-marines", "U.S. Marines", "us")
    base = Place("base", "a base", "at a base", "iraq")
    found = ask("2016-03-01", level("200", "2016-03-01", force=marines, place=base))
    assert (found.support, texts(found.related)) == ("none", ["200"])


def test_what_stands_beside_is_neither_later_nor_beyond_the_age_limit() -> None:
    later = level("1", "2017-03-02", status="planned")
    old = level("2", "2016-02-29", status="planned")
    within = level("3", "2016-03-01", status="planned")
    assert texts(ask("2017-03-01", later, old, within).related) == ["3"]


def test_what_was_published_later_was_not_known() -> None:
    early = level("100", "2016-03-01", published="2016-03-05")
    late = level("200", "2016-03-02", published="2016-04-01")
    assert text(ask("2016-03-10", early, late, known_by="2016-03-31").level) == "100"
    assert text(ask("2016-03-10", early, late, known_by="2016-04-01").level) == "200"


def test_a_source_of_an_unsaid_day_is_known_when_its_last_day_is_past() -> None:
    fact = level("100", "2016-03-01", published="2016-04")
    assert ask("2016-03-10", fact, known_by="2016-04-29").support == "none"
    assert ask("2016-03-10", fact, known_by="2016-04-30").support == "last_known"


def test_a_figure_stated_a_hundred_thousand_times_is_answered_all_the_same() -> None:
    facts = [level("3,800", "2016-03-25", name=f"fact-{number}") for number in range(100_000)]
    found = ask("2016-03-25", *facts)
    assert (len(found.evidence), found.contested) == (100_000, False)


days = st.dates(min_value=dates.parse("2014-01-01").starts, max_value=dates.parse("2024-12-31").starts)
figures = st.builds(
    lambda day, number, basis: level(
        f"{number:,}", day.isoformat(), basis=basis, name=f"{day} {number} {basis}"
    ),
    days,
    st.integers(0, 9_000),
    st.sampled_from(["official", "press"]),
)


@given(st.lists(figures, max_size=12), days)
def test_an_answer_is_a_number_that_a_fact_states(facts: list[Fact], day: object) -> None:
    found = ask(str(day), *facts)
    assert set(found.evidence) <= set(facts)
    assert found.level is None or found.level == Level.of(found.evidence[0])
    assert (found.level is None) == (found.support in ("expired", "none"))
    assert all(fact.as_of.starts <= found.question.date.ends for fact in found.evidence)


@given(st.data(), st.lists(figures, max_size=12, unique_by=lambda fact: fact.id), days)
def test_the_order_of_the_facts_does_not_matter(data: st.DataObject, facts: list[Fact], day: object) -> None:
    shuffled = data.draw(st.permutations(facts))
    assert ask(str(day), *facts) == ask(str(day), *shuffled)


def test_a_withheld_count_keeps_no_older_figure_from_answering() -> None:
    """What officials gave in December still answers in June, when they gave nothing any more."""
    given = level("5,200", "2017-12-06", basis="official", definition=WITHOUT)
    found = ask("2018-06-30", given, level("withheld", "2018-06-08", basis="official"))
    assert (found.support, text(found.level), texts(found.evidence)) == (
        "last_known",
        "5,200",
        ["5,200", "withheld"],
    )


def test_nor_one_of_its_own_kind() -> None:
    given = level("8,892", "2017-09", basis="official")
    found = ask("2017-12-31", given, level("withheld", "2017-11-27", basis="official"))
    assert (found.support, texts(found.evidence)) == ("last_known", ["8,892", "withheld"])


def test_it_is_the_answer_once_the_figures_are_stale() -> None:
    given = level("8,892", "2017-09-30", basis="official")
    found = ask("2018-11-01", given, level("withheld", "2018-04", basis="official"))
    assert (found.support, text(found.level), text(found.previous)) == ("last_known", "withheld", "8,892")


def test_the_age_where_nothing_answers_is_that_of_the_figure_that_is_told() -> None:
    given = level("5,000", "2017-09-30", basis="official")
    found = ask("2020-01-01", given, level("withheld", "2017-12-31", basis="official"))
    assert (found.support, text(found.previous), found.age_days) == ("expired", "5,000", 823)


def test_what_is_withheld_is_told_beside_every_later_answer() -> None:
    withheld = level("withheld", "2017-12", basis="official", definition=WITHOUT)
    found = ask("2023-06-30", withheld, level("2,500", "2023-03-07"))
    assert (texts(found.evidence), texts(found.related)) == (["2,500"], ["withheld"])


def test_until_a_count_of_its_basis_and_definition_is_given() -> None:
    withheld = level("withheld", "2017-12", basis="official")
    found = ask("2023-06-30", withheld, level("2,500", "2023-03-07", basis="official"))
    assert (texts(found.evidence), texts(found.related)) == (["2,500"], [])


def test_a_figure_is_bracketed_by_the_next_figure_over_what_is_withheld_between() -> None:
    figures = level("5,200", "2017-12-06"), level("about 5,200", "2018-08-19")
    found = ask("2018-06-30", *figures, level("withheld", "2018-07", basis="official"))
    assert (found.support, text(found.next)) == ("consistent", "about 5,200")


def test_what_covers_more_answers_where_nothing_covers_the_whole() -> None:
    found = ask("2003-03-31", level("192,000", "2003-03", definition=MORE))
    assert (found.support, text(found.level), texts(found.related)) == ("reported", "192,000", [])


def test_it_answers_too_where_what_covers_the_whole_is_stale() -> None:
    stale = level("2,028", "2016-01")
    found = ask("2018-10-31", stale, level("28,189", "2018-09", definition=MORE))
    assert (found.support, text(found.level), text(found.previous)) == ("last_known", "28,189", "2,028")


def test_two_wider_definitions_do_not_answer_together() -> None:
    partners = Definition("partners", "counts partners too", "broader")
    found = ask(
        "2003-03-31",
        level("192,000", "2003-03-21", definition=MORE),
        level("173,000", "2003-03-20", definition=partners),
    )
    assert (texts(found.evidence), found.contested, texts(found.related)) == (["192,000"], False, ["173,000"])


def test_a_part_never_answers() -> None:
    found = ask("2020-01-31", level("152", "2020-01", definition=PART))
    assert (found.support, found.level, texts(found.related)) == ("none", None, ["152"])


def test_a_level_given_as_context_stands_beside() -> None:
    found = ask(
        "2007-06-30", level("160,000", "2007-06-15"), level("170,000", "2007-06-15", excluded="retold")
    )
    assert (texts(found.evidence), texts(found.related)) == (["160,000"], ["170,000"])


def test_and_answers_nothing_alone() -> None:
    found = ask("2007-06-30", level("170,000", "2007-06-15", excluded="retold"))
    assert (found.support, texts(found.related)) == ("none", ["170,000"])


def test_what_stands_in_is_no_older_than_the_limit_whatever_comes_after() -> None:
    found = ask(
        "2015-03-31",
        level("just under 50,000", "2010-08", definition=MORE),
        level("more than 6,500", "2016-02-02", definition=MORE),
    )
    assert (found.support, found.level) == ("none", None)


def test_what_is_withheld_brackets_nothing() -> None:
    kept_back = level("withheld", "2018-02-01"), level("withheld", "2020-06-01")
    assert ask("2019-09-01", *kept_back).support == "expired"


def test_a_wider_count_that_is_withheld_is_told_beside_a_wider_figure() -> None:
    withheld = level("withheld", "2018-01-01", basis="official", definition=MORE)
    found = ask("2019-02-01", withheld, level("28,189", "2019-01-01", definition=MORE))
    assert (texts(found.evidence), texts(found.related)) == (["28,189"], ["withheld"])


def test_an_open_figure_brackets_no_figure_that_is_older_than_the_limit() -> None:
    found = ask("2020-06-30", level("about 2,000", "2018-08-19"), level("over 700", "2020-09"))
    assert (found.support, text(found.previous), text(found.next)) == ("expired", "about 2,000", "over 700")


def test_but_one_that_is_not() -> None:
    found = ask("2020-06-30", level("more than 5,000", "2020-01-10"), level("nearly 5,000", "2020-08-23"))
    assert found.support == "consistent"
