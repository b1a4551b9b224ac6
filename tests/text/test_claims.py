"""Which numbers of a manuscript are claims, of whom, where and when; what is not certain is a doubt."""

from datetime import date

import pytest

import iraqforce
from iraqforce.text.claims import TextClaim, claims
from iraqforce.text.names_in_text import Names

NAMES = Names(iraqforce.open("all").contents)
PUBLISHED = date(2021, 12, 10)


def found(text: str, published: date | None = PUBLISHED) -> list[TextClaim]:
    return list(claims(text, NAMES, published))


def read(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(each.number.words, each.force, each.place, each.date and each.date.text) for each in found(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In May 2016, 500 U.S. troops were in Iraq.", ("500", "us", "iraq", "2016-05")),
        ("The United States has about 2,400 troops in Iraq.", ("about 2,400", "us", "iraq", "2021-12-10")),
        ("U.S. troop strength in Iraq was 98,000 in 2010.", ("98,000", "us", "iraq", "2010")),
        ("In 2008 there were 900 NATO trainers in Iraq.", ("900", "nato", "iraq", "2008")),
        ("In 2010 the U.S. had 95,461 contractors in Iraq.", ("95,461", "us-contractors", "iraq", "2010")),
    ],
)
def test_a_claim_has_a_force_a_place_and_a_date(
    text: str, claim: tuple[str, str | None, str | None, str | None]
) -> None:
    assert read(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Four U.S. brigades were in Iraq in 2010.",
        "In 2007, 904 U.S. troops were killed in Iraq.",
        "It spent $500 million on U.S. troops in Iraq in 2010.",
        "Public Law 93-148 binds U.S. troops in Iraq.",
        "See page 500 on U.S. troops in Iraq.",
        "In 2009, 4,000 Polish troops were in Iraq.",
        "In 2010, 500 U.S. troops were in Germany.",
        "In 2010, 500 U.S. diplomats were in Iraq.",
        "More than 1.5 million U.S. troops have served in Iraq since 2003.",
        "In June 2020, 130 U.S. troops in Iraq tested positive.",
    ],
)
def test_what_counts_no_people_who_are_there_is_no_claim(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("500 U.S. troops were in Iraq.", "no date is given"),
        ("In 2010, 500 troops were in Iraq.", "it is not clear whose troops"),
        ("In 2010, 500 U.S. combat troops were in Iraq.", "this may be only a part of the force"),
        (
            "In 2010, 500 U.S. soldiers of the 1st Division were in Iraq.",
            "this may be only a part of the force",
        ),
        ("In 2010, several U.S. and British soldiers, 500 U.S. troops and diplomats, were in Iraq.", ""),
        ("In 2010, 500 U.S. troops were in northern Iraq and Jordan.", "several places are named"),
        ("He falsely said that 500 U.S. troops were in Iraq in 2010.", "the sentence disputes a number"),
        ("It did not have 500 U.S. troops in Iraq in 2010.", "the sentence denies it"),
    ],
)
def test_what_is_not_certain_is_a_doubt(text: str, doubt: str) -> None:
    [claim] = found(text)
    assert (claim.doubt or "") == doubt


def test_two_directions_and_two_forces_stay_apart() -> None:
    assert [
        (each.number.words, each.force, each.direction)
        for each in found("The plan of 2009 means 12,000 fewer U.S. and 4,000 fewer Polish troops in Iraq.")
    ] == [("12,000", "us", "decrease")]


def test_the_next_number_of_a_sentence_is_of_the_same_force() -> None:
    text = "U.S. troops in Iraq fell from 171,000 in October 2007 to 148,000 in July 2008."
    assert read(text) == [("171,000", "us", "iraq", "2007-10"), ("148,000", "us", "iraq", "2008-07")]


def test_another_place_of_the_base_is_another_claim() -> None:
    text = "In December 2021 the United States had 2,500 troops in Iraq and 900 in Syria."
    assert read(text) == [("2,500", "us", "iraq", "2021-12"), ("900", "us", "syria", "2021-12")]


def test_the_place_in_the_manuscript_is_that_of_the_number() -> None:
    text = "# Title\n\nIn 2010 there were\n**50,000** U.S. troops in Iraq."
    [claim] = found(text)
    assert text[claim.start : claim.end] == "50,000"
    assert claim.sentence[slice(*claim.at)] == "50,000"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2021, 2,500 U.S. troops were in Iraq.", "fact"),
        ("The U.S. plans to keep 2,500 troops in Iraq in 2021.", "plan"),
        ("In 2016 the U.S. was authorized to have 4,647 troops in Iraq.", "ceiling"),
    ],
)
def test_a_plan_and_a_ceiling_are_told_as_such(text: str, told: str) -> None:
    assert [each.told for each in found(text)] == [told]


def test_of_a_very_long_sentence_the_words_around_the_number_are_read() -> None:
    [claim] = found(f"{'word ' * 2000}in 2010, 500 U.S. troops were in Iraq{' and so on' * 2000}.")
    assert claim.place == "iraq"
    assert 500 < len(claim.sentence) < 1100
