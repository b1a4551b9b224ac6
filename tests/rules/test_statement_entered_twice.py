"""F301: two facts that state the same are told once; two that only look alike are not."""

from __future__ import annotations

from pathlib import Path

from curated import accepting, fact, line_of, messages, told

SENTENCE = "On Friday 3,800 troops were in Iraq, the\nPentagon said.\n"
WHOLE = "On Friday 3,800 troops were in Iraq"
SHORT = "3,800 troops were in Iraq, the Pentagon said"


def test_overlapping_quotes_of_one_number_are_one_statement(tmp_path: Path) -> None:
    facts = fact("first", "3,800", quote=WHOLE), fact("second", "3,800", quote=SHORT)
    (problem,) = told(tmp_path, "F301", *facts, article=SENTENCE)
    assert problem.message == "'second' states what 'first' states"
    assert f"{tmp_path}/facts.yaml:{line_of(tmp_path, 'id: first')};" in problem.hint
    assert (problem.at.line, problem.excerpt) == (line_of(tmp_path, "id: second"), "  - id: second")


def test_a_quote_that_begins_on_the_second_line_of_another_overlaps_it(tmp_path: Path) -> None:
    article = "The Pentagon puts the\ntotal at 3,800 troops.\n"
    facts = (
        fact("first", "3,800", quote="The Pentagon puts the total at 3,800 troops"),
        fact("second", "3,800", quote="total at 3,800"),
    )
    assert messages(tmp_path, "F301", *facts, article=article) == ["'second' states what 'first' states"]


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
    assert messages(tmp_path, "F301", *facts, article=quote) == ["'second' states what 'first' states"]


def test_a_row_of_a_table_that_two_facts_cite_is_one_statement(tmp_path: Path) -> None:
    facts = fact("first", "2,500", locator="table 2"), fact("second", "2,500", locator="table 2")
    assert messages(tmp_path, "F301", *facts) == ["'second' states what 'first' states"]


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
    assert messages(tmp_path, "F301", killed, again, article=quote) == ["'again' states what 'killed' states"]


def test_of_three_alike_each_later_one_is_told_of_the_first(tmp_path: Path) -> None:
    facts = [fact(name, "2,500", locator="table 2") for name in ("first", "second", "third")]
    assert messages(tmp_path, "F301", *facts) == [
        "'second' states what 'first' states",
        "'third' states what 'first' states",
    ]


def test_an_acknowledgement_counts_at_the_later_fact_and_not_at_the_earlier(tmp_path: Path) -> None:
    plain = fact("first", "2,500", locator="t"), fact("second", "2,500", locator="t")
    accepted = [fact(name, "2,500", locator="t", accepts=accepting("F301")) for name in ("first", "second")]
    assert messages(tmp_path, "F301", plain[0], accepted[1]) == []
    assert messages(tmp_path, "F301", accepted[0], plain[1]) == ["'second' states what 'first' states"]


def test_another_status_or_a_label_of_a_level_makes_no_second_statement(tmp_path: Path) -> None:
    first = fact("first", "3,800", quote=WHOLE)
    for keys in ({"status": "announced"}, {"label": "garrison"}):
        second = fact("second", "3,800", quote=WHOLE, **keys)
        assert messages(tmp_path, "F301", first, second, article=SENTENCE) == [
            "'second' states what 'first' states"
        ]


def test_two_readings_of_the_same_vague_words_are_one_statement(tmp_path: Path) -> None:
    article = "Several hundred troops are there.\n"
    one, other = "{text: Several hundred, low: 200}", "{text: several hundred, low: 300, high: 900}"
    facts = fact("first", one, quote="Several hundred troops"), fact("second", other, quote=article.strip())
    assert messages(tmp_path, "F301", *facts, article=article) == ["'second' states what 'first' states"]
