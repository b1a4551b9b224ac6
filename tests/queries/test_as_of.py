"""The as-of rule of docs/as-of.md, clause by clause, on small bases made for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import INFO, IRAQ, US, fact, level, source
from iraqforce.model import dates
from iraqforce.model.choices import Agreement, Status
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.queries.answers import Answer, Level, Question, distance
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

TOTAL = Definition("total-as-reported", "counts everybody")
WITHOUT = Definition("without", "leaves some out")
RECORDS = Definition("records", "counts personnel records")
PART = Definition("part", "counts one role", "partial")
THEATER = Definition("theater", "counts a theater", "broader")
PARTNERS = Definition("partners", "counts partners too", "broader")


def ask(
    date: str,
    *facts: Fact,
    known_by: str | None = None,
    max_age: int | None = 365,
    definition: Definition | None = None,
) -> Answer:
    known = dates.parse(known_by) if known_by else None
    question = Question(US, IRAQ, dates.parse(date), known, max_age, definition)
    return answer(question, Levels(US, IRAQ, facts, INFO))


def texts(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.count.text for fact in facts if fact.count]


def text(figure: Fact | Level | None) -> str | None:
    match figure:
        case Level():
            return figure.text
        case Fact():
            return figure.count.text if figure.count else None
    return None


def planned(count: str, as_of: str, due: str, **fields: object) -> Fact:
    return level(count, as_of, status="planned", due=dates.parse(due), **fields)  # type: ignore[arg-type]


def change(count: str | None, as_of: str, direction: str | None = "increase", **fields: object) -> Fact:
    return fact(count, as_of, kind="change", direction=direction, **fields)  # type: ignore[arg-type]


# 1. Candidates


@pytest.mark.parametrize("status", ["actual", "announced", "former"])
def test_a_figure_that_is_actual_announced_or_former_answers(status: Status) -> None:
    found = ask("2016-03-01", level("4,000", "2016-03-01", status=status))
    assert (found.support, text(found.level), found.related) == ("reported", "4,000", ())


@pytest.mark.parametrize("status", ["planned", "authorized"])
def test_a_plan_and_a_ceiling_are_related_and_never_answer(status: Status) -> None:
    found = ask("2016-03-01", level("4,000", "2016-03-01", status=status))
    assert (found.support, found.level, texts(found.related)) == ("none", Level(), ["4,000"])


def test_an_excluded_figure_is_related_and_never_answers() -> None:
    found = ask("2007-06-30", level("170,000", "2007-06-15", excluded="taken back"))
    assert (found.support, texts(found.related)) == ("none", ["170,000"])


def test_a_figure_of_a_part_of_the_force_or_place_does_not_answer() -> None:
    marines = Force("us-marines", "U.S. Marines", "us")
    base = Place("base", "a base", "at a base", "iraq")
    found = ask(
        "2016-03-01", level("200", "2016-03-01", force=marines), level("90", "2016-03-01", place=base)
    )
    assert (found.support, found.related) == ("none", ())


def test_what_was_published_later_was_not_known() -> None:
    early = level("100", "2016-03-01", published="2016-03-05")
    late = level("200", "2016-03-02", published="2016-04-01")
    assert text(ask("2016-03-10", early, late, known_by="2016-03-31").level) == "100"
    assert text(ask("2016-03-10", early, late, known_by="2016-04-01").level) == "200"


def test_a_source_of_an_unknown_day_is_known_when_its_last_day_is_past() -> None:
    figure = level("100", "2016-03-01", published="2016-04")
    assert ask("2016-03-10", figure, known_by="2016-04-29").support == "none"
    assert ask("2016-03-10", figure, known_by="2016-04-30").support == "last_known"


# 2. Newer, and distance


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (level("200", "2016-03-02"), level("100", "2016-03-01", basis="official")),
        (level("200", "2016-03-02"), level("100", "2016-03")),
        (level("200", "2016-03"), level("100", "2016-03-01", basis="official")),
        (level("200", "2016-03-01", basis="official", quote=None), level("100", "2016-03-01")),
        (level("200", "2016-03-01"), level("100", "2016-03-01", quote=None, checked="twice")),
        (level("200", "2016-03-01", checked="twice"), level("100", "2016-03-01", checked="once")),
        (level("200", "2016-03-01", name="a"), level("100", "2016-03-01", name="b")),
    ],
    ids=["first day", "not the last day", "last day", "official", "quoted", "checked twice", "id"],
)
def test_the_level_is_the_newest_figure(newer: Fact, older: Fact) -> None:
    assert text(ask("2016-03-31", older, newer).level) == "200"


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2016-03-01", "2016-03", 0),
        ("2016-03", "2016-04", 1),
        ("2016-03-31", "2016-05-01", 31),
        ("2016-03", "2015", 61),
    ],
)
def test_the_distance_is_from_the_last_day_of_one_to_the_first_of_the_other(
    one: str, other: str, days: int
) -> None:
    assert distance(dates.parse(one), dates.parse(other)) == days
    assert distance(dates.parse(other), dates.parse(one)) == days


def test_a_figure_that_begins_after_the_date_is_next_and_no_evidence() -> None:
    found = ask("2016-03-01", level("100", "2016-03-02"))
    assert (found.support, found.level, text(found.next)) == ("none", Level(), "100")


def test_a_figure_has_begun_on_the_last_day_of_the_date() -> None:
    assert text(ask("2016-03", level("100", "2016-03-31/2016-04-10")).level) == "100"


# 3. Vague figures


def test_a_date_of_31_days_is_exact_and_one_of_32_is_vague() -> None:
    day = level("100", "2016-02-28")
    assert text(ask("2016-05-01", day, level("200", "2016-03-01/2016-03-31")).level) == "200"
    assert text(ask("2016-05-01", day, level("200", "2016-03-01/2016-04-01")).level) == "100"


def test_a_vague_figure_answers_where_no_other_is_within_the_age_limit() -> None:
    day, year = level("100", "2016-01-01"), level("200", "2016")
    assert text(ask("2016-12-31", day, year).level) == "100"
    assert text(ask("2017-01-01", day, year).level) == "200"


def test_a_vague_figure_is_next_only_where_no_other_is_within_the_age_limit() -> None:
    summer, day = level("100", "2016-22"), level("200", "2017-03-01")
    assert text(ask("2016-03-01", summer, day).next) == "200"
    assert text(ask("2016-02-29", summer, day).next) == "100"


def test_a_vague_figure_is_previous_only_where_no_other_is() -> None:
    last, summer = level("300", "2016-12-01"), level("200", "2016-22")
    assert text(ask("2016-12-31", last, summer, level("100", "2016-01-01")).previous) == "100"
    assert text(ask("2016-12-31", last, summer, level("100", "2015-01-01")).previous) == "200"


# 4. Series, rivals, and what supersedes


def test_a_newer_figure_replaces_an_older_one_whoever_states_them() -> None:
    found = ask("2021-06-15", level("250", "2021-01-15", basis="official"), level("320", "2020-11-17"))
    assert (texts(found.evidence), found.contested, text(found.previous)) == (["250"], False, "320")


@pytest.mark.parametrize(
    ("date", "rivals"),
    [
        ("2016-03-03", ["200"]),  # 7 days before
        ("2016-03-02", []),  # 8 days before
        ("2016-03-05/2016-03-17", ["200"]),  # both ends 5 and 7 days away; it contains the date too
        ("2016-03-01/2016-03-11", ["200"]),  # contains the date
        ("2016-03-01/2016-03-09", []),  # one end 9 days away
        ("2016-03-03/2016-03-09", ["200"]),  # both ends near
    ],
)
def test_a_figure_of_the_same_time_by_another_speaker_is_a_rival(date: str, rivals: list[str]) -> None:
    latest = level("100", "2016-03-10", stated_by="A")
    found = ask("2016-03-31", latest, level("200", date, stated_by="B"))
    assert texts(found.evidence) == ["100", *rivals]


def test_a_speaker_is_no_rival_of_themselves() -> None:
    found = ask("2016-03-10", level("100", "2016-03-10"), level("200", "2016-03-09"))
    assert (texts(found.evidence), text(found.previous)) == (["100"], "200")


def test_of_each_speaker_only_the_newest_is_a_rival() -> None:
    found = ask(
        "2016-03-10",
        level("100", "2016-03-10", stated_by="A"),
        level("200", "2016-03-09", stated_by="B"),
        level("300", "2016-03-08", stated_by="B"),
        level("400", "2016-03-07", source=source(publisher="C")),
    )
    assert texts(found.evidence) == ["100", "200", "400"]


def test_a_rival_is_of_the_same_series() -> None:
    found = ask(
        "2016-03-31",
        level("100", "2016-03-31", definition=WITHOUT, stated_by="A"),
        level("300", "2016-03-30", definition=RECORDS, stated_by="A"),
        level("200", "2016-03-29", definition=RECORDS, stated_by="A"),
    )
    assert texts(found.evidence) == ["100", "300"]


def test_no_definition_is_the_total_as_reported() -> None:
    found = ask("2016-03-31", level("100", "2016-03-31"), level("200", "2016-03-01", definition=TOTAL))
    assert texts(found.evidence) == ["100"]


def test_nothing_that_ends_before_a_superseding_level_counts_after_it_except_as_previous() -> None:
    before = level("500", "2011-12-17", definition=WITHOUT)
    zero = level("0", "2011-12-18", supersedes=True)
    found = ask("2012-01-01", before, zero)
    assert (texts(found.evidence), found.other_counts, text(found.previous)) == (["0"], (), "500")


def test_what_ends_on_the_day_of_a_superseding_level_counts() -> None:
    same_day = level("500", "2011-12-18", definition=WITHOUT)
    assert texts(ask("2012-01-01", same_day, level("0", "2011-12-18", supersedes=True)).evidence) == [
        "0",
        "500",
    ]


def test_before_a_superseding_level_nothing_is_superseded() -> None:
    found = ask("2011-12-17", level("500", "2011-12-17"), level("0", "2011-12-18", supersedes=True))
    assert (texts(found.evidence), text(found.next)) == (["500"], "0")


def test_a_superseding_level_ends_withheld_partial_broader_and_related_figures_too() -> None:
    found = ask(
        "2012-01-01",
        level("withheld", "2011-12-01", definition=WITHOUT),
        level("90", "2011-12-02", definition=PART),
        level("9,000", "2011-12-03", definition=THEATER),
        planned("4,000", "2011-12-04", "2011-12-31"),
        level("0", "2011-12-18", supersedes=True),
    )
    assert (found.withheld, found.parts, found.related, found.since) == ((), (), (), ())


# 5. Evidence and other counts


def test_the_latest_of_another_series_is_evidence_31_days_from_the_level_and_another_count_at_32() -> None:
    records = level("200", "2016-03-01", definition=RECORDS)
    near = ask("2016-04-30", records, level("100", "2016-04-01"))
    assert (texts(near.evidence), near.other_counts) == (["100", "200"], ())
    far = ask("2016-04-30", records, level("100", "2016-04-02"))
    assert (texts(far.evidence), texts(far.other_counts), far.contested) == (["100"], ["200"], False)


def test_the_latest_of_a_series_has_its_rivals_beside_it() -> None:
    found = ask(
        "2016-04-30",
        level("100", "2016-04-01"),
        level("200", "2016-03-20", definition=RECORDS, stated_by="A"),
        level("300", "2016-03-15", definition=RECORDS, stated_by="B"),
    )
    assert texts(found.evidence) == ["100", "200", "300"]


def test_another_count_is_no_older_than_the_age_limit() -> None:
    records = level("200", "2016-03-01", definition=RECORDS)
    newest = level("100", "2017-02-20")
    assert texts(ask("2017-03-01", records, newest).other_counts) == ["200"]
    found = ask("2017-03-02", records, newest)
    assert (found.other_counts, text(found.previous)) == ((), "200")


def test_a_hundred_thousand_figures_of_one_day_are_answered_all_the_same() -> None:
    one = level("3,800", "2016-03-25")
    facts = [one._replace(id=f"f{number}", stated_by=str(number % 100)) for number in range(100_000)]
    found = ask("2016-03-25", *facts)
    assert (len(found.evidence), found.contested) == (100, False)


# 6 and 7. Agreement, contested, range. The relation of two counts is tested in tests/model/test_counts.py


@pytest.mark.parametrize(
    ("counts", "agreement", "bounds"),
    [
        (["2,500"], "single", (2500, 2500)),
        (["2,500", "about 2,500"], "agree", (2500, 2500)),
        (["5,000", "5,262"], "agree", (5000, 5262)),
        (["3,000", "more than 3,000"], "compatible", (3000, None)),
        (["more than 3,000", "more than 3,000"], "compatible", (3000, None)),
        (["less than 4,000", "less than 34,000"], "compatible", (None, 34000)),
        (["3,800", "more than 5,000"], "conflict", (3800, None)),
        (["4,001", "4,180", "4,360"], "conflict", (4001, 4360)),  # the ends are not near
        (["500 to 600", "450"], "conflict", (450, 600)),
        (["0", "100"], "conflict", (0, 100)),
    ],
)
def test_the_evidence_agrees_is_compatible_or_conflicts(
    counts: list[str], agreement: Agreement, bounds: tuple[int | None, int | None]
) -> None:
    facts = [
        level(count, "2016-03-01", stated_by=str(number), name=f"f{number}")
        for number, count in enumerate(counts)
    ]
    found = ask("2016-03-01", *facts)
    assert (found.agreement, found.contested) == (agreement, agreement == "conflict")
    assert found.range == bounds


def test_without_evidence_there_is_no_agreement_and_no_range() -> None:
    found = ask("2016")
    assert (found.support, found.contested) == ("none", False)
    assert (*found.level, found.agreement, *found.range, found.age_days, found.date_certain) == (None,) * 18
    assert (bool(found.level), found.to_dict()["level"]) == (False, None)


# 8. Support


def test_a_true_zero_is_a_count_like_any_other() -> None:
    found = ask("2012-01-01", level("0", "2012-01-01"))
    assert (found.support, *found.range) == ("reported", 0, 0)


def test_an_older_figure_is_the_last_known_up_to_the_age_limit() -> None:
    found = ask("2017-01-01", level("100", "2016-01-02"))
    assert (found.support, found.age_days) == ("last_known", 365)


def test_a_day_later_it_has_expired() -> None:
    found = ask("2017-01-02", level("100", "2016-01-02"))
    assert (found.support, found.age_days, found.level, found.evidence) == ("expired", 366, Level(), ())
    assert text(found.previous) == "100"


def test_without_an_age_limit_nothing_expires() -> None:
    assert ask("2036", level("100", "2016"), max_age=None).support == "last_known"


@pytest.mark.parametrize(
    ("following", "support"),
    [
        ("about 2,500", "consistent"),
        ("2,625", "consistent"),  # 5 %
        ("2,632", "last_known"),
        ("more than 2,000", "last_known"),  # an open bound confirms nothing
    ],
)
def test_it_is_consistent_if_the_next_figure_agrees(following: str, support: str) -> None:
    found = ask("2016-06-01", level("2,500", "2016-01-01"), level(following, "2016-12-01"))
    assert found.support == support


def test_any_figure_of_the_next_date_may_agree_whatever_its_series() -> None:
    level_before, other = level("2,500", "2016-01-01"), level("9,000", "2016-12-01", basis="official")
    same_day = level("2,500", "2016-12-01", definition=RECORDS)
    assert ask("2016-06-01", level_before, other, same_day).support == "consistent"
    later = level("2,500", "2016-12-02", definition=RECORDS)
    assert ask("2016-06-01", level_before, other, later).support == "last_known"


def test_a_contested_answer_is_not_consistent() -> None:
    facts = level("2,500", "2016-01-01"), level("4,000", "2016-01-01", stated_by="B", basis="official")
    assert ask("2016-06-01", *facts, level("4,000", "2016-12-01")).support == "last_known"


def test_one_of_the_two_dates_is_within_the_age_limit() -> None:
    before = level("2,500", "2016-01-01")
    assert ask("2018-06-01", before, level("2,500", "2019-06-01")).support == "consistent"
    assert ask("2018-06-01", before, level("2,500", "2019-06-02")).support == "expired"


def test_a_figure_of_a_month_may_be_later_than_a_day_in_it() -> None:
    found = ask("2021-01-30", level("2,500", "2021-01"))
    assert (found.support, found.date_certain, found.age_days) == ("reported", False, 0)
    assert ask("2021-01-31", level("2,500", "2021-01")).date_certain is True


# 9. Broader and partial figures


def test_a_broader_figure_is_related_where_a_total_answers() -> None:
    found = ask("2016-03-01", level("900", "2016-03-01", definition=THEATER), level("95", "2016-02-01"))
    assert (texts(found.evidence), texts(found.related)) == (["95"], ["900"])


def test_a_broader_figure_answers_where_no_total_does() -> None:
    expired = level("2,028", "2016-01")
    found = ask("2018-10-31", expired, level("28,189", "2018-09", definition=THEATER))
    assert (found.support, text(found.level), found.related) == ("last_known", "28,189", ())


def test_only_broader_figures_of_the_newest_definition_answer() -> None:
    found = ask(
        "2003-03-31",
        level("192,000", "2003-03-21", definition=THEATER),
        level("191,000", "2003-03-01", definition=THEATER),
        level("173,000", "2003-03-20", definition=PARTNERS),
        level("150,000", "2003-02-01"),
        level("172,000", "2003-04-01", definition=PARTNERS),
        max_age=30,
    )
    assert (texts(found.evidence), texts(found.related)) == (["192,000"], ["173,000", "191,000"])
    assert (text(found.previous), found.next) == ("191,000", None)


def test_the_definition_of_an_exact_broader_figure_comes_before_that_of_a_vague_one() -> None:
    vague, day = (
        level("9,000", "2003-22", definition=PARTNERS),
        level("8,000", "2003-05-01", definition=THEATER),
    )
    assert text(ask("2003-08-31", vague, day).level) == "8,000"


def test_a_broader_figure_beyond_the_age_limit_is_no_answer() -> None:
    found = ask("2015-03-31", level("50,000", "2010-08", definition=THEATER))
    assert (found.support, found.level, found.previous) == ("none", Level(), None)


def test_partial_figures_never_answer_and_the_newest_three_are_listed_without_an_answer() -> None:
    parts = [level(str(day), f"2020-01-{day}", definition=PART) for day in (11, 12, 13, 14)]
    found = ask("2020-01-31", *parts)
    assert (found.support, found.level, texts(found.parts)) == ("none", Level(), ["14", "13", "12"])


@pytest.mark.parametrize(("count", "parts"), [("0", ["152"]), ("1", []), ("less than 10", [])])
def test_with_an_answer_they_are_listed_only_if_it_is_zero(count: str, parts: list[str]) -> None:
    found = ask("2020-01-31", level(count, "2020-01-20"), level("152", "2020-01-20", definition=PART))
    assert texts(found.parts) == parts


# 10. Since


def test_a_change_counts_as_since_from_the_day_after_the_level_to_the_end_of_the_date() -> None:
    changes = [change(f"{day}", f"2014-07-{day}") for day in (10, 11, 20, 21)]
    assert texts(ask("2014-07-20", level("800", "2014-07-10"), *changes).since) == ["11", "20"]


@pytest.mark.parametrize(
    "other",
    [
        change(None, "2014-07-12"),
        change("withheld", "2014-07-12"),
        change("20", "2014-07-12", direction="none"),
        change("20", "2014-07-12", status="planned"),
        change("20", "2014-07-12", force=Force("nato", "NATO personnel")),
    ],
    ids=["no number", "withheld", "no direction", "planned", "another force"],
)
def test_other_changes_do_not(other: Fact) -> None:
    assert ask("2014-07-20", level("800", "2014-07-10"), other).since == ()


@pytest.mark.parametrize(
    ("due", "since"),
    [
        ("2020-09-09", []),  # not after the level
        ("2020-09-10", ["3,000"]),
        ("2020-09", ["3,000"]),  # ends after the level
        ("2020-10-30", ["3,000"]),
        ("2020-10-31", []),  # not yet due
    ],
)
def test_a_plan_counts_as_since_if_it_was_due_after_the_level_and_by_the_date(
    due: str, since: list[str]
) -> None:
    found = ask("2020-10-30", level("5,200", "2020-09-09"), planned("3,000", "2020-09-09", due))
    assert texts(found.since) == since


def test_of_several_plans_the_one_stated_last_counts() -> None:
    plans = planned("3,000", "2020-09-01", "2020-10-01"), planned("3,500", "2020-08-01", "2020-10-15")
    assert texts(ask("2020-10-30", level("5,200", "2020-09-09"), *plans).since) == ["3,000"]


@pytest.mark.parametrize(
    "other",
    [
        planned("3,000", "2019-10-30", "2020-10-01"),
        planned("3,000", "2020-10-31", "2020-10-01"),
        planned("3,000", "2020-09-01", "2020-10-01", definition=PART),
        planned("3,000", "2020-09-01", "2020-10-01", excluded="taken back"),
        level("3,000", "2020-09-01", status="authorized", due=dates.parse("2020-10-01")),
    ],
    ids=["366 days old", "stated later", "partial", "excluded", "a ceiling"],
)
def test_other_plans_do_not(other: Fact) -> None:
    assert ask("2020-10-30", level("5,200", "2020-09-09"), other).since == ()


def test_a_plan_of_365_days_before_counts() -> None:
    plan = planned("3,000", "2019-10-31", "2020-10-01")
    assert texts(ask("2020-10-30", level("5,200", "2020-09-09"), plan).since) == ["3,000"]


# 11. Withheld, related, previous and next


def test_a_withheld_count_is_no_evidence_and_conflicts_with_nothing() -> None:
    found = ask("2018-01-01", level("withheld", "2018-01-01", basis="official"), level("5,200", "2018-01-01"))
    assert (texts(found.evidence), found.agreement, found.range) == (["5,200"], "single", (5200, 5200))


def test_a_withheld_count_alone_is_no_answer() -> None:
    found = ask("2018-01-01", level("withheld", "2018-01-01"))
    assert (found.support, found.level, texts(found.withheld)) == ("none", Level(), ["withheld"])


def test_a_withheld_count_is_listed_however_old_until_a_count_of_its_definition_is_given() -> None:
    withheld = level("withheld", "2017-12-31", definition=RECORDS)
    assert len(ask("2023-06-30", withheld, level("2,500", "2023-03-07")).withheld) == 1
    given = level("2,500", "2023-03-07", definition=RECORDS)
    assert len(ask("2023-03-06", withheld, given).withheld) == 1
    assert len(ask("2023-03-07", withheld, given).withheld) == 0


def test_a_count_of_the_same_day_gives_nothing_later() -> None:
    same_day = level("2,500", "2017-12-31", definition=RECORDS)
    withheld = level("withheld", "2017-12-31", definition=RECORDS)
    assert len(ask("2018-01-01", withheld, same_day).withheld) == 1


@pytest.mark.parametrize(
    "later",
    [
        level("4,000", "2018-01-01", status="planned"),
        level("4,000", "2018-01-01", status="authorized"),
        level("4,000", "2018-01-01", excluded="taken back"),
    ],
    ids=["a plan", "a ceiling", "excluded"],
)
def test_what_is_no_headcount_gives_no_count(later: Fact) -> None:
    assert len(ask("2018-02-01", level("withheld", "2017-12-31"), later).withheld) == 1


def test_a_superseded_count_does_not_end_a_withheld_count_that_is_not_superseded() -> None:
    withheld, given = level("withheld", "2011"), level("2,500", "2011-11-05")
    zero = level("0", "2011-12-18", definition=RECORDS, supersedes=True)
    assert len(ask("2011-12-17", withheld, given, zero).withheld) == 0
    assert len(ask("2011-12-18", withheld, given, zero).withheld) == 1


def test_of_each_definition_the_newest_withheld_count_is_listed() -> None:
    found = ask(
        "2018-07-01",
        level("withheld", "2017-12-31", definition=RECORDS),
        level("withheld", "2018-03-31", definition=RECORDS),
        level("withheld", "2018-01-01"),
        level("withheld", "2018-07-02"),
    )
    assert [fact.as_of.text for fact in found.withheld] == ["2018-03-31", "2018-01-01"]


def test_related_figures_have_begun_and_are_within_the_age_limit() -> None:
    later = level("1", "2017-03-02", status="planned")
    old = level("2", "2016-02-29", status="planned")
    within = level("3", "2016-03-01", status="planned")
    assert texts(ask("2017-03-01", later, old, within).related) == ["3"]


def test_previous_and_next_are_the_nearest_outside_the_evidence_and_the_other_counts() -> None:
    found = ask(
        "2016-06-01",
        level("100", "2016-05-01"),
        level("200", "2016-04-30"),
        level("300", "2016-03-01", definition=RECORDS),
        level("400", "2016-06-02"),
        level("500", "2016-06-02", basis="official"),
        level("600", "2016-06-03"),
    )
    assert (texts(found.other_counts), text(found.previous), text(found.next)) == (["300"], "200", "500")


# 12. A date longer than a day


def test_every_figure_within_a_month_is_listed_from_old_to_new() -> None:
    facts = [level("300", "2016-03-31"), level("100", "2016-03-01"), level("200", "2016-03")]
    beyond = [level("900", "2016-04-01"), level("800", "2016-02-29/2016-03-01")]
    found = ask("2016-03", *facts, *beyond)
    assert texts(found.in_period) == ["100", "200", "300"]
    assert found.period_range == (100, 300)


def test_a_day_has_no_figures_within_it() -> None:
    found = ask("2016-03-01", level("100", "2016-03-01"))
    assert (found.in_period, *found.period_range) == ((), None, None)


def test_the_figures_within_a_month_are_those_of_the_broader_definition_that_answers() -> None:
    facts = [level("9", "2003-03-01", definition=THEATER), level("8", "2003-03-02", definition=PARTNERS)]
    assert texts(ask("2003-03", *facts).in_period) == ["8"]


# 13. Cautions are tested in test_summary.py

# 14. One definition


def test_a_definition_is_asked_alone_whatever_its_scope_and_status() -> None:
    facts = (
        level("100", "2016-03-03"),
        level("withheld", "2016-03-03"),
        level("90", "2016-03-02", definition=PART, status="authorized"),
        level("80", "2016-03-01", definition=PART),
        level("70", "2016-03-03", definition=PART, excluded="taken back"),
        level("withheld", "2016-03-03", definition=PART),
    )
    found = ask("2016-03-03", *facts, definition=PART)
    assert (texts(found.evidence), text(found.previous), found.parts) == (["90"], "80", ())
    assert [fact.definition for fact in found.withheld] == [PART]


def test_the_total_as_reported_is_asked_with_its_id() -> None:
    facts = level("100", "2016-03-01"), level("200", "2016-03-03", definition=RECORDS)
    found = ask("2016-03-03", *facts, definition=TOTAL)
    assert (texts(found.evidence), found.support) == (["100"], "last_known")


# Small bases after public reports


def test_an_open_bound_confirms_nothing() -> None:
    facts = level("about 520", "2020-09-09", basis="official"), level("more than 300", "2020-11-17")
    before = ask("2020-10-30", *facts)
    assert (before.support, before.contested, before.range) == ("last_known", False, (520, 520))
    after = ask("2020-11-20", *facts)
    assert (texts(after.evidence), after.agreement) == (["more than 300"], "single")
    assert (after.range, text(after.previous)) == ((300, None), "about 520")


def test_an_upper_bound_replaces_a_higher_one() -> None:
    facts = level("less than 340", "2011-11-03", basis="official"), level("less than 40", "2011-12-15")
    found = ask("2011-12-31", *facts)
    assert (texts(found.evidence), found.range) == (["less than 40"], (None, 40))
    assert text(found.previous) == "less than 340"


# Properties


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
    assert not found.level or found.level == Level.of(found.evidence[0])
    assert (not found.level) == (found.support in ("expired", "none"))
    assert all(fact.as_of.starts <= found.question.date.ends for fact in found.evidence)


@given(st.data(), st.lists(figures, max_size=12, unique_by=lambda fact: fact.id), days)
def test_the_order_of_the_facts_does_not_matter(data: st.DataObject, facts: list[Fact], day: object) -> None:
    shuffled = data.draw(st.permutations(facts))
    assert ask(str(day), *facts) == ask(str(day), *shuffled)
