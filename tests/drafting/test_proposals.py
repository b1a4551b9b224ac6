"""What is proposed of a sentence: kind, unit, direction, force, place and date, or that a person decides."""

from __future__ import annotations

import pytest

from invented_articles import ARTICLES, WORDS
from iraqforce.checked import DeclaredWords
from iraqforce.drafting.proposals import proposals
from iraqforce.drafting.values import Proposal
from iraqforce.reading.quotes import Article


def only(text: str) -> Proposal:
    [proposal] = proposals(text, WORDS, "d")
    return proposal


@pytest.mark.parametrize(
    ("text", "kind", "unit", "direction"),
    [
        ("There are 500 troops in Gao.", "level", None, None),
        ("The contingent fell to 500 by June.", "level", None, None),
        ("It is adding to the 500 troops there.", "level", None, None),
        ("The contingent fell by 500.", "change", None, "decrease"),
        ("It will send 500 soldiers.", "change", None, "increase"),
        ("They withdrew about 500 soldiers.", "change", None, "decrease"),
        ("There will be 500 more soldiers.", "change", None, "increase"),
        ("There will be 500 fewer soldiers.", "change", None, "decrease"),
        ("Jets carried out 26 strikes on fighters.", "figure", "strikes", None),
        ("They hold 500 square kilometers of land.", "figure", "square kilometers", None),
        ("The attack killed 12 soldiers.", "figure", "soldiers", None),
        ("It led to thousands of civilian casualties.", "figure", "civilian casualties", None),
        ("They paid €5 million.", "figure", "EUR", None),
        ("Half of it, or 50%, was lost.", "figure", "percent", None),
        ("It is a city of 2 million.", "figure", None, None),
        ("The soldiers left on Thursday.", "event", None, None),
    ],
)
def test_the_words_around_it_tell_the_kind(
    text: str, kind: str, unit: str | None, direction: str | None
) -> None:
    proposal = only(text)
    assert (proposal.kind, proposal.unit, proposal.direction) == (kind, unit, direction)


@pytest.mark.parametrize(
    ("text", "force", "place"),
    [
        ("There are 500 French troops in Mali.", "fr", "mali"),
        ("There are 500 French troops in Gao, Mali.", "fr", "gao"),
        ("There are 500 troops in Mali and Niger.", None, None),
        ("The French have 500 troops in Mali.", "fr", "mali"),
        ("There are 500 Dutch troops in Peru.", None, None),
        ("There are 500 French and Estonian soldiers.", None, None),
        ("There are 500 British Parachute Regiment soldiers.", "paras", None),
        ("There are 500 British soldiers at Camp Tapa.", "gb", "tapa"),
        ("The French killed 500 people.", None, None),
        ("U.N.’s 500 peacekeepers stay in Malian towns.", "un", None),
    ],
)
def test_force_and_place_are_names_of_the_base_or_left_to_a_person(
    text: str, force: str | None, place: str | None
) -> None:
    proposal = only(text)
    assert (proposal.force, proposal.place) == (force, place)
    assert ("force" in proposal.todo, "place" in proposal.todo) == (force is None, place is None)


def test_names_that_fit_alike_are_told() -> None:
    todo = only("There are 500 French and Estonian soldiers in Mali and Niger.").todo
    assert todo["place"] == "TODO: where: mali or niger"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 2020 there were 500 troops.", "2020"),
        ("On 14 February 2022 there were 500 troops.", "2022-02-14"),
        ("The soldiers came in 2020.", "2020"),
        ("The soldiers have been there since 2020.", "2020"),
        ("Since 2020 they have lost 500 soldiers.", None),
        ("The soldiers will be there until 2026.", None),
        ("On Thursday there were 500 troops.", None),
        ("There are 500 troops.", None),
        ("In 2020, as in 2019, there were 500 troops.", None),
    ],
)
def test_a_date_is_proposed_only_where_the_sentence_states_it(text: str, date: str | None) -> None:
    proposal = only(text)
    assert (proposal.as_of.text if proposal.as_of else None) == date
    assert ("as_of" in proposal.todo) == (date is None)


def test_a_date_belongs_to_the_number_before_it() -> None:
    first, second = proposals("There are 500 troops, down from 900 in 2020.", WORDS, "d")
    assert (first.as_of, second.as_of and second.as_of.text) == (None, "2020")


def test_a_sentence_is_proposed_once_however_often_it_stands() -> None:
    text = "There are 500 troops.\nThere are 500 troops.\nThere are 600 troops."
    assert [(each.words, each.line) for each in proposals(text, WORDS, "d")] == [("500", 1), ("600", 3)]


@pytest.mark.parametrize("text", ["The soldiers left.", "On Thursday it rained.", "", "Number 2 left."])
def test_what_has_no_number_and_no_dated_people_is_not_proposed(text: str) -> None:
    assert list(proposals(text, WORDS, "d")) == []


def test_without_a_vocabulary_everything_is_left_to_a_person() -> None:
    [proposal] = proposals("There are 500 French troops in Mali.", DeclaredWords((), (), ()), "d")
    assert (proposal.force, proposal.place) == (None, None)
    assert set(proposal.todo) == {"force", "place", "as_of", "dated_by", "status", "basis"}


def test_every_quote_is_found_where_it_is_said_to_stand_and_carries_its_words() -> None:
    for text, _ in ARTICLES:
        article = Article(text)
        for proposal in proposals(text, WORDS, "d"):
            found = article.find(proposal.quote)
            assert found is not None
            assert article.line_and_column(found.start) == (proposal.line, proposal.column)
            assert found.start <= proposal.start < proposal.end <= found.end
