"""The forces and places of a base as texts name them."""

import pytest

import iraqforce
from invented_articles import NAMES
from iraqforce.text.names_in_text import Names, words_of

DEFAULT = Names(iraqforce.open("all").contents)
INVENTED = Names(NAMES)


def forces(text: str, names: Names = DEFAULT) -> list[str]:
    return [each.id for each in names.forces_of(words_of(text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("U.S. troops", ["us"]),
        ("US troops", ["us"]),
        ("American soldiers", ["us"]),
        ("U.S. service members", ["us"]),
        ("U.S. military personnel", ["us"]),
        ("American contractors", ["us-contractors"]),
        ("U.S. contractors", ["us-contractors"]),
        ("NATO personnel", ["nato"]),
        ("U.S. dollars", []),
        ("American diplomats", []),
        ("British troops", ["uk"]),
        ("Polish troops", []),
        ("troops", []),
    ],
)
def test_a_force_is_named_by_its_owner_and_a_word_for_its_people(text: str, named: list[str]) -> None:
    assert forces(text) == named


def test_every_owner_goes_with_every_noun_of_its_force() -> None:
    assert forces("French troops", INVENTED) == ["fr"]
    assert forces("French soldiers", INVENTED) == ["fr"]
    assert forces("French tourists", INVENTED) == []


@pytest.mark.parametrize(
    ("phrase", "shared", "named"),
    [
        (["fewer", "U.S.", "and"], ["fewer", "British", "troops"], ["us"]),
        (["U.S.", "and"], ["contractors"], ["us-contractors"]),
        (["U.S.", "and"], ["tanks"], []),
        (["British", "and"], ["troops"], ["uk"]),
        (["Polish", "and"], ["troops"], []),
    ],
)
def test_an_owner_may_share_the_noun_of_the_next_number(
    phrase: list[str], shared: list[str], named: list[str]
) -> None:
    assert DEFAULT.forces_sharing(phrase, shared) == named


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("troops in Iraq", ["iraq"]),
        ("troops to Syria and Iraq", ["iraq-and-syria"]),
        ("troops in Mosul, Iraq", ["mosul"]),
        ("Iraq agreed", []),
        ("troops in Iraqi cities", []),
    ],
)
def test_a_place_is_where_a_preposition_leads_to(text: str, places: list[str]) -> None:
    assert DEFAULT.places_in(text) == places


def test_anywhere_finds_the_places_without_a_preposition() -> None:
    assert DEFAULT.places_in("Iraq agreed", anywhere=True) == ["iraq"]


def test_a_name_within_a_longer_one_is_not_named() -> None:
    assert DEFAULT.places_in("in Iraq and Syria") == ["iraq-and-syria"]


def test_initials_and_genitives_are_read_as_the_plain_word() -> None:
    assert [each.text for each in words_of("the U.S.’s troops, Iraq's army")] == [
        "the", "US", "troops", "Iraq", "army",
    ]  # fmt: skip


def test_a_text_without_its_names_keeps_the_rest() -> None:
    assert DEFAULT.without_names("The United States has troops in Iraq today") == "The has troops in today"
