"""What a report tells of the bundled base, as a person read it in the articles."""

from __future__ import annotations

from pathlib import Path

import yaml

from builders import level
from iraqforce import dates
from iraqforce.asof import Question, answer
from iraqforce.facts import Fact
from iraqforce.reporting.report import Report
from report_bases import base
from reports import reported


def numbers_in(report: Report) -> list[tuple[str, str]]:
    return [(piece.text, piece.fact.id) for piece in report.sentence() if piece.fact is not None]


def numbers(date: str) -> list[tuple[str, str]]:
    return numbers_in(reported(date))


def numbers_of(date: str, *levels: Fact) -> list[tuple[str, str]]:
    found = answer(Question("us", "iraq", dates.closed(date)), levels)
    return numbers_in(reported(date)._replace(answer=found))


def test_every_number_of_the_sentence_is_that_of_its_fact() -> None:
    assert numbers("2016-05-01") == [
        ("4,087", "us-iraq-2016-04-18"),
        ("3,800", "us-iraq-2016-03-25-official"),
        ("more than 5,000", "us-iraq-2016-03-25-press"),
    ]


def test_a_stale_answer_leads_to_the_last_figure_alone() -> None:
    assert numbers("2018-07-01") == [("4,087", "us-iraq-2016-04-18")]


OFFICIAL = level("2,500", "2021-01-05", basis="official", name="official")
PRESS = level("2,500", "2021-01-05", name="press")


def test_figures_worded_alike_are_told_once_and_the_next_one_is_its_own() -> None:
    following = level("2,500", "2021-12-09", name="next")
    bracketed = numbers_of("2021-07-26", PRESS, OFFICIAL, following)
    assert bracketed == [("2,500", "official"), ("2,500", "next")]


def test_a_number_of_days_is_not_taken_for_the_figure_before() -> None:
    before = level("13", "2020-01-05", name="before")
    assert numbers_of("2021-01-18", before, OFFICIAL) == [("2,500", "official")]


def test_the_sentence_is_the_one_of_the_command_level() -> None:
    said = "".join(piece.text for piece in reported("2016-05-01").sentence())
    assert said == (
        "The figures do not agree: 4,087, 3,800 and more than 5,000. They do not all count the same. "
        "Carried forward: the newest is 13 days older than 1 May 2016."
    )


def test_the_levels_are_those_of_the_force_and_of_its_parts_from_old_to_new() -> None:
    levels = reported("2016-05-01").levels
    texts = [fact.count.text for fact in levels if fact.count]
    assert texts == [
        "3,000",
        "3,800",
        "more than 5,000",
        "several hundred",
        "4,087",
        "2,500",
        "about 2,500",
        "2,500",
    ]


def test_every_fact_has_its_words_once_under_its_source() -> None:
    found = reported("2016-05-01")
    facts = [*found.levels, *found.changes, *found.events]
    told = [(cited.source.id, words.fact.id) for cited in found.sources for words in cited.words]
    assert sorted(told) == sorted((fact.source.id, fact.id) for fact in facts)
    assert [cited.number for cited in found.sources] == [1, 2, 3, 4, 5]


def test_the_quote_stands_in_its_paragraph() -> None:
    found = reported("2016-05-01")
    words = next(
        words
        for cited in found.sources
        for words in cited.words
        if words.fact.id == "us-iraq-2016-03-25-press"
    )
    assert words.before.startswith("Currently, the Pentagon says, there are 3,800 U.S. troops")
    assert words.quote == "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    assert words.after == ", The Daily Beast’s Nancy Youssef reports."


def test_the_numbers_of_sources_and_events_are_those_of_the_picture() -> None:
    found = reported("2016-05-01")
    numbers = {note.source.id: note.number for note in found.picture.notes}
    assert numbers == {cited.source.id: cited.number for cited in found.sources}
    events = found.event_numbers()
    in_picture = [fact for event in found.picture.events for fact in event.facts]
    assert [events[fact.id] for fact in in_picture] == list(range(1, len(in_picture) + 1))


def test_what_was_not_yet_published_is_left_out_of_everything() -> None:
    found = reported("2016-05-01", known_by="2016-03-31")
    assert {cited.source.id for cited in found.sources} == {"defense-one-2016-03-25"}
    assert [note.source.id for note in found.picture.notes] == ["defense-one-2016-03-25"]


def test_an_event_that_names_no_place_is_told_as_in_the_timeline(tmp_path: Path) -> None:
    path = base(tmp_path, "words")
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    [event] = [fact for fact in written["facts"] if fact["kind"] == "event"]
    elsewhere = {**event, "id": "of-the-force", "force": "us"}
    del elsewhere["place"]
    written["facts"].append(elsewhere)
    path.write_text(yaml.safe_dump(written), encoding="utf-8")
    found = reported("2000", base=path)
    assert [fact.id for fact in found.events] == ["e", "of-the-force"]
    assert found.event_numbers() == {"e": 1, "of-the-force": 2}


def test_another_force_has_a_report_of_its_own() -> None:
    found = reported("2021-03-01", force="nato")
    assert [fact.count.text for fact in found.levels if fact.count][:1] == ["about 500"]
    assert found.title == "NATO personnel in Iraq, 1 March 2021"
