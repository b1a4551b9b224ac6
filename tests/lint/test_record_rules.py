"""Rules about records: statements entered twice, sources without facts, ids."""

from pathlib import Path

import pytest

from curated import checked, fact, line_of, messages, problems_of, suppressing
from iraqforce.problems import Problem

# F301: the same statement entered twice


SENTENCE = "On Friday 3,800 troops were in Iraq, the\nPentagon said.\n"
WHOLE = "On Friday 3,800 troops were in Iraq"
SHORT = "3,800 troops were in Iraq, the Pentagon said"


def test_overlapping_quotes_of_one_number_are_one_statement(tmp_path: Path) -> None:
    facts = fact("first", "3,800", quote=WHOLE), fact("second", "3,800", quote=SHORT)
    (problem,) = problems_of(tmp_path, "F301", *facts, article=SENTENCE)
    assert problem.message == "'second' duplicates 'first'"
    assert f"{tmp_path}/facts.yaml:{line_of(tmp_path, 'id: first')};" in problem.hint
    assert (problem.at.line, problem.excerpt) == (line_of(tmp_path, "id: second"), "  - id: second")


def test_a_quote_that_begins_on_the_second_line_of_another_overlaps_it(tmp_path: Path) -> None:
    article = "The Pentagon puts the\ntotal at 3,800 troops.\n"
    facts = (
        fact("first", "3,800", quote="The Pentagon puts the total at 3,800 troops"),
        fact("second", "3,800", quote="total at 3,800"),
    )
    assert messages(tmp_path, "F301", *facts, article=article) == ["'second' duplicates 'first'"]


def test_the_same_number_in_two_sentences_is_two_statements(tmp_path: Path) -> None:
    article = "3,800 troops are there. Yes, 3,800 troops.\n"
    facts = (
        fact("first", "3,800", quote="3,800 troops are there"),
        fact("second", "3,800", quote="Yes, 3,800 troops"),
    )
    assert messages(tmp_path, "F301", *facts, article=article) == []


def test_two_numbers_of_one_quote_are_two_statements(tmp_path: Path) -> None:
    quote = "from 3,000 to 3,800 troops"
    facts = fact("first", "3,000", quote=quote), fact("second", "3,800", quote=quote)
    assert messages(tmp_path, "F301", *facts, article=f"It rose {quote}.\n") == []


def test_a_level_and_a_change_of_one_number_in_one_sentence_are_two_statements(tmp_path: Path) -> None:
    quote = "500 troops arrived, and these 500 are all"
    facts = (
        fact("first", "500", kind="change", direction="increase", quote=quote),
        fact("second", "500", quote=quote),
    )
    assert messages(tmp_path, "F301", *facts, article=quote) == []


def test_one_number_since_an_earlier_date_is_two_statements(tmp_path: Path) -> None:
    quote = "has stood at 2,500 since March"
    facts = fact("first", "2,500", "2016-03", quote=quote), fact("second", "2,500", "2016-06-01", quote=quote)
    assert messages(tmp_path, "F301", *facts, article=quote) == []


def test_one_number_of_a_month_and_of_a_day_in_it_is_one_statement(tmp_path: Path) -> None:
    quote = "has stood at 2,500 since March"
    facts = fact("first", "2,500", "2016-03", quote=quote), fact("second", "2,500", "2016-03-25", quote=quote)
    assert messages(tmp_path, "F301", *facts, article=quote) == ["'second' duplicates 'first'"]


def test_a_row_of_a_table_that_two_facts_cite_is_one_statement(tmp_path: Path) -> None:
    facts = fact("first", "2,500", locator="table 2"), fact("second", "2,500", locator="table 2")
    assert messages(tmp_path, "F301", *facts) == ["'second' duplicates 'first'"]


def test_a_table_with_one_number_for_two_years_has_two_statements(tmp_path: Path) -> None:
    facts = (
        fact("first", "2,500", "2016", locator="table 2"),
        fact("second", "2,500", "2017", locator="table 2"),
    )
    assert messages(tmp_path, "F301", *facts) == []


def test_one_number_in_two_sources_confirms_it(tmp_path: Path) -> None:
    one = fact("first", "2,500", locator="table 2")
    other = fact("second", "2,500", locator="table 2", source="almanac")
    assert messages(tmp_path, "F301", one, other) == []


def test_one_killed_and_one_wounded_are_two_by_their_labels(tmp_path: Path) -> None:
    quote = "one soldier was killed and one wounded"
    keys = {"kind": "event", "status": "", "basis": "", "quote": quote}
    killed, wounded = (
        fact(label, "one", label=label, unit="people", **keys) for label in ("killed", "wounded")
    )
    assert messages(tmp_path, "F301", killed, wounded, article=quote) == []
    again = fact("again", "one", label="killed", unit="people", **keys)
    assert messages(tmp_path, "F301", killed, again, article=quote) == ["'again' duplicates 'killed'"]


def test_of_three_alike_each_later_one_is_reported_of_the_first(tmp_path: Path) -> None:
    facts = [fact(name, "2,500", locator="table 2") for name in ("first", "second", "third")]
    assert messages(tmp_path, "F301", *facts) == [
        "'second' duplicates 'first'",
        "'third' duplicates 'first'",
    ]


def test_a_suppression_counts_at_the_later_fact_and_not_at_the_earlier(tmp_path: Path) -> None:
    plain = fact("first", "2,500", locator="t"), fact("second", "2,500", locator="t")
    suppressed = [
        fact(name, "2,500", locator="t", suppress=suppressing("F301")) for name in ("first", "second")
    ]
    assert messages(tmp_path, "F301", plain[0], suppressed[1]) == []
    assert messages(tmp_path, "F301", suppressed[0], plain[1]) == ["'second' duplicates 'first'"]


def test_another_status_or_a_label_of_a_level_makes_no_second_statement(tmp_path: Path) -> None:
    first = fact("first", "3,800", quote=WHOLE)
    for keys in ({"status": "announced"}, {"label": "garrison"}):
        second = fact("second", "3,800", quote=WHOLE, **keys)
        assert messages(tmp_path, "F301", first, second, article=SENTENCE) == ["'second' duplicates 'first'"]


def test_two_readings_of_the_same_vague_words_are_one_statement(tmp_path: Path) -> None:
    article = "Several hundred troops are there.\n"
    one, other = "{text: Several hundred, low: 200}", "{text: several hundred, low: 300, high: 900}"
    facts = fact("first", one, quote="Several hundred troops"), fact("second", other, quote=article.strip())
    assert messages(tmp_path, "F301", *facts, article=article) == ["'second' duplicates 'first'"]


# F309: ids and their patterns


def off_pattern(folder: Path, pattern: str, name: str, ids: str = "level", **keys: str) -> list[Problem]:
    """What is found for a fact of that id, in a base with this pattern for a kind of facts."""
    change = ("forces:\n", f'ids:\n  {ids}: "{pattern}"\nforces:\n')
    found = checked(folder, fact(name, "3,800", **keys), rules=["F309"], change=change)
    return list(found.problems)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{force}-{place}-*", "us-iraq-2016"),
        ("{force}-{place}-*", "us-iraq-2016-03-25-official"),
        ("{source}-*", "yearbook-1"),
        ("{force}-{year}", "us-2016"),
        ("*-{year}-*", "some-words-2016-spring"),
        ("*", "anything-at-all"),
        ("*-to-*-to-*", "a-to-b-to-to-c"),
    ],
)
def test_an_id_that_is_made_so_is_right(pattern: str, name: str, tmp_path: Path) -> None:
    assert off_pattern(tmp_path, pattern, name) == []


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{force}-{place}-*", "us-iraq"), ("{force}-{place}-*", "iraq-us-2016"),
        ("{force}-{place}-*", "us-anbar-2016"), ("{source}-*", "almanac-1"), ("{force}-{year}", "us-2017"),
        ("{force}-{year}", "us-2016-03"), ("*-{year}-*", "some-words-2017-spring"),
        ("*-to-*-to-*", "a-to-b-to"),
    ],
)  # fmt: skip
def test_an_id_that_is_made_otherwise_is_reported(pattern: str, name: str, tmp_path: Path) -> None:
    (problem,) = off_pattern(tmp_path, pattern, name)
    assert problem.message == f"ID '{name}' does not follow the base's pattern {pattern}"
    assert problem.excerpt.strip() == f"- id: {name}"


def test_the_hint_gives_the_facts_own_names(tmp_path: Path) -> None:
    (problem,) = off_pattern(tmp_path, "{force}-{place}-{year}-*", "spring")
    assert problem.hint == "rename it to us-iraq-2016-* (* is any words), or change 'ids'"


def test_a_pattern_is_for_its_kind_alone(tmp_path: Path) -> None:
    assert off_pattern(tmp_path, "{force}-{place}-*", "spring", ids="change") == []


def test_what_a_fact_does_not_have_may_be_any_words(tmp_path: Path) -> None:
    keys = {"force": "", "place": "", "status": "", "basis": ""}
    assert (
        off_pattern(tmp_path, "{force}-{place}-*", "what-ever-happened", "event", kind="event", **keys) == []
    )


def test_a_pattern_of_many_stars_comes_to_an_end(tmp_path: Path) -> None:
    assert len(off_pattern(tmp_path, "-".join("*" * 15) + "-end", "-".join("a" * 50))) == 1


# F302: a fact of a day after its source was published is an error, unless it is planned


@pytest.mark.parametrize("as_of", ["2018", "2018-12-31", "2017/2019", "../2020", "2016-03-25"])
def test_a_date_that_may_be_before_the_publication_is_right(as_of: str, tmp_path: Path) -> None:
    assert messages(tmp_path, "F302", fact("one", "3,800", as_of)) == []


@pytest.mark.parametrize("as_of", ["2019", "2019-01-01", "2019-01-01/2020", "2019/..", "2019~"])
def test_a_date_that_is_wholly_after_it_is_an_error(as_of: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "F302", fact("one", "3,800", as_of))
    assert problem.severity == "error"
    assert problem.message == f"as-of date {as_of} is after the publication of 'yearbook' (2018)"
    assert problem.excerpt.strip() == f"as_of: {as_of}"


@pytest.mark.parametrize(("status", "number"), [("planned", 0), ("announced", 1), ("authorized", 1)])
def test_only_what_is_planned_may_be_in_the_future(status: str, number: int, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "F302", fact("one", "3,800", "2019", status=status))) == number


def test_a_suppressed_date_makes_the_base_usable(tmp_path: Path) -> None:
    assert not checked(tmp_path, fact("one", "3,800", "2019"), rules=["F302"]).ok
    suppressed = checked(tmp_path, fact("one", "3,800", "2019", suppress=suppressing("F302")), rules=["F302"])
    assert (suppressed.problems, suppressed.ok) == ((), True)
